"""Canonical N-Quads taken apart into their terms, to give blank nodes other names.

Only the canonical form is read (RDFC-1.0 section 5): one space between terms, no comment, no abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wallet.errors import CredentialError
from wallet.verification.rdfc import Quad

__all__ = ["parsed_quads", "relabelled"]

_TERM = r'(?:<[^>]*>|_:[^ ]+|"(?:[^"\\]|\\.)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?)'
_LINE = re.compile(rf"^({_TERM}) ({_TERM}) ({_TERM})(?: ({_TERM}))? \.\Z")


def parsed_quads(nquads: str) -> Iterator[Quad]:
    """The quads of a canonical text, in order; raises CredentialError for any other text."""
    for line in nquads.split("\n")[:-1]:
        match = _LINE.match(line)
        if match is None:
            raise CredentialError("canonicalization.json-ld", reason="N-Quads")
        subject, predicate, value, graph = match.groups()
        yield subject, predicate, value, graph or ""


def relabelled(quads: Iterator[Quad], label: Callable[[str], str]) -> list[str]:
    """The quads as lines, each blank node named by `label`, in code point order and each once."""
    return sorted({_line(tuple(label(term) if term.startswith("_:") else term for term in quad)) for quad in quads})


def _line(terms: tuple[str, ...]) -> str:
    return " ".join(term for term in terms if term) + " .\n"
