"""Drawn things, in whole numbers of the drawing's own thousand units of width."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bar", "Line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar in two parts: `solid` for what is verified, then an outline for the rest, which is 0 wide for none."""

    solid: int
    outline_start: int
    outline: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a timeline: a period from `start` over `length` (0 for none), and the place of a mark."""

    start: int = 0
    length: int = 0
    mark: int | None = None
