"""From a document to the octets that a suite hashes, and to what of the document they leave out.

Coverage and signature ask for the same transformations, and so does each proof of a set; `Transformations` remembers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wallet.fields import JsonObject, Problem
from wallet.verification.canonicalization import canonicalize
from wallet.verification.catch_all import find_caught
from wallet.verification.jcs import canonical_json
from wallet.verification.rdfc import Order

__all__ = ["Transform", "Transformations", "Transformed", "jcs", "rdfc", "rdfc_in_utf_16_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transformed:
    """The canonical text of a document, and the members that it does not hold."""

    text: str
    uncovered: tuple[Problem, ...] = ()

    @property
    def octets(self) -> bytes:
        """The text as it is hashed."""
        return self.text.encode("utf-8")


Transform = Callable[[JsonObject, str], Transformed]


def rdfc(document: JsonObject, hash_name: str) -> Transformed:
    """RDF Dataset Canonicalization 1.0 of the JSON-LD document; raises as `canonicalize` does."""
    return _rdfc(document, hash_name, "code-point")


def rdfc_in_utf_16_order(document: JsonObject, hash_name: str) -> Transformed:
    """The same with its lines in the order of UTF-16 code units, in which issuers' JavaScript sorts them."""
    return _rdfc(document, hash_name, "utf-16")


def _rdfc(document: JsonObject, hash_name: str, order: Order) -> Transformed:
    canonical = canonicalize(document, hash_name=hash_name, order=order)
    caught = find_caught(document, canonical.nquads)
    return Transformed(text=canonical.nquads, uncovered=canonical.uncovered + caught)


def jcs(document: JsonObject, _hash_name: str) -> Transformed:
    """RFC 8785 of the JSON text: every member is in it, whatever the contexts say."""
    return Transformed(text=canonical_json(document).decode("utf-8"))


class Transformations:
    """The transformations of one document's parts, each made once; the proofs of a set share the document's."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, Transform, str], Transformed] = {}

    def of(self, part: str, content: Callable[[], JsonObject], transform: Transform, hash_name: str) -> Transformed:
        """`content`, the part of this name, transformed; raises as the transformation does."""
        key = (part, transform, hash_name)
        if key not in self._made:
            self._made[key] = transform(content(), hash_name)
        return self._made[key]
