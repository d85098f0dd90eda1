"""PNG files written by hand, chunk by chunk, so that their bytes depend on no library's version."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from tests.assets.deflate import zlib_stream

__all__ = ["SIGNATURE", "chunk", "chunks", "itxt", "with_chunk", "write_png"]

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk: length, kind, content, CRC (PNG, section 5.3)."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def itxt(keyword: str, text: str) -> bytes:
    """An uncompressed iTXt chunk without language (PNG, section 11.3.3.4)."""
    return chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8"))


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Kind and whole bytes of every chunk of a well-formed file."""
    position = len(SIGNATURE)
    while position < len(png):
        (length,) = struct.unpack_from(">I", png, position)
        end = position + 12 + length
        yield png[position + 4 : position + 8], png[position:end]
        position = end


def with_chunk(png: bytes, added: bytes) -> bytes:
    """The file with one more chunk, directly after its header."""
    header_end = len(SIGNATURE) + 25
    return png[:header_end] + added + png[header_end:]


def write_png(width: int, height: int, rgba: bytes) -> bytes:
    """A PNG of 8-bit RGBA pixels, row by row from the top."""
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    content = chunk(b"IDAT", zlib_stream(_unfiltered(width * 4, rgba)))
    return SIGNATURE + chunk(b"IHDR", header) + content + chunk(b"IEND", b"")


def _unfiltered(stride: int, pixels: bytes) -> bytes:
    """Every row with filter type "none", which suits flat colours best."""
    return b"".join(b"\0" + pixels[start : start + stride] for start in range(0, len(pixels), stride))
