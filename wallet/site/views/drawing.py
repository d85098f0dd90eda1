"""Drawn things, in whole numbers of the drawing's own thousand units of width."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bar", "Line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar in two parts, one after the other: `solid` for what is verified, `open` for the rest."""

    solid: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a timeline: a period from `start` over `length` (0 for none), and the place of a mark."""

    start: int = 0
    length: int = 0
    mark: int | None = None
