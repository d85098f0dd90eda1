"""One attack: what is presented, what stands on the network, and which check must refuse it with which code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.assets.keys import ed25519_key
from tests.assets.samples import Change, did_key
from wallet.fields import JsonObject, JsonValue

__all__ = [
    "READING",
    "STRANGER",
    "STRANGER_DID",
    "STRANGER_METHOD",
    "Answer",
    "Attack",
    "as_json",
    "changed",
    "in_achievement",
    "in_proof",
    "loaded",
]

READING = "reading"
"""Stands for a check where the file is refused before any check: nothing in it can be read as a badge."""

Answer = bytes | int | str
"""What a URL answers: a body with status 200, a bare status, or a redirect to this address."""

STRANGER = ed25519_key("attacker")
STRANGER_DID = did_key(STRANGER)
STRANGER_METHOD = f"{STRANGER_DID}#{STRANGER.multikey}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """`sample` makes the file; `check` and `code` are the reason; `web` is what the attacker or the issuer serves."""

    name: str
    sample: Callable[[], bytes] = field(repr=False)
    check: str
    code: str
    web: Mapping[str, Answer] = field(default_factory=dict, repr=False)


def changed(**changes: JsonValue) -> Change:
    """Members replaced or added."""

    def apply(document: JsonObject) -> None:
        document.update(changes)

    return apply


def in_achievement(**changes: JsonValue) -> Change:
    """Members of the achievement replaced or added."""

    def apply(document: Any) -> None:
        document["credentialSubject"]["achievement"].update(changes)

    return apply


def in_proof(**changes: JsonValue) -> Change:
    """Members of the first proof replaced or added."""

    def apply(document: Any) -> None:
        proof = document["proof"]
        (proof[0] if isinstance(proof, list) else proof).update(changes)

    return apply


def loaded(source: bytes) -> Any:
    """The JSON of a sample, to be changed."""
    return json.loads(source)


def as_json(value: JsonValue) -> bytes:
    """A document as a file."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
