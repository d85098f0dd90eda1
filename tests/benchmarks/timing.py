"""Seconds of a call, as the smallest of several runs: what else the machine did can only add to it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

__all__ = ["seconds"]


def seconds(work: Callable[[], object], *, rounds: int = 5, clock: Callable[[], float] = perf_counter) -> float:
    """The seconds of one call; with `process_time` as the clock, those of the processor on this process alone."""
    return min(_once(work, clock) for _ in range(rounds))


def _once(work: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    work()
    return clock() - started
