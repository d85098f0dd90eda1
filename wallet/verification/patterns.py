"""Regular expressions of foreign schemas, matched in a time that their author cannot stretch.

The regular part of ECMA-262, which JSON Schema asks for (draft 2020-12, core, section 6.4): literals, classes, groups,
alternatives, repetition, anchors. All possible states are followed at once, so that the work is at most the length of
the text times the size of the pattern; a backtracking matcher may need time exponential in it. What is beyond regular,
such as backreferences and lookahead, is refused and never guessed.
"""

from __future__ import annotations

from functools import lru_cache

from wallet.errors import ResolutionError
from wallet.verification.automaton import (
    WORD,
    CharacterClass,
    Emit,
    Pattern,
    Range,
    State,
    either,
    one_after_another,
    require_room,
    times,
)

__all__ = ["MAX_PATTERN_LENGTH", "compile_pattern"]

MAX_PATTERN_LENGTH = 2000
"""The longest expression of a published schema, for language tags, has some 600 characters."""

MAX_NESTING = 40
"""Groups within groups; the parser recurses once for each."""

_DIGIT: tuple[Range, ...] = (("0", "9"),)
_SPACE: tuple[Range, ...] = (("\t", "\r"), (" ", " "), ("\xa0", "\xa0"), ("\u2028", "\u2029"), ("\u3000", "\u3000"))
_LINE_ENDS: tuple[Range, ...] = (("\n", "\n"), ("\r", "\r"), ("\u2028", "\u2029"))
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}


_CLASSES = {"d": _DIGIT, "w": WORD, "s": _SPACE}


@lru_cache(maxsize=256)
def compile_pattern(text: str) -> Pattern:
    """Compile an expression; raises ResolutionError("schema.pattern-refused") for what is not regular or too large."""
    if len(text) > MAX_PATTERN_LENGTH:
        raise _refused(text)
    parser = _Parser(text)
    emit = parser.alternatives(0)
    if parser.at != len(text):
        raise _refused(text)
    states: list[State] = []
    emit(states)
    return Pattern(tuple(states))


def _refused(text: str) -> ResolutionError:
    return ResolutionError("schema.pattern-refused", pattern=text[:80])


class _Parser:
    """Reads an expression from left to right; each method returns what writes its states."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def alternatives(self, depth: int) -> Emit:
        """Sequences with bars between them."""
        if depth > MAX_NESTING:
            raise _refused(self.text)
        branches = [self._sequence(depth)]
        while self._take("|"):
            branches.append(self._sequence(depth))
        return branches[0] if len(branches) == 1 else either(branches)

    def _sequence(self, depth: int) -> Emit:
        parts: list[Emit] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            parts.append(self._repeated(self._atom(depth)))
        return one_after_another(parts)

    def _take(self, wanted: str) -> bool:
        if self.text.startswith(wanted, self.at):
            self.at += len(wanted)
            return True
        return False

    def _next(self) -> str:
        if self.at >= len(self.text):
            raise _refused(self.text)
        self.at += 1
        return self.text[self.at - 1]

    def _atom(self, depth: int) -> Emit:
        character = self._next()
        if character == "(":
            if self._take("?") and not self._take(":"):
                raise _refused(self.text)
            inner = self.alternatives(depth + 1)
            if not self._take(")"):
                raise _refused(self.text)
            return inner
        if character in "^$":
            return self._writes(State(asserts=character))
        if character in "*+?{":
            raise _refused(self.text)
        if character == "\\" and self.text[self.at : self.at + 1] in ("b", "B"):
            return self._writes(State(asserts=self._next()))
        return self._writes(State(eats=self._eaten(character)))

    def _eaten(self, character: str) -> CharacterClass:
        if character == ".":
            return CharacterClass(_LINE_ENDS, negated=True)
        if character == "[":
            return self._bracket()
        return self._escape() if character == "\\" else CharacterClass(((character, character),))

    def _writes(self, state: State) -> Emit:
        def emit(states: list[State]) -> None:
            require_room(states)
            states.append(state)

        return emit

    def _escape(self) -> CharacterClass:
        character = self._next()
        if character.lower() in _CLASSES:
            return CharacterClass(_CLASSES[character.lower()], negated=character.isupper())
        if character in "xu":
            return self._code_point(2 if character == "x" else 4)
        if character in _CONTROLS:
            return CharacterClass(((_CONTROLS[character], _CONTROLS[character]),))
        if character.isalnum():
            raise _refused(self.text)
        return CharacterClass(((character, character),))

    def _code_point(self, length: int) -> CharacterClass:
        digits = "".join(self._next() for _ in range(length))
        try:
            character = chr(int(digits, 16))
        except ValueError:
            raise _refused(self.text) from None
        return CharacterClass(((character, character),))

    def _bracket(self) -> CharacterClass:
        negated = self._take("^")
        ranges: list[Range] = []
        while not self._take("]"):
            low = self._member()
            if (
                len(low) == 1
                and self.text[self.at : self.at + 1] == "-"
                and self.text[self.at + 1 : self.at + 2] != "]"
            ):
                self.at += 1
                high = self._member()
                if len(high) != 1 or low[0][0] != low[0][1] or high[0][1] < low[0][0]:
                    raise _refused(self.text)
                ranges.append((low[0][0], high[0][1]))
            else:
                ranges.extend(low)
        return CharacterClass(tuple(ranges), negated)

    def _member(self) -> tuple[Range, ...]:
        character = self._next()
        if character != "\\":
            return ((character, character),)
        if self._take("b"):
            return (("\b", "\b"),)
        escaped = self._escape()
        if escaped.negated:
            raise _refused(self.text)
        return escaped.ranges

    def _repeated(self, emit: Emit) -> Emit:
        for sign, (least, most) in (("*", (0, None)), ("+", (1, None)), ("?", (0, 1))):
            if self._take(sign):
                self._take("?")
                return times(emit, least, most)
        if not self._take("{"):
            return emit
        least_text, comma, most_text = self._until("}").partition(",")
        if not least_text.isdecimal() or not (most_text == "" or most_text.isdecimal()):
            raise _refused(self.text)
        least, most = int(least_text[:6]), int(most_text[:6]) if most_text else None
        self._take("?")
        return times(emit, least, most if comma else least)

    def _until(self, end: str) -> str:
        start = self.at
        while self._next() != end:
            pass
        return self.text[start : self.at - 1]
