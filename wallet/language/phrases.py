"""Where a line of Japanese may break without tearing a phrase apart: BudouX's model, in this module alone.

The model knows prose better than names. Of its breaks none is kept that falls between two characters of one script,
kanji or katakana, or leaves a syllable or two alone at the beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from wallet.language.tags import same_language

if TYPE_CHECKING:
    from budoux import Parser

__all__ = ["phrases"]

LONGEST = 400
"""A heading is shorter; beyond this nothing is gained by choosing the places to break."""

LONG_PHRASE = 9
"""Characters that a narrow column still holds."""

SHORT_OPENING = 2
"""Characters that look lost on a line of their own."""

_HAN, _KATAKANA = "\u3400-\u9fff々", "\u30a1-\u30faー"
_WITHIN_A_WORD = re.compile(f"[{_HAN}]{{2}}|[{_KATAKANA}]{{2}}")
_CHANGE = re.compile(f"(?<=[{_HAN}])(?=[{_KATAKANA}])|(?<=[{_KATAKANA}])(?=[{_HAN}])")


def phrases(text: str, language: str) -> tuple[str, ...]:
    """`text` in the pieces that should stay together; one piece where the language marks its words by spaces."""
    if not same_language(language, "ja") or "-latn" in language.lower() or len(text) > LONGEST:
        return (text,)
    return tuple(_mended(_parser().parse(text))) or (text,)


def _mended(found: Sequence[str]) -> Iterator[str]:
    """The phrases without the ends that are none; one that gets long may break where the script changes."""
    held, opening = "", True
    for piece in found:
        alone = opening and len(held) <= SHORT_OPENING and not held.endswith((" ", "\u3000"))
        if held and not alone and not _WITHIN_A_WORD.search(held[-1] + piece[0]):
            yield from _divided(held)
            held, opening = "", False
        held += piece
    yield from _divided(held)


def _divided(phrase: str) -> Sequence[str]:
    return _CHANGE.split(phrase) if len(phrase) > LONG_PHRASE else (phrase,)


@lru_cache(maxsize=1)
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
