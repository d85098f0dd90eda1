"""Signature algorithms: each with its own kind of key and its own form of signature, and with no other."""

from __future__ import annotations

import dataclasses

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.assets.keys import SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from wallet.resolution.algorithms import ALGORITHMS
from wallet.resolution.keys import key_from_jwk, verify_signature

MESSAGE = b"message"
KEYS: dict[str, SigningKey] = {
    "Ed25519": ed25519_key("a"),
    "P-256": p256_key("a"),
    "P-384": p384_key("a"),
    "RSA": rsa_key("academy"),
}


def _signing(algorithm: str) -> SigningKey:
    return dataclasses.replace(KEYS[ALGORITHMS[algorithm].key_kind], algorithm=algorithm)


def test_the_algorithms_of_the_specifications_are_there() -> None:
    assert set(ALGORITHMS) >= {"RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"}
    assert not [name for name in ALGORITHMS if name.lower().startswith(("hs", "none"))]


@pytest.mark.parametrize("algorithm", sorted(ALGORITHMS))
def test_each_verifies_its_own_signatures_and_no_others(algorithm: str) -> None:
    signing = _signing(algorithm)
    key, signature = key_from_jwk(signing.jwk), signing.sign(MESSAGE)
    assert verify_signature(key, algorithm, signature, MESSAGE)
    assert not verify_signature(key, algorithm, signature, b"massage")
    assert not verify_signature(key, algorithm, signature[:-1], MESSAGE)
    assert not verify_signature(key, algorithm, signature + b"\0", MESSAGE)
    others = [other for other in ALGORITHMS if other != algorithm and {other, algorithm} != {"EdDSA", "Ed25519"}]
    assert others
    assert not [other for other in others if verify_signature(key, other, signature, MESSAGE)]


@pytest.mark.parametrize("algorithm", ["HS256", "none", "", "eddsa", "ES256K"])
def test_a_name_that_is_not_in_the_table_verifies_nothing(algorithm: str) -> None:
    for signing in KEYS.values():
        assert not verify_signature(key_from_jwk(signing.jwk), algorithm, signing.sign(MESSAGE), MESSAGE)


@pytest.mark.parametrize("algorithm", ["ES256", "ES384"])
def test_an_ecdsa_signature_is_two_numbers_of_full_length(algorithm: str) -> None:
    signing = _signing(algorithm)
    key, size = key_from_jwk(signing.jwk), ALGORITHMS[algorithm].signature_bytes or 0
    assert isinstance(signing.private, ec.EllipticCurvePrivateKey)
    chosen = hashes.SHA256() if algorithm == "ES256" else hashes.SHA384()
    der = signing.private.sign(MESSAGE, ec.ECDSA(chosen))
    signature = signing.sign(MESSAGE)
    zeros = [bytes(size), bytes(size // 2) + signature[size // 2 :], signature[: size // 2] + bytes(size // 2)]
    for other in (der, *zeros, b"\xff" * size, b""):
        assert not verify_signature(key, algorithm, other, MESSAGE)
