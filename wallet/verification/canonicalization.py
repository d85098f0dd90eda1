"""From a JSON-LD document to the text that is signed, and to the members that the text leaves out.

JSON-LD quietly drops what its contexts do not define, so that a signature can be right over a document which says
more than was signed. Here nothing is dropped quietly: `Canonical.uncovered` names every such member by its path.

Contexts come from the package by exact URL. An object in ``@context`` would let a document say what its own words
mean, and is refused.

An ordinary document is walked once, with tables of what the contexts define (`walking`); one that is walked to its end
leaves nothing out. Any other goes to pyld (`processing`), and what it left out is then looked for (`coverage`). The
canonical form and its limit are in `rdfc`.
"""

from __future__ import annotations

from dataclasses import dataclass

from wallet.errors import CredentialError, ResolutionError
from wallet.fields import JsonObject, JsonValue, Problem
from wallet.resolution.contexts import known_contexts
from wallet.verification.processor_limits import require_affordable
from wallet.verification.rdfc import Order, canonical_nquads
from wallet.verification.walking import walk

__all__ = ["Canonical", "canonicalize", "processed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Canonical:
    """The canonical N-Quads of a document, and what of the document they do not contain."""

    nquads: str
    uncovered: tuple[Problem, ...] = ()


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
    require_affordable(document)
    from wallet.verification.coverage import find_uncovered
    from wallet.verification.processing import to_rdf

    rdf = to_rdf(document)
    nquads = canonical_nquads(rdf.quads, hash_name=hash_name, order=order)

    def is_signed_alike(other: JsonObject) -> bool:
        try:
            quads = to_rdf(other).quads
            # Like blank nodes may take all the work that is allowed: it is not done again for what cannot differ or
            # cannot be alike.
            if set(quads) == set(rdf.quads) or len(set(quads)) != len(set(rdf.quads)):
                return set(quads) == set(rdf.quads)
            return canonical_nquads(quads, hash_name=hash_name, order=order) == nquads
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
