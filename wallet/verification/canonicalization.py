"""From a JSON-LD document to the text that is signed, and to the members that the text leaves out.

JSON-LD quietly drops what its contexts do not define, so that a signature can be right over a document which says
more than was signed. Here nothing is dropped quietly: `Canonical.uncovered` names every such member by its path.

Contexts come from the package by exact URL. An object in ``@context`` would let a document say what its own words
mean, and is refused. A relative identifier has no meaning of its own; it is resolved against a scheme that nothing
uses, which gives it away. ``@direction`` is kept (rdfDirection "i18n-datatype"), since dropping it would leave it
unsigned. pyld expands and makes RDF; the canonical form and its limit are in `rdfc`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wallet.errors import CredentialError, ResolutionError
from wallet.fields import JsonObject, JsonValue, Problem, as_sequence
from wallet.resolution.contexts import known_contexts, load_context
from wallet.verification.rdfc import Quad, canonical_nquads, escape_literal

__all__ = ["Canonical", "canonicalize"]

RELATIVE_SCHEME = "x-relative:"
"""Everything that had no scheme of its own ends up with this one."""

_BASE = f"{RELATIVE_SCHEME}//relative.invalid/0/1/2/3/"
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RDF_TYPE_LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

_KEYWORDS = frozenset({"@context", "@id", "@type", "@value", "@language", "@direction", "@list", "@set"})
"""The keywords of JSON-LD that a credential has use for; others hide values from a reader or from the signature."""

MAX_PROBES = 2_000
"""Finding the path of an uncovered member costs one canonicalization for each member tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """The canonical N-Quads of a document, and what of the document they do not contain."""

    nquads: str
    uncovered: tuple[Problem, ...] = ()


def canonicalize(document: JsonObject, *, hash_name: str = "sha256") -> Canonical:
    """Canonicalize a JSON-LD document (RDFC-1.0 over the JSON-LD 1.1 deserialization).

    Raises ResolutionError("context.unknown"), or CredentialError for an inline or missing context, a JSON-LD error,
    or a dataset that needs too much work.
    """
    if document.get("@context") is None:
        raise CredentialError("context.missing")
    _require_known_contexts(document)
    dropped: list[object] = []
    quads = tuple(_to_quads(document, dropped))
    uncovered = [*_hidden_keywords(document, "$"), *_relative_values(document, quads)]
    nquads = canonical_nquads(quads, hash_name=hash_name)
    if dropped:
        uncovered += _Probe(document, nquads, hash_name).uncovered()
    return Canonical(nquads=nquads, uncovered=tuple(uncovered))


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


def _to_quads(document: JsonObject, dropped: list[object]) -> Iterator[Quad]:
    from pyld.jsonld import JsonLdError, JsonLdProcessor

    options = {"base": _BASE, "rdfDirection": "i18n-datatype", "documentLoader": _load}
    try:
        dataset = JsonLdProcessor(on_property_dropped=dropped.append).to_rdf(document, options)
    except JsonLdError as error:
        raise CredentialError("canonicalization.json-ld", reason=_reason(error)) from None
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


def _hidden_keywords(value: JsonValue, path: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _hidden_keywords(part, f"{path}[{index}]")
    elif isinstance(value, dict):
        for name, member in value.items():
            if name.startswith("@") and name not in _KEYWORDS:
                yield Problem(path=f"{path}.{name}", code="coverage.keyword", found=name)
            elif name != "@context":
                yield from _hidden_keywords(member, f"{path}.{name}")


def _relative_values(document: JsonObject, quads: tuple[Quad, ...]) -> Iterator[Problem]:
    """Values that only a place of publication could complete: relative identifiers and types nobody defined."""
    found = {term for quad in quads for term in quad if term.startswith(f"<{RELATIVE_SCHEME}")}
    datatypes = {term for quad in quads for term in quad if f"^^<{RELATIVE_SCHEME}" in term}
    if found or datatypes:
        located = list(_locate(document, "$", found))
        yield from located or [Problem(path="$", code="coverage.relative-iri", found=sorted(found | datatypes)[0][:80])]


def _locate(value: JsonValue, path: str, relative: set[str]) -> Iterator[Problem]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "@context":
                yield from _locate(member, f"{path}.{name}", relative)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _locate(part, f"{path}[{index}]", relative)
    elif isinstance(value, str) and f"<{_resolved(value)}>" in relative:
        kind = path.rsplit(".", 1)[-1].partition("[")[0]
        code = "coverage.undefined-type" if kind in ("type", "@type") else "coverage.relative-iri"
        yield Problem(path=path, code=code, found=value[:80])


def _resolved(value: str) -> str:
    from pyld.iri_resolver import resolve

    try:
        return str(resolve(value, _BASE))
    except ValueError:
        return value


class _Probe:
    """Which members may be taken away without changing what is signed? Those are not covered by any signature."""

    def __init__(self, document: JsonObject, nquads: str, hash_name: str) -> None:
        self._document = copy.deepcopy(document)
        self._nquads = nquads
        self._hash_name = hash_name
        self._probes = 0

    def uncovered(self) -> list[Problem]:
        """The outermost members that make no difference; the document itself where too many had to be tried."""
        found = list(self._search(self._document, "$"))
        if self._probes > MAX_PROBES:
            found.append(Problem(path="$", code="coverage.undefined-member"))
        return found

    def _search(self, owner: JsonValue, path: str) -> Iterator[Problem]:
        if isinstance(owner, list):
            for index, part in enumerate(owner):
                yield from self._search(part, f"{path}[{index}]")
        if not isinstance(owner, dict):
            return
        for name in [name for name in owner if name != "@context" and owner[name] is not None]:
            if self._probes > MAX_PROBES:
                return
            if self._makes_no_difference(owner, name):
                if list(as_sequence(owner[name])) and owner[name] != {}:
                    yield Problem(path=f"{path}.{name}", code="coverage.undefined-member", found=name[:80])
            else:
                yield from self._search(owner[name], f"{path}.{name}")

    def _makes_no_difference(self, owner: JsonObject, name: str) -> bool:
        self._probes += 1
        # The member keeps its place in the object, so that what follows sees the document as it came.
        members = list(owner.items())
        del owner[name]
        try:
            return canonical_nquads(_to_quads(self._document, []), hash_name=self._hash_name) == self._nquads
        except CredentialError:
            return False
        finally:
            owner.clear()
            owner.update(members)
