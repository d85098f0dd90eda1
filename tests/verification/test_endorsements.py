"""Endorsements: within a badge, each on its own, and as a file of their own."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.assets.keys import ed25519_key
from tests.assets.records import HOLDER_KEY, endorsement, enveloped, record, signed_by
from tests.assets.samples import ISSUER, SAMPLE_KEY, badge_json, did_key, sample_credential
from tests.assets.status_lists import bitstring_entry
from tests.members import member
from tests.responses import responses
from tests.verification.listed import LIST, status_list
from wallet.documents import extract
from wallet.errors import ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource
from wallet.resolution.memory import MAX_ASKED
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
STRANGER = ed25519_key("stranger")
ACHIEVEMENT = "https://issuer.example/achievements/sample"
BADGE = "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f"
CREATOR = "https://creator.example/"


def check(source: bytes, contents: dict[str, bytes] | None = None) -> Verification:
    return verify(extract(source)[0], at=AT, fetcher=responses(contents or {}))


def stated(source: bytes, contents: dict[str, bytes] | None = None) -> list[tuple[str, str]]:
    """Outcome and code of each endorsement in a badge that stands itself."""
    verification = check(source, contents)
    assert verification.verdict is Verdict.VERIFIED
    listed = verification.report.result(Check.ENDORSEMENT).facts["endorsements"]
    assert isinstance(listed, list)
    return [(str(one["outcome"]), str(one["code"])) for one in listed if isinstance(one, dict)]


def good(subject: str = ISSUER, **members: JsonValue) -> JsonObject:
    return signed_by(HOLDER_KEY, {name: value for name, value in {**endorsement(subject), **members}.items() if value})


def lifted(changed: JsonObject) -> JsonObject:
    """A genuine proof under other words."""
    return {**changed, "proof": good()["proof"]}


def forged_name() -> JsonObject:
    """Signed by a stranger in the association's name."""
    return signed_by(STRANGER, endorsement())


@pytest.mark.parametrize("subject", [ISSUER, ACHIEVEMENT, BADGE])
def test_an_endorsement_of_the_badge_its_achievement_or_its_issuer_stands(subject: str) -> None:
    assert stated(badge_json(endorsement=[good(subject)])) == [("passed", "endorsement.verified")]


def test_so_does_one_that_is_a_jws() -> None:
    jws = enveloped(HOLDER_KEY, endorsement(), typ="vc+jwt")
    assert stated(badge_json(endorsementJwt=[jws])) == [("passed", "endorsement.verified")]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (lifted(endorsement(name="Another name")), "proof.signature-wrong"),
        (forged_name(), "method.other-controller"),
        (good("https://somebody.example/"), "endorsement.about-another"),
        (endorsement(), "proof.none"),
        (good(name=None), "endorsement.not-conforming"),
        (good(validFrom=None), "endorsement.not-conforming"),
        (good(validUntil="2026-01-01T00:00:00Z"), "validity.expired"),
        (good(validFrom="2027-01-01T00:00:00Z"), "validity.not-yet"),
    ],
)
def test_one_that_does_not_stand_is_named_and_the_badge_stands_all_the_same(given: JsonObject, code: str) -> None:
    assert stated(badge_json(endorsement=[given])) == [("failed", code)]


def test_a_member_that_no_context_knows_lies_in_the_badge_as_well() -> None:
    assert check(badge_json(endorsement=[{**good(), "grade": "A"}])).verdict is Verdict.INVALID


def test_a_withdrawn_endorsement_is_none() -> None:
    given = good(credentialStatus=bitstring_entry(LIST, 5))
    lists = {LIST: status_list(5, key=HOLDER_KEY, issuer=did_key(HOLDER_KEY))}
    assert stated(badge_json(endorsement=[given]), lists) == [("failed", "status.revoked")]
    assert stated(badge_json(endorsement=[given])) == [("undetermined", "resolution.not-kept")]


def test_whoever_endorses_themselves_is_no_third_party() -> None:
    own = signed_by(SAMPLE_KEY, endorsement(ISSUER, key=SAMPLE_KEY))
    assert stated(badge_json(endorsement=[own])) == [("passed", "endorsement.of-oneself")]


def nested(place: str, profile: JsonObject) -> bytes:
    def change(credential: JsonObject) -> None:
        subject = credential["credentialSubject"]
        assert isinstance(subject, dict)
        achievement, issuer = subject["achievement"], credential["issuer"]
        assert isinstance(achievement, dict)
        assert isinstance(issuer, dict)
        {"creator": achievement, "source": subject, "parentOrg": issuer}[place][place] = profile

    return badge_json(before=change)


@pytest.mark.parametrize("place", ["creator", "source", "parentOrg"])
def test_an_endorsement_of_whom_the_badge_names_is_found_and_verified(place: str) -> None:
    profile: JsonObject = {"id": CREATOR, "type": ["Profile"], "name": "Creator", "endorsement": [good(CREATOR)]}
    assert stated(nested(place, profile)) == [("passed", "endorsement.verified")]


def test_endorsements_in_a_learner_record_are_verified() -> None:
    achievement = sample_credential()["credentialSubject"]
    assert isinstance(achievement, dict)
    endorsed: JsonObject = {**member("achievement", achievement["achievement"])}
    inner = endorsed["achievement"]
    assert isinstance(inner, dict)
    inner["endorsement"] = [good(ACHIEVEMENT), good("https://somebody.example/")]
    whole = record(json.loads(badge_json()), achievement=[inner])
    assert [code for _, code in stated(json.dumps(whole).encode())] == [
        "endorsement.verified",
        "endorsement.about-another",
    ]


def alone(given: JsonObject) -> Verification:
    return check(json.dumps(given).encode())


def test_an_endorsement_that_came_alone_is_put_through_all_nine_checks() -> None:
    verification = alone(good())
    assert (verification.verdict, verification.specification) == (Verdict.VERIFIED, "OB 3.0")
    outcomes = {result.check: result.outcome for result in verification.report.results}
    assert outcomes[Check.RECIPIENT] is Outcome.NOT_APPLICABLE
    assert outcomes[Check.ENDORSEMENT] is Outcome.NOT_APPLICABLE
    assert verification.report.result(Check.RECIPIENT).facts["subject"] == ISSUER
    assert check(enveloped(HOLDER_KEY, endorsement(), typ="vc+jwt").encode()).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("given", "check_name", "code"),
    [
        (lifted(endorsement(name="Another name")), Check.PROOF, "proof.signature-wrong"),
        (forged_name(), Check.ISSUER, "method.other-controller"),
        (endorsement(), Check.PROOF, "proof.none"),
        ({**good(), "grade": "A"}, Check.COVERAGE, "coverage.members-not-signed"),
        (good(credentialSubject={"type": ["EndorsementSubject"]}), Check.CONFORMANCE, "conformance.departs"),
        (
            good(**member("@context", ["https://www.w3.org/ns/credentials/v2"])),
            Check.CONFORMANCE,
            "conformance.departs",
        ),
        (good(issuer=None), Check.ISSUER, "issuer.missing"),
    ],
)
def test_its_faults_are_its_own(given: JsonObject, check_name: Check, code: str) -> None:
    verification = alone(given)
    assert verification.verdict is Verdict.INVALID
    result = verification.report.result(check_name)
    assert (result.outcome, result.code) == (Outcome.FAILED, code)


def test_it_expires_and_is_withdrawn_like_any_credential() -> None:
    assert alone(good(validUntil="2026-01-01T00:00:00Z")).verdict is Verdict.EXPIRED
    given = good(credentialStatus=bitstring_entry(LIST, 5))
    assert alone(given).verdict is Verdict.UNDETERMINED


def test_endorsements_that_name_ever_more_servers_are_asked_for_so_long() -> None:
    asked: set[str] = set()

    class Silent:
        def fetch(self, url: str) -> Resource:
            asked.add(url)
            raise ResolutionError("resolution.unreachable", url=url)

    def foreign(number: int) -> JsonObject:
        lists = [bitstring_entry(f"https://e{number}.example/{place}", 1) for place in range(8)]
        return signed_by(HOLDER_KEY, endorsement(credentialStatus=[*lists]))

    source = badge_json(endorsement=[foreign(number) for number in range(20)])
    verify(extract(source)[0], at=AT, fetcher=Silent())
    assert len(asked) == MAX_ASKED
