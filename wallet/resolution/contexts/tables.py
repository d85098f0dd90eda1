"""What the contexts define, term by term, as a processor would work it out: prepared once and kept beside them.

A context document is one or more *layers*; a scoped context is a layer too. A layer holds for itself, whatever contexts
it is used with, except that nothing may define the abbreviations it *borrows*. The file is made by ``tests.assets``
from what pyld makes of the contexts, and compared with it there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["NO_CONTEXT", "XSD_DOUBLE", "XSD_STRING", "Layer", "Term", "defined_iris", "layers_of", "load_layer"]

NO_CONTEXT = -1
"""The number that stands for a scoped context of ``null``: below that term no context holds."""

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
XSD_DOUBLE = "http://www.w3.org/2001/XMLSchema#double"

_FILE = Path(__file__).parent / "term_tables.json"


class Term(NamedTuple):
    """A term definition (JSON-LD 1.1 API, section 4.2): `type` and `container` as the context states them.

    `iri` is a keyword for an alias of one. `scope` is the number of the layer for what the term applies to. `suffix`
    follows from the others: what stands behind a string to make it the N-Quads literal; None where it is no literal.
    `predicate` is the IRI as an N-Quads term.
    """

    iri: str
    type: str | None = None
    container: str | None = None
    scope: int | None = None
    protected: int = 0
    is_prefix: int = 0
    suffix: str | None = None
    predicate: str = ""


class Layer(NamedTuple):
    """The terms of one context object, and the abbreviations that must not be defined where it is used."""

    terms: Mapping[str, Term]
    borrowed: tuple[str, ...]


def layers_of(url: str) -> tuple[int, ...] | None:
    """The layers of a context in order; None for a context without tables."""
    numbers = _tables()["contexts"].get(url)
    return None if numbers is None else tuple(numbers)


@lru_cache(maxsize=512)
def load_layer(number: int) -> Layer:
    """The layer of this number; raises IndexError when there is none."""
    stated = _tables()["layers"][number]
    return Layer(
        terms={name: _term(*row) for name, row in stated["terms"].items()},
        borrowed=tuple(stated["borrowed"]),
    )


@lru_cache(maxsize=64)
def defined_iris(of: str | None = None) -> frozenset[str]:
    """What the prepared contexts have words for; with `of`, what they let this one word stand for, as a prefix too."""
    rows = [row for layer in _tables()["layers"] for row in layer["terms"].items()]
    return frozenset(stated[0] for name, stated in rows if of in (None, name) and stated[0][0] != "@")


def _term(iri: str, kind: str | None, container: str | None, scope: int | None, protected: int, is_prefix: int) -> Term:
    suffix = _suffix(iri, kind, container, scope)
    return Term(iri, kind, container, scope, protected, is_prefix, suffix, f"<{iri}>")


def _suffix(iri: str, kind: str | None, container: str | None, scope: int | None) -> str | None:
    if iri[0] == "@" or container not in (None, "@set") or scope is not None:
        return None
    if kind in (None, XSD_STRING):
        return ""
    # A string that is a number of this type has another canonical form than its own.
    return None if kind is None or kind[0] == "@" or kind == XSD_DOUBLE else f"^^<{kind}>"


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Any]:
    tables: Mapping[str, Any] = json.loads(_FILE.read_bytes())
    return tables
