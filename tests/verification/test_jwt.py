"""Enveloping proofs: algorithms, headers, keys and claims."""

from __future__ import annotations

import base64
import dataclasses
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.assets.encoding import base64url
from tests.assets.keys import SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from tests.assets.samples import HOLDER, ISSUER, badge_jws, did_key, method_of
from tests.assets.signing import sign_jws
from tests.verification.examining import codes, examined_jws
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.algorithms import ALGORITHMS
from wallet.verification.report import Outcome

KEYS: dict[str, SigningKey] = {
    "Ed25519": ed25519_key("sample issuer"),
    "P-256": p256_key("jwt"),
    "P-384": p384_key("jwt"),
    "RSA": rsa_key("academy"),
}
GOOD = ("coverage.signed-as-text", "proof.signature-valid", "issuer.key-is-the-issuers")


def jws(algorithm: str, **options: Any) -> bytes:
    key = dataclasses.replace(KEYS[ALGORITHMS[algorithm].key_kind], algorithm=algorithm)
    issuer: JsonValue = {"id": did_key(key), "type": ["Profile"]}
    return badge_jws(key=key, kid=method_of(key), issuer=issuer, **options)


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
@pytest.mark.parametrize("data_model", ["1.1", "2.0"])
def test_every_algorithm_secures_both_data_models(algorithm: str, data_model: str) -> None:
    found = examined_jws(jws(algorithm, data_model=data_model))
    assert codes(found) == GOOD
    assert found.securing == f"VC-JWT {algorithm}"


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
def test_no_algorithm_stands_in_for_another(algorithm: str) -> None:
    header, claims, signature = jws(algorithm).decode().split(".")
    named = json.loads(base64.urlsafe_b64decode(header + "=="))
    for other in sorted(set(ALGORITHMS) - {algorithm}):
        forged = base64url(json.dumps({**named, "alg": other}).encode())
        found = examined_jws(f"{forged}.{claims}.{signature}".encode())
        assert found.proof.outcome is Outcome.FAILED


def _with_signature(text: bytes, signature: bytes) -> bytes:
    header, claims, _ = text.decode().split(".")
    return f"{header}.{claims}.{base64url(signature)}".encode()


@pytest.mark.parametrize("algorithm", ["ES256", "ES384"])
def test_an_ecdsa_signature_in_another_form_is_refused(algorithm: str) -> None:
    text = jws(algorithm)
    key, length = KEYS[ALGORITHMS[algorithm].key_kind], ALGORITHMS[algorithm].signature_bytes or 0
    assert isinstance(key.private, ec.EllipticCurvePrivateKey)
    chosen = hashes.SHA256() if algorithm == "ES256" else hashes.SHA384()
    der = key.private.sign(text.rpartition(b".")[0], ec.ECDSA(chosen))
    assert examined_jws(_with_signature(text, der)).proof.code == "jws.signature-form"
    assert examined_jws(_with_signature(text, b"")).proof.code == "jws.signature-form"
    assert examined_jws(_with_signature(text, bytes(length))).proof.code == "proof.signature-wrong"


@pytest.mark.parametrize(
    "header",
    [
        {"typ": "vc+jwt"},
        {"typ": "application/vc+jwt", "cty": "vc"},
        {"typ": "vc+ld+json+jwt", "cty": "application/vc+ld+json"},
        {"typ": "jwt"},
        {"typ": None},
        {"iss": ISSUER},
        {"kid": None, "jwk": ed25519_key("sample issuer").jwk},
    ],
)
def test_headers_that_name_a_credential(header: JsonObject) -> None:
    assert codes(examined_jws(badge_jws(header=header))) == GOOD


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"typ": "vp+jwt"}, "jws.other-type"),
        ({"typ": "at+jwt"}, "jws.other-type"),
        ({"typ": 1}, "jws.other-type"),
        ({"cty": "image/png"}, "jws.other-content-type"),
        ({"cty": ["vc"]}, "jws.other-content-type"),
        ({"iss": "https://other.example"}, "jws.claim-contradicts"),
        ({"alg": "none"}, "jws.algorithm-refused"),
        ({"alg": "HS512"}, "jws.algorithm-refused"),
        ({"alg": 1}, "jws.algorithm-refused"),
        ({"b64": False, "crit": ["b64"]}, "jws.critical-header"),
        ({"crit": []}, "jws.critical-header"),
        ({"kid": None}, "jws.no-key"),
        ({"kid": 1}, "jws.no-key"),
        ({"kid": None, "jwk": {**ed25519_key("sample issuer").jwk, "d": "AA"}}, "key.private"),
        ({"kid": None, "jwk": ed25519_key("stranger").jwk}, "method.header-key-not-listed"),
    ],
)
def test_headers_that_are_refused(header: JsonObject, code: str) -> None:
    found = examined_jws(badge_jws(header=header))
    assert (found.proof.outcome, found.proof.code) == (Outcome.FAILED, code)


def test_an_unknown_algorithm_could_not_be_checked() -> None:
    found = examined_jws(badge_jws(header={"alg": "ES256K"}))
    assert (found.proof.outcome, found.proof.code) == (Outcome.UNDETERMINED, "proof.unsupported-suite")


@pytest.mark.parametrize("claim", ["vc", "vp"])
def test_a_credential_without_envelope_has_no_claim_around_it(claim: str) -> None:
    text = badge_jws(header={"typ": "vc+jwt"}, claims=lambda claims: claims.update({claim: dict(claims)}))
    assert examined_jws(text).proof.code == "jws.claim-around"
    older = examined_jws(badge_jws(header={"typ": "vc+jwt"}, data_model="1.1"))
    assert (older.proof.outcome, older.proof.code) == (Outcome.FAILED, "jws.claim-around")


def test_a_relative_kid_is_the_issuers() -> None:
    key = ed25519_key("sample issuer")
    for kid in (key.multikey, f"#{key.multikey}"):
        assert codes(examined_jws(badge_jws(kid=kid))) == GOOD
    assert examined_jws(badge_jws(kid="other")).proof.code == "method.not-found"


def test_a_presentation_answers_its_reader() -> None:
    holder = ed25519_key("sample holder")
    claims: JsonObject = {"holder": HOLDER, "iss": HOLDER, "aud": ["a.example", "b.example"], "nonce": "n"}
    text = sign_jws(claims, holder, "EdDSA", method_of(holder), typ="vp+jwt").encode()
    asked = {"purpose": "authentication", "controller": HOLDER, "domain": "a.example", "challenge": "n"}
    assert codes(examined_jws(text, None, **asked)) == (*GOOD[:2], "issuer.key-is-the-holders")
    for change, code in (
        ({"domain": "c.example"}, "proof.other-domain"),
        ({"challenge": "m"}, "proof.other-challenge"),
        ({"controller": ISSUER}, "jws.claim-contradicts"),
        ({"purpose": "assertionMethod"}, "jws.other-type"),
    ):
        assert examined_jws(text, None, **{**asked, **change}).proof.code == code
