"""Public keys: read from the forms that controller documents use, and asked whether a signature is theirs.

A key that is damaged, too weak or given away together with its private half is refused for that reason; a kind of key
that is merely not implemented is "could not be checked". Which algorithm suits which key is in `algorithms`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonValue, as_sequence
from wallet.resolution.algorithms import ALGORITHMS
from wallet.resolution.multibase import decode_base58, decode_base64url, decode_multibase

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    _Key = EllipticCurvePublicKey | Ed25519PublicKey | RSAPublicKey

__all__ = [
    "JWS_ALGORITHMS",
    "PublicKey",
    "key_from_base58",
    "key_from_jwk",
    "key_from_multikey",
    "key_from_pem",
    "verify_signature",
]

JWS_ALGORITHMS: Mapping[str, str] = {name: algorithm.key_kind for name, algorithm in ALGORITHMS.items()}
"""The JWS algorithms that are implemented, with the kind of key each needs."""

MIN_RSA_BITS = 2_048
"""RFC 7518 section 3.3: a key of 2048 bits or larger MUST be used."""

MAX_RSA_BITS = 8_192
"""Larger keys only cost the reader time."""

MAX_RSA_EXPONENT_BITS = 64
"""The usual exponent has 17 bits; a long one makes each verification slow and nothing safer."""

MAX_KEPT_KEYS = 64
"""A run meets the keys of a few issuers, each in many badges; a file made of thousands shall not keep them all."""

_PRIVATE_MEMBERS = ("d", "p", "q", "dp", "dq", "qi", "oth")
_PRIVATE_CODECS = frozenset({b"\x80\x26", b"\x86\x26", b"\x87\x26", b"\x85\x26"})
"""Multicodec prefixes of private keys: Ed25519, P-256, P-384, RSA."""

_SMALL_ORDER = frozenset(
    bytes.fromhex(text)
    for text in (
        "00" * 32,
        "01" + "00" * 31,
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    )
)
"""Ed25519 points of order 1, 2, 4 and 8 without their sign bit (RFC 8032 section 5.1.7 leaves them to the verifier): no
private key belongs to them, and a signature that goes with them is made for any text."""

_COORDINATE_BYTES = {"P-256": 32, "P-384": 48}
_CURVES = {"P-256": "SECP256R1", "P-384": "SECP384R1"}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key of one kind: "Ed25519", "P-256", "P-384" or "RSA"."""

    kind: str
    raw: bytes
    """A canonical form, by which two keys compare: the octets of the point, or modulus and exponent."""
    _key: _Key = field(repr=False, compare=False)

    @property
    def octets(self) -> bytes:
        """The key as it is written: Ed25519 as it is, a point in its compressed form, of an RSA key the modulus."""
        return self.raw.rpartition(b":")[0] if self.kind == "RSA" else self.raw


def verify_signature(key: PublicKey, algorithm: str, signature: bytes, message: bytes) -> bool:
    """Whether `signature` over `message` is this key's; `algorithm` is a JWS name. False for a key of another kind."""
    chosen = ALGORITHMS.get(algorithm)
    if chosen is None or chosen.key_kind != key.kind:
        return False
    return chosen.verifies(key._key, signature, message)


@lru_cache(maxsize=MAX_KEPT_KEYS)
def key_from_multikey(text: str) -> PublicKey:
    """A key in the Multikey encoding (Controlled Identifiers 1.0, section 2.2.2; for RSA the did:key Method).

    Raises ResolutionError("key.unsupported"), or RefusalError for a key that is damaged, weak or private.
    """
    content = _decoded(decode_multibase, text)
    codec, octets = content[:2], content[2:]
    if codec in _PRIVATE_CODECS:
        raise RefusalError("key.private")
    read = _MULTICODECS.get(codec)
    if read is None:
        raise ResolutionError("key.unsupported", kind=f"multicodec {codec.hex()}")
    return read(octets)


def key_from_base58(text: str) -> PublicKey:
    """An Ed25519 key as Ed25519VerificationKey2018 writes it: base58 without prefix; raises RefusalError."""
    return _ed25519(_decoded(decode_base58, text))


def key_from_jwk(jwk: Mapping[str, JsonValue]) -> PublicKey:
    """A public JWK (RFC 7517, RFC 7518 section 6, RFC 8037 section 2).

    Raises ResolutionError("key.unsupported"), or RefusalError for a key that is damaged, weak, private or not for
    signatures.
    """
    if any(name in jwk for name in _PRIVATE_MEMBERS):
        raise RefusalError("key.private")
    if jwk.get("use", "sig") != "sig":
        raise RefusalError("key.not-for-signatures", use=str(jwk.get("use")))
    if "verify" not in as_sequence(jwk.get("key_ops", "verify")):
        raise RefusalError("key.not-for-signatures", use=str(jwk.get("key_ops")))
    kind, curve = jwk.get("kty"), jwk.get("crv")
    if (kind, curve) == ("OKP", "Ed25519"):
        return _ed25519(_octets(jwk, "x"))
    if kind == "EC" and isinstance(curve, str) and curve in _CURVES:
        return _point(curve, b"\x04" + _coordinate(jwk, "x", curve) + _coordinate(jwk, "y", curve))
    if kind == "RSA":
        return _rsa(int.from_bytes(_octets(jwk, "n"), "big"), int.from_bytes(_octets(jwk, "e"), "big"))
    raise ResolutionError("key.unsupported", kind=f"{kind} {curve or ''}".strip())


def key_from_pem(text: str) -> PublicKey:
    """A public key in PEM (RFC 7468 section 13), as ``publicKeyPem`` of Open Badges 2.0 holds it.

    Raises ResolutionError("key.unsupported"), or RefusalError for a key that is damaged, weak or private.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    if "PRIVATE KEY" in text:
        raise RefusalError("key.private")
    try:
        return _known(load_pem_public_key(text.strip().encode("ascii")))
    except UnsupportedAlgorithm:
        raise ResolutionError("key.unsupported", kind="PEM") from None
    except ValueError:
        raise RefusalError("key.malformed") from None


def _decoded(decode: Callable[[str], bytes], text: str) -> bytes:
    try:
        return decode(text)
    except ResolutionError as error:
        if error.code == "multibase.malformed":
            raise RefusalError("key.malformed") from None
        raise


def _octets(jwk: Mapping[str, JsonValue], name: str) -> bytes:
    value = jwk.get(name)
    if not isinstance(value, str):
        raise RefusalError("key.malformed")
    return _decoded(decode_base64url, value)


def _coordinate(jwk: Mapping[str, JsonValue], name: str, curve: str) -> bytes:
    octets = _octets(jwk, name)
    if len(octets) != _COORDINATE_BYTES[curve]:
        raise RefusalError("key.malformed")
    return octets


def _ed25519(octets: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if octets[:-1] + bytes(octet & 0x7F for octet in octets[-1:]) in _SMALL_ORDER:
        raise RefusalError("key.degenerate")
    try:
        return PublicKey("Ed25519", octets, Ed25519PublicKey.from_public_bytes(octets))
    except ValueError:
        raise RefusalError("key.malformed") from None


def _point(curve: str, octets: bytes) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    size, form = _COORDINATE_BYTES[curve], octets[:1]
    if len(octets) != {b"\x02": size + 1, b"\x03": size + 1, b"\x04": 2 * size + 1}.get(form):
        raise RefusalError("key.malformed")
    try:
        key = ec.EllipticCurvePublicKey.from_encoded_point(getattr(ec, _CURVES[curve])(), octets)
    except ValueError:
        raise RefusalError("key.not-on-curve", curve=curve) from None
    return PublicKey(curve, key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint), key)


def _p256(octets: bytes) -> PublicKey:
    return _point("P-256", octets)


def _p384(octets: bytes) -> PublicKey:
    return _point("P-384", octets)


def _rsa_der(octets: bytes) -> PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        key = _known(load_der_public_key(octets))
    except (ValueError, UnsupportedAlgorithm):
        raise RefusalError("key.malformed") from None
    if key.kind != "RSA":
        raise RefusalError("key.malformed")
    return key


def _rsa(n: int, e: int) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    if not MIN_RSA_BITS <= n.bit_length() <= MAX_RSA_BITS:
        raise RefusalError("key.weak", bits=n.bit_length())
    if e.bit_length() > MAX_RSA_EXPONENT_BITS:
        raise RefusalError("key.malformed")
    try:
        key = RSAPublicNumbers(e, n).public_key()
    except ValueError:
        raise RefusalError("key.malformed") from None
    return PublicKey("RSA", n.to_bytes((n.bit_length() + 7) // 8, "big") + b":" + str(e).encode("ascii"), key)


def _known(key: object) -> PublicKey:
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if isinstance(key, ed25519.Ed25519PublicKey):
        return _ed25519(key.public_bytes(Encoding.Raw, PublicFormat.Raw))
    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        return _rsa(numbers.n, numbers.e)
    if isinstance(key, ec.EllipticCurvePublicKey):
        for curve, name in _CURVES.items():
            if key.curve.name == name.lower():
                return _point(curve, key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    raise ResolutionError("key.unsupported", kind=type(key).__name__)


_MULTICODECS: Mapping[bytes, Callable[[bytes], PublicKey]] = {
    b"\xed\x01": _ed25519,
    b"\x80\x24": _p256,
    b"\x81\x24": _p384,
    b"\x85\x24": _rsa_der,
}
