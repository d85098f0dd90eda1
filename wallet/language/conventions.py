"""How a document is laid out where a language is at home: what a catalog of sentences cannot say."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["cv_layout", "is_katakana"]

_CV_LAYOUTS: Mapping[str, str] = {"ja": "form"}
_KATAKANA = re.compile("[\u30a0-\u30ff\\s]+")


def cv_layout(language: str) -> str:
    """ "form": a ruled table of years and months, oldest first; elsewhere "list": a line for each, newest first."""
    return _CV_LAYOUTS.get(language.split("-")[0].lower(), "list")


def is_katakana(reading: str) -> bool:
    """Whether a name's reading is written in katakana: forms have another word for it than for one in hiragana."""
    return _KATAKANA.fullmatch(reading) is not None
