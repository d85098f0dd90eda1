"""Which version of Open Badges before 3.0 an assertion follows."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.fields import JsonObject, as_sequence

__all__ = ["VERSION_CONTEXTS", "version_of"]

VERSION_CONTEXTS: Mapping[str, str] = {
    "https://w3id.org/openbadges/v2": "OB 2.0",
    "https://w3id.org/openbadges/v1": "OB 1.1",
}
"""The version that each context stands for."""


def version_of(members: JsonObject) -> str:
    """The specification that an assertion follows, by its context and, where it has none, by its shape."""
    for context in as_sequence(members.get("@context")):
        if isinstance(context, str) and context in VERSION_CONTEXTS:
            return VERSION_CONTEXTS[context]
    if "@context" in members or "type" in members:
        return "OB 2.0"
    if isinstance(members.get("recipient"), str):
        return "OB 0.5"
    return "OB 1.0"
