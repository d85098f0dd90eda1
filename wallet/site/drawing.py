"""Whole numbers for drawings that templates make: bars by count, and rows of a timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.site.views import Bar, Line

__all__ = ["WIDTH", "Axis", "axis_of", "bar"]

WIDTH = 1000
MOST_LABELS = 5

# A day would not be seen on an axis of several years.
SHORTEST = 6
# An outline stands clear of what is solid, and within the drawing, by its stroke.
STROKE = 2


def bar(verified: int, others: int, largest: int) -> Bar:
    """The bar of a count among counts of which `largest` fills the width."""
    solid = WIDTH * verified // max(largest, 1)
    end = WIDTH * (verified + others) // max(largest, 1)
    if not others:
        return Bar(solid=solid, outline_start=solid, outline=0)
    # Of a few badges among hundreds an outline would be thinner than its own stroke.
    outline = max(end - solid - 2 * STROKE, SHORTEST)
    return Bar(solid=solid, outline_start=min(solid + STROKE, WIDTH - outline), outline=outline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Years from `first`, `step` years for each of `steps` labels."""

    first: int
    step: int
    steps: int

    @property
    def labels(self) -> tuple[str, ...]:
        """The year at which each step begins."""
        return tuple(str(self.first + self.step * index) for index in range(self.steps))

    def place(self, moment: datetime) -> int:
        """Where a date stands, by its own calendar; no date is made, for one after the year 9999 cannot be."""
        days = (moment.year - self.first) * 366 + moment.timetuple().tm_yday - 1
        return WIDTH * days // (366 * self.step * self.steps)

    def line(self, start: datetime | None, end: datetime | None, issued: datetime | None) -> Line | None:
        """The row of a badge; a period that ends before it begins, or lacks an end, is not drawn."""
        mark = self.place(issued) if issued else None
        if start and end and start.date() <= end.date():
            left = self.place(start)
            return Line(start=left, length=max(self.place(end) - left, SHORTEST), mark=mark)
        return None if mark is None else Line(mark=mark)


def axis_of(moments: Sequence[datetime]) -> Axis:
    """An axis that holds all moments, of which there is at least one, with few enough labels for a phone."""
    first, last = min(moment.year for moment in moments), max(moment.year for moment in moments)
    years = last - first + 1
    step = -(-years // MOST_LABELS)
    return Axis(first=first, step=step, steps=-(-years // step))
