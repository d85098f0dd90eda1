"""Text set to the width of a terminal: Japanese breaks between any two letters, and closing marks begin no line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["columns", "wrapped"]

_PIECE = re.compile(r"[!-~]+|\s+|.", re.DOTALL)
_CLOSING = "、。，．：；！？）］｝」』】・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ”’…"
_OPENING = "（［｛「『【“‘"


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    """The lines of one paragraph, each with its indent, in at most `width` columns where a word is not longer."""
    line = ""
    for piece in _pieces(text):
        if line and columns(indent + line + piece.rstrip()) > width:
            yield indent + line.rstrip()
            line = ""
        line += piece if line or not piece.isspace() else ""
    if line.strip():
        yield indent + line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """What stays together: words, letters of Japanese, and marks with the letter that they belong to."""
    held = ""
    for piece in _PIECE.findall(text):
        if held and piece not in _CLOSING and held[-1] not in _OPENING:
            yield held
            held = ""
        held += piece
    if held:
        yield held
