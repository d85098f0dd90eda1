"""The part of a JSON-LD document that JSON pointers select (vc-di-ecdsa section 3.4.13; RFC 6901).

What leads to a selected value comes along with its identifier and types only, so that the part says nothing more.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

from wallet.errors import RefusalError
from wallet.fields import JsonObject, JsonValue

__all__ = ["selected"]


def selected(document: JsonObject, pointers: Sequence[str]) -> JsonObject | None:
    """The selected part under the document's contexts, None for no pointer; RefusalError for one that leads nowhere."""
    if not pointers:
        return None
    part: _Part = {**_initial(document), "@context": document["@context"]}
    for pointer in pointers:
        _select(document, part, _steps(pointer), pointer)
    found = _dense(part)
    assert isinstance(found, dict)
    return found


_Part = dict[str | int, object]
"""An object by member name, or an array by place: an array is filled in any order and closed at the end."""


def _steps(pointer: str) -> list[str]:
    return [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]


def _initial(value: JsonObject) -> _Part:
    kept: _Part = {}
    identifier = value.get("id")
    if isinstance(identifier, str) and not identifier.startswith("_:"):
        kept["id"] = identifier
    if value.get("type") is not None:
        kept["type"] = copy.deepcopy(value["type"])
    return kept


def _select(document: JsonObject, part: _Part, steps: Sequence[str], pointer: str) -> None:
    if not steps:
        part.update(copy.deepcopy(dict(document)))
        return
    _require(document, steps, pointer)
    value: JsonValue = document
    target = part
    for step in steps[:-1]:
        place, value = _step(value, step, pointer)
        inner = target.setdefault(place, _initial(value) if isinstance(value, dict) else {})
        # An array that came along whole has what is selected within it already.
        if not isinstance(inner, dict):
            return
        target = inner
    place, value = _step(value, steps[-1], pointer)
    before = target.get(place)
    whole = copy.deepcopy(value)
    target[place] = {**before, **whole} if isinstance(before, dict) and isinstance(whole, dict) else whole


def _require(value: JsonValue, steps: Sequence[str], pointer: str) -> None:
    for step in steps:
        _, value = _step(value, step, pointer)


def _step(value: JsonValue, step: str, pointer: str) -> tuple[str | int, JsonValue]:
    if isinstance(value, dict) and step in value:
        return step, value[step]
    if isinstance(value, list) and step.isascii() and step.isdigit() and int(step) < len(value):
        return int(step), value[int(step)]
    raise RefusalError("proof.pointer-missing", pointer=pointer[:200])


def _dense(value: object) -> JsonValue:
    if isinstance(value, dict):
        if value and all(isinstance(place, int) for place in value):
            return [_dense(value[place]) for place in sorted(value)]
        return {str(name): _dense(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_dense(part) for part in value]
    assert value is None or isinstance(value, (str, int, float, bool))
    return value
