"""QR codes: an address as a picture that a camera reads, from paper too."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from wallet.errors import BuildError
from wallet.site.reader import Reader
from wallet.site.views import QrView

if TYPE_CHECKING:
    from segno import QRCode

__all__ = ["qr_png", "qr_svg", "qr_view"]

SIZE = 152
QUIET_ZONE = 4
QUICK_PATTERN = 3


def qr_svg(text: str, *, quick: bool = False) -> bytes:
    """`text` as dark squares on white, with the margin that readers need; raises BuildError for one too long.

    A `quick` one has one of the eight patterns that every reader knows, without the search for the best looking one.
    """
    code, picture = _code(text, QUICK_PATTERN if quick else None), BytesIO()
    # The colours are in the file: a code in light squares on dark is not read by every camera.
    code.save(
        picture,
        kind="svg",
        border=QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
        nl=False,
    )
    return picture.getvalue()


def qr_png(text: str) -> bytes:
    """The quick code of `text` in points, as programs take it that draw no SVG."""
    # One square is eight points, which in black and white are one byte.
    margin = b"\xff" * QUIET_ZONE
    rows = [
        b"\0" + margin + bytes(0x00 if dark else 0xFF for dark in row) + margin
        for row in _code(text, QUICK_PATTERN).matrix
    ]
    size = len(rows[0]) - 1
    empty = [b"\0" + b"\xff" * size] * QUIET_ZONE
    lines = b"".join(row * 8 for row in (*empty, *rows, *empty))
    header = struct.pack(">IIBBBBB", 8 * size, 8 * size, 1, 0, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@lru_cache(maxsize=1)
def _code(text: str, pattern: int | None) -> QRCode:
    import segno

    try:
        return segno.make(text, error="m", micro=False, mask=pattern)
    except segno.DataOverflowError:
        raise BuildError("build.address-too-long", address=text) from None


def qr_view(reader: Reader, address: str, url: str) -> QrView:
    """The code for `url`, published at `address`."""
    return QrView(address=address, url=url, alt=reader.say("QR code of the address {url}", url=url), size=SIZE)
