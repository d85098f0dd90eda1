"""What the list of badges can be narrowed by, and where each badge stands in every order."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.values import Run

__all__ = ["FilterView", "OptionView", "PlaceView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """One badge's place in each order, counted from 0, and the values by which it is found."""

    date_rank: int
    issuer_rank: int
    reading_rank: int
    issuer: str
    year: str
    kind: str
    state: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One value of a filter, as it stands in addresses and as it is read, with the number of its badges."""

    value: str
    label: Run
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """One filter; `name` is its name in addresses."""

    name: str
    label: str
    options: tuple[OptionView, ...]
