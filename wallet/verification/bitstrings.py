"""The bits of a status list: inflated within a limit, and read at a position (Bitstring Status List 1.0, section 3).

A list is compressed so well that a kilobyte can stand for gigabytes; a position outside it, or one that two programs
would read differently, has no answer.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib

from wallet.errors import ResolutionError
from wallet.fields import JsonValue

__all__ = ["MAX_LIST_BYTES", "MAX_STATUS_SIZE", "inflate_list", "read_index", "read_size", "read_value"]

MAX_LIST_BYTES = 16_000_000
"""One hundred and twenty-eight million credentials; a larger list is an attack on the reader's memory."""

MAX_STATUS_SIZE = 32
"""Four thousand million kinds of status; a larger value names nothing that an issuer could describe."""

_INDEX = re.compile(r"^(0|[1-9][0-9]{0,11})\Z")
_BASE64URL = re.compile(r"^[A-Za-z0-9_-]*={0,2}\Z")
_GZIP = 31


def inflate_list(encoded: JsonValue, *, multibase: bool, url: str) -> bytes:
    """The bytes of an ``encodedList``, after the multibase prefix "u" where the specification wants one.

    Raises ResolutionError("status.list-malformed") or ResolutionError("status.list-too-large").
    """
    inflater = zlib.decompressobj(wbits=_GZIP)
    try:
        bits = inflater.decompress(_decoded(encoded, multibase), MAX_LIST_BYTES)
    except (ValueError, binascii.Error, zlib.error):
        raise ResolutionError("status.list-malformed", url=url) from None
    if inflater.unconsumed_tail:
        raise ResolutionError("status.list-too-large", url=url)
    if not inflater.eof:
        raise ResolutionError("status.list-malformed", url=url)
    return bits


def _decoded(encoded: JsonValue, multibase: bool) -> bytes:
    if not isinstance(encoded, str) or (multibase and not encoded.startswith("u")):
        raise ValueError("no encoded list")
    # The draft of 2021 left open which of the two alphabets of base64 is meant; both occur.
    text = encoded[1:] if multibase else encoded.translate({ord("+"): "-", ord("/"): "_"})
    if not _BASE64URL.match(text):
        raise ValueError("no base64url")
    text = text.rstrip("=")
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def read_index(index: JsonValue) -> int:
    """A position, decimal digits as the specification writes it; raises ResolutionError("status.malformed-index")."""
    text = str(index) if isinstance(index, int) and not isinstance(index, bool) else index
    if not isinstance(text, str) or not _INDEX.match(text):
        raise ResolutionError("status.malformed-index", index=str(index)[:40])
    return int(text)


def read_size(size: JsonValue) -> int:
    """The bits of one status, 1 where nothing is said; raises ResolutionError("status.malformed-size")."""
    if size is None:
        return 1
    if isinstance(size, bool) or not isinstance(size, int) or not 1 <= size <= MAX_STATUS_SIZE:
        raise ResolutionError("status.malformed-size", size=str(size)[:40])
    return size


def read_value(bits: bytes, index: int, size: int = 1) -> int:
    """The status at `index`, `size` bits wide; raises ResolutionError("status.index-out-of-range")."""
    start, end = index * size, index * size + size
    if end > len(bits) * 8:
        raise ResolutionError("status.index-out-of-range", index=index)
    window = int.from_bytes(bits[start // 8 : (end + 7) // 8], "big")
    return (window >> (-end % 8)) & ((1 << size) - 1)
