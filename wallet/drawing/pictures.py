"""A badge's picture from a stranger's file: decoded within limits, whole, on white, and never recoloured.

Only the four raster formats of the web are read. An SVG is a program for a browser and is not drawn here; a file that
cannot be read, or that would unfold to more than a screen can show, gives no picture, and a monogram takes its place.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                return _on_white(_fitted(_upright(opened), side))
    # Decoders of hostile files raise whatever their format's code happens to raise.
    except Exception:
        return None


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
