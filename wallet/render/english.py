"""English in a page of a language that is not wholly translated: each such sentence says that it is English.

Only then does a screen reader pronounce it as English, and a line from right to left put its full stop where it
belongs. The sentences are found in the finished page, where it is certain what is text: an attribute can hold no mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from html import unescape

from wallet.language.catalogs import SOURCE_LANGUAGE, Catalog
from wallet.language.fallbacks import given_back
from wallet.language.tags import direction_of

__all__ = ["mark_english"]

# What may hold no further elements, or means something else than text, is passed over as a whole.
_PART = re.compile(r"<(script|style|title|svg|select|textarea)\b.*?</\1\s*>|<[^>]*>|[^<]+", re.DOTALL | re.IGNORECASE)
_PLACE = re.compile(r"%\(\w+\)s|\{\w*\}")
_DECLARED = re.compile(r"\slang=")
# Less than a word could be any language's; and what stands around a text of anyone's must be much, or be a number's.
_WORD, _PHRASE = 3, 9
# A learner's own page may be one long text; no sentence of ours is.
_LONGEST = 1_000


def mark_english(page: str, catalog: Catalog) -> str:
    """The page of the catalog's language, with a mark on every sentence of the package that nobody translated."""
    english = _recognition(catalog)
    if english is None:
        return page
    opening, closing = _marks(catalog.language)
    declared = False

    def marked(part: re.Match[str]) -> str:
        nonlocal declared
        text = part[0]
        if text.startswith("<"):
            declared = _DECLARED.search(text) is not None
            return text
        found = "" if declared else english(text.strip())
        if not found:
            return text
        start = text.index(found)
        return f"{text[:start]}{opening}{found}{closing}{text[start + len(found) :]}"

    return _PART.sub(marked, page)


def _marks(language: str) -> tuple[str, str]:
    if direction_of(language) == "rtl":
        return f'<bdi lang="{SOURCE_LANGUAGE}" dir="ltr">', "</bdi>"
    return f'<span lang="{SOURCE_LANGUAGE}">', "</span>"


@lru_cache(maxsize=16)
def _recognition(catalog: Catalog) -> Callable[[str], str] | None:
    """What of a text of a page is one of the sentences, from its beginning; None where everything is translated."""
    sentences = given_back(catalog)
    if not sentences:
        return None
    pieces = frozenset(
        piece.strip() for sentence in sentences for piece in _pieces(sentence) if _letters(piece) >= _WORD
    )
    filled = _pattern(sentence for sentence in sentences if _PLACE.search(sentence) and _letters(sentence) >= _WORD)

    def is_english(text: str) -> bool:
        shown = unescape(text)
        return shown in pieces or (len(shown) < _LONGEST and filled.fullmatch(shown) is not None)

    @lru_cache(maxsize=4096)
    def english(text: str) -> str:
        if is_english(text):
            return text
        label, colon, _ = text.partition(":")
        return label + colon if colon and (is_english(label) or is_english(label + colon)) else ""

    return english


def _pieces(sentence: str) -> list[str]:
    return _PLACE.split(sentence.replace("%%", "%"))


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in _PLACE.sub("", text))


def _pattern(sentences: Iterable[str]) -> re.Pattern[str]:
    forms = (
        (r"(?:\d|\W)+?" if _letters(sentence) < _PHRASE else ".+?").join(map(re.escape, _pieces(sentence)))
        for sentence in sorted(sentences)
    )
    return re.compile("|".join(f"(?:{form})" for form in forms) or "(?!)", re.DOTALL)
