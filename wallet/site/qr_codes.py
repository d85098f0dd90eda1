"""QR codes: an address as a picture that a camera reads, from paper too."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from wallet.errors import BuildError
from wallet.site.reader import Reader
from wallet.site.views import QrView

if TYPE_CHECKING:
    from segno import QRCode

__all__ = ["QUIET_ZONE", "QrSquares", "qr_squares", "qr_svg", "qr_view"]

SIZE = 152
QUIET_ZONE = 4
PATTERN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class QrSquares:
    """The squares of a code row by row, a dark one as a bit that is set; the first is the highest."""

    size: int
    bits: int


def qr_svg(text: str) -> bytes:
    """`text` as dark squares on white, with the margin that readers need; raises BuildError for one too long."""
    code, picture = _code(text), BytesIO()
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


def qr_squares(text: str) -> QrSquares:
    """The code of `text` in one of the eight patterns that every reader knows, without the search for the best looking;
    raises BuildError for a text too long."""
    rows = _code(text, PATTERN).matrix
    bits = "".join("1" if square else "0" for row in rows for square in row)
    return QrSquares(size=len(rows), bits=int(bits, 2))


def _code(text: str, pattern: int | None = None) -> QRCode:
    import segno

    try:
        return segno.make(text, error="m", micro=False, mask=pattern)
    except segno.DataOverflowError:
        raise BuildError("build.address-too-long", address=text) from None


def qr_view(reader: Reader, address: str, url: str) -> QrView:
    """The code for `url`, published at `address`."""
    return QrView(address=address, url=url, alt=reader.say("QR code of the address {url}", url=url), size=SIZE)
