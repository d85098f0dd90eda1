"""Compression with the same bytes on every machine: a deflate stream differs between builds of zlib.

One block with the fixed Huffman codes of RFC 1951, section 3.2.6; of two earlier occurrences the longer match counts.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

__all__ = ["deflate", "gzip_file", "zlib_stream"]

_MIN_MATCH = 3
_MAX_MATCH = 258
_WINDOW = 32_768
_LONG_KEY = 12
_INDEXED = 32
_LENGTH_BASES = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163)
_LENGTH_CODES = (*_LENGTH_BASES, 195, 227, 258)
_LENGTH_EXTRA = (0,) * 8 + (1,) * 4 + (2,) * 4 + (3,) * 4 + (4,) * 4 + (5,) * 4 + (0,)
_DISTANCES = (1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1_025, 1_537, 2_049)
_DISTANCE_CODES = (*_DISTANCES, 3_073, 4_097, 6_145, 8_193, 12_289, 16_385, 24_577)


def zlib_stream(content: bytes) -> bytes:
    """The content as a zlib stream (RFC 1950)."""
    return b"\x78\x01" + deflate(content) + struct.pack(">I", zlib.adler32(content))


def gzip_file(content: bytes) -> bytes:
    """The content as a gzip member without name and time (RFC 1952)."""
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    return head + deflate(content) + struct.pack("<II", zlib.crc32(content), len(content))


def deflate(content: bytes) -> bytes:
    """The content as a deflate stream (RFC 1951); the same bytes on every machine."""
    bits = _Bits()
    bits.write(0b011, 3)
    for literal, length, distance in _tokens(content):
        if length:
            _write_match(bits, length, distance)
        else:
            _write_symbol(bits, literal)
    _write_symbol(bits, 256)
    return bits.finish()


class _Bits:
    """Bits packed from the least significant end (RFC 1951, section 3.1.1)."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._value = 0
        self._count = 0

    def write(self, value: int, count: int) -> None:
        self._value |= value << self._count
        self._count += count
        while self._count >= 8:
            self.bytes.append(self._value & 255)
            self._value >>= 8
            self._count -= 8

    def code(self, code: int, count: int) -> None:
        # Huffman codes are packed from their most significant bit.
        self.write(int(f"{code:0{count}b}"[::-1], 2), count)

    def finish(self) -> bytes:
        if self._count:
            self.bytes.append(self._value & 255)
        return bytes(self.bytes)


def _tokens(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Literals ``(value, 0, 0)`` and matches ``(0, length, distance)``, the longer of two candidates."""
    latest: dict[bytes, int] = {}
    position = 0
    while position < len(content):
        length, earlier = max(_candidates(content, latest, position))
        step = length if length >= _MIN_MATCH else 1
        # Long runs repeat themselves: their later positions offer nothing that their first ones do not.
        for index in range(position, position + min(step, _INDEXED)):
            latest[content[index : index + _LONG_KEY]] = index
            latest[content[index : index + _MIN_MATCH]] = index
        if length >= _MIN_MATCH:
            yield 0, length, position - earlier
        else:
            yield content[position], 0, 0
        position += step


def _candidates(content: bytes, latest: dict[bytes, int], position: int) -> Iterator[tuple[int, int]]:
    yield 0, -1
    for size in (_LONG_KEY, _MIN_MATCH):
        earlier = latest.get(content[position : position + size], -1)
        if earlier >= 0 and position - earlier <= _WINDOW:
            yield _match(content, earlier, position), earlier


def _match(content: bytes, earlier: int, position: int) -> int:
    limit = min(_MAX_MATCH, len(content) - position)
    length = 0
    while length < limit and content[earlier + length] == content[position + length]:
        length += 1
    return length


def _write_symbol(bits: _Bits, symbol: int) -> None:
    if symbol < 144:
        bits.code(0x30 + symbol, 8)
    elif symbol < 256:
        bits.code(0x190 + symbol - 144, 9)
    elif symbol < 280:
        bits.code(symbol - 256, 7)
    else:
        bits.code(0xC0 + symbol - 280, 8)


def _write_match(bits: _Bits, length: int, distance: int) -> None:
    index = max(position for position, base in enumerate(_LENGTH_CODES) if base <= length)
    _write_symbol(bits, 257 + index)
    bits.write(length - _LENGTH_CODES[index], _LENGTH_EXTRA[index])
    index = max(position for position, base in enumerate(_DISTANCE_CODES) if base <= distance)
    bits.code(index, 5)
    bits.write(distance - _DISTANCE_CODES[index], max(0, index // 2 - 1))
