"""Random damage to a good file: bytes flipped, ends cut off, members removed, exchanged or given another type.

Everything comes from a seeded generator, so that a failure can be made again from its number.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from wallet.fields import JsonValue

__all__ = ["KINDS", "mutated"]

_OTHER_VALUES: tuple[JsonValue, ...] = (
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    "https://attacker.example/",
    "2030-01-01T00:00:00Z",
    [],
    {},
    [None],
    ["x", 1],
    {"id": "urn:x", "type": ["Profile"]},
    {"@value": "x", "@language": "ja"},
)


def mutated(source: bytes, kind: str, chance: random.Random) -> bytes:
    """The file after one mutation of this kind; those of structure leave a file that is not JSON to byte flips."""
    return _MUTATIONS[kind](source, chance)


def _flip(source: bytes, chance: random.Random) -> bytes:
    content = bytearray(source)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def _truncate(source: bytes, chance: random.Random) -> bytes:
    return source[: chance.randrange(len(source))]


def _repeat(source: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(source)) for _ in range(2))
    return source[:end] + source[start:end][:200] + source[end:]


def _exchange_letters(source: bytes, chance: random.Random) -> bytes:
    content = bytearray(source)
    letters = [at for at, byte in enumerate(content) if chr(byte).isalnum()]
    if letters:
        content[chance.choice(letters)] = chance.choice(b"aZ09")
    return bytes(content)


def _structural(change: Callable[[Any, Any, random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def apply(source: bytes, chance: random.Random) -> bytes:
        try:
            document = json.loads(source)
        except ValueError:
            return _flip(source, chance)
        owner, key = chance.choice(list(_places(document)))
        change(owner, key, chance)
        return json.dumps(document, ensure_ascii=False).encode("utf-8")

    return apply


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, member in list(members):
        yield value, key
        yield from _places(member)


def _remove(owner: Any, key: Any, _chance: random.Random) -> None:
    del owner[key]


def _replace(owner: Any, key: Any, chance: random.Random) -> None:
    owner[key] = chance.choice(_OTHER_VALUES)


def _wrap(owner: Any, key: Any, chance: random.Random) -> None:
    owner[key] = chance.choice(([owner[key]], [owner[key], owner[key]], {"id": owner[key]}, str(owner[key])))


def _rename(owner: Any, key: Any, chance: random.Random) -> None:
    if isinstance(owner, dict):
        owner[chance.choice(("name", "id", "type", "@type", "grade", "description", key + "s"))] = owner.pop(key)
    else:
        owner.reverse()


def _add(owner: Any, key: Any, chance: random.Random) -> None:
    if isinstance(owner, dict):
        names = ("name", "@id", "@graph", "@value", "narrative", "evidence", "validUntil", "x", "@context")
        owner[chance.choice(names)] = chance.choice(_OTHER_VALUES)
    else:
        owner.insert(key, chance.choice(_OTHER_VALUES))


_MUTATIONS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "bits flipped": _flip,
    "letter exchanged": _exchange_letters,
    "cut off": _truncate,
    "piece repeated": _repeat,
    "member removed": _structural(_remove),
    "type swapped": _structural(_replace),
    "value wrapped": _structural(_wrap),
    "member renamed": _structural(_rename),
    "member added": _structural(_add),
}

KINDS = tuple(_MUTATIONS)
"""Every kind of mutation."""
