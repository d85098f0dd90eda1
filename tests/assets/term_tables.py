"""The term tables of the contexts: what pyld makes of each context, as the JSON that the wallet keeps beside them.

A *layer* is what one context object defines. It is kept apart from the contexts around it, so that any list of contexts
is its layers laid upon each other. That is right as long as an object takes nothing from outside: the abbreviations
that it uses without defining them are *borrowed*, and the layer holds only where nobody defines them. A context with a
feature that the tables have no place for goes without tables; `left_out` tells which.

A term's row: its IRI, its type, its container, the number of the layer for what is below it (-1: no context at all,
null: none), whether it is protected, whether it is an abbreviation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pyld import jsonld

from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts import known_contexts, load_context

__all__ = ["left_out", "term_table_files"]

_SETTINGS = frozenset({"@version", "@protected"})
_DEFINITION = frozenset({"@id", "@type", "@container", "@context", "@protected", "@prefix"})
_MAPPING = frozenset({"@id", "@type", "@container", "@context", "protected", "reverse", "_prefix", "_term_has_colon"})
_CONTAINERS = (["@set"], ["@list"], ["@graph"])
_KEYWORDS = frozenset({"@id", "@type", "@vocab", "@json"})
_NOTHING = -1


class _NoPlaceError(Exception):
    """A context has a feature that the tables have no place for."""


def left_out() -> Mapping[str, str]:
    """The contexts without tables, each with the reason."""
    reasons: dict[str, str] = {}
    for url in sorted(known_contexts()):
        try:
            list(_Layers().of(url))
        except _NoPlaceError as error:
            reasons[url] = str(error)
    return reasons


def term_table_files() -> Mapping[str, bytes]:
    """Path under ``wallet/resolution/contexts`` → bytes."""
    layers = _Layers()
    prepared = sorted(known_contexts() - left_out().keys())
    contexts: dict[str, JsonValue] = {url: list(layers.of(url)) for url in prepared}
    lines = ",\n".join(_compact(layer) for layer in layers.found)
    return {"term_tables.json": f'{{"contexts": {_compact(contexts)},\n"layers": [\n{lines}\n]}}\n'.encode()}


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Layers:
    """Every layer once, in order of first use; two are the same only when their contexts are, word for word."""

    def __init__(self) -> None:
        self.found: list[JsonObject] = []
        self._numbers: dict[str, int] = {}

    def of(self, url: str) -> Iterator[int]:
        """The layers of a context document; it may be a list that begins with other documents."""
        context = load_context(url)["@context"]
        for part in context if isinstance(context, list) else [context]:
            if isinstance(part, str):
                yield from self.of(part)
            else:
                assert isinstance(part, dict)
                yield self._number(part)

    def _number(self, context: JsonObject) -> int:
        stated = json.dumps(context, sort_keys=True)
        if stated not in self._numbers:
            terms: JsonObject = {
                name: self._row(name, mapping) for name, mapping in sorted(_processed(context).items())
            }
            self._numbers[stated] = len(self.found)
            self.found.append({"borrowed": [*sorted(set(_borrowed(context)))], "terms": terms})
        return self._numbers[stated]

    def _row(self, name: str, mapping: Mapping[str, Any]) -> JsonValue:
        container = mapping.get("@container")
        if not set(mapping) <= _MAPPING or mapping["reverse"] or not mapping["@id"]:
            raise _NoPlaceError(f"{name} has a feature that the tables have no place for: {mapping}")
        if container is not None and container not in _CONTAINERS:
            raise _NoPlaceError(f"{name} has a container that the tables have no place for: {container}")
        scoped = mapping.get("@context")
        scope = None if scoped is None else _NOTHING if scoped is False else self._number(scoped)
        row = [mapping["@id"], mapping.get("@type"), (container or [None])[0], scope]
        return [*row, int(mapping["protected"]), int(mapping["_prefix"])]


def _processed(context: JsonObject) -> Mapping[str, Mapping[str, Any]]:
    processor = jsonld.JsonLdProcessor()
    initial = processor._get_initial_context({"processingMode": "json-ld-1.1"})
    processed = processor.process_context(initial, {"@context": context}, {"processingMode": "json-ld-1.1"})
    unforeseen = set(processed) - {"_uuid", "@version", "processingMode", "mappings"}
    if unforeseen:
        raise _NoPlaceError(f"a context has settings that the tables have no place for: {unforeseen}")
    mappings: Mapping[str, Mapping[str, Any]] = processed["mappings"]
    return mappings


def _borrowed(context: JsonObject) -> Iterator[str]:
    """The abbreviations that the context uses and does not define."""
    for name, stated in context.items():
        if name.startswith("@"):
            if name not in _SETTINGS:
                raise _NoPlaceError(f"{name} is a setting that the tables have no place for")
            continue
        definition = stated if isinstance(stated, dict) else {"@id": stated}
        if not set(definition) <= _DEFINITION or "@id" not in definition or ":" in name:
            raise _NoPlaceError(f"{name} is defined in a way that the tables have no place for: {definition}")
        for iri in (str(definition["@id"]), str(definition.get("@type", "@id"))):
            prefix, _, rest = iri.partition(":")
            if iri not in _KEYWORDS and not rest.startswith("//") and prefix not in context:
                yield prefix
