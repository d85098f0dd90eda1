"""Seconds of a call, as the smallest of several runs: what else the machine did can only add to it."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

__all__ = ["seconds"]


def seconds(work: Callable[[], object], *, rounds: int = 5) -> float:
    """The seconds of one call."""
    return min(_once(work) for _ in range(rounds))


def _once(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
