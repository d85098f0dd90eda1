"""Reading foreign JSON once, into typed values, with the path of every fault.

A `Fields` wraps one JSON object and its path. Each reader method returns the typed value or None and notes a `Problem`
in the shared list when the member has the wrong shape; nothing is raised, so that all problems are found at once.
JSON ``null`` counts as absent, as it does in JSON-LD. A path always leads to something in the document, or to a member
that is missing from an object in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Fields", "JsonObject", "JsonValue", "Problem", "as_sequence", "kind_of"]

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
JsonObject: TypeAlias = "dict[str, JsonValue]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault in a foreign document: where (JSON path), which (stable code) and what was found instead.

    A `remark` is a departure that the specification advises against, or that every reader accepts all the same.
    """

    path: str
    code: str
    found: str = ""
    remark: bool = False


def as_sequence(value: JsonValue) -> Sequence[JsonValue]:
    """A bare value stands for an array of one; absent stands for an empty array."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def kind_of(value: JsonValue) -> str:
    """The name of a value's JSON type."""
    names = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


class Fields:
    """Typed reading of one JSON object; problems of the whole document gather in one list."""

    __slots__ = ("members", "path", "problems")

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

    def remark(self, name: str, code: str, found: str = "") -> None:
        """Record something about the member `name` that is no fault and worth saying."""
        self.problems.append(Problem(path=self.at(name), code=code, found=found, remark=True))

    def text(self, name: str, *, required: bool = False) -> str | None:
        """A string member."""
        value = self.members.get(name)
        # Most members of a badge are text, and most that may be there are not.
        if isinstance(value, str) or (value is None and not required):
            return value
        if value is None:
            self.note(name, "field.missing")
        else:
            self.note(name, "field.not-a-string", kind_of(value))
        return None

    def number(self, name: str, *, required: bool = False) -> float | None:
        """A number member; booleans are not numbers."""
        value = self._present(name, required)
        if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
            return value
        self.note(name, "field.not-a-number", kind_of(value))
        return None

    def flag(self, name: str, *, required: bool = False) -> bool | None:
        """A boolean member."""
        value = self._present(name, required)
        if value is None or isinstance(value, bool):
            return value
        self.note(name, "field.not-a-boolean", kind_of(value))
        return None

    def texts(self, name: str) -> tuple[str, ...]:
        """A string or an array of strings."""
        value = self.members.get(name)
        found = tuple([one for one in as_sequence(value) if isinstance(one, str)])
        if len(found) != len(as_sequence(value)):
            for place, one in self.items(name):
                if not isinstance(one, str | None):
                    self.note(place, "field.not-a-string", kind_of(one))
        return found

    def items(self, name: str) -> Sequence[tuple[str, JsonValue]]:
        """Each value of a member with its place: the member itself, or its index in the array."""
        value = self.members.get(name)
        if isinstance(value, list):
            return [(f"{name}[{index}]", item) for index, item in enumerate(value)]
        return [] if value is None else [(name, value)]

    def child(self, name: str, *, required: bool = False) -> Fields | None:
        """An object member, ready to be read in turn."""
        value = self._present(name, required)
        if value is None:
            return None
        if isinstance(value, dict):
            return Fields(value, self.at(name), self.problems)
        self.note(name, "field.not-an-object", kind_of(value))
        return None

    def children(self, name: str) -> Sequence[Fields]:
        """An object or an array of objects, each ready to be read."""
        # Asked for a dozen members of every object, most of which are not there.
        if name not in self.members:
            return ()
        found = []
        for place, item in self.items(name):
            if isinstance(item, dict):
                found.append(Fields(item, self.at(place), self.problems))
            elif item is not None:
                self.note(place, "field.not-an-object", kind_of(item))
        return found

    def _present(self, name: str, required: bool) -> JsonValue:
        value = self.members.get(name)
        if value is None and required:
            self.note(name, "field.missing")
        return value
