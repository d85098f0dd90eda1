"""What every stable code says: one sentence each, kept by the layer that raises the code.

Each module of this package defines ``SENTENCES``, from code to English sentence with named places such as ``{file}``.
`sentence` finds, translates and fills one. A code that has no sentence is a bug and raises KeyError.
"""

from __future__ import annotations

import importlib
import pkgutil
import string
from collections.abc import Mapping, Sequence
from functools import lru_cache

from wallet.language.catalogs import Catalog
from wallet.language.controls import one_line
from wallet.language.dates import format_date, format_number, parse_moment

__all__ = ["all_sentences", "sentence"]

# A foreign value is quoted in a sentence, never reproduced at length.
LONGEST_FACT = 240

# What stands between the parts of a list; elsewhere it is a comma and a space.
_SEPARATORS = {"ja": "、", "zh": "、", "ar": "، ", "fa": "، "}


@lru_cache(maxsize=1)
def all_sentences() -> Mapping[str, str]:
    """Every code with its English sentence; raises ValueError when two layers claim the same code."""
    merged: dict[str, str] = {}
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        sentences = getattr(importlib.import_module(f"{__name__}.{module}"), "SENTENCES", {})
        twice = merged.keys() & sentences.keys()
        if twice:
            raise ValueError(f"codes with two sentences: {sorted(twice)}")
        merged.update(sentences)
    return merged


def sentence(catalog: Catalog, code: str, facts: Mapping[str, object]) -> str:
    """The sentence of `code` in the catalog's language, its places filled; KeyError for a code or a place unknown."""
    template = catalog.gettext(all_sentences()[code])
    return "".join(_parts(template, facts, catalog.language))


def _parts(template: str, facts: Mapping[str, object], language: str) -> Sequence[str]:
    # Only bare names are places: no attribute, index or conversion of a foreign value is ever reached.
    parts: list[str] = []
    for literal, name, _specification, _conversion in string.Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(_written(facts[name], language))
    return parts


def _written(value: object, language: str) -> str:
    if isinstance(value, str):
        moment = parse_moment(value)
        return format_date(moment, language) if moment else _quoted(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return format_number(value, language)
    if isinstance(value, (list, tuple)):
        return _SEPARATORS.get(language.split("-")[0], ", ").join(_written(part, language) for part in value)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    shown = one_line(text)
    return shown if len(shown) <= LONGEST_FACT else shown[: LONGEST_FACT - 1] + "…"
