"""Counted work: what foreign input may cost, in steps that are the same on every machine."""

from __future__ import annotations

from wallet.errors import ResolutionError

__all__ = ["Budget"]


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
