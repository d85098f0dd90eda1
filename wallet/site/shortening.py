"""Texts cut to what a service takes, with an ellipsis to say so."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

__all__ = ["shortened", "without_breaks", "x_weight"]

ELLIPSIS = "…"

# Of 280: what X counts once; everything else, Japanese among it, counts twice.
_SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_JOINER, _SKINS = "\u200d", "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def without_breaks(text: str) -> str:
    """`text` without line breaks and double spaces."""
    return " ".join(text.split())


def x_weight(text: str) -> int:
    """How much of a post on X the text takes; an emoji of several characters is counted more than X does."""
    return sum(1 if any(low <= ord(one) <= high for low, high in _SINGLE) else 2 for one in text)


def shortened(text: str, limit: int, weight: Callable[[str], int] = len) -> str:
    """`text`, or as much of its beginning as weighs no more than `limit` with the ellipsis."""
    if weight(text) <= limit:
        return text
    room, kept = limit - weight(ELLIPSIS), 0
    for character in text:
        room -= weight(character)
        if room < 0:
            break
        kept += 1
    while kept and (_belongs(text[kept]) or text[kept - 1] == _JOINER):
        kept -= 1
    return text[:kept].rstrip() + ELLIPSIS


def _belongs(character: str) -> bool:
    """Whether it is part of the character before it: half an emoji would be another one."""
    return character == _JOINER or character in _SKINS or unicodedata.category(character) in ("Mn", "Me", "Mc")
