"""Counted work: what foreign input may cost, in steps that are the same on every machine."""

from __future__ import annotations

from wallet.errors import ResolutionError
from wallet.fields import JsonValue

__all__ = ["Budget", "weight_of"]

LETTERS_IN_A_VALUE = 100
"""So many characters take about as long to compare or to write as one value."""


class Budget:
    """So many steps; `spend` raises ResolutionError(`code`) when they are used up."""

    def __init__(self, limit: int, code: str) -> None:
        self.steps = 0
        self._limit = limit
        self._code = code

    def spend(self, steps: int) -> None:
        """Take `steps` off what is left."""
        self.steps += steps
        if self.steps > self._limit:
            raise ResolutionError(self._code, limit=self._limit)


def weight_of(value: JsonValue) -> int:
    """How many values there are in it, itself included; a long text counts for several."""
    if isinstance(value, str):
        return 1 + len(value) // LETTERS_IN_A_VALUE
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(weight_of, inner))
