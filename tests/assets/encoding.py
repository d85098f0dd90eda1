"""How keys and signatures are written: base58-btc and base64url (RFC 4648, section 5, without padding)."""

from __future__ import annotations

import base64

__all__ = ["base64url", "multibase58"]

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base64url(content: bytes) -> str:
    """The content in base64url, without padding."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def multibase58(content: bytes) -> str:
    """The content in base58-btc with its multibase prefix "z"."""
    number = int.from_bytes(content, "big")
    digits = ""
    while number:
        number, remainder = divmod(number, 58)
        digits = _ALPHABET[remainder] + digits
    zeros = len(content) - len(content.lstrip(b"\0"))
    return "z" + "1" * zeros + digits
