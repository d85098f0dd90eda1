"""The notation in which contexts are stated here, and the JSON-LD that it stands for.

A statement is a TOML file. ``[prefix]`` abbreviates addresses within the file; an abbreviation that is not declared
there stands in the context as it is. ``[terms]`` has one line for each term, its IRI first:

    geo = "ob:GeoCoordinates"               an IRI
    creditsAvailable = "ob:n ^xs:float"     a value of the type after ^
    source = "ob:source @"                  the value is itself an identifier
    name = "schema:name text"               plain text; typed only where the statement says ``text = "xsd:string"``
    alignment = "ob:alignment []"           several values without order; () with an order; {} a graph of its own

``[terms.Achievement]`` is a term with a context of its own: the term's line is its ``"@id"``, the others are the terms
in that context. ``protected`` holds for every context of the statement. ``aliases`` says where ``id`` and ``type``
stand for the keywords: "everywhere", "classes" for all but the outermost context, or "stated" for those that state it
themselves. ``vocab`` is a catch-all: the address before every word that no term defines.

A statement with ``extends`` is the difference from another: a term stated again replaces, "-" takes away, and the
settings are taken over unless stated again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallet.fields import JsonObject, JsonValue

__all__ = ["amended", "context_document"]

Table = Mapping[str, JsonValue]

_ALIASES: Table = {"id": "@id", "type": "@type"}
_CONTAINERS = {"[]": "@set", "()": "@list", "{}": "@graph"}
_REMOVED = "-"


def context_document(statement: Table) -> JsonObject:
    """The JSON-LD document, ``{"@context": …}``, that a statement stands for; ValueError for a mark that is unknown."""
    text = statement.get("text")
    notation = _Notation(
        prefixes={name: str(iri) for name, iri in _table(statement, "prefix").items()},
        protected=statement.get("protected") is True,
        text=text if isinstance(text, str) else None,
        aliases=statement.get("aliases") != "stated",
    )
    terms = _table(statement, "terms")
    vocabulary: JsonObject = {"@vocab": statement["vocab"]} if "vocab" in statement else {}
    return {"@context": {**vocabulary, **notation.context(terms, aliases=statement.get("aliases") == "everywhere")}}


def amended(statement: Table, difference: Table) -> JsonObject:
    """The statement with a difference made to it; raises ValueError where it takes away a term that is not there."""
    result = dict(statement)
    for name, change in difference.items():
        before = result.get(name)
        if change == _REMOVED:
            if before is None:
                raise ValueError(f"{name} is taken away, but was not there")
            del result[name]
        elif isinstance(change, dict) and isinstance(before, dict):
            result[name] = amended(before, change)
        else:
            result[name] = change
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notation:
    """What holds for every context of one statement."""

    prefixes: Mapping[str, str]
    protected: bool
    text: str | None
    aliases: bool

    def context(self, terms: Table, *, aliases: bool) -> JsonObject:
        context: JsonObject = {"@protected": True} if self.protected else {}
        context.update(_ALIASES if aliases else {})
        for term, stated in terms.items():
            if term != "@id":
                context[term] = self._term(stated)
        return context

    def _term(self, stated: JsonValue) -> JsonValue:
        if isinstance(stated, dict):
            return {**self._definition(str(stated["@id"])), "@context": self.context(stated, aliases=self.aliases)}
        definition = self._definition(str(stated))
        # The short form matters to a reader of the context only: both mean the same.
        return definition["@id"] if len(definition) == 1 else definition

    def _definition(self, line: str) -> JsonObject:
        iri, *marks = line.split()
        definition: JsonObject = {"@id": self._iri(iri)}
        for mark in marks:
            definition.update(self._marked(mark))
        return definition

    def _marked(self, mark: str) -> JsonObject:
        if mark == "text":
            return {} if self.text is None else {"@type": self._iri(self.text)}
        if mark == "@":
            return {"@type": "@id"}
        if mark.startswith("^"):
            return {"@type": self._iri(mark[1:])}
        if mark in _CONTAINERS:
            return {"@container": _CONTAINERS[mark]}
        raise ValueError(f"{mark} is not a mark of the notation")

    def _iri(self, text: str) -> str:
        prefix, colon, rest = text.partition(":")
        return self.prefixes[prefix] + rest if colon and prefix in self.prefixes else text


def _table(owner: Table, name: str) -> JsonObject:
    value = owner.get(name)
    return value if isinstance(value, dict) else {}
