"""The proof values of ecdsa-sd-2023, taken apart (vc-di-ecdsa sections 3.5.3 and 3.5.8).

A base proof is for the holder: it has the key that hides names, and one signature for every statement. A derived proof
is for verifiers: it has the names of the statements that the holder chose to show, and their signatures.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass

from wallet.errors import RefusalError, ResolutionError
from wallet.resolution.multibase import decode_base64url
from wallet.verification.cbor import CborValue, decode_cbor

__all__ = ["BaseValue", "DerivedValue", "parse_proof_value"]

_BASE, _DERIVED = b"\xd9\x5d\x00", b"\xd9\x5d\x01"
_SIGNATURE_BYTES = 64
_PUBLIC_KEY_BYTES = 35
_KEY_PREFIX = b"\x80\x24"
_HMAC_BYTES = 32

MAX_STATEMENTS = 10_000
"""Each statement that is shown costs one signature check, some 100 µs; a badge has ten to three hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseValue:
    """What an issuer gives a holder; `public_key` is the one-time key of the signatures, as a Multikey's octets."""

    base_signature: bytes
    public_key: bytes
    hmac_key: bytes
    signatures: tuple[bytes, ...]
    mandatory_pointers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedValue:
    """What a holder shows; `labels` are the hidden names of the canonical blank nodes ("c14n0" and so on)."""

    base_signature: bytes
    public_key: bytes
    signatures: tuple[bytes, ...]
    labels: Mapping[str, str]
    mandatory_indexes: frozenset[int]


def parse_proof_value(text: str) -> BaseValue | DerivedValue:
    """The proof value that `text` is; raises RefusalError("proof.malformed-value") for anything else."""
    try:
        content = decode_base64url(text[1:]) if text.startswith("u") else b""
    except ResolutionError:
        raise _malformed() from None
    components = decode_cbor(content[3:])
    if not isinstance(components, list) or len(components) != 5 or content[:3] not in (_BASE, _DERIVED):
        raise _malformed()
    return _base(components) if content[:3] == _BASE else _derived(components)


def _base(components: list[CborValue]) -> BaseValue:
    base_signature, public_key, hmac_key, signatures, pointers = components
    if not isinstance(pointers, list) or len(pointers) > MAX_STATEMENTS:
        raise _malformed()
    return BaseValue(
        base_signature=_octets(base_signature, _SIGNATURE_BYTES),
        public_key=_public_key(public_key),
        hmac_key=_octets(hmac_key, _HMAC_BYTES),
        signatures=_signatures(signatures),
        mandatory_pointers=tuple(_pointer(pointer) for pointer in pointers),
    )


def _derived(components: list[CborValue]) -> DerivedValue:
    base_signature, public_key, signatures, labels, indexes = components
    if not isinstance(labels, dict) or not isinstance(indexes, list) or len(indexes) > MAX_STATEMENTS:
        raise _malformed()
    names = {f"c14n{_number(number)}": _label(octets) for number, octets in labels.items()}
    # One name for two nodes would let a holder show one thing as two, or one statement twice.
    if len(set(names.values())) != len(names):
        raise _malformed()
    return DerivedValue(
        base_signature=_octets(base_signature, _SIGNATURE_BYTES),
        public_key=_public_key(public_key),
        signatures=_signatures(signatures),
        labels=names,
        mandatory_indexes=frozenset(_number(index) for index in indexes),
    )


def _octets(value: CborValue, length: int) -> bytes:
    if not isinstance(value, bytes) or len(value) != length:
        raise _malformed()
    return value


def _public_key(value: CborValue) -> bytes:
    octets = _octets(value, _PUBLIC_KEY_BYTES)
    if octets[:2] != _KEY_PREFIX:
        raise _malformed()
    return octets


def _signatures(value: CborValue) -> tuple[bytes, ...]:
    if not isinstance(value, list) or len(value) > MAX_STATEMENTS:
        raise _malformed()
    return tuple(_octets(signature, _SIGNATURE_BYTES) for signature in value)


def _label(value: CborValue) -> str:
    return "u" + base64.urlsafe_b64encode(_octets(value, _HMAC_BYTES)).rstrip(b"=").decode("ascii")


def _number(value: CborValue) -> int:
    if not isinstance(value, int) or value < 0:
        raise _malformed()
    return value


def _pointer(value: CborValue) -> str:
    if not isinstance(value, str) or (value and not value.startswith("/")):
        raise _malformed()
    return value


def _malformed() -> RefusalError:
    return RefusalError("proof.malformed-value")
