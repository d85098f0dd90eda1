"""From a JSON-LD document to RDF by way of pyld, which knows all of JSON-LD and tells what it leaves out.

Imported only for a document that needs it: pyld is slow to import, and slower at work. A relative identifier has no
meaning of its own; it is resolved against a scheme that nothing uses, which gives it away. ``@direction`` is kept
(rdfDirection "i18n-datatype"), since dropping it would leave it unsigned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pyld.jsonld import JsonLdError, JsonLdProcessor

from wallet.errors import CredentialError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts import load_context
from wallet.verification.coverage import BASE, Rdf
from wallet.verification.rdfc import Quad, escape_literal

__all__ = ["to_rdf"]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RDF_TYPE_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

# pyld stumbles over some documents that are no JSON-LD, instead of saying so; an empty type is one.
_UNFORESEEN = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


class _Watched(JsonLdProcessor):  # type: ignore[misc]
    """Keeps the expanded form on the way to RDF."""

    expanded: JsonValue = None

    def expand(self, input_: JsonValue, options: Mapping[str, Any]) -> JsonValue:
        self.expanded = super().expand(input_, options)
        return self.expanded


def to_rdf(document: JsonObject) -> Rdf:
    """The RDF of a document whose contexts are known; raises CredentialError("canonicalization.json-ld")."""
    dropped: list[object] = []
    processor = _Watched(on_property_dropped=dropped.append)
    options = {"base": BASE, "rdfDirection": "i18n-datatype", "documentLoader": _load}
    try:
        dataset = processor.to_rdf(document, options)
    except (JsonLdError, *_UNFORESEEN) as error:
        raise CredentialError("canonicalization.json-ld", reason=_reason(error)) from None
    return Rdf(quads=tuple(_quads(dataset)), expanded=processor.expanded, dropped=tuple(dropped))


def _quads(dataset: Mapping[str, Any]) -> Iterator[Quad]:
    for graph, triples in dataset.items():
        name = "" if graph == "@default" else _name(graph)
        for triple in triples:
            yield _term(triple["subject"]), _term(triple["predicate"]), _term(triple["object"]), name


def _load(url: str, _options: Mapping[str, Any]) -> dict[str, Any]:
    # "static" tells pyld that the answer never changes, so that it keeps the processed context.
    return {"documentUrl": url, "document": load_context(url), "contextUrl": None, "tag": "static"}


def _reason(error: BaseException) -> str:
    while error.__cause__ is not None:
        error = error.__cause__
    return str(getattr(error, "code", None) or getattr(error, "type", "") or "JSON-LD")


def _name(term: str) -> str:
    return term if term.startswith("_:") else f"<{term}>"


def _term(term: Mapping[str, str]) -> str:
    if term["type"] != "literal":
        return _name(term["value"])
    literal, datatype = f'"{escape_literal(term["value"])}"', term.get("datatype", _XSD_STRING)
    if datatype == _RDF_TYPE_LANGUAGE:
        return f"{literal}@{term['language']}"
    return literal if datatype == _XSD_STRING else f"{literal}^^<{datatype}>"
