"""QR codes: an address as a picture that a camera reads, from paper too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING, Any

from wallet.errors import BuildError
from wallet.site.reader import Reader
from wallet.site.views import QrView

if TYPE_CHECKING:
    from segno import QRCode

__all__ = ["QUIET_ZONE", "DrawCode", "draw_code", "drawn_by", "qr_view"]

DrawCode = Callable[[str, str], bytes]
"""Draws a text as a file of a kind, as `draw_code` does."""

SIZE = 152
QUIET_ZONE = 4

# One of the eight patterns that every reader knows; the search for the best looking takes three quarters of the time.
_PATTERN = 3

# The colours are in the file: a code in light squares on dark is not read by every camera.
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "svg": {
        "dark": "#000",
        "light": "#fff",
        "xmldecl": False,
        "svgclass": None,
        "lineclass": None,
        "omitsize": True,
        "nl": False,
    },
    "png": {"scale": 8},
}


def draw_code(text: str, kind: str) -> bytes:
    """`text` as dark squares on white, with the margin that readers need, as "svg" or "png".

    Raises BuildError for a text too long.
    """
    picture = BytesIO()
    _code(text).save(picture, kind=kind, border=QUIET_ZONE, **_OPTIONS[kind])
    return picture.getvalue()


@lru_cache(maxsize=1)
def _code(text: str) -> QRCode:
    """The same code in both kinds, one after the other."""
    import segno

    try:
        return segno.make(text, error="m", micro=False, mask=_PATTERN)
    except segno.DataOverflowError:
        raise BuildError("build.address-too-long", address=text) from None


def drawn_by(kind: str) -> str:
    """What, besides the text, decides the bytes of a code."""
    return f"{version('segno')} {_PATTERN} {QUIET_ZONE} {dict(_OPTIONS[kind])}"


def qr_view(reader: Reader, address: str, url: str) -> QrView:
    """The code for `url`, published at `address`."""
    return QrView(address=address, url=url, alt=reader.say("QR code of the address {url}", url=url), size=SIZE)
