"""A badge's picture drawn smaller; the only place where pictures are decoded.

A picture comes from anyone. It is decoded by the one decoder its first bytes name and within limits that stand before
decoding; whatever goes wrong, nothing is drawn.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from wallet.site.entries import BadgeImage
from wallet.stages.orientation import orientation

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Made = TypeVar("Made")

__all__ = ["MAX_DRAWN_PIXELS", "MAX_SCANS", "Drawing", "can_be_drawn", "drawn_by"]

MAX_DRAWN_PIXELS = 4096 * 4096
"""With all its copies it takes two seconds and some 400 MB, which computers have to spare; no badge is drawn larger."""

MAX_SCANS = 64
"""A progressive JPEG has about ten; each further one may cost a pass over the whole picture and be a few bytes long."""

_FORMATS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP"}
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    # Method 6 takes forty times as long as 4 and saves three bytes in a hundred.
    "webp": {"quality": 85, "method": 4},
    "png": {"optimize": True},
    "jpg": {"quality": 85, "optimize": True},
}
_REVISION = "1"
"""To be raised when this module draws the same picture otherwise than before."""

_PROFILED = {"1": "L", "LA": "L", "I;16": "L", "P": "RGB", "PA": "RGB", "RGBA": "RGB"}
"""By Pillow's mode the one that a profile speaks of, where it is another."""

_DRAWN = ("L", "RGB", "CMYK")
_SRGB = {
    "gamma": (0.45455,),
    "chromaticity": (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06),
}
"""As PNG states them; with a tolerance, since programs round in their own ways."""

_TOLERANCE = 0.01


def can_be_drawn(image: BadgeImage) -> bool:
    """Whether it is worth trying: a kind of pixels, and not too many of them."""
    return image.extension in _FORMATS and image.width * image.height <= MAX_DRAWN_PIXELS


def drawn_by(extension: str) -> str:
    """What, besides the picture and the size, decides the bytes of a drawing."""
    from PIL import __version__

    return f"{_REVISION} {__version__} {dict(_OPTIONS[extension])}"


class Drawing:
    """A picture that is decoded when it is first asked for, and once."""

    def __init__(self, image: BadgeImage) -> None:
        self._image = image
        self._picture: Picture | None = None
        self._tried = False

    def encoded(self, size: tuple[int, int], extension: str) -> bytes | None:
        """The whole picture in `size` as a file of that kind, or None where it cannot be drawn unchanged."""
        if not self._tried:
            self._tried, self._picture = True, _quietly(lambda: _decode(self._image))
        picture = self._picture
        return _quietly(lambda: _encode(picture, size, extension)) if picture else None


def _quietly(make: Callable[[], Made]) -> Made | None:
    """What `make` returns, or None: a decoder that is given anything may raise anything, and warns of what it sees."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return make()
        except Exception:
            return None


def _encode(picture: Picture, size: tuple[int, int], extension: str) -> bytes:
    from PIL.Image import Resampling

    stream = io.BytesIO()
    scaled = picture.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
    scaled.save(stream, _FORMATS[extension], **_OPTIONS[extension])
    return stream.getvalue()


def _decode(image: BadgeImage) -> Picture:
    """The upright picture in sRGB with its transparency; raises anything where it cannot be had unchanged."""
    from PIL import Image, WebPImagePlugin

    assert WebPImagePlugin.SUPPORTED  # Imported by name, it spares Pillow the import of every format it knows.
    if image.extension == "jpg" and image.content.count(b"\xff\xda") > MAX_SCANS:
        raise ValueError("too many scans")
    turn = orientation(image.content, image.extension)
    picture = Image.open(io.BytesIO(image.content), formats=[_FORMATS[image.extension]])
    size = (image.height, image.width) if turn >= 5 else (image.width, image.height)
    if picture.size != size or _is_moving(picture, image.extension) or not _is_plain(picture, image):
        raise ValueError("not to be drawn")
    picture.load()
    return _upright(_in_srgb(picture), turn)


def _is_moving(picture: Picture, extension: str) -> bool:
    # What Pillow counts in a JPEG are other pictures behind it, which no browser shows.
    return extension != "jpg" and getattr(picture, "is_animated", False)


def _is_plain(picture: Picture, image: BadgeImage) -> bool:
    """Whether Pillow sees the colours a browser shows, but for a profile."""
    if image.extension != "png" or "icc_profile" in picture.info:
        return True
    # A transparent colour of 16 bits is not found again among colours of 8.
    if image.content[24] == 16 and "transparency" in picture.info:
        return False
    return all(_is_near(picture.info[name], usual) for name, usual in _SRGB.items() if name in picture.info)


def _is_near(stated: Any, usual: tuple[float, ...]) -> bool:
    values = stated if isinstance(stated, tuple) else (stated,)
    return len(values) == len(usual) and all(
        abs(one - two) < _TOLERANCE for one, two in zip(values, usual, strict=True)
    )


def _in_srgb(picture: Picture) -> Picture:
    profile = picture.info.get("icc_profile")
    alpha = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data else None
    if picture.mode == "I;16":
        # Converted at once, everything above 255 would be white.
        colours = picture.point(lambda value: value * (1 / 256)).convert("L")
    else:
        colours = picture.convert(_PROFILED.get(picture.mode, picture.mode))
    if colours.mode not in _DRAWN:
        raise ValueError("not to be drawn")
    result = _converted(colours, profile) if profile else colours.convert("RGB")
    if alpha is not None:
        result.putalpha(alpha)
    result.info = {}
    return result


def _converted(picture: Picture, profile: bytes) -> Picture:
    from PIL import ImageCms

    source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
    result = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    if result is None:
        raise ValueError("not converted")
    return result


def _upright(picture: Picture, turn: int) -> Picture:
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return picture.transpose(turns[turn]) if turn in turns else picture
