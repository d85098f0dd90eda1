"""Signed assertions of Open Badges 2.0: only a key that the issuer's own profile lists signs for it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.assets.assertions import (
    ASSERTION_URL,
    ISSUER_URL,
    KEY_URL,
    REVOCATIONS_URL,
    assertion,
    badge_class,
    dump,
    issuer,
    key_document,
    pages,
    pem,
    signed_assertion,
)
from tests.assets.baking import bake_png
from tests.assets.encoding import base64url
from tests.assets.keys import SigningKey, ed25519_key, p256_key, rsa_key
from tests.assets.samples import sample_picture
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
LISTING = issuer(publicKey=KEY_URL)


def examined(source: bytes, contents: Mapping[str, bytes] | None = None) -> Verification:
    known = pages(LISTING, key_document()) if contents is None else contents
    return verify(extract(source)[0], at=AT, fetcher=responses(known))


def found(verification: Verification, check: Check) -> tuple[Outcome, str]:
    result = verification.report.result(check)
    return result.outcome, result.code


def test_a_signed_badge_is_verified_with_the_key_that_its_issuer_lists() -> None:
    verification = examined(signed_assertion())
    assert (verification.verdict, verification.securing) == (Verdict.VERIFIED, "JWS RS256")
    assert found(verification, Check.COVERAGE) == (Outcome.PASSED, "assertion.signed-as-text")
    assert found(verification, Check.PROOF) == (Outcome.PASSED, "proof.signature-valid")
    assert found(verification, Check.ISSUER) == (Outcome.PASSED, "issuer.key-is-the-issuers")
    assert found(verification, Check.STATUS) == (Outcome.NOT_APPLICABLE, "assertion.no-revocation-list")


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org"><o:assertion verify="{}"/></svg>'


def test_pictures_carry_it_as_well() -> None:
    text = signed_assertion().decode()
    for source in (bake_png(sample_picture(), text, "openbadges"), SVG.format(text).encode()):
        assert examined(source).verdict is Verdict.VERIFIED


@pytest.mark.parametrize("key", [p256_key("kawabe"), ed25519_key("kawabe"), rsa_key("academy")])
def test_the_algorithms_of_the_table(key: SigningKey) -> None:
    source = signed_assertion(key=key)
    assert examined(source, pages(LISTING, key_document(key))).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    "listed",
    [
        [KEY_URL, "https://badges.kawabe-gakuen.example/Key/2"],
        key_document(),
        [{"id": KEY_URL}, key_document(id="https://badges.kawabe-gakuen.example/Key/2")],
    ],
    ids=["several", "within-the-profile", "by-id"],
)
@pytest.mark.parametrize("named", [True, False])
def test_how_an_issuer_may_list_its_keys(listed: JsonValue, named: bool) -> None:
    verification: JsonObject = {"type": "signed", "creator": KEY_URL} if named else {"type": "signed"}
    source = signed_assertion(verification=verification)
    assert examined(source, pages(issuer(publicKey=listed), key_document())).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("profile", "key", "check", "code"),
    [
        (issuer(), key_document(), Check.ISSUER, "assertion.issuer-without-key"),
        (issuer(publicKey=f"{KEY_URL}x"), key_document(), Check.ISSUER, "method.not-authorized"),
        (LISTING, key_document(owner="https://evil.example/i"), Check.ISSUER, "method.other-controller"),
        (LISTING, key_document(owner=None), Check.ISSUER, "method.other-controller"),
        (LISTING, key_document(p256_key("other")), Check.PROOF, "jws.key-of-another-kind"),
    ],
)
def test_a_key_that_is_not_the_issuers_is_refused(
    profile: JsonObject, key: JsonObject, check: Check, code: str
) -> None:
    verification = examined(signed_assertion(), pages(profile, key))
    assert (verification.verdict, *found(verification, check)) == (Verdict.INVALID, Outcome.FAILED, code)


def test_a_stranger_with_a_profile_beside_the_signature_signs_for_nobody() -> None:
    forged = issuer(publicKey=key_document())
    source = signed_assertion(badge=badge_class(id="urn:mine", issuer=forged))
    verification = examined(source, pages(issuer()))
    assert found(verification, Check.ISSUER) == (Outcome.FAILED, "assertion.issuer-without-key")
    owned = {**forged, "id": "urn:me", "publicKey": key_document(owner="urn:me")}
    nameless = signed_assertion(badge=badge_class(id="urn:mine", issuer=owned))
    verification = examined(nameless)
    assert found(verification, Check.ISSUER) == (Outcome.UNDETERMINED, "hosted.issuer-without-page")
    assert verification.verdict is not Verdict.VERIFIED


def tampered() -> bytes:
    header, claims, signature = signed_assertion().split(b".")
    members = json.loads(base64.urlsafe_b64decode(claims + b"=="))
    members["issuedOn"] = "2020-01-01T00:00:00Z"
    return b".".join((header, base64url(dump(members)).encode(), signature))


def with_a_shared_secret() -> bytes:
    text = f"{base64url(dump({'alg': 'HS256'}))}.{base64url(dump(assertion(verification={'type': 'signed'})))}"
    mac = hmac.new(pem(rsa_key("academy")).encode(), text.encode(), hashlib.sha256).digest()
    return f"{text}.{base64url(mac)}".encode()


def unsigned() -> bytes:
    claims = assertion(verification={"type": "signed", "creator": KEY_URL})
    return f"{base64url(dump({'alg': 'none'}))}.{base64url(dump(claims))}.".encode()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (tampered(), "proof.signature-wrong"),
        (with_a_shared_secret(), "jws.algorithm-refused"),
        (unsigned(), "jws.algorithm-refused"),
        (signed_assertion(header={"crit": ["exp"]}), "jws.critical-header"),
    ],
    ids=["tampered", "shared-secret", "none", "critical"],
)
def test_a_signature_that_is_none_is_refused(source: bytes, code: str) -> None:
    verification = examined(source)
    assert (verification.verdict, *found(verification, Check.PROOF)) == (Verdict.INVALID, Outcome.FAILED, code)


def test_an_algorithm_that_is_not_implemented_is_said_to_be_so() -> None:
    source = signed_assertion(alg="ES256K")
    assert examined(source).verdict is Verdict.UNSUPPORTED


@pytest.mark.parametrize("missing", [KEY_URL, ISSUER_URL])
def test_a_key_that_cannot_be_had_leaves_the_question_open(missing: str) -> None:
    contents = {url: content for url, content in pages(LISTING, key_document()).items() if url != missing}
    assert examined(signed_assertion(), contents).verdict is Verdict.UNDETERMINED


def test_a_key_at_an_address_without_https_is_not_asked() -> None:
    url = KEY_URL.replace("https", "http")
    source = signed_assertion(verification={"type": "signed", "creator": url})
    verification = examined(source, pages(issuer(publicKey=url), key_document(id=url)))
    assert found(verification, Check.PROOF) == (Outcome.UNDETERMINED, "linked.not-https")


@pytest.mark.parametrize(
    ("listed", "outcome", "code", "verdict"),
    [
        ([], Outcome.PASSED, "status.not-withdrawn", Verdict.VERIFIED),
        (["urn:other", {"id": "https://x.example/2"}], Outcome.PASSED, "status.not-withdrawn", Verdict.VERIFIED),
        ([ASSERTION_URL], Outcome.FAILED, "status.revoked", Verdict.REVOKED),
        ([{"id": ASSERTION_URL}], Outcome.FAILED, "status.revoked", Verdict.REVOKED),
        (
            [{"id": ASSERTION_URL, "revocationReason": "重複して発行"}],
            Outcome.FAILED,
            "assertion.revoked-with-reason",
            Verdict.REVOKED,
        ),
        ([{"uid": "abc"}], Outcome.FAILED, "status.revoked", Verdict.REVOKED),
        ([7], Outcome.UNDETERMINED, "status.list-malformed", Verdict.UNDETERMINED),
    ],
)
def test_the_issuers_list_of_revoked_badges(listed: JsonValue, outcome: Outcome, code: str, verdict: Verdict) -> None:
    revocations: JsonObject = {"id": REVOCATIONS_URL, "type": "RevocationList", "revokedAssertions": listed}
    profile = issuer(publicKey=KEY_URL, revocationList=REVOCATIONS_URL)
    verification = examined(signed_assertion(uid="abc"), pages(profile, key_document(), revocations))
    assert (*found(verification, Check.STATUS), verification.verdict) == (outcome, code, verdict)


def test_a_list_that_cannot_be_had_is_never_taken_for_an_empty_one() -> None:
    profile = issuer(publicKey=KEY_URL, revocationList=REVOCATIONS_URL)
    verification = examined(signed_assertion(), pages(profile, key_document()))
    assert verification.verdict is Verdict.UNDETERMINED


def test_a_list_of_version_one_names_reasons_by_uid() -> None:
    profile = issuer(publicKey=KEY_URL, revocationList=REVOCATIONS_URL)
    contents = {**pages(profile, key_document()), REVOCATIONS_URL: dump({"abc": "Issued in error"})}
    assert examined(signed_assertion(uid="abc"), contents).verdict is Verdict.REVOKED


def test_a_key_of_version_one_stands_alone_on_the_issuers_host() -> None:
    members: JsonObject = {
        "@context": "https://w3id.org/openbadges/v1",
        "verification": None,
        "verify": {"type": "signed", "url": KEY_URL},
    }
    contents = {**pages(), KEY_URL: pem(rsa_key("academy")).encode()}
    assert examined(signed_assertion(members), contents).verdict is Verdict.VERIFIED
    elsewhere: JsonObject = {**members, "verify": {"type": "signed", "url": "https://evil.example/key"}}
    contents = {**pages(), "https://evil.example/key": pem(rsa_key("academy")).encode()}
    verification = examined(signed_assertion(elsewhere), contents)
    assert (verification.verdict, found(verification, Check.ISSUER)[1]) == (
        Verdict.INVALID,
        "assertion.issuer-without-key",
    )
