"""A JSON-LD document in which every node has an identifier of its own (vc-di-ecdsa section 3.4.11)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from wallet.errors import CredentialError
from wallet.fields import JsonObject
from wallet.resolution.contexts import load_context
from wallet.verification.coverage import BASE
from wallet.verification.processor_limits import require_affordable

__all__ = ["SKOLEM", "skolemized"]

SKOLEM = "urn:bnid:"
"""The scheme of the identifiers that stand in for blank nodes."""

_UNFORESEEN = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


def skolemized(document: JsonObject) -> JsonObject:
    """The document with an identifier for each node that had none; raises CredentialError where it is no JSON-LD."""
    require_affordable(document)
    from pyld import jsonld

    options = {"base": BASE, "documentLoader": _load}
    numbers = itertools.count()
    try:
        expanded = jsonld.expand(document, options)
        compacted: JsonObject = jsonld.compact(
            [_skolemized(node, numbers) for node in expanded], document["@context"], options
        )
    except (jsonld.JsonLdError, *_UNFORESEEN):
        raise CredentialError("canonicalization.json-ld", reason="skolemization") from None
    return compacted


def _skolemized(value: Any, numbers: Iterator[int]) -> Any:
    if isinstance(value, list):
        return [_skolemized(part, numbers) for part in value]
    if not isinstance(value, dict) or "@value" in value:
        return value
    node = {name: _skolemized(member, numbers) for name, member in value.items()}
    if "@list" in node or "@set" in node:
        return node
    identifier = node.get("@id")
    if identifier is None:
        node["@id"] = f"{SKOLEM}n{next(numbers)}"
    elif identifier.startswith("_:"):
        node["@id"] = f"{SKOLEM}given.{identifier[2:]}"
    return node


def _load(url: str, _options: Mapping[str, Any]) -> dict[str, Any]:
    return {"documentUrl": url, "document": load_context(url), "contextUrl": None, "tag": "static"}
