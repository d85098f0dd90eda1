"""What was found of a page that shows a badge: one statement each, with how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wallet.errors import FactValue

__all__ = ["PageFinding", "Weight", "missing", "untrue"]


class Weight(StrEnum):
    """Whether something is not as the page says, or could not be looked at."""

    FALSE = "false"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFinding:
    """One finding; `code` names its sentence in the catalogs, `facts` fill it and always name the `page` or file.

    A fact whose name ends in "verdict" is a verdict, which is told in words.
    """

    weight: Weight
    code: str
    facts: Mapping[str, FactValue] = field(default_factory=dict)


def untrue(code: str, **facts: FactValue) -> PageFinding:
    """Something that is not as it is said to be."""
    return PageFinding(weight=Weight.FALSE, code=code, facts=facts)


def missing(code: str, **facts: FactValue) -> PageFinding:
    """Something that could not be looked at."""
    return PageFinding(weight=Weight.OPEN, code=code, facts=facts)
