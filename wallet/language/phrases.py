"""Where a line of Japanese may break without tearing a phrase apart: BudouX's model, in this module alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from wallet.language.tags import same_language

if TYPE_CHECKING:
    from budoux import Parser

__all__ = ["phrases"]

LONGEST = 400
"""A heading is shorter; beyond this nothing is gained by choosing the places to break."""


def phrases(text: str, language: str) -> tuple[str, ...]:
    """`text` in the pieces that should stay together; one piece where the language marks its words by spaces."""
    if not same_language(language, "ja") or "-latn" in language.lower() or len(text) > LONGEST:
        return (text,)
    return tuple(_parser().parse(text)) or (text,)


@lru_cache(maxsize=1)
def _parser() -> Parser:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
