"""A machine that follows all states of a regular expression at once (Thompson's construction).

Its work on a text is at most the length of the text times the number of its states, whatever the expression. The
functions put machines together out of parts; `wallet.verification.patterns` reads expressions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from wallet.errors import ResolutionError

__all__ = [
    "MAX_STATES",
    "WORD",
    "CharacterClass",
    "Emit",
    "Pattern",
    "Range",
    "State",
    "either",
    "one_after_another",
    "require_room",
    "times",
]

MAX_STATES = 4000
"""Counted repetition is written out; {2,64} of a class needs 64 states, and no published schema needs a thousand."""

Range: TypeAlias = tuple[str, str]
WORD: tuple[Range, ...] = (("0", "9"), ("A", "Z"), ("_", "_"), ("a", "z"))


@dataclass(frozen=True, slots=True)
class CharacterClass:
    """Characters by their ranges, or all others."""

    ranges: tuple[Range, ...]
    negated: bool = False

    def has(self, character: str) -> bool:
        """Whether the character is in the class."""
        return any(low <= character <= high for low, high in self.ranges) is not self.negated


@dataclass(frozen=True, slots=True)
class State:
    """One step of a program: eat a character, assert a place, or go on at one or two other states."""

    eats: CharacterClass | None = None
    asserts: str = ""
    onward: tuple[int, ...] = ()


Emit: TypeAlias = Callable[[list[State]], None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled expression."""

    states: tuple[State, ...] = field(repr=False)

    def found_in(self, text: str, spend: Callable[[int], None]) -> bool:
        """Whether the expression matches anywhere in `text`; `spend` is told of each step of the work."""
        active: set[int] = set()
        for place in range(len(text) + 1):
            active = self._reached(active | {0}, text, place)
            spend(len(active) + 1)
            if len(self.states) in active:
                return True
            if place < len(text):
                active = {at + 1 for at in active if (eats := self.states[at].eats) and eats.has(text[place])}
        return False

    def _reached(self, starts: set[int], text: str, place: int) -> set[int]:
        reached: set[int] = set()
        waiting = list(starts)
        while waiting:
            at = waiting.pop()
            if at in reached:
                continue
            reached.add(at)
            if at < len(self.states):
                state = self.states[at]
                if state.asserts and _holds(state.asserts, text, place):
                    waiting.append(at + 1)
                waiting.extend(state.onward)
        return reached


def _holds(assertion: str, text: str, place: int) -> bool:
    if assertion == "^":
        return place == 0
    if assertion == "$":
        return place == len(text)
    word = CharacterClass(WORD)
    before = place > 0 and word.has(text[place - 1])
    after = place < len(text) and word.has(text[place])
    return (before is not after) is (assertion == "b")


def one_after_another(parts: Sequence[Emit]) -> Emit:
    """Writes each part after the one before."""

    def emit(states: list[State]) -> None:
        for part in parts:
            part(states)

    return emit


def either(branches: Sequence[Emit]) -> Emit:
    """Writes a choice between branches."""

    def emit(states: list[State]) -> None:
        ends: list[int] = []
        for branch in branches[:-1]:
            fork = _reserve(states)
            branch(states)
            ends.append(_reserve(states))
            states[fork] = State(onward=(fork + 1, len(states)))
        branches[-1](states)
        for end in ends:
            states[end] = State(onward=(len(states),))

    return emit


def times(inner: Emit, least: int, most: int | None) -> Emit:
    """Writes a part at least and at most so often, or without end."""

    def emit(states: list[State]) -> None:
        for _ in range(least):
            before = len(states)
            inner(states)
            require_room(states)
            if len(states) == before:
                # Nothing as often as one likes is nothing; writing it out could take for ever.
                break
        if most is None:
            fork = _reserve(states)
            inner(states)
            states.append(State(onward=(fork,)))
            states[fork] = State(onward=(fork + 1, len(states)))
            return
        forks = []
        for _ in range(most - least):
            forks.append(_reserve(states))
            inner(states)
        for fork in forks:
            states[fork] = State(onward=(fork + 1, len(states)))

    return emit


def _reserve(states: list[State]) -> int:
    require_room(states)
    states.append(State())
    return len(states) - 1


def require_room(states: list[State]) -> None:
    """Raise ResolutionError when the machine has grown too large."""
    if len(states) >= MAX_STATES:
        raise ResolutionError("schema.pattern-refused", pattern="")
