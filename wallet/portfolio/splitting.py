"""A name that holds several languages in one field, and where the learner says it is to be divided."""

from __future__ import annotations

from wallet.errors import PortfolioError
from wallet.language.tags import is_language_tag
from wallet.portfolio.model import BadgeChoices, SplitName
from wallet.portfolio.tables import Table

__all__ = ["read_split_name", "require_divisible"]


def read_split_name(table: Table) -> SplitName | None:
    """`split_name` of badge.toml, or None where the learner wrote none; raises PortfolioError."""
    split = table.table("split_name")
    split.allow(("separator", "languages"))
    separator, languages = split.text("separator"), split.texts("languages")
    if separator is None and not languages:
        return None
    for language in languages:
        if not is_language_tag(language):
            raise table.refuse("split_name", "portfolio.bad-language", language)
    if not separator or len(languages) < 2 or len(set(languages)) != len(languages):
        raise table.refuse("split_name", "portfolio.bad-split", "")
    path, line = table.place("split_name")
    return SplitName(separator=separator, languages=languages, path=path, line=line)


def require_divisible(choices: BadgeChoices, name: str) -> None:
    """Raise PortfolioError("portfolio.cannot-split") where the issuer's name has not the parts that are asked for."""
    split = choices.split_name
    if split is not None and split.pieces(name) is None:
        raise PortfolioError(
            "portfolio.cannot-split",
            path=split.path,
            line=split.line,
            name=name,
            separator=split.separator,
            number=len(split.languages),
        )
