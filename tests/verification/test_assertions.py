"""Open Badges 2.0 through the nine checks: what the issuer's page says counts, and nobody speaks in its name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.assets.assertions import (
    ASSERTION_URL,
    BADGE_URL,
    EMAIL,
    HOST,
    ISSUER_URL,
    OB2_CONTEXT,
    assertion,
    badge_class,
    dump,
    endorsement,
    issuer,
    pages,
)
from tests.assets.baking import bake_png
from tests.assets.samples import sample_picture
from tests.responses import FETCHED_AT, responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.verification.identity import Identity
from wallet.verification.registries import IssuerRegistry
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import KnownIssuer, Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
AUTHOR = issuer(id="https://quality.example/profile", name="Minamo Quality", url="https://quality.example/")


def examined(
    source: bytes, contents: Mapping[str, bytes] | None = None, *identities: Identity, at: datetime = AT
) -> Verification:
    fetcher = responses(pages() if contents is None else contents)
    return verify(extract(source)[0], at=at, fetcher=fetcher, identities=identities)


def found(verification: Verification, check: Check) -> tuple[Outcome, str]:
    result = verification.report.result(check)
    return result.outcome, result.code


def test_a_hosted_badge_is_confirmed_by_its_page_and_not_called_signed() -> None:
    verification = examined(dump(assertion()))
    assert (verification.verdict, verification.securing) == (Verdict.VERIFIED, "hosted")
    assert verification.specification == "OB 2.0"
    assert {check: found(verification, check) for check in Check} == {
        Check.CONFORMANCE: (Outcome.PASSED, "conformance.conforms"),
        Check.COVERAGE: (Outcome.PASSED, "hosted.page-agrees"),
        Check.PROOF: (Outcome.PASSED, "hosted.confirmed"),
        Check.ISSUER: (Outcome.PASSED, "hosted.in-scope"),
        Check.STATUS: (Outcome.PASSED, "hosted.not-withdrawn"),
        Check.VALIDITY: (Outcome.PASSED, "validity.in-force-without-end"),
        Check.RECIPIENT: (Outcome.NOT_APPLICABLE, "recipient.not-asked"),
        Check.ENDORSEMENT: (Outcome.NOT_APPLICABLE, "endorsement.none"),
        Check.TRUST: (Outcome.NOT_APPLICABLE, "trust.no-list"),
    }
    confirmed = verification.report.result(Check.PROOF).facts["confirmed_at"]
    assert confirmed == FETCHED_AT.isoformat()


def test_badge_class_and_issuer_become_achievement_and_profile() -> None:
    credential = examined(dump(assertion())).credential
    assert credential is not None
    assert str(credential.achievement.name) == "防災図上訓練 修了"
    assert credential.achievement.name.values[0].language == "ja"
    assert (credential.issuer.id, str(credential.issuer.name)) == (ISSUER_URL, "川辺学園 公開講座室")
    assert credential.valid_from == datetime(2025, 3, 20, 1, 0, tzinfo=UTC)


def baked(text: str, keyword: str = "openbadges") -> bytes:
    return bake_png(sample_picture(), text, keyword)


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org" viewBox="0 0 8 8">{}</svg>'


@pytest.mark.parametrize(
    "source",
    [
        baked(json.dumps(assertion(), ensure_ascii=False)),
        baked(ASSERTION_URL),
        SVG.format(f'<o:assertion verify="{ASSERTION_URL}"/>').encode(),
        SVG.format(f"<o:assertion><![CDATA[{json.dumps(assertion())}]]></o:assertion>").encode(),
        f"{ASSERTION_URL}\n".encode(),
        dump(assertion(type=["Assertion"], issuedOn="2025-03-20T01:00:00Z")),
        dump(assertion(verification={"type": "hosted"}, badge=badge_class(name="ours"))),
    ],
    ids=["png", "png-link", "svg-link", "svg", "link", "other-form", "embedded-badge"],
)
def test_every_container_and_form_leads_to_the_same_page(source: bytes) -> None:
    verification = examined(source)
    assert verification.verdict is Verdict.VERIFIED
    assert verification.credential is not None
    assert str(verification.credential.achievement.name) == "防災図上訓練 修了"


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("issuedOn", "2020-03-20T10:00:00+09:00"),
        ("badge", f"{BADGE_URL}x"),
        ("narrative", "とても優秀でした"),
        ("evidence", "https://learner.example/work"),
        ("expires", "2035-01-01T00:00:00Z"),
        ("recipient", {"type": "email", "hashed": False, "identity": "other@manabi.example"}),
        ("extensions:grade", {"grade": "A"}),
    ],
)
def test_a_file_that_says_something_else_than_its_page_is_refused(member: str, value: JsonValue) -> None:
    verification = examined(dump(assertion(**{member: value})))
    assert (verification.verdict, found(verification, Check.COVERAGE)[1]) == (Verdict.INVALID, "hosted.page-differs")
    assert verification.report.result(Check.COVERAGE).facts["member"] == member


def test_what_stands_beside_an_address_is_compared_as_well() -> None:
    described: JsonObject = {"id": "https://a.example/work", "name": "地図", "description": "二位"}
    hosted = pages(assertion(evidence=described))
    better = assertion(evidence={**described, "description": "一位"})
    assert found(examined(dump(better), hosted), Check.COVERAGE) == (Outcome.FAILED, "hosted.page-differs")
    more = assertion(evidence=[{**described, "genre": "優勝作品"}])
    assert examined(dump(more), hosted).verdict is Verdict.INVALID
    bare = assertion(evidence="https://a.example/work")
    assert examined(dump(bare), hosted).verdict is Verdict.VERIFIED
    assert examined(dump(assertion(evidence=described)), pages(bare)).verdict is Verdict.INVALID


def test_a_page_may_say_more_than_the_file() -> None:
    verification = examined(dump(assertion()), pages(assertion(narrative="後から書かれた説明")))
    assert verification.verdict is Verdict.VERIFIED
    assert verification.credential is not None
    assert str(verification.credential.credential_subject.narrative) == "後から書かれた説明"


def without(url: str) -> dict[str, bytes]:
    return {address: content for address, content in pages().items() if address != url}


@pytest.mark.parametrize(
    ("url", "check", "code"),
    [
        (ASSERTION_URL, Check.PROOF, "resolution.not-kept"),
        (BADGE_URL, Check.CONFORMANCE, "assertion.linked-not-read"),
        (ISSUER_URL, Check.ISSUER, "resolution.not-kept"),
    ],
)
def test_what_cannot_be_had_leaves_the_question_open(url: str, check: Check, code: str) -> None:
    verification = examined(dump(assertion()), without(url))
    assert verification.verdict is Verdict.UNDETERMINED
    assert found(verification, check) == (Outcome.UNDETERMINED, code)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><title>badge</title>", "linked.web-page"),
        (b'{"errors": [{"message": "not found"}], "status": 500}', "linked.error-answer"),
        (dump({"title": "something else"}), "hosted.no-assertion"),
        (b"{", "resolution.not-json"),
    ],
)
def test_an_answer_that_is_no_badge_confirms_nothing(content: bytes, code: str) -> None:
    verification = examined(dump(assertion()), {**pages(), ASSERTION_URL: content})
    assert (verification.verdict, found(verification, Check.PROOF)[1]) == (Verdict.UNDETERMINED, code)


@pytest.mark.parametrize("url", [ASSERTION_URL, ASSERTION_URL.replace("https", "http")])
def test_an_address_at_which_nothing_is_to_be_had_is_no_false_badge(url: str) -> None:
    verification = examined(url.encode(), {})
    assert verification.verdict is Verdict.UNDETERMINED
    assert found(verification, Check.CONFORMANCE) == (Outcome.UNDETERMINED, "check.not-read")


def test_an_address_without_https_is_never_asked() -> None:
    url = ASSERTION_URL.replace("https", "http")
    verification = examined(dump(assertion(id=url)), {**pages(), url: dump(assertion(id=url))})
    assert verification.verdict is Verdict.UNDETERMINED
    assert found(verification, Check.PROOF) == (Outcome.UNDETERMINED, "linked.not-https")


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (200, dump(assertion(revoked=True)), "hosted.revoked"),
        (200, dump({"id": ASSERTION_URL, "revoked": True, "type": "Assertion"}), "hosted.revoked"),
        (410, b"", "hosted.revoked"),
        (410, dump(assertion()), "hosted.revoked"),
        (410, dump({"revoked": True, "revocationReason": "誤って発行"}), "hosted.revoked-with-reason"),
    ],
    ids=["revoked", "revoked-only", "gone", "gone-with-the-badge", "gone-with-a-reason"],
)
@pytest.mark.parametrize("source", [dump(assertion()), ASSERTION_URL.encode()], ids=["file", "link"])
def test_a_withdrawal_at_the_badges_own_address_counts(source: bytes, status: int, body: bytes, code: str) -> None:
    page = Resource(url=ASSERTION_URL, content=body, media_type="application/json", retrieved_at=AT, status=status)
    others = [
        Resource(url=url, content=content, media_type="application/json", retrieved_at=AT)
        for url, content in without(ASSERTION_URL).items()
    ]
    verification = verify(extract(source)[0], at=AT, fetcher=EvidenceFetcher([page, *others]))
    assert verification.verdict is Verdict.REVOKED
    assert found(verification, Check.STATUS) == (Outcome.FAILED, code)


def test_a_page_that_was_kept_and_is_gone_since_says_nothing_about_today() -> None:
    kept = [
        Resource(
            url=url,
            content=content,
            media_type="application/json",
            retrieved_at=FETCHED_AT,
            gone_at=AT if url == ASSERTION_URL else None,
        )
        for url, content in pages().items()
    ]
    verification = verify(extract(dump(assertion()))[0], at=AT, fetcher=EvidenceFetcher(kept))
    assert verification.verdict is Verdict.UNDETERMINED
    assert found(verification, Check.PROOF)[0] is Outcome.PASSED
    assert found(verification, Check.STATUS) == (Outcome.UNDETERMINED, "hosted.unconfirmed-since")


EVIL = "https://evil.example/badge.json"


@pytest.mark.parametrize(
    ("rules", "url", "code"),
    [
        (None, EVIL, "hosted.out-of-scope"),
        (None, ASSERTION_URL.replace("https://badges.", "https://other."), "hosted.out-of-scope"),
        (None, ASSERTION_URL.replace(".example/", ".example:8443/"), "hosted.out-of-scope"),
        ({"startsWith": "https://badges.kawabe-gakuen.example/other/"}, ASSERTION_URL, "hosted.out-of-scope"),
        ({"startsWith": "https://evil.exampl"}, EVIL, "hosted.out-of-scope"),
        ({"startsWith": f"{HOST}/a/"}, f"{HOST}/a/../b/1", "hosted.out-of-scope"),
        ({"startsWith": f"{HOST}/a/"}, f"{HOST}/a/%2E%2e%2fb/1", "hosted.out-of-scope"),
        ({"startsWith": f"{HOST}/a/"}, f"{HOST}/a/...b/1", "hosted.in-scope"),
        ({"allowedOrigins": "badges.kawabe-gakuen.example"}, EVIL, "hosted.out-of-scope"),
        (
            {"allowedOrigins": ["b.example", "evil.example"], "startsWith": "https://b.example"},
            EVIL,
            "hosted.out-of-scope",
        ),
        ({"startsWith": ["https://x.example/", ASSERTION_URL[:40]]}, ASSERTION_URL, "hosted.in-scope"),
        ({"allowedOrigins": ["evil.example"]}, EVIL, "hosted.in-scope"),
        ({"allowedOrigins": "https://EVIL.example"}, EVIL, "hosted.in-scope"),
        ({"type": "VerificationObject", "verificationProperty": "id"}, ASSERTION_URL, "hosted.in-scope"),
    ],
)
def test_only_the_issuers_profile_says_where_its_badges_are(rules: JsonValue, url: str, code: str) -> None:
    hosted = assertion(id=url, verification={"type": "hosted", "allowedOrigins": ["evil.example"]})
    verification = examined(dump(hosted), pages(hosted, issuer(verification=rules)))
    assert found(verification, Check.ISSUER)[1] == code
    assert (verification.verdict is Verdict.VERIFIED) == (code == "hosted.in-scope")


def test_a_profile_inside_a_page_does_not_stand_for_the_real_one() -> None:
    forged = issuer(verification={"type": "VerificationObject", "startsWith": "https://evil.example/"})
    hosted = assertion(id=EVIL, badge=badge_class(issuer=forged))
    verification = examined(dump(hosted), pages(hosted))
    assert (verification.verdict, found(verification, Check.ISSUER)[1]) == (Verdict.INVALID, "hosted.out-of-scope")


def test_a_badge_class_of_another_host_is_outside_the_default_scope() -> None:
    elsewhere = badge_class(id="https://evil.example/class")
    hosted = assertion(badge="https://evil.example/class")
    verification = examined(dump(hosted), pages(hosted, elsewhere))
    assert found(verification, Check.ISSUER) == (Outcome.FAILED, "hosted.badge-class-out-of-scope")


@pytest.mark.parametrize("identifier", ["urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f", None])
def test_an_issuer_without_an_address_cannot_be_asked(identifier: str | None) -> None:
    hosted = assertion(badge=badge_class(id="urn:badge", issuer=issuer(id=identifier)))
    verification = examined(dump(hosted), pages(hosted))
    assert found(verification, Check.ISSUER) == (Outcome.UNDETERMINED, "hosted.issuer-without-page")
    assert verification.verdict is not Verdict.VERIFIED


def test_a_page_that_names_another_address_is_followed_there_once() -> None:
    old = ASSERTION_URL + "-old"
    followed = examined(dump(assertion(id=old)), {**pages(), old: dump(assertion())})
    assert followed.verdict is Verdict.VERIFIED
    stranger = assertion(id="https://evil.example/a")
    astray = {**pages(), old: dump(stranger), "https://evil.example/a": dump(assertion(id="https://evil.example/b"))}
    verification = examined(dump(assertion(id=old)), astray)
    assert (verification.verdict, found(verification, Check.PROOF)[1]) == (Verdict.INVALID, "linked.other-id")


def test_nobody_borrows_the_badge_class_of_another() -> None:
    hosted = assertion(id=EVIL, badge={**badge_class(issuer="https://evil.example/issuer")})
    mine = issuer(id="https://evil.example/issuer")
    verification = examined(dump(hosted), pages(hosted, mine))
    assert (verification.verdict, found(verification, Check.ISSUER)[1]) == (Verdict.INVALID, "hosted.out-of-scope")


@pytest.mark.parametrize(
    ("verification", "code", "verdict"),
    [
        ({"type": "SignedBadge", "creator": "https://k.example/1"}, "assertion.signed-without-signature", "invalid"),
        ({"type": "blockchain"}, "proof.unsupported-suite", "unsupported"),
        ({}, "assertion.no-method", "invalid"),
        (None, "assertion.no-method", "invalid"),
    ],
)
def test_how_it_is_verified_must_be_said_and_be_true(verification: JsonValue, code: str, verdict: str) -> None:
    made = assertion(verification=verification)
    found_out = examined(dump(made), pages(made))
    assert (found(found_out, Check.PROOF)[1], found_out.verdict.value) == (code, verdict)


def test_a_page_that_says_it_is_signed_confirms_nothing_by_standing_there() -> None:
    signed = assertion(verification={"type": "SignedBadge"})
    verification = examined(ASSERTION_URL.encode(), pages(signed))
    assert found(verification, Check.PROOF) == (Outcome.FAILED, "assertion.signed-without-signature")


@pytest.mark.parametrize(
    ("value", "outcome", "code", "verdict"),
    [
        (EMAIL, Outcome.PASSED, "recipient.salted-hash-matches", Verdict.VERIFIED),
        (EMAIL.title(), Outcome.UNDETERMINED, "recipient.other-spelling", Verdict.UNDETERMINED),
        ("taro@manabi.example", Outcome.FAILED, "recipient.other", Verdict.INVALID),
    ],
)
def test_whom_it_was_issued_to(value: str, outcome: Outcome, code: str, verdict: Verdict) -> None:
    verification = examined(dump(assertion()), None, Identity(type="emailAddress", value=value))
    assert (*found(verification, Check.RECIPIENT), verification.verdict) == (outcome, code, verdict)


@pytest.mark.parametrize(
    ("made", "outcome", "code"),
    [
        (endorsement(), "passed", "endorsement.hosted-verified"),
        (endorsement(claim={"id": ISSUER_URL, "endorsementComment": "good"}), "passed", "endorsement.hosted-verified"),
        (endorsement(claim={"id": "https://x.example/1"}), "failed", "endorsement.about-another"),
        (endorsement(issuer="https://other.example/p"), "undetermined", "resolution.not-kept"),
        (endorsement(issuer=ISSUER_URL), "failed", "hosted.out-of-scope"),
        (endorsement(revoked=True), "failed", "hosted.revoked"),
        (endorsement(issuedOn=None), "failed", "endorsement.unreadable"),
        (endorsement(verification={"type": "signed"}), "failed", "assertion.signed-without-signature"),
    ],
)
@pytest.mark.parametrize("embedded", [False, True], ids=["linked", "embedded"])
def test_an_endorsement_stands_by_its_own_author(made: JsonObject, outcome: str, code: str, embedded: bool) -> None:
    # Embedded or linked: the page at its own address is asked.
    badge = badge_class(endorsement=[made if embedded else made["id"]])
    verification = examined(dump(assertion()), pages(badge, made, AUTHOR))
    listed = verification.report.result(Check.ENDORSEMENT).facts["endorsements"]
    assert isinstance(listed, list)
    assert [(one["outcome"], one["code"]) for one in listed if isinstance(one, dict)] == [(outcome, code)]
    assert verification.verdict is Verdict.VERIFIED


def test_an_endorsement_as_a_file_is_verified_as_such() -> None:
    verification = examined(dump(endorsement()), pages(endorsement(), AUTHOR))
    assert (verification.verdict, verification.credential) == (Verdict.VERIFIED, None)
    linked = examined(b"https://quality.example/endorsements/1", pages(endorsement(), AUTHOR))
    assert (linked.verdict, linked.members["type"]) == (Verdict.VERIFIED, "Endorsement")
    assert examined(dump(endorsement()), pages(endorsement())).verdict is Verdict.UNDETERMINED


def test_too_many_endorsements_are_not_asked() -> None:
    many: list[JsonValue] = [f"https://quality.example/{number}" for number in range(21)]
    verification = examined(dump(assertion()), pages(badge_class(endorsement=many)))
    assert found(verification, Check.ENDORSEMENT) == (Outcome.UNDETERMINED, "endorsement.too-many")


def test_translations_of_the_badge_class_are_read_when_they_are_by_the_same_issuer() -> None:
    english, french = f"{BADGE_URL}-en", f"{BADGE_URL}-fr"
    related: JsonValue = [{"id": english, "@language": "en"}, {"id": french, "@language": "fr"}]
    forged = badge_class(**{"id": french, "@language": "fr", "name": "Faux", "issuer": "https://evil.example/i"})
    translated = badge_class(**{"id": english, "@language": "en", "name": "Disaster map exercise"})
    verification = examined(dump(assertion()), pages(badge_class(related=related), translated, forged))
    assert verification.credential is not None
    names = {value.language: value.value for value in verification.credential.achievement.name.values}
    assert names == {"ja": "防災図上訓練 修了", "en": "Disaster map exercise"}


def test_version_one_is_verified_by_its_own_rules() -> None:
    verify_object: JsonValue = {"type": "hosted", "url": ASSERTION_URL}
    older: JsonObject = {
        "uid": "abc",
        "recipient": {"type": "email", "hashed": False, "identity": EMAIL},
        "badge": BADGE_URL,
        "verify": verify_object,
        "issuedOn": 1_430_352_000,
    }
    alignment: JsonValue = [{"name": "A", "url": "https://a.example"}]
    class_of_old = badge_class(**{"@context": None, "type": None, "alignment": alignment})
    profile = issuer(**{"@context": None, "type": None, "email": None})
    verification = examined(dump(older), {**pages(class_of_old, profile), ASSERTION_URL: dump(older)})
    assert (verification.verdict, verification.specification) == (Verdict.VERIFIED, "OB 1.0")
    assert verification.credential is not None
    assert str(verification.credential.achievement.alignment[0].target_name) == "A"
    newer = {**older, "@context": "https://w3id.org/openbadges/v1", "type": "Assertion", "id": ASSERTION_URL}
    verification = examined(dump(newer), {**pages(class_of_old, profile), ASSERTION_URL: dump(newer)})
    assert (verification.verdict, verification.specification) == (Verdict.VERIFIED, "OB 1.1")


def test_an_issuer_that_the_learner_knows_is_named() -> None:
    known = (KnownIssuer(id=ISSUER_URL, name="川辺学園"),)
    verification = verify(extract(dump(assertion()))[0], at=AT, fetcher=responses(pages()), known_issuers=known)
    assert found(verification, Check.TRUST) == (Outcome.PASSED, "trust.known-to-learner")


def test_registries_are_asked_for_an_issuer_that_is_proven_and_no_other() -> None:
    listed = {"meta": {}, "registry": {ISSUER_URL: {"name": "川辺学園"}}}
    registries = (IssuerRegistry(name="国内", content=json.dumps(listed).encode()),)
    document = extract(dump(assertion()))[0]
    known = verify(document, at=AT, fetcher=responses(pages()), registries=registries)
    assert found(known, Check.TRUST) == (Outcome.PASSED, "trust.listed")
    elsewhere = pages(issuer(verification={"startsWith": f"{HOST}/Other/"}))
    unproven = verify(document, at=AT, fetcher=responses(elsewhere), registries=registries)
    assert found(unproven, Check.TRUST) == (Outcome.UNDETERMINED, "trust.issuer-not-proven")


@pytest.mark.parametrize(
    ("members", "verdict"),
    [
        ({"expires": "2026-01-01T00:00:00Z"}, Verdict.EXPIRED),
        ({"issuedOn": "2031-01-01T00:00:00Z"}, Verdict.NOT_YET_VALID),
        ({"@context": "https://example.org/other"}, Verdict.INVALID),
        ({"issuedOn": "2025-03-20T10:00:00"}, Verdict.INVALID),
        ({"badge": 7}, Verdict.INVALID),
    ],
)
def test_the_page_is_judged_as_strictly_as_a_file(members: JsonObject, verdict: Verdict) -> None:
    made = assertion(**members)
    assert examined(dump(made), pages(made)).verdict is verdict
    assert OB2_CONTEXT in pages()[ASSERTION_URL].decode()
