"""Keys for fictional issuers, each computed from its name: made for everybody to read, and worthless for that reason.

A key written here can never protect anything. Signatures made with them are repeatable: Ed25519 and RS256 are so by
nature, ES256 by RFC 6979.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.assets.encoding import base64url, multibase58
from wallet.fields import JsonObject

__all__ = [
    "Ed25519Key",
    "P256Key",
    "P384Key",
    "RsaKey",
    "SigningKey",
    "ed25519_key",
    "p256_key",
    "p384_key",
    "rfc_8037_key",
    "rsa_key",
]

_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_P384_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973
_RSA_EXPONENT = 65_537

# How far the next prime lies above the number that the label gives; found once, so that nothing is searched here.
_RSA_PRIMES = {"academy": (194, 4_340)}


@dataclass(frozen=True, slots=True)
class Ed25519Key:
    """Signs with EdDSA."""

    private: Ed25519PrivateKey
    algorithm: str = "EdDSA"

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)

    @property
    def multikey(self) -> str:
        return multibase58(b"\xed\x01" + self._raw)

    @property
    def jwk(self) -> JsonObject:
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url(self._raw)}

    @property
    def _raw(self) -> bytes:
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


@dataclass(frozen=True, slots=True)
class P256Key:
    """Signs with ES256, deterministically."""

    private: ec.EllipticCurvePrivateKey
    algorithm: str = "ES256"

    def sign(self, message: bytes) -> bytes:
        encoded = self.private.sign(message, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
        r, s = decode_dss_signature(encoded)
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")

    @property
    def multikey(self) -> str:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        return multibase58(b"\x80\x24" + point)

    @property
    def jwk(self) -> JsonObject:
        numbers = self.private.public_key().public_numbers()
        x, y = (base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


@dataclass(frozen=True, slots=True)
class P384Key:
    """Signs with ES384, deterministically."""

    private: ec.EllipticCurvePrivateKey
    algorithm: str = "ES384"

    def sign(self, message: bytes) -> bytes:
        encoded = self.private.sign(message, ec.ECDSA(hashes.SHA384(), deterministic_signing=True))
        r, s = decode_dss_signature(encoded)
        return r.to_bytes(48, "big") + s.to_bytes(48, "big")

    @property
    def multikey(self) -> str:
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        return multibase58(b"\x81\x24" + point)

    @property
    def jwk(self) -> JsonObject:
        numbers = self.private.public_key().public_numbers()
        x, y = (base64url(number.to_bytes(48, "big")) for number in (numbers.x, numbers.y))
        return {"kty": "EC", "crv": "P-384", "x": x, "y": y}


@dataclass(frozen=True, slots=True)
class RsaKey:
    """Signs with RS256, or with another algorithm of RSA that is named; 2048 bits."""

    private: rsa.RSAPrivateKey
    algorithm: str = "RS256"

    def sign(self, message: bytes) -> bytes:
        chosen = {"256": hashes.SHA256(), "384": hashes.SHA384(), "512": hashes.SHA512()}[self.algorithm[2:]]
        if self.algorithm.startswith("RS"):
            return self.private.sign(message, padding.PKCS1v15(), chosen)
        return self.private.sign(message, padding.PSS(padding.MGF1(chosen), chosen.digest_size), chosen)

    @property
    def multikey(self) -> str:
        return multibase58(b"\x85\x24" + self.private.public_key().public_bytes(Encoding.DER, PublicFormat.PKCS1))

    @property
    def pem(self) -> str:
        encoded = self.private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return encoded.decode("ascii")

    @property
    def jwk(self) -> JsonObject:
        numbers = self.private.public_key().public_numbers()
        octets = (number.to_bytes((number.bit_length() + 7) // 8, "big") for number in (numbers.n, numbers.e))
        n, e = (base64url(part) for part in octets)
        return {"kty": "RSA", "n": n, "e": e}


SigningKey = Ed25519Key | P256Key | P384Key | RsaKey


@cache
def ed25519_key(label: str) -> Ed25519Key:
    """The Ed25519 key of this name."""
    return Ed25519Key(Ed25519PrivateKey.from_private_bytes(_digest(f"{label} Ed25519")))


@cache
def rfc_8037_key() -> Ed25519Key:
    """The key of RFC 8037, appendix A.1, whose private half stands there for everybody."""
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    return Ed25519Key(Ed25519PrivateKey.from_private_bytes(seed))


@cache
def p256_key(label: str) -> P256Key:
    """The P-256 key of this name."""
    scalar = int.from_bytes(_digest(f"{label} P-256"), "big") % (_P256_ORDER - 1) + 1
    return P256Key(ec.derive_private_key(scalar, ec.SECP256R1()))


@cache
def p384_key(label: str) -> P384Key:
    """The P-384 key of this name."""
    scalar = int.from_bytes(hashlib.sha384(_digest(f"{label} P-384")).digest(), "big") % (_P384_ORDER - 1) + 1
    return P384Key(ec.derive_private_key(scalar, ec.SECP384R1()))


@cache
def rsa_key(label: str) -> RsaKey:
    """The RSA key of this name, which must be one of those whose primes are known."""
    p, q = (_wide(f"{label} RSA {part}") + offset for part, offset in zip("pq", _RSA_PRIMES[label], strict=True))
    d = pow(_RSA_EXPONENT, -1, (p - 1) * (q - 1))
    numbers = rsa.RSAPrivateNumbers(
        p=p,
        q=q,
        d=d,
        dmp1=rsa.rsa_crt_dmp1(d, p),
        dmq1=rsa.rsa_crt_dmq1(d, q),
        iqmp=rsa.rsa_crt_iqmp(p, q),
        public_numbers=rsa.RSAPublicNumbers(_RSA_EXPONENT, p * q),
    )
    return RsaKey(numbers.private_key())


def _digest(label: str) -> bytes:
    return hashlib.sha256(f"learner-wallet test material: {label}".encode()).digest()


def _wide(label: str) -> int:
    number = int.from_bytes(b"".join(_digest(f"{label} {part}") for part in range(4)), "big")
    return number | (3 << 1022) | 1
