"""Which terms are defined where in a document: JSON-LD's active contexts, put together from prepared tables.

An active context changes with ``@context``, with the types of a node (for that node only), and below some terms. Each
change lays another layer of terms upon those that are there (JSON-LD 1.1 API, section 4.1). A term that is protected
may be stated again but not otherwise. What the tables have no answer for raises `NotPrepared`: a JSON-LD processor may
know better, or know what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from wallet.fields import JsonValue
from wallet.resolution.contexts.tables import NO_CONTEXT, Term, layers_of, load_layer
from wallet.verification.identifiers import PLAIN_IRI, RELATIVE_SCHEME

__all__ = ["INITIAL", "ActiveContext", "NotPrepared"]

MAX_CONTEXTS = 512
"""A document has a few dozen; one that is made to have thousands shall not keep them all in memory."""


class NotPrepared(Exception):  # noqa: N818 - it is no error: another way of doing the same follows
    """The document has something that the prepared tables do not answer."""


class ActiveContext:
    """The defined terms at one place of a document; `previous` is what holds again below a typed node."""

    __slots__ = ("id_names", "previous", "terms", "type_names")

    def __init__(self, terms: Mapping[str, Term], previous: ActiveContext | None = None) -> None:
        self.terms = terms
        self.previous = previous
        self.id_names = tuple(name for name, term in terms.items() if term.iri == "@id")
        self.type_names = tuple(name for name, term in terms.items() if term.iri == "@type")

    def extended(self, stated: JsonValue) -> ActiveContext:
        """After a node's own ``@context``, which must be URLs of prepared contexts."""
        layers: list[int] = []
        for url in stated if isinstance(stated, list) else [stated]:
            found = layers_of(url) if isinstance(url, str) else None
            if found is None:
                raise NotPrepared
            layers += found
        return _with_layers(self, tuple(layers), _OF_NODE)

    def typed(self, types: tuple[str, ...]) -> tuple[ActiveContext, tuple[str, ...]]:
        """What holds within a node of these types, which are looked up here; and the types as N-Quads terms."""
        return _typed(self, types)

    def below(self, term: Term) -> ActiveContext:
        """Below a term, which may have a context of its own."""
        return self if term.scope is None else _with_layers(self, (term.scope,), _OF_TERM)

    def identifier(self, text: JsonValue) -> str:
        """An identifier as an N-Quads term; it must be an absolute IRI or an abbreviation of one."""
        if not isinstance(text, str) or not PLAIN_IRI.fullmatch(text):
            raise NotPrepared
        prefix, _, rest = text.partition(":")
        term = self.terms.get(prefix)
        if term is not None and term.is_prefix and not rest.startswith("//"):
            text = term.iri + rest
        if text.startswith(RELATIVE_SCHEME):
            raise NotPrepared
        return f"<{text}>"

    def vocabulary(self, text: str) -> str:
        """A type, or another value that is a term or an identifier, as an N-Quads term."""
        term = self.terms.get(text)
        if term is None:
            return self.identifier(text)
        if term.iri.startswith("@"):
            raise NotPrepared
        return f"<{term.iri}>"


INITIAL = ActiveContext({"@id": Term("@id"), "@type": Term("@type")})
"""What holds before any context: the keywords of which a node makes use."""


_OF_NODE, _OF_TYPE, _OF_TERM = "@context", "type", "term"
"""What a layer belongs to. That of a type holds for its node only; that of a term may state protected terms anew."""


@lru_cache(maxsize=MAX_CONTEXTS)
def _typed(active: ActiveContext, types: tuple[str, ...]) -> tuple[ActiveContext, tuple[str, ...]]:
    found = [active.terms.get(kind) for kind in sorted(types)]
    scopes = tuple([term.scope for term in found if term is not None and term.scope is not None])
    if NO_CONTEXT in scopes:
        raise NotPrepared
    within = _with_layers(active, scopes, _OF_TYPE) if scopes else active
    return within, tuple([active.vocabulary(kind) for kind in types])


@lru_cache(maxsize=MAX_CONTEXTS)
def _with_layers(active: ActiveContext, layers: tuple[int, ...], owner: str) -> ActiveContext:
    terms = active.terms
    for number in layers:
        terms = INITIAL.terms if number == NO_CONTEXT else _laid_upon(terms, number, owner == _OF_TERM)
    if NO_CONTEXT in layers:
        return ActiveContext(terms)
    return ActiveContext(terms, active.previous or active if owner == _OF_TYPE else active.previous)


def _laid_upon(terms: Mapping[str, Term], number: int, override: bool) -> Mapping[str, Term]:
    layer = load_layer(number)
    if any(name in terms for name in layer.borrowed):
        raise NotPrepared
    result = {**terms, **layer.terms}
    if not override:
        for name in terms.keys() & layer.terms.keys():
            before = terms[name]
            if before.protected:
                if layer.terms[name]._replace(protected=before.protected) != before:
                    raise NotPrepared
                result[name] = before
    return result
