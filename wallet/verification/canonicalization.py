"""From a JSON-LD document to the text that is signed, and to the members that the text leaves out.

JSON-LD quietly drops what its contexts do not define, so that a signature can be right over a document which says
more than was signed. Here nothing is dropped quietly: `Canonical.uncovered` names every such member by its path.

Contexts come from the package by exact URL. An object in ``@context`` would let a document say what its own words
mean, and is refused. A relative identifier has no meaning of its own; it is resolved against a scheme that nothing
uses, which gives it away. ``@direction`` is kept (rdfDirection "i18n-datatype"), since dropping it would leave it
unsigned.

An ordinary document is walked once, with tables of what the contexts define (`walking`); one that is walked to its end
leaves nothing out. Any other goes to pyld, which is slower by far and knows all of JSON-LD; what it left out is then
looked for. The canonical form and its limit are in `rdfc`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wallet.errors import CredentialError, ResolutionError
from wallet.fields import JsonObject, JsonValue, Problem
from wallet.resolution.contexts import known_contexts, load_context
from wallet.verification.coverage import BASE, Rdf, find_uncovered
from wallet.verification.rdfc import Order, Quad, canonical_nquads, escape_literal, orders_may_differ
from wallet.verification.walking import walk

__all__ = ["Canonical", "canonicalize", "processed"]

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RDF_TYPE_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


# pyld stumbles over some documents that are no JSON-LD, instead of saying so; an empty type is one.
_UNFORESEEN = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """The canonical N-Quads of a document, and what of the document they do not contain."""

    nquads: str
    uncovered: tuple[Problem, ...] = ()

    @property
    def order_matters(self) -> bool:
        """Whether the orders "code-point" and "utf-16" can give two canonical forms of this document."""
        return orders_may_differ(self.nquads)


def canonicalize(document: JsonObject, *, hash_name: str = "sha256", order: Order = "code-point") -> Canonical:
    """Canonicalize a JSON-LD document (RDFC-1.0 over the JSON-LD 1.1 deserialization).

    `hash_name` is "sha256" or "sha384"; `order` is the Recommendation's, or "utf-16" for what JavaScript makes of it.
    Raises ResolutionError("context.unknown"), or CredentialError for an inline or missing context, a JSON-LD error,
    or a dataset that needs too much work.
    """
    quads = walk(document)
    if quads is None:
        return processed(document, hash_name=hash_name, order=order)
    return Canonical(nquads=canonical_nquads(quads, hash_name=hash_name, order=order))


def processed(document: JsonObject, *, hash_name: str = "sha256", order: Order = "code-point") -> Canonical:
    """The same by way of pyld, for any document; raises as `canonicalize` does."""
    if document.get("@context") is None:
        raise CredentialError("context.missing")
    _require_known_contexts(document)
    rdf = _to_rdf(document)
    nquads = canonical_nquads(rdf.quads, hash_name=hash_name, order=order)

    def is_signed_alike(other: JsonObject) -> bool:
        try:
            return canonical_nquads(_to_rdf(other).quads, hash_name=hash_name, order=order) == nquads
        except CredentialError:
            return False

    return Canonical(nquads=nquads, uncovered=find_uncovered(document, rdf, is_signed_alike))


def _require_known_contexts(value: JsonValue) -> None:
    if isinstance(value, list):
        for part in value:
            _require_known_contexts(part)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name == "@context":
                _require_urls(member)
            else:
                _require_known_contexts(member)


def _require_urls(context: JsonValue) -> None:
    for entry in context if isinstance(context, list) else [context]:
        if not isinstance(entry, str):
            raise CredentialError("context.inline")
        if entry not in known_contexts():
            raise ResolutionError("context.unknown", url=entry[:200])


def _to_rdf(document: JsonObject) -> Rdf:
    from pyld.jsonld import JsonLdError, JsonLdProcessor

    class Watched(JsonLdProcessor):  # type: ignore[misc]
        """Keeps the expanded form on the way to RDF, and the names of what expansion left out."""

        expanded: JsonValue = None

        def expand(self, input_: JsonValue, options: Mapping[str, Any]) -> JsonValue:
            self.expanded = super().expand(input_, options)
            return self.expanded

    dropped: list[object] = []
    processor = Watched(on_property_dropped=dropped.append)
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
