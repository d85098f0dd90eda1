"""Public keys in every form they are written in, and what is refused for which reason."""

from __future__ import annotations

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric import ed448, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.assets.encoding import base64url, multibase58
from tests.assets.keys import SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject
from wallet.resolution.keys import (
    PublicKey,
    key_from_base58,
    key_from_jwk,
    key_from_multikey,
    key_from_pem,
    verify_signature,
)

MESSAGE = "署名されたメッセージ".encode()
KEYS: tuple[SigningKey, ...] = (ed25519_key("a"), p256_key("a"), p384_key("a"), rsa_key("academy"))
EDWARDS = ed25519_key("a")


def _pem(key: SigningKey) -> str:
    encoded = key.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return encoded.decode("ascii")


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.algorithm)
def test_every_form_of_a_key_is_one_key_and_verifies(key: SigningKey) -> None:
    forms: list[PublicKey] = [key_from_jwk(key.jwk), key_from_multikey(key.multikey), key_from_pem(_pem(key))]
    assert forms[0] == forms[1] == forms[2]
    for form in forms:
        assert verify_signature(form, key.algorithm, key.sign(MESSAGE), MESSAGE)
        assert not verify_signature(form, key.algorithm, key.sign(MESSAGE), MESSAGE + b".")


def test_the_form_of_2018_is_the_bare_key_in_base58() -> None:
    raw = EDWARDS.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    assert key_from_base58(multibase58(raw)[1:]) == key_from_jwk(EDWARDS.jwk)


def test_a_pem_may_stand_in_a_json_string_with_spaces_around_it() -> None:
    assert key_from_pem(f"\n {_pem(KEYS[3])} \n") == key_from_jwk(KEYS[3].jwk)


def _rsa_jwk(bits: int) -> JsonObject:
    return {"kty": "RSA", "n": base64url(((1 << bits) - 1).to_bytes(bits // 8, "big")), "e": "AQAB"}


@pytest.mark.parametrize(
    ("jwk", "code"),
    [
        ({**ed25519_key("a").jwk, "d": "AA"}, "key.private"),
        ({**rsa_key("academy").jwk, "p": "AA"}, "key.private"),
        ({**ed25519_key("a").jwk, "use": "enc"}, "key.not-for-signatures"),
        ({**ed25519_key("a").jwk, "key_ops": ["deriveKey"]}, "key.not-for-signatures"),
        ({"kty": "OKP", "crv": "Ed25519", "x": "AA"}, "key.malformed"),
        ({"kty": "OKP", "crv": "Ed25519"}, "key.malformed"),
        ({"kty": "OKP", "crv": "Ed25519", "x": "+/=="}, "key.malformed"),
        ({"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}, "key.malformed"),
        ({**p256_key("a").jwk, "x": base64url(b"\0" + bytes(32))}, "key.malformed"),
        ({**p256_key("a").jwk, "y": p256_key("b").jwk["y"]}, "key.not-on-curve"),
        ({**p384_key("a").jwk, "y": p384_key("b").jwk["y"]}, "key.not-on-curve"),
        ({**p384_key("a").jwk, "crv": "P-256"}, "key.malformed"),
        (_rsa_jwk(1024), "key.weak"),
        (_rsa_jwk(16384), "key.weak"),
        ({**_rsa_jwk(2048), "e": "AQ"}, "key.malformed"),
        ({**_rsa_jwk(2048), "e": base64url(b"\xff" * 100)}, "key.malformed"),
    ],
)
def test_a_key_that_cannot_be_trusted_is_refused_for_its_reason(jwk: JsonObject, code: str) -> None:
    with pytest.raises(RefusalError) as caught:
        key_from_jwk(jwk)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "jwk", [{"kty": "EC", "crv": "secp256k1", "x": "AA", "y": "AA"}, {"kty": "oct", "k": "AA"}, {}, {"kty": ["EC"]}]
)
def test_a_kind_that_is_not_implemented_is_no_refusal(jwk: JsonObject) -> None:
    with pytest.raises(ResolutionError, match=r"key\.unsupported"):
        key_from_jwk(jwk)


POINT = p256_key("a").private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"\xed\x01" + bytes(31), "key.malformed"),
        (b"\xed\x01" + bytes(33), "key.malformed"),
        (b"\x80\x24" + POINT[:-1], "key.malformed"),
        (b"\x81\x24" + POINT, "key.malformed"),
        (b"\x80\x24\x05" + bytes(32), "key.malformed"),
        (b"\x80\x24\x02" + b"\xff" * 32, "key.not-on-curve"),
        (b"\x85\x24" + POINT, "key.malformed"),
        (b"\x80\x26" + bytes(32), "key.private"),
        (b"\xe7\x01" + POINT, "key.unsupported"),
        (b"\xec\x01" + bytes(32), "key.unsupported"),
        (b"", "key.unsupported"),
    ],
)
def test_a_multikey_of_another_codec_or_length(octets: bytes, code: str) -> None:
    with pytest.raises((RefusalError, ResolutionError)) as caught:
        key_from_multikey(multibase58(octets))
    error: WalletError = caught.value
    assert error.code == code


IDENTITY = b"\x01" + bytes(31)


@pytest.mark.parametrize("sign", [b"\x00", b"\x80"])
@pytest.mark.parametrize("point", [IDENTITY, bytes(32), b"\xec" + b"\xff" * 30 + b"\x7f"])
def test_a_key_that_signs_everything_is_refused(point: bytes, sign: bytes) -> None:
    octets = point[:-1] + bytes([point[-1] | sign[0]])
    with pytest.raises(RefusalError, match=r"key\.degenerate"):
        key_from_multikey(multibase58(b"\xed\x01" + octets))


def test_such_a_key_would_verify_any_text() -> None:
    seed = b"any seed".ljust(32, b"\0")
    private = ed25519.Ed25519PrivateKey.from_private_bytes(seed)
    scalar = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little") & ~7 & ~(1 << 255) | (1 << 254)
    order = 2**252 + 27742317777372353535851937790883648493
    point = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    forged = point + (scalar % order).to_bytes(32, "little")
    ed25519.Ed25519PublicKey.from_public_bytes(IDENTITY).verify(forged, MESSAGE)


def test_a_multikey_in_another_alphabet_could_not_be_read() -> None:
    with pytest.raises(RefusalError, match=r"key\.malformed"):
        key_from_multikey("z0OIl")
    with pytest.raises(ResolutionError, match=r"multibase\.unknown-prefix"):
        key_from_multikey("f00")


@pytest.mark.parametrize(
    ("pem", "code"),
    [
        ("-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----", "key.private"),
        ("…", "key.malformed"),
        ("", "key.malformed"),
        ("-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----", "key.malformed"),
    ],
)
def test_a_pem_that_is_no_public_key(pem: str, code: str) -> None:
    with pytest.raises(RefusalError) as caught:
        key_from_pem(pem)
    assert caught.value.code == code


def test_a_pem_of_another_kind_or_strength() -> None:
    other = ed448.Ed448PrivateKey.generate().public_key()
    with pytest.raises(ResolutionError, match=r"key\.unsupported"):
        key_from_pem(other.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode())
    weak = rsa.generate_private_key(65537, 1024).public_key()
    with pytest.raises(RefusalError, match=r"key\.weak"):
        key_from_pem(weak.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode())
