"""The QR codes of short links: for pages and paper in lines, for other programs in points.

Short links of one site differ in their id alone, and a QR code in a given pattern is linear: what one bit of the text
changes in the picture does not depend on the other bits. So for many badges the picture of each bit is made once, and
every code is put together from these.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence

from wallet.site.entries import BadgeEntry
from wallet.site.model import SiteFile
from wallet.site.qr_codes import QUIET_ZONE, QrSquares, qr_squares
from wallet.site.sharing import CODE_PNG, CODE_SVG
from wallet.site.short_links import short_address
from wallet.site.urls import absolute, badge_address, file_of

__all__ = ["code_files", "drawn", "pointed", "squares_by_bits"]

FEW = 80
"""Up to so many codes are made faster one by one."""

_RUN = re.compile("1+")
_POINTS = bytes.maketrans(b"01", b"\xff\x00")


def code_files(entries: Sequence[BadgeEntry], base_url: str) -> Iterator[SiteFile]:
    """The short link of each badge as a code, in lines and in points."""
    squares_of = squares_by_bits() if len(entries) > FEW else qr_squares
    for entry in entries:
        squares = squares_of(absolute(base_url, short_address(entry)))
        for name, content in ((CODE_SVG, drawn(squares)), (CODE_PNG, pointed(squares))):
            yield SiteFile(path=file_of(badge_address(entry.slug, name)), content=content, badge=entry.slug)


def squares_by_bits() -> Callable[[str], QrSquares]:
    """`qr_squares` for texts of one length in ASCII, which remembers what each bit of the text changes."""
    first: list[tuple[str, QrSquares]] = []
    changes: dict[tuple[int, int], int] = {}

    def change(place: int, bit: int) -> int:
        text, squares = first[0]
        if (place, bit) not in changes:
            other = f"{text[:place]}{chr(ord(text[place]) ^ bit)}{text[place + 1 :]}"
            changes[place, bit] = qr_squares(other).bits ^ squares.bits
        return changes[place, bit]

    def squares_of(text: str) -> QrSquares:
        if not first:
            first.append((text, qr_squares(text)))
        known, squares = first[0]
        bits = squares.bits
        for place, (one, other) in enumerate(zip(known, text, strict=True)):
            different = ord(one) ^ ord(other)
            while different:
                bits ^= change(place, different & -different)
                different &= different - 1
        return QrSquares(size=squares.size, bits=bits)

    return squares_of


def drawn(squares: QrSquares) -> bytes:
    """The code as SVG: dark on white, for a code in light squares on dark is not read by every camera."""
    size = squares.size + 2 * QUIET_ZONE
    lines = "".join(
        f"M{run.start() + QUIET_ZONE} {y + QUIET_ZONE}.5h{run.end() - run.start()}"
        for y, row in enumerate(_rows(squares))
        for run in _RUN.finditer(row)
    )
    ground = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
    return f'{svg}{ground}<path stroke="#000" d="{lines}"/></svg>'.encode()


def pointed(squares: QrSquares) -> bytes:
    """The code as PNG, eight points to a square: in black and white they are one byte."""
    side = b"\xff" * QUIET_ZONE
    rows = [b"\0" + side + row.encode().translate(_POINTS) + side for row in _rows(squares)]
    size = squares.size + 2 * QUIET_ZONE
    empty = [b"\0" + b"\xff" * size] * QUIET_ZONE
    lines = b"".join(row * 8 for row in (*empty, *rows, *empty))
    header = struct.pack(">IIBBBBB", 8 * size, 8 * size, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _rows(squares: QrSquares) -> Iterator[str]:
    size = squares.size
    text = format(squares.bits, f"0{size * size}b")
    return (text[start : start + size] for start in range(0, size * size, size))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
