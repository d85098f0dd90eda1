"""Verification methods: where each type holds its key."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.assets.encoding import multibase58
from tests.assets.keys import ed25519_key, p256_key, rsa_key
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.key_forms import holds_key, read_key
from wallet.resolution.keys import key_from_jwk

EDWARDS, CURVE, RSA = ed25519_key("a"), p256_key("a"), rsa_key("academy")
BASE58 = multibase58(EDWARDS.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))[1:]


@pytest.mark.parametrize(
    ("method", "jwk"),
    [
        ({"type": "Multikey", "publicKeyMultibase": EDWARDS.multikey}, EDWARDS.jwk),
        ({"type": "Multikey", "publicKeyMultibase": CURVE.multikey}, CURVE.jwk),
        ({"type": "Ed25519VerificationKey2020", "publicKeyMultibase": EDWARDS.multikey}, EDWARDS.jwk),
        ({"type": "Ed25519VerificationKey2018", "publicKeyBase58": BASE58}, EDWARDS.jwk),
        ({"type": "JsonWebKey", "publicKeyJwk": CURVE.jwk}, CURVE.jwk),
        ({"type": "JsonWebKey2020", "publicKeyJwk": RSA.jwk}, RSA.jwk),
        ({"type": "CryptographicKey", "publicKeyPem": RSA.pem}, RSA.jwk),
        ({"type": ["CryptographicKey", {}], "publicKeyPem": RSA.pem}, RSA.jwk),
        ({"type": "RsaVerificationKey2018", "publicKeyPem": RSA.pem}, RSA.jwk),
    ],
)
def test_each_type_has_its_place_for_the_key(method: JsonObject, jwk: JsonObject) -> None:
    assert holds_key(method)
    assert read_key(method) == key_from_jwk(jwk)


@pytest.mark.parametrize(
    ("method", "code"),
    [
        ({"type": "Ed25519VerificationKey2020", "publicKeyMultibase": CURVE.multikey}, "key.other-kind"),
        ({"type": "Multikey", "publicKeyMultibase": EDWARDS.multikey, "publicKeyJwk": CURVE.jwk}, "key.two-forms"),
        ({"type": "Multikey", "publicKeyMultibase": EDWARDS.multikey, "secretKeyMultibase": "z"}, "key.private"),
        ({"type": "JsonWebKey", "publicKeyJwk": {**EDWARDS.jwk, "d": "AA"}}, "key.private"),
        ({"type": "JsonWebKey", "publicKeyJwk": "text"}, "key.malformed"),
        ({"type": "Multikey", "publicKeyMultibase": 1}, "key.malformed"),
    ],
)
def test_a_method_that_contradicts_itself_is_refused(method: JsonObject, code: str) -> None:
    with pytest.raises(RefusalError) as caught:
        read_key(method)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "method",
    [
        {"type": "EcdsaSecp256k1VerificationKey2019", "publicKeyJwk": {}},
        {"type": "Multikey", "publicKeyBase58": BASE58},
        {"type": "Multikey"},
        {"type": [["Multikey"]], "publicKeyMultibase": EDWARDS.multikey},
        {"publicKeyMultibase": EDWARDS.multikey},
    ],
)
def test_a_type_or_place_that_is_not_known_could_not_be_checked(method: JsonObject) -> None:
    with pytest.raises(ResolutionError, match=r"key\.unsupported"):
        read_key(method)
