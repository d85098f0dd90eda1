"""How it came about: badges by year, with their study periods and credits."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import StateView
from wallet.site.views.drawing import Line
from wallet.site.views.values import DateView, Run, TitleView

__all__ = ["CreditsView", "HistoryRow", "HistoryView", "HistoryYear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One badge; `credits` as stated, `counted` whether they stand in a sum, `line` where there is a date to draw."""

    address: str
    title: TitleView
    issuer: Run
    state: StateView
    solid: bool
    issued: DateView | None
    start: DateView | None
    end: DateView | None
    credits: str | None
    counted: bool
    line: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryYear:
    """The badges of one year, newest first; `year` is None for those without any date."""

    year: str | None
    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditsView:
    """The sum of what one issuer stated, over `number` badges."""

    issuer: Run
    total: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """All badges by year; `axis` are the years written under the drawing, at equal distances from its start."""

    years: tuple[HistoryYear, ...]
    axis: tuple[str, ...]
    credits: tuple[CreditsView, ...]
