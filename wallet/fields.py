"""Reading foreign JSON once, into typed values, with the path of every fault.

A `Fields` wraps one JSON object and its path. Each reader method returns the typed value or None and notes a `Problem`
in the shared list when the member has the wrong shape; nothing is raised, so that all problems are found at once.
JSON ``null`` counts as absent, as it does in JSON-LD.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Fields", "JsonObject", "JsonValue", "Problem", "as_sequence"]

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in a foreign document: where (JSON path), which (stable code) and what was found instead."""

    path: str
    code: str
    found: str = ""


def as_sequence(value: JsonValue) -> Sequence[JsonValue]:
    """A bare value stands for an array of one; absent stands for an empty array."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _kind(value: JsonValue) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


class Fields:
    """Typed reading of one JSON object; problems of the whole document gather in one list."""

    def __init__(self, members: Mapping[str, JsonValue], path: str, problems: list[Problem]) -> None:
        self.members = members
        self.path = path
        self.problems = problems

    def at(self, name: str) -> str:
        """The JSON path of a member."""
        return f"{self.path}.{name}"

    def note(self, name: str, code: str, found: str = "") -> None:
        """Record a fault of the member `name`."""
        self.problems.append(Problem(path=self.at(name), code=code, found=found))

    def text(self, name: str, *, required: bool = False) -> str | None:
        """A string member."""
        value = self._present(name, required)
        if value is None or isinstance(value, str):
            return value
        self.note(name, "field.not-a-string", _kind(value))
        return None

    def number(self, name: str) -> float | None:
        """A number member; booleans are not numbers."""
        value = self._present(name, False)
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return value
        self.note(name, "field.not-a-number", _kind(value))
        return None

    def flag(self, name: str) -> bool | None:
        """A boolean member."""
        value = self._present(name, False)
        if value is None or isinstance(value, bool):
            return value
        self.note(name, "field.not-a-boolean", _kind(value))
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """A string or an array of strings."""
        found: list[str] = []
        for index, value in enumerate(as_sequence(self.members.get(name))):
            if isinstance(value, str):
                found.append(value)
            else:
                self.note(f"{name}[{index}]", "field.not-a-string", _kind(value))
        return tuple(found)

    def child(self, name: str, *, required: bool = False) -> Fields | None:
        """An object member, ready to be read in turn."""
        value = self._present(name, required)
        if value is None:
            return None
        if isinstance(value, dict):
            return Fields(value, self.at(name), self.problems)
        self.note(name, "field.not-an-object", _kind(value))
        return None

    def children(self, name: str) -> Iterator[Fields]:
        """An object or an array of objects, each ready to be read."""
        value = self.members.get(name)
        for index, item in enumerate(as_sequence(value)):
            path = f"{name}[{index}]" if isinstance(value, list) else name
            if isinstance(item, dict):
                yield Fields(item, self.at(path), self.problems)
            elif item is not None:
                self.note(path, "field.not-an-object", _kind(item))

    def _present(self, name: str, required: bool) -> JsonValue:
        value = self.members.get(name)
        if value is None and required:
            self.note(name, "field.missing")
        return value
