"""The two faces that cards are set in, and what they can set.

Noto Serif JP and Noto Sans JP come with a package of their own and are read as files; the package is not imported.
Text is set glyph by glyph, which is right for the Latin, Greek and Cyrillic scripts and for Japanese and Chinese.
Scripts whose letters join, stack or run from right to left cannot be set so, and are not set at all: `settable`
answers None for them, rather than a row of boxes or letters in the wrong order.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

__all__ = ["SANS", "SERIF", "Face", "face", "fonts_digest", "settable"]

SERIF = "NotoSerifJP-Regular.otf"
SANS = "NotoSansJP-Regular.otf"

_PACKAGE = "pylopdf-fonts-jp"
_UNKNOWN = "\uffff"
"""A code point that no font has a glyph for."""

_LATIN = "0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_JAPANESE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SEAM = re.compile(f"(?<=[{_LATIN}])(?=[{_JAPANESE}])|(?<=[{_JAPANESE}])(?=[{_LATIN}])")
_HALF_EMPTY = "「『（【〔〈《〝"


class Face:
    """One face at one size in pixels."""

    def __init__(self, name: str, size: int) -> None:
        self.font = _font(name, size)
        self.size = size

    def pieces(self, text: str) -> list[tuple[float, str]]:
        """`text` in pieces with the place of each: a thin space stands between Latin and Japanese letters."""
        # The left half of an opening bracket is empty: the line begins where its ink does.
        x = -self.size / 2 if text[:1] in _HALF_EMPTY and text else 0.0
        placed = []
        for piece in _SEAM.split(text):
            placed.append((x, piece))
            x += self.font.getlength(piece) + self.size / 8
        return placed

    def width(self, text: str) -> float:
        """How wide a line is."""
        x, last = self.pieces(text)[-1]
        return x + self.font.getlength(last)


@lru_cache(maxsize=256)
def face(name: str, size: int) -> Face:
    """The face at a size."""
    return Face(name, size)


@lru_cache(maxsize=256)
def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The other layout engine would depend on a library that not every machine has, and give other pixels.
    return ImageFont.truetype(str(_file(name)), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=2)
def _file(name: str) -> Path:
    listed = distribution(_PACKAGE).files or ()
    return Path(str(next(path for path in listed if path.name == name).locate()))


@lru_cache(maxsize=1)
def fonts_digest() -> str:
    """What the faces are, for the key of a picture that was made with them."""
    digest = hashlib.sha256()
    for name in (SERIF, SANS):
        digest.update(hashlib.sha256(_file(name).read_bytes()).digest())
    return digest.hexdigest()


def settable(text: str) -> str | None:
    """`text` as the faces can set it, or None when letters would be missing or in the wrong order.

    Signs that are no letters, such as emoji, and invisible ones are left out where the faces lack them.
    """
    # What is decoration may go; a text of which a letter went would be another text.
    kept = "".join(sign for sign in unicodedata.normalize("NFC", text) if not _left_out(sign))
    plain = " ".join(kept.split())
    return plain if plain and all(map(_can_set, plain)) else None


def _left_out(sign: str) -> bool:
    category = unicodedata.category(sign)
    if category == "Cf" or "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":
        return True
    return category in ("So", "Sk", "Me", "Cn", "Co", "Cs", "Cc") and not sign.isspace() and not _can_set(sign)


@lru_cache(maxsize=4096)
def _can_set(sign: str) -> bool:
    if unicodedata.bidirectional(sign) in ("R", "AL", "AN") or unicodedata.category(sign).startswith("M"):
        return False
    return sign == " " or all(_has_glyph(name, sign) for name in (SERIF, SANS))


def _has_glyph(name: str, sign: str) -> bool:
    font = _font(name, 24)
    return _drawn(font, sign) != _drawn(font, _UNKNOWN)


def _drawn(font: FreeTypeFont, sign: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(sign)
    return mask.size, bytes(mask)
