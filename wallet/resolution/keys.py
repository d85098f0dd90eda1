"""Public keys: read from the forms that controller documents use, and asked whether a signature is theirs.

The only place that touches cryptography. Each algorithm is a row in a table with the kind of key it needs, so that a
key is never used with an algorithm of another family.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wallet.errors import ResolutionError
from wallet.fields import JsonValue
from wallet.resolution.multibase import decode_base64url, decode_multibase

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    _Key = EllipticCurvePublicKey | Ed25519PublicKey | RSAPublicKey

__all__ = ["JWS_ALGORITHMS", "PublicKey", "key_from_jwk", "key_from_multikey", "key_from_pem", "verify_signature"]

JWS_ALGORITHMS: Mapping[str, str] = {"RS256": "RSA", "ES256": "P-256", "EdDSA": "Ed25519"}
"""The JWS algorithms that are implemented, with the kind of key each needs (RFC 7518, RFC 8037)."""

MIN_RSA_BITS = 2_048
"""RFC 7518 section 3.3: a key of 2048 bits or larger MUST be used."""

MAX_RSA_BITS = 8_192
"""Larger keys only cost the reader time."""

_SIGNATURE_BYTES = {"P-256": 64, "Ed25519": 64}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key of one kind: "Ed25519", "P-256" or "RSA"."""

    kind: str
    raw: bytes
    """A canonical form, by which two keys compare."""
    _key: _Key = field(repr=False, compare=False)


def verify_signature(key: PublicKey, algorithm: str, signature: bytes, message: bytes) -> bool:
    """Whether `signature` over `message` is this key's; `algorithm` is a JWS name. False for a key of another kind."""
    if JWS_ALGORITHMS.get(algorithm) != key.kind:
        return False
    if len(signature) != _SIGNATURE_BYTES.get(key.kind, len(signature)):
        return False
    return _VERIFIERS[key.kind](key._key, signature, message)


def key_from_multikey(text: str) -> PublicKey:
    """A key in the Multikey encoding; raises ResolutionError("key.unsupported" or "key.malformed")."""
    content = decode_multibase(text)
    if content[:2] == b"\xed\x01":
        return _ed25519(content[2:])
    if content[:2] == b"\x80\x24":
        return _p256(content[2:])
    raise ResolutionError("key.unsupported", kind=content[:2].hex())


def key_from_jwk(jwk: Mapping[str, JsonValue]) -> PublicKey:
    """A public JWK (RFC 7517); raises ResolutionError, also when it carries the private part "d"."""
    if "d" in jwk:
        raise ResolutionError("key.private")
    kind = (jwk.get("kty"), jwk.get("crv"))
    if kind == ("OKP", "Ed25519"):
        return _ed25519(_octets(jwk, "x"))
    if kind == ("EC", "P-256"):
        return _p256(b"\x04" + _octets(jwk, "x").rjust(32, b"\0") + _octets(jwk, "y").rjust(32, b"\0"))
    if kind[0] == "RSA":
        return _rsa(_octets(jwk, "n"), _octets(jwk, "e"))
    raise ResolutionError("key.unsupported", kind=f"{kind[0]} {kind[1] or ''}".strip())


def key_from_pem(text: str) -> PublicKey:
    """A public key in PEM (RFC 7468 section 13), as ``publicKeyPem`` of Open Badges 2.0 holds it; raises as JWK do."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    if "PRIVATE KEY" in text:
        raise ResolutionError("key.private")
    try:
        key = load_pem_public_key(text.strip().encode("ascii"))
    except (ValueError, UnsupportedAlgorithm):
        raise ResolutionError("key.malformed") from None
    return _known(key)


def _known(key: object) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if isinstance(key, ed25519.Ed25519PublicKey):
        return _ed25519(key.public_bytes(Encoding.Raw, PublicFormat.Raw))
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return _p256(key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        return _rsa(numbers.n.to_bytes((numbers.n.bit_length() + 7) // 8, "big"), numbers.e.to_bytes(8, "big"))
    raise ResolutionError("key.unsupported", kind=type(key).__name__)


def _octets(jwk: Mapping[str, JsonValue], name: str) -> bytes:
    value = jwk.get(name)
    if not isinstance(value, str):
        raise ResolutionError("key.malformed")
    return decode_base64url(value)


def _ed25519(raw: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        return PublicKey("Ed25519", raw, Ed25519PublicKey.from_public_bytes(raw))
    except ValueError:
        raise ResolutionError("key.malformed") from None


def _p256(point: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        raise ResolutionError("key.malformed") from None
    return PublicKey("P-256", key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint), key)


def _rsa(modulus: bytes, exponent: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    n, e = int.from_bytes(modulus, "big"), int.from_bytes(exponent, "big")
    if not MIN_RSA_BITS <= n.bit_length() <= MAX_RSA_BITS:
        raise ResolutionError("key.weak", bits=n.bit_length())
    try:
        key = RSAPublicNumbers(e, n).public_key()
    except ValueError:
        raise ResolutionError("key.malformed") from None
    return PublicKey("RSA", n.to_bytes((n.bit_length() + 7) // 8, "big") + b":" + str(e).encode("ascii"), key)


def _verify_ed25519(key: _Key, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    assert isinstance(key, Ed25519PublicKey)
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _verify_p256(key: _Key, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    assert isinstance(key, ec.EllipticCurvePublicKey)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def _verify_rsa(key: _Key, signature: bytes, message: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    assert isinstance(key, rsa.RSAPublicKey)
    try:
        key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


_VERIFIERS: Mapping[str, Callable[[_Key, bytes, bytes], bool]] = {
    "Ed25519": _verify_ed25519,
    "P-256": _verify_p256,
    "RSA": _verify_rsa,
}
