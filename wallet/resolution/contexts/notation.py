"""The notation in which contexts are stated here, and the JSON-LD that it stands for.

A statement is a TOML file. ``[prefix]`` abbreviates addresses within the file. ``[terms]`` has one line for a term:

    alignment = "ob:alignment @set"           an IRI, and a container
    creditsAvailable = "ob:creditsAvailable ^xss:float"      an IRI, and a type after ^
    id = "@id"                                an alias of a keyword

``[scoped.Achievement]`` is a term, ``is`` its definition in the same form, with a context of its own: again
``protected``, ``terms`` and ``scoped``. An abbreviation that the file does not declare stands in the context as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet.fields import JsonObject, JsonValue

__all__ = ["context_document"]


def context_document(statement: Mapping[str, JsonValue]) -> JsonObject:
    """The JSON-LD document, ``{"@context": …}``, that a statement stands for."""
    prefixes = {name: str(iri) for name, iri in _table(statement, "prefix").items()}
    return {"@context": _context(statement, prefixes)}


def _context(table: Mapping[str, JsonValue], prefixes: Mapping[str, str]) -> JsonObject:
    context: JsonObject = {name: value for name, value in table.items() if name.startswith("@")}
    if "protected" in table:
        context["@protected"] = table["protected"]
    for term, definition in _table(table, "terms").items():
        context[term] = _definition(str(definition), prefixes)
    for term, scoped in _table(table, "scoped").items():
        if isinstance(scoped, dict):
            inner = _context(scoped, prefixes)
            context[term] = {**_expanded(str(scoped["is"]), prefixes), "@context": inner}
    return context


def _table(owner: Mapping[str, JsonValue], name: str) -> JsonObject:
    value = owner.get(name)
    return value if isinstance(value, dict) else {}


def _definition(text: str, prefixes: Mapping[str, str]) -> JsonValue:
    return _iri(text, prefixes) if " " not in text else _expanded(text, prefixes)


def _expanded(text: str, prefixes: Mapping[str, str]) -> JsonObject:
    iri, *marks = text.split(" ")
    definition: JsonObject = {"@id": _iri(iri, prefixes)}
    for mark in marks:
        if mark.startswith("^"):
            definition["@type"] = _iri(mark[1:], prefixes)
        else:
            definition["@container"] = mark
    return definition


def _iri(text: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, rest = text.partition(":")
    return prefixes[prefix] + rest if colon and prefix in prefixes else text
