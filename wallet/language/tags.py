"""Language tags (BCP 47): their names for a reader, and a careful guess for text that came without one."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["autonym", "guess_language", "language_name", "locale_of", "same_language", "territory_name"]

_KANA = re.compile("[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile("[A-Za-z]{3,}")
_BEYOND_ASCII_LETTERS = re.compile("[^\\W\\d_A-Za-z]")


def same_language(one: str, other: str) -> bool:
    """Whether two tags name the same language, whatever the region."""
    return one.replace("_", "-").split("-")[0].lower() == other.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=4096)
def guess_language(text: str, *, han: str) -> str | None:
    """The language that the script of `text` gives away, `han` for text in Han characters alone, else None.

    Text in the basic Latin letters alone counts as English: a screen reader that reads a Japanese page needs some
    voice for it, and this one does least harm.
    """
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if _HAN.search(text):
        return han
    if _WORD.search(text) and not _BEYOND_ASCII_LETTERS.search(text):
        return "en"
    return None


@lru_cache(maxsize=256)
def language_name(tag: str, language: str) -> str:
    """The name of a language in another: ``language_name("ja", "en")`` is "Japanese"; the tag itself if unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        found = Locale.parse(tag.replace("-", "_")).get_display_name(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return tag
    return found or tag


def autonym(tag: str) -> str:
    """The name of a language in itself: 日本語, English."""
    name = language_name(tag, tag)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=64)
def locale_of(tag: str) -> str:
    """The locale with the likeliest region, as link previews name it: "ja" is "ja_JP", "en" is "en_US"."""
    from babel import Locale
    from babel.core import get_global

    if "-" in tag:
        return tag.replace("-", "_")
    likely = get_global("likely_subtags").get(tag, tag)
    return f"{tag}_{Locale.parse(likely).territory}"


def territory_name(code: str, language: str) -> str:
    """The name of a country or region by its ISO 3166 code; the code itself if unknown."""
    from babel import Locale

    return str(Locale.parse(language.replace("-", "_")).territories.get(code.upper(), code))
