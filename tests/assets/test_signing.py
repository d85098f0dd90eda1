from __future__ import annotations

import json

import pytest

from tests.assets import badge_json, badge_jws, badge_png, badge_svg
from tests.assets.credentials import claims_for
from tests.assets.issuers import RETRIEVED_AT
from tests.assets.keys import SigningKey, ed25519_key, p256_key, rsa_key
from tests.assets.samples import sample_credential
from tests.assets.signing import canonical, sign_jws
from wallet.documents.extraction import extract
from wallet.documents.jws import decode_jws
from wallet.fields import JsonObject
from wallet.resolution.fetching import EvidenceFetcher
from wallet.resolution.keys import key_from_jwk, verify_signature
from wallet.verification.canonicalization import canonicalize
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

_KEYS: tuple[SigningKey, ...] = (ed25519_key("a test"), p256_key("a test"), rsa_key("academy"))


def _verified(content: bytes) -> Verification:
    return verify(extract(content)[0], at=RETRIEVED_AT, fetcher=EvidenceFetcher(()))


@pytest.mark.parametrize("key", _KEYS, ids=lambda key: key.algorithm)
def test_signatures_are_repeatable_and_right(key: SigningKey) -> None:
    signature = key.sign(b"message")
    assert signature == key.sign(b"message")
    assert verify_signature(key_from_jwk(key.jwk), key.algorithm, signature, b"message")
    assert not verify_signature(key_from_jwk(key.jwk), key.algorithm, signature, b"massage")


def test_keys_differ_by_name() -> None:
    assert ed25519_key("one").multikey != ed25519_key("two").multikey
    assert p256_key("one").multikey != p256_key("two").multikey


@pytest.mark.parametrize("data_model", ["2.0", "1.1"])
def test_both_canonical_forms_are_the_same(data_model: str) -> None:
    credential = sample_credential(data_model)
    assert canonical(credential) == canonicalize(credential).nquads


@pytest.mark.parametrize(
    "content",
    [
        badge_json(),
        badge_json(suite="Ed25519Signature2020"),
        badge_json(suite="Ed25519Signature2020", data_model="1.1"),
        badge_jws(),
        badge_jws(data_model="1.1"),
        badge_png(),
        badge_svg(badge_jws()),
    ],
)
def test_samples_verify(content: bytes) -> None:
    assert _verified(content).verdict is Verdict.VERIFIED


def test_changes_before_signing_are_signed() -> None:
    badge = badge_json(before=lambda credential: credential.update(name="Another name"))
    found = _verified(badge)
    assert found.verdict is Verdict.VERIFIED
    assert found.members["name"] == "Another name"


def test_changes_after_signing_are_found() -> None:
    found = _verified(badge_json(name="One", after=lambda credential: credential.update(name="Two")))
    assert found.report.result(Check.PROOF).outcome is Outcome.FAILED


def test_claims_repeat_the_credential() -> None:
    credential = sample_credential(validUntil="2030-04-01T00:00:00Z")
    claims = claims_for(credential)
    subject = credential["credentialSubject"]
    assert isinstance(subject, dict)
    assert (claims["jti"], claims["sub"]) == (credential["id"], subject["id"])
    assert (claims["nbf"], claims["exp"]) == (1743465600, 1901232000)
    assert claims["credentialSubject"] == subject
    assert set(claims_for(sample_credential("1.1"))) == {"iss", "jti", "sub", "nbf", "vc"}


def test_a_header_says_no_more_than_it_must() -> None:
    claims: JsonObject = {"iss": "https://issuer.example"}
    header = decode_jws(sign_jws(claims, _KEYS[1], "ES256", "https://issuer.example#key")).header
    assert header == {"alg": "ES256", "kid": "https://issuer.example#key", "typ": "JWT"}
    assert "kid" not in decode_jws(sign_jws(claims, _KEYS[1], "ES256", None)).header


def test_json_in_a_picture_is_the_signed_text() -> None:
    text = badge_json()
    assert extract(badge_png(text))[0].json == json.loads(text)
    assert extract(badge_svg(text))[0].json == json.loads(text)
