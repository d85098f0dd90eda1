"""Multibase and Multikey: how keys and signatures are written (Controlled Identifiers 1.0, sections 2.2.2 and 2.4)."""

from __future__ import annotations

import base64
import binascii

from wallet.errors import ResolutionError

__all__ = ["decode_base58", "decode_base64url", "decode_multibase", "encode_base58"]

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {character: value for value, character in enumerate(_BASE58)}

MAX_BASE58_LENGTH = 2_048
"""Base58 decoding takes quadratic time; the longest RSA Multikey has 800 characters."""


def decode_multibase(text: str) -> bytes:
    """Bytes of a base58-btc ("z") or base64url ("u") value; raises ResolutionError for any other."""
    if text.startswith("z"):
        return decode_base58(text[1:])
    if text.startswith("u"):
        return decode_base64url(text[1:])
    raise ResolutionError("multibase.unknown-prefix", prefix=text[:1])


def decode_base58(text: str) -> bytes:
    """Bytes of a base58-btc text without prefix."""
    if len(text) > MAX_BASE58_LENGTH:
        raise ResolutionError("multibase.malformed")
    try:
        digits = [_VALUES[character] for character in text]
    except KeyError:
        raise ResolutionError("multibase.malformed") from None
    number = 0
    # Ten digits at a time: sums of small numbers, and few products of large ones.
    for start in range(0, len(digits), 10):
        part = 0
        for digit in digits[start : start + 10]:
            part = part * 58 + digit
        number = number * 58 ** len(digits[start : start + 10]) + part
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode_base58(octets: bytes) -> str:
    """The base58-btc text of `octets`, without prefix."""
    number, digits = int.from_bytes(octets, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        digits = _BASE58[digit] + digits
    return "1" * (len(octets) - len(octets.lstrip(b"\0"))) + digits


def decode_base64url(text: str) -> bytes:
    """Bytes of unpadded base64url (RFC 4648 section 5), strictly: one text for one value."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ResolutionError("multibase.malformed") from None
    if base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii") != text:
        raise ResolutionError("multibase.malformed")
    return content
