"""Signature algorithms by their JWS names: which kind of key each needs, and how a signature is checked.

Each algorithm is a row in a table, so that a key is never used with an algorithm of another family. No symmetric
algorithm is here, and none can be: a public key must never serve as a shared secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

__all__ = ["ALGORITHMS", "Algorithm"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Algorithm:
    """One algorithm: the kind of key it needs and the exact length of its signatures; None is the modulus's length."""

    key_kind: str
    signature_bytes: int | None
    check: Callable[[Any, bytes, bytes], bool]

    def verifies(self, key: Any, signature: bytes, message: bytes) -> bool:
        """Whether `signature` over `message` was made with the private half of `key`, a key of the right kind."""
        if self.signature_bytes is not None and len(signature) != self.signature_bytes:
            return False
        return self.check(key, signature, message)


def _holds(verify: Callable[..., None], *arguments: object) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        verify(*arguments)
    except InvalidSignature:
        return False
    return True


def _eddsa(key: Any, signature: bytes, message: bytes) -> bool:
    return _holds(key.verify, signature, message)


def _ecdsa(hash_name: str, key: Any, signature: bytes, message: bytes) -> bool:
    """RFC 7518 section 3.4: the signature is the two numbers side by side, never their DER form."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    half = len(signature) // 2
    r, s = int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big")
    # A signature of zeros satisfies careless implementations for every message.
    if r == 0 or s == 0:
        return False
    return _holds(key.verify, encode_dss_signature(r, s), message, ec.ECDSA(getattr(hashes, hash_name)()))


def _rsa_pkcs1(hash_name: str, key: Any, signature: bytes, message: bytes) -> bool:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    return _holds(key.verify, signature, message, padding.PKCS1v15(), getattr(hashes, hash_name)())


def _rsa_pss(hash_name: str, key: Any, signature: bytes, message: bytes) -> bool:
    """RFC 7518 section 3.5: the salt is as long as the hash."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    chosen = getattr(hashes, hash_name)()
    scheme = padding.PSS(mgf=padding.MGF1(chosen), salt_length=chosen.digest_size)
    return _holds(key.verify, signature, message, scheme, chosen)


ALGORITHMS: Mapping[str, Algorithm] = {
    "EdDSA": Algorithm(key_kind="Ed25519", signature_bytes=64, check=_eddsa),
    "Ed25519": Algorithm(key_kind="Ed25519", signature_bytes=64, check=_eddsa),
    "ES256": Algorithm(key_kind="P-256", signature_bytes=64, check=partial(_ecdsa, "SHA256")),
    "ES384": Algorithm(key_kind="P-384", signature_bytes=96, check=partial(_ecdsa, "SHA384")),
    "RS256": Algorithm(key_kind="RSA", signature_bytes=None, check=partial(_rsa_pkcs1, "SHA256")),
    "RS384": Algorithm(key_kind="RSA", signature_bytes=None, check=partial(_rsa_pkcs1, "SHA384")),
    "RS512": Algorithm(key_kind="RSA", signature_bytes=None, check=partial(_rsa_pkcs1, "SHA512")),
    "PS256": Algorithm(key_kind="RSA", signature_bytes=None, check=partial(_rsa_pss, "SHA256")),
}
"""The implemented algorithms (RFC 7518 section 3.1, RFC 8037 section 3.1; "Ed25519" is EdDSA's name in RFC 9864)."""
