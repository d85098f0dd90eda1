"""A moment that knows until when what was said by it still holds.

A verification is the same at every later moment until one of its comparisons with that moment comes out differently.
Given a `WatchedMoment` instead of a plain one, its `Watch` names the first moment at which that may be.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

__all__ = ["Watch", "WatchedMoment", "plain"]

_INSTANT = timedelta(microseconds=1)
_FOREVER = datetime.max.replace(tzinfo=UTC)


class Watch:
    """What depended on `moment`: it holds for every moment from then on and before `until`."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.until = _FOREVER

    def compared_at(self, turning: datetime) -> None:
        """A comparison that may come out differently at `turning`, and after it."""
        if turning >= self.moment:
            self.until = min(self.until, max(turning, self.moment + _INSTANT))

    def lost(self) -> None:
        """Something was made of the moment that cannot be followed: nothing holds beyond it."""
        self.until = min(self.until, self.moment + _INSTANT)


class WatchedMoment(datetime):
    """A datetime that reports each comparison to its watch, also after a span was added to it."""

    _watch: Watch
    _shift: timedelta

    @classmethod
    def of(cls, moment: datetime, watch: Watch, shift: timedelta = timedelta()) -> WatchedMoment:
        """`moment`, which stands `shift` after the moment of `watch`."""
        made = cls.combine(moment.date(), moment.timetz())
        made._watch, made._shift = watch, shift
        return made

    def _compared(self, other: object) -> None:
        if isinstance(other, datetime) and other.tzinfo is not None:
            try:
                self._watch.compared_at(plain(other) - self._shift)
            except OverflowError:
                self._watch.lost()

    def __lt__(self, other: datetime) -> bool:  # type: ignore[override]
        """As of a datetime."""
        self._compared(other)
        return super().__lt__(other)

    def __le__(self, other: datetime) -> bool:  # type: ignore[override]
        """As of a datetime."""
        self._compared(other)
        return super().__le__(other)

    def __gt__(self, other: datetime) -> bool:  # type: ignore[override]
        """As of a datetime."""
        self._compared(other)
        return super().__gt__(other)

    def __ge__(self, other: datetime) -> bool:  # type: ignore[override]
        """As of a datetime."""
        self._compared(other)
        return super().__ge__(other)

    def __add__(self, other: timedelta) -> WatchedMoment:
        """The moment later, as closely watched."""
        return WatchedMoment.of(plain(self) + other, self._watch, self._shift + other)

    __radd__ = __add__

    def __sub__(self, other: object) -> object:  # type: ignore[override]
        """The moment earlier, as closely watched; a span between two moments cannot be."""
        if isinstance(other, timedelta):
            return self + -other
        self._watch.lost()
        return plain(self) - other if isinstance(other, datetime) else NotImplemented

    def __rsub__(self, other: object) -> object:
        """A span between two moments, which cannot be watched."""
        self._watch.lost()
        return other - plain(self) if isinstance(other, datetime) else NotImplemented

    def __getattribute__(self, name: str) -> object:
        """As of a datetime; what takes the moment apart is told to the watch."""
        if name in _APART:
            object.__getattribute__(self, "_watch").lost()
        return super().__getattribute__(name)


_APART = frozenset(
    {"astimezone", "replace", "timestamp", "isoformat", "strftime", "date", "time", "timetz", "ctime", "utctimetuple"}
    | {"timetuple", "toordinal", "weekday", "isoweekday", "isocalendar", "year", "month", "day", "hour", "minute"}
    | {"second", "microsecond"}
)


def plain(moment: datetime) -> datetime:
    """The same moment, not watched."""
    if not isinstance(moment, WatchedMoment):
        return moment
    # Past the watch, for the moment is only copied here.
    read = datetime.__getattribute__
    return datetime.combine(read(moment, "date")(), read(moment, "timetz")())
