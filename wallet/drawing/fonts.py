"""The faces that cards are set in, and what they can set.

Noto Serif JP and Noto Sans JP set Japanese and the commonest Latin letters. Their Latin letters are those of Source
Serif and Source Sans, enlarged, which therefore set the words that need a letter of another European language. All
four are read as files of the packages that carry them; the packages are not imported.

Text is set glyph by glyph, which is right for the Latin, Greek and Cyrillic scripts and for Japanese and Chinese.
Scripts whose letters join, stack or run from right to left cannot be set so, and are not set at all: `settable`
answers None for them, rather than a row of boxes or letters in the wrong order.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

__all__ = ["SANS", "SERIF", "Face", "Piece", "face", "fonts_digest", "is_european", "settable"]

SERIF = "NotoSerifJP-Regular.otf"
SANS = "NotoSansJP-Regular.otf"

_EUROPEAN = {SERIF: ("SourceSerifPro-Light.otf", 1.09), SANS: ("SourceSansPro-Regular.otf", 1.117)}
"""For each face the one its Latin letters come from, and how much larger they are in it."""

_PACKAGES = {
    SERIF: "pylopdf-fonts-jp",
    SANS: "pylopdf-fonts-jp",
    "SourceSerifPro-Light.otf": "font-source-serif-pro",
    "SourceSansPro-Regular.otf": "font-source-sans-pro",
}

_UNKNOWN = "\uffff"
"""A code point that no font has a glyph for."""

_WIDE = "\u3000-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_IS_WIDE = re.compile(f"[{_WIDE}]")
_RUN = re.compile(f"[{_WIDE}]+|[^{_WIDE}]+")
_HALF_EMPTY = "「『（【〔〈《〝"
_NO_LETTERS = "・ー〜"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a line in one font, and where it begins."""

    x: float
    text: str
    font: FreeTypeFont


class Face:
    """One face at one size in pixels; `european` takes all Latin letters from the other font, as some need it."""

    def __init__(self, name: str, size: int, european: bool) -> None:
        other, scale = _EUROPEAN[name]
        self.font = _font(name, size)
        self.size = size
        self._latin = _font(other, round(size * scale)) if european else self.font

    def pieces(self, text: str) -> list[Piece]:
        """`text` in pieces: a thin space stands between Latin and Japanese letters."""
        # The left half of an opening bracket is empty: the line begins where its ink does.
        x = -self.size / 2 if text and text[0] in _HALF_EMPTY else 0.0
        placed: list[Piece] = []
        for run in _RUN.findall(text):
            font = self.font if _IS_WIDE.match(run) else self._latin
            if placed and _is_seam(placed[-1].text[-1], run[0]):
                x += self.size / 8
            placed.append(Piece(x=x, text=run, font=font))
            x += font.getlength(run)
        return placed

    def width(self, text: str) -> float:
        """How wide a line is."""
        placed = self.pieces(text)
        return placed[-1].x + placed[-1].font.getlength(placed[-1].text) if placed else 0.0


def _is_seam(before: str, after: str) -> bool:
    return all(sign.isalnum() and sign not in _NO_LETTERS for sign in (before, after))


@lru_cache(maxsize=256)
def face(name: str, size: int, european: bool = False) -> Face:
    """The face at a size."""
    return Face(name, size, european)


def is_european(text: str) -> bool:
    """Whether a text that can be set has a letter that needs the other font."""
    return not all(_has_glyph(name, sign) for name in (SERIF, SANS) for sign in text)


@lru_cache(maxsize=256)
def _font(name: str, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The other layout engine would depend on a library that not every machine has, and give other pixels.
    return ImageFont.truetype(str(_file(name)), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8)
def _file(name: str) -> Path:
    listed = distribution(_PACKAGES[name]).files or ()
    return Path(str(next(path for path in listed if path.name == name).locate()))


@lru_cache(maxsize=1)
def fonts_digest() -> str:
    """What the faces are, for the key of a picture that was made with them."""
    digest = hashlib.sha256()
    for name in _PACKAGES:
        digest.update(hashlib.sha256(_file(name).read_bytes()).digest())
    return digest.hexdigest()


def settable(text: str) -> str | None:
    """`text` as the faces can set it, or None when letters would be missing or in the wrong order.

    Signs that are no letters, such as emoji, and invisible ones are left out where the faces lack them.
    """
    # What is decoration may go; a text of which a letter went would be another text.
    kept = "".join(sign for sign in unicodedata.normalize("NFC", text) if not _left_out(sign))
    plain = " ".join(kept.split())
    return plain if plain and all(map(_can_set, plain)) and _in_two_fonts(plain) else None


def _in_two_fonts(text: str) -> bool:
    """Whether one font has all its Latin letters and signs, so that no word is a mixture."""
    narrow = [sign for sign in text if not _IS_WIDE.match(sign)]
    return not is_european(text) or all(_has_glyph(font, sign) for sign in narrow for font, _ in _EUROPEAN.values())


def _left_out(sign: str) -> bool:
    category = unicodedata.category(sign)
    if category == "Cf" or "\ufe00" <= sign <= "\ufe0f" or "\U000e0100" <= sign <= "\U000e01ef":
        return True
    return category in ("So", "Sk", "Me", "Cn", "Co", "Cs", "Cc") and not sign.isspace() and not _can_set(sign)


@lru_cache(maxsize=4096)
def _can_set(sign: str) -> bool:
    if unicodedata.bidirectional(sign) in ("R", "AL", "AN") or unicodedata.category(sign).startswith("M"):
        return False
    return all(_has_glyph(name, sign) or _has_glyph(other, sign) for name, (other, _) in _EUROPEAN.items())


@lru_cache(maxsize=8192)
def _has_glyph(name: str, sign: str) -> bool:
    font = _font(name, 24)
    return sign == " " or _drawn(font, sign) != _drawn(font, _UNKNOWN)


def _drawn(font: FreeTypeFont, sign: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(sign)
    return mask.size, bytes(mask)
