"""A badge's picture from a stranger's file: decoded within limits, whole, on white, and never recoloured.

Four raster formats of the web are read, and of SVG what consists of shapes alone: no text, no styles, no filters. A
file that is anything else, that cannot be read, or that would unfold to more than a screen can show, gives no picture,
and a monogram takes its place.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from wallet.documents.svg import looks_like_svg
from wallet.documents.svg_shapes import plain_svg

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["open_picture"]

FORMATS = ("PNG", "JPEG", "GIF", "WEBP")

MOST_PIXELS = 16_000_000
"""A photograph of a good camera; beyond this a file is meant to exhaust the machine."""

MOST_ENLARGED = 3
"""A smaller picture would be a blur, and stays small."""


def open_picture(content: bytes, side: int) -> Image | None:
    """The picture as large as it fits into a square of `side`, on white; None when there is none to be had."""
    from PIL import Image

    try:
        content = _drawn_svg(content, side) or content
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                return _on_white(_fitted(_upright(opened), side))
    # Decoders of hostile files raise whatever their format's code happens to raise.
    except Exception:
        return None


def _drawn_svg(content: bytes, side: int) -> bytes | None:
    if not looks_like_svg(content):
        return None
    found = plain_svg(content)
    if found is None:
        return None
    from resvg_py import svg_to_bytes

    scale = side / max(found.width, found.height)
    width, height = (max(1, round(length * scale)) for length in (found.width, found.height))
    try:
        return svg_to_bytes(svg_string=found.text, width=width, height=height, skip_system_fonts=True)
    except BaseException as error:
        # When the renderer panics, what it raises is none of Python's ordinary exceptions.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            return None
        raise


def _upright(opened: Image) -> Image:
    from PIL import ImageOps

    return ImageOps.exif_transpose(opened).convert("RGBA")


def _fitted(picture: Image, side: int) -> Image:
    from PIL import Image

    scale = min(side / max(picture.size), MOST_ENLARGED)
    width, height = (max(1, round(length * scale)) for length in picture.size)
    # Transparent pixels have colours of their own, which must not bleed into their neighbours.
    return picture.convert("RGBa").resize((width, height), Image.Resampling.BICUBIC).convert("RGBA")


def _on_white(picture: Image) -> Image:
    from PIL import Image

    ground = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    return Image.alpha_composite(ground, picture).convert("RGB")
