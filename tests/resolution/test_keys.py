"""Public keys and their signatures."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.resolution.test_multibase import encode_base58
from wallet.errors import ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.keys import key_from_jwk, key_from_multikey, verify_signature

MESSAGE = "署名されたメッセージ".encode()


def _text(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _number(value: int) -> str:
    return _text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


@pytest.fixture(scope="module")
def edwards() -> ed25519.Ed25519PrivateKey:
    return ed25519.Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)


@pytest.fixture(scope="module")
def curve() -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(0xDECAF, ec.SECP256R1())


def _raw(key: ed25519.Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def _curve_jwk(key: ec.EllipticCurvePrivateKey) -> JsonObject:
    numbers = key.public_key().public_numbers()
    x, y = (_text(value.to_bytes(32, "big")) for value in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def test_ed25519_from_both_forms_is_one_key(edwards: ed25519.Ed25519PrivateKey) -> None:
    multikey = key_from_multikey("z" + encode_base58(b"\xed\x01" + _raw(edwards)))
    assert multikey == key_from_jwk({"kty": "OKP", "crv": "Ed25519", "x": _text(_raw(edwards))})
    signature = edwards.sign(MESSAGE)
    assert verify_signature(multikey, "EdDSA", signature, MESSAGE)
    assert not verify_signature(multikey, "EdDSA", signature, MESSAGE + b".")
    assert not verify_signature(multikey, "EdDSA", signature[:-1], MESSAGE)


def test_p256_takes_the_raw_form_of_a_jws_only(curve: ec.EllipticCurvePrivateKey) -> None:
    key = key_from_jwk(_curve_jwk(curve))
    der = curve.sign(MESSAGE, ec.ECDSA(hashes.SHA256()))
    r, s = decode_dss_signature(der)
    assert verify_signature(key, "ES256", r.to_bytes(32, "big") + s.to_bytes(32, "big"), MESSAGE)
    assert not verify_signature(key, "ES256", der, MESSAGE)
    assert not verify_signature(key, "ES256", bytes(64), MESSAGE)


def test_p256_as_multikey_equals_the_jwk(curve: ec.EllipticCurvePrivateKey) -> None:
    point = curve.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    assert key_from_multikey("z" + encode_base58(b"\x80\x24" + point)) == key_from_jwk(_curve_jwk(curve))


def test_rsa_verifies_and_refuses_short_keys() -> None:
    private = rsa.generate_private_key(65537, 2048)
    numbers = private.public_key().public_numbers()
    jwk: JsonObject = {"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)}
    signature = private.sign(MESSAGE, padding.PKCS1v15(), hashes.SHA256())
    assert verify_signature(key_from_jwk(jwk), "RS256", signature, MESSAGE)
    assert not verify_signature(key_from_jwk(jwk), "RS256", signature, b"other")
    with pytest.raises(ResolutionError, match=r"key\.weak"):
        key_from_jwk({"kty": "RSA", "n": _number(numbers.n >> 1100), "e": "AQAB"})


def test_an_algorithm_of_another_family_is_never_tried(edwards: ed25519.Ed25519PrivateKey) -> None:
    key = key_from_jwk({"kty": "OKP", "crv": "Ed25519", "x": _text(_raw(edwards))})
    for algorithm in ("RS256", "ES256", "HS256", "none", ""):
        assert not verify_signature(key, algorithm, edwards.sign(MESSAGE), MESSAGE)


@pytest.mark.parametrize(
    ("jwk", "code"),
    [
        ({"kty": "OKP", "crv": "Ed25519", "x": "AA", "d": "AA"}, "key.private"),
        ({"kty": "OKP", "crv": "Ed25519", "x": "AA"}, "key.malformed"),
        ({"kty": "OKP", "crv": "Ed25519"}, "key.malformed"),
        ({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}, "key.malformed"),
        ({"kty": "EC", "crv": "secp256k1", "x": "AA", "y": "AA"}, "key.unsupported"),
        ({"kty": "oct", "k": "AA"}, "key.unsupported"),
        ({}, "key.unsupported"),
    ],
)
def test_other_keys_are_refused_for_their_reason(jwk: JsonObject, code: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        key_from_jwk(jwk)
    assert caught.value.code == code
