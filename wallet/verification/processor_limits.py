"""What a JSON-LD processor may be asked to do: its work is counted before it begins, since it cannot be stopped.

The processor compares each value of a property with every other one, so that a file of some megabytes, which is read in
a moment, would keep it busy for hours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wallet.errors import CredentialError
from wallet.fields import JsonObject, JsonValue

__all__ = ["MAX_EFFORT", "effort_of", "require_affordable"]

MAX_EFFORT = 100_000
"""A badge has some hundred values; to process a value takes some 70 microseconds, and this many some seconds."""

PAIRS_IN_A_STEP = 100
"""So many comparisons take about as long as it takes to process one value."""


def require_affordable(document: JsonObject) -> None:
    """Return when a processor may be given `document`; raises CredentialError("canonicalization.work-limit")."""
    if effort_of(document) > MAX_EFFORT:
        raise CredentialError("canonicalization.work-limit", limit=MAX_EFFORT)


def effort_of(document: JsonObject) -> int:
    """About how many values a processor has to deal with, comparisons included.

    Values under one name may be values of one node, wherever they stand.
    """
    counts = Counter(_names(document, ""))
    return counts.total() + sum(count * count for count in counts.values()) // PAIRS_IN_A_STEP


def _names(value: JsonValue, name: str) -> Iterator[str]:
    """The name of the member to which each value belongs."""
    if isinstance(value, list):
        for part in value:
            yield from _names(part, name)
    else:
        yield name
        for inner, member in value.items() if isinstance(value, dict) else ():
            yield from _names(member, inner)
