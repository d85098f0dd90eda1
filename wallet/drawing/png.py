"""A picture of at most 256 colours as a PNG, in bytes that no version of a compression library changes.

Compressors differ in how they look for repetitions further back. Runs and frequencies alone leave no choice, and a
card, which is mostly paper, needs no more.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

__all__ = ["encode"]


def encode(width: int, height: int, indices: bytes, palette: Sequence[tuple[int, int, int]]) -> bytes:
    """The PNG of `indices`, row by row, into `palette`."""
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    rows = [indices[start : start + width] for start in range(0, width * height, width)]
    packed = _packed(b"".join(map(_filtered, rows, [bytes(width), *rows])))
    colours = b"".join(map(bytes, palette))
    chunks = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _filtered(row: bytes, above: bytes) -> bytes:
    """The row as it is, or as what differs from the row above it, whichever is the shorter when packed."""
    if row == above:
        return b"\2" + bytes(len(row))
    return min(b"\0" + row, b"\2" + _difference(row, above), key=lambda filtered: len(_packed(filtered)))


def _difference(row: bytes, above: bytes) -> bytes:
    """How much more each byte is than the one above it, modulo 256: a row is one number, and no byte borrows."""
    size = len(row)
    one, other = int.from_bytes(row), int.from_bytes(above)
    high, low = int.from_bytes(b"\x80" * size), int.from_bytes(b"\x7f" * size)
    return (((one | high) - (other & low)) ^ ((one ^ other ^ high) & high)).to_bytes(size)


def _packed(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    return packer.compress(content) + packer.flush()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
