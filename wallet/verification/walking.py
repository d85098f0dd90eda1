"""From a JSON-LD document to its quads in one walk over the JSON, with the meaning of its words at hand.

What a JSON-LD processor does in three passes (expansion, a map of nodes, deserialization to RDF; JSON-LD 1.1 API) is
done here in one for the documents that credentials are: contexts named by URL, defined terms, absolute identifiers.
Every member of a document that is walked is in its quads. Whatever else a document holds ends the walk without a
result; a processor then finds out whether it means something, and what of it is left out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from wallet.fields import JsonObject, JsonValue
from wallet.resolution.contexts.tables import XSD_DOUBLE, XSD_STRING, Term
from wallet.verification.active_contexts import INITIAL, ActiveContext, NotPrepared
from wallet.verification.identifiers import LANGUAGE_TAG
from wallet.verification.overlooked import is_more_than_endorsed
from wallet.verification.rdfc import Quad, escape_literal

__all__ = ["walk"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDF_TYPE, _FIRST, _REST, _NIL = (f"<{_RDF}{name}>" for name in ("type", "first", "rest", "nil"))
_XSD = "http://www.w3.org/2001/XMLSchema#"
_I18N = "https://www.w3.org/ns/i18n#"

_VALUE_OBJECT = frozenset({"@value", "@language", "@direction"})

_MIN_LARGE = 10**21
"""From here on JSON-LD writes whole numbers as xsd:double."""


def walk(document: JsonObject) -> list[Quad] | None:
    """The quads of a document, all of whose members are in them; None for a document that is not for walking."""
    walked = _Walk()
    try:
        walked.node(document, INITIAL, "")
    except (NotPrepared, RecursionError):
        return None
    return walked.quads


class _Walk:
    """The quads so far. A method returns the N-Quads term of what it was given."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self._blank_nodes = 0
        self._root: str | None = None

    def node(self, members: JsonObject, active: ActiveContext, graph: str) -> str:
        """A node object, which stands in `active` and in the graph of this name."""
        if "@id" in members or "@type" in members:
            raise NotPrepared
        if "@context" in members:
            active = active.extended(members["@context"])
        type_name = _one_of(active.type_names, members)
        types = () if type_name is None else _texts(members[type_name])
        within, kinds = active.typed(types) if types else (active, types)
        id_name = _one_of(within.id_names, members)
        subject = self._blank_node() if id_name is None else within.identifier(members[id_name])
        if self._root is None:
            self._root = subject
        elif subject == self._root and any(_is_more(name, within) for name in members):
            # What is said here about the whole document is not said where a reader looks for it.
            raise NotPrepared
        for kind in kinds:
            self.quads.append((subject, _RDF_TYPE, kind, graph))
        for name, value in members.items():
            if name != type_name and name != id_name and name != "@context":
                self._member(subject, name, value, within, graph)
        return subject

    def _member(self, subject: str, name: str, value: JsonValue, active: ActiveContext, graph: str) -> None:
        term = active.terms.get(name)
        if term is not None and term.suffix is not None and isinstance(value, str):
            self.quads.append((subject, term.predicate, f'"{escape_literal(value)}"{term.suffix}', graph))
            return
        if term is None or term.iri[0] == "@" or term.type == "@json":
            raise NotPrepared
        if value is None:
            return
        below = active if term.scope is None else active.below(term)
        inner = term if below is active else below.terms.get(name)
        if term.container == "@list":
            objects = [self._list(value, inner, below, graph)]
        else:
            place = self._graph if term.container == "@graph" else self._object
            values = value if isinstance(value, list) else (value,)
            objects = [place(one, inner, below, graph) for one in values if one is not None]
        self.quads += [(subject, term.predicate, found, graph) for found in objects]

    def _list(self, value: JsonValue, term: Term | None, active: ActiveContext, graph: str) -> str:
        values = value if isinstance(value, list) else [value]
        objects = [self._object(one, term, active, graph) for one in values if one is not None]
        following = _NIL
        for found in reversed(objects):
            cell = self._blank_node()
            self.quads += ((cell, _FIRST, found, graph), (cell, _REST, following, graph))
            following = cell
        return following

    def _graph(self, value: JsonValue, term: Term | None, active: ActiveContext, _outer: str) -> str:
        if not isinstance(value, dict) or len(value) < 2 or "@value" in value:
            raise NotPrepared
        graph = self._blank_node()
        self._object(value, term, active, graph)
        return graph

    def _object(self, value: JsonValue, term: Term | None, active: ActiveContext, graph: str) -> str:
        if isinstance(value, dict):
            if "@value" in value:
                return _value_object(value)
            return self.node(value, _entered(value, term, active), graph)
        if term is None:
            raise NotPrepared
        return _scalar(value, term, active)

    def _blank_node(self) -> str:
        self._blank_nodes += 1
        return f"_:b{self._blank_nodes}"


def _is_more(name: str, active: ActiveContext) -> bool:
    term = active.terms.get(name)
    return name != "@context" and (term is None or is_more_than_endorsed(term.iri))


def _one_of(names: Sequence[str], members: JsonObject) -> str | None:
    found = None
    for name in names:
        if name in members:
            if found is not None:
                raise NotPrepared
            found = name
    return found


def _texts(value: JsonValue) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list) or not value:
        raise NotPrepared
    texts = tuple([one for one in value if isinstance(one, str)])
    if len(texts) != len(value):
        raise NotPrepared
    return texts


def _entered(members: JsonObject, term: Term | None, active: ActiveContext) -> ActiveContext:
    """The context inside a node object that is the value of a term (JSON-LD 1.1 API, section 5.1.2, steps 3 to 8)."""
    if not members:
        raise NotPrepared
    is_reference = len(members) == 1 and next(iter(members)) in active.id_names
    if active.previous is not None and not is_reference:
        active = active.previous
    return active if term is None else active.below(term)


def _value_object(members: JsonObject) -> str:
    value, language, direction = members["@value"], members.get("@language"), members.get("@direction")
    if not members.keys() <= _VALUE_OBJECT:
        raise NotPrepared
    if len(members) == 1:
        return _literal(value, None)
    if not isinstance(value, str) or ("@language" in members and not _is_language(language)):
        raise NotPrepared
    tag = str(language).lower() if "@language" in members else ""
    if "@direction" not in members:
        return f'"{escape_literal(value)}"@{tag}'
    if direction not in ("ltr", "rtl"):
        raise NotPrepared
    return f'"{escape_literal(value)}"^^<{_I18N}{tag}_{direction}>'


def _is_language(value: JsonValue) -> bool:
    return isinstance(value, str) and _is_language_tag(value)


@lru_cache(maxsize=256)
def _is_language_tag(text: str) -> bool:
    return LANGUAGE_TAG.fullmatch(text) is not None


def _scalar(value: JsonValue, term: Term, active: ActiveContext) -> str:
    """A string, number or boolean as the term's type says (JSON-LD 1.1 API, section 5.3.2, value expansion)."""
    if term.type is None or term.type[0] != "@":
        return _literal(value, term.type)
    if term.type == "@id":
        return active.identifier(value)
    if term.type == "@vocab" and isinstance(value, str):
        return active.vocabulary(value)
    raise NotPrepared


def _literal(value: JsonValue, datatype: str | None) -> str:
    """A literal (JSON-LD 1.1 API, section 8.2.2, object to RDF conversion)."""
    if isinstance(value, str) and datatype != XSD_DOUBLE:
        text, native = escape_literal(value), XSD_STRING
    elif isinstance(value, bool):
        text, native = ("true" if value else "false"), f"{_XSD}boolean"
    elif isinstance(value, int | float):
        text, native = _number(value)
        if datatype == XSD_DOUBLE != native:
            raise NotPrepared
    else:
        raise NotPrepared
    datatype = datatype or native
    return f'"{text}"' if datatype == XSD_STRING else f'"{text}"^^<{datatype}>'


def _number(value: int | float) -> tuple[str, str]:
    if not math.isfinite(value) or abs(value) >= _MIN_LARGE:
        raise NotPrepared
    if value == int(value):
        return str(int(value)), f"{_XSD}integer"
    mantissa, exponent = f"{value:.15E}".split("E")
    digits = mantissa.rstrip("0")
    return f"{digits}0E{int(exponent)}" if digits.endswith(".") else f"{digits}E{int(exponent)}", XSD_DOUBLE
