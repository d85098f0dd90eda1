"""A badge baked into a PNG (Open Badges 3.0 section 5.3.1; PNG third edition, chunks tEXt, zTXt and iTXt).

Chunks are walked by length and checked by CRC up to IEND. Whatever stands behind IEND belongs to no PNG and is not
looked at. What a chunk holds is decided by its content, since issuers use the keyword of one version for another.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from wallet.errors import DocumentError

__all__ = ["PNG_SIGNATURE", "BakedText", "baked_texts"]

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

MAX_CHUNKS = 100_000
"""A large picture has some thousands of IDAT chunks."""

MAX_INFLATED_BYTES = 5_000_000
"""The largest credentials, with pictures inside, stay below it; a compression bomb does not."""

_KEYWORDS = frozenset({"openbadgecredential", "openbadges", "openbadge", "clrcredential"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BakedText:
    """The text of one badge chunk; `compressed` and `chunk` tell how it departs from what the specification asks."""

    keyword: str
    text: str
    chunk: str
    compressed: bool


def baked_texts(source: bytes) -> tuple[BakedText, ...]:
    """Every badge text of a PNG, in file order; raises DocumentError when the file is cut off or damaged."""
    found = []
    for kind, content in _chunks(source):
        if kind in (b"iTXt", b"tEXt", b"zTXt"):
            keyword, _, rest = content.partition(b"\0")
            name = keyword.decode("latin-1")
            if name in _KEYWORDS:
                found.append(_read_text(kind.decode("ascii"), name, rest))
    return tuple(found)


def _chunks(source: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(PNG_SIGNATURE)
    for _ in range(MAX_CHUNKS):
        if position + 12 > len(source):
            raise DocumentError("png.truncated")
        length = int.from_bytes(source[position : position + 4], "big")
        end = position + 8 + length
        if end + 4 > len(source):
            raise DocumentError("png.truncated")
        kind, content = source[position + 4 : position + 8], source[position + 8 : end]
        if zlib.crc32(source[position + 4 : end]) != int.from_bytes(source[end : end + 4], "big"):
            raise DocumentError("png.damaged")
        yield kind, content
        if kind == b"IEND":
            return
        position = end + 4
    raise DocumentError("png.damaged")


def _read_text(chunk: str, keyword: str, rest: bytes) -> BakedText:
    compressed = False
    if chunk == "zTXt":
        compressed, rest = True, rest[1:]
    elif chunk == "iTXt":
        compressed = rest[:1] == b"\1"
        # Language tag and translated keyword, each ended by a zero byte, stand before the text.
        rest = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    content = _inflate(rest) if compressed else rest
    try:
        text = content.decode("latin-1" if chunk == "tEXt" and not content.startswith(b"{") else "utf-8")
    except UnicodeDecodeError:
        raise DocumentError("json.not-utf-8") from None
    return BakedText(keyword=keyword, text=text, chunk=chunk, compressed=compressed)


def _inflate(content: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(content, MAX_INFLATED_BYTES)
    except zlib.error:
        raise DocumentError("png.damaged") from None
    if inflater.unconsumed_tail:
        raise DocumentError("document.too-large", limit=MAX_INFLATED_BYTES // 1_000_000)
    if not inflater.eof:
        raise DocumentError("png.damaged")
    return inflated
