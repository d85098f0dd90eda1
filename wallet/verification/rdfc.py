"""RDF Dataset Canonicalization 1.0 (RDFC-1.0), with a limit on its work.

Blank nodes get names that depend only on the dataset's shape, so that two serialisations of one dataset become one
text. The number of names to try grows with the factorial of like blank nodes: a few dozen quads, made for it, would
keep a verifier busy for years. Each step is counted, and a dataset that needs too many is refused.

Terms are N-Quads texts: ``<iri>``, ``"literal"…`` or ``_:label``. Section numbers are those of the Recommendation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from wallet.errors import CredentialError

__all__ = ["MAX_STEPS", "Quad", "canonical_labels", "canonical_nquads", "escape_literal"]

Quad: TypeAlias = tuple[str, str, str, str]
"""Subject, predicate, object, graph; the graph is "" for the default graph."""

MAX_STEPS = 50_000
"""A badge needs none to a few hundred steps; the hardest regular dataset of the W3C test suite some thousands."""

_POSITIONS = ((0, "s"), (2, "o"), (3, "g"))


def escape_literal(text: str) -> str:
    """The canonical escapes of a literal (RDFC-1.0 section 5, canonical N-Quads)."""
    return "".join(_ESCAPES.get(character) or _control(character) for character in text)


_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}


def _control(character: str) -> str:
    return f"\\u{ord(character):04X}" if character < " " or character == "\x7f" else character


def canonical_nquads(quads: Iterable[Quad], *, hash_name: str = "sha256") -> str:
    """The canonical N-Quads document; raises CredentialError("canonicalization.work-limit")."""
    state = _State(quads=tuple(dict.fromkeys(quads)), hash_name=hash_name)
    labels = state.canonical_labels()
    lines = {_line(tuple(labels.get(term, term) for term in quad)) for quad in state.quads}
    return "".join(sorted(lines))


def canonical_labels(quads: Iterable[Quad], *, hash_name: str = "sha256") -> Mapping[str, str]:
    """The canonical name of every blank node ("_:a" → "_:c14n0"); raises as `canonical_nquads` does."""
    return _State(quads=tuple(dict.fromkeys(quads)), hash_name=hash_name).canonical_labels()


def _line(quad: Sequence[str]) -> str:
    graph = f" {quad[3]}" if quad[3] else ""
    return f"{quad[0]} {quad[1]} {quad[2]}{graph} .\n"


def _is_blank(term: str) -> bool:
    return term.startswith("_:")


@dataclass(slots=True)
class _Issuer:
    """Section 4.5: an identifier issuer; identifiers are given in order and never twice."""

    prefix: str
    issued: dict[str, str] = field(default_factory=dict)

    def issue(self, node: str) -> str:
        return self.issued.setdefault(node, f"_:{self.prefix}{len(self.issued)}")

    def copy(self) -> _Issuer:
        return _Issuer(self.prefix, dict(self.issued))


@dataclass(slots=True)
class _State:
    """Section 4.3: the canonicalization state."""

    quads: tuple[Quad, ...]
    hash_name: str
    quads_of: dict[str, list[Quad]] = field(default_factory=dict)
    canonical: _Issuer = field(default_factory=lambda: _Issuer("c14n"))
    first_degree: dict[str, str] = field(default_factory=dict)
    steps: int = 0

    def canonical_labels(self) -> dict[str, str]:
        """Section 4.4.3: the canonical label of every blank node."""
        for quad in self.quads:
            for node in dict.fromkeys(term for term in quad if _is_blank(term)):
                self.quads_of.setdefault(node, []).append(quad)
        by_hash: dict[str, list[str]] = {}
        for node in self.quads_of:
            by_hash.setdefault(self._first_degree(node), []).append(node)
        for _, nodes in sorted(by_hash.items()):
            if len(nodes) == 1:
                self.canonical.issue(nodes[0])
        for _, nodes in sorted(by_hash.items()):
            if len(nodes) > 1:
                self._label_alike(nodes)
        return self.canonical.issued

    def _label_alike(self, nodes: list[str]) -> None:
        results = []
        for node in nodes:
            if node not in self.canonical.issued:
                issuer = _Issuer("b")
                issuer.issue(node)
                results.append(self._n_degree(node, issuer))
        for _, issuer in sorted(results, key=lambda result: result[0]):
            for node in issuer.issued:
                self.canonical.issue(node)

    def _hash(self, text: str) -> str:
        return hashlib.new(self.hash_name, text.encode("utf-8")).hexdigest()

    def _first_degree(self, node: str) -> str:
        """Section 4.6: the hash of a node's own quads."""
        if node not in self.first_degree:
            lines = sorted(_line([_anonymous(term, node) for term in quad]) for quad in self.quads_of[node])
            self.first_degree[node] = self._hash("".join(lines))
        return self.first_degree[node]

    def _related_hash(self, related: str, quad: Quad, issuer: _Issuer, position: str) -> str:
        """Section 4.7: the hash of a blank node that shares a quad with another."""
        predicate = quad[1] if position != "g" else ""
        label = self.canonical.issued.get(related) or issuer.issued.get(related) or self._first_degree(related)
        return self._hash(position + predicate + label)

    def _n_degree(self, node: str, issuer: _Issuer) -> tuple[str, _Issuer]:
        """Section 4.8: the hash of a node by how it is connected; nodes met several times count several times."""
        self._count()
        related_nodes: dict[str, list[str]] = {}
        for quad in self.quads_of[node]:
            for index, position in _POSITIONS:
                related = quad[index]
                if _is_blank(related) and related != node:
                    digest = self._related_hash(related, quad, issuer, position)
                    related_nodes.setdefault(digest, []).append(related)
        text = ""
        for digest, nodes in sorted(related_nodes.items()):
            path, issuer = self._shortest_path(nodes, issuer)
            text += digest + path
        return self._hash(text), issuer

    def _shortest_path(self, nodes: list[str], issuer: _Issuer) -> tuple[str, _Issuer]:
        chosen: tuple[str, _Issuer] | None = None
        for permutation in _distinct_permutations(nodes):
            self._count()
            found = self._path(permutation, issuer.copy(), chosen[0] if chosen else None)
            if found is not None and (chosen is None or found[0] < chosen[0]):
                chosen = found
        assert chosen is not None
        return chosen

    def _path(self, permutation: Sequence[str], issuer: _Issuer, best: str | None) -> tuple[str, _Issuer] | None:
        path, pending = "", []
        for related in permutation:
            if related in self.canonical.issued:
                path += self.canonical.issued[related]
            else:
                if related not in issuer.issued:
                    pending.append(related)
                path += issuer.issue(related)
            if _is_worse(path, best):
                return None
        for related in pending:
            digest, after = self._n_degree(related, issuer)
            path += f"{issuer.issue(related)}<{digest}>"
            issuer = after
            if _is_worse(path, best):
                return None
        return path, issuer

    def _count(self) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise CredentialError("canonicalization.work-limit", limit=MAX_STEPS)


def _anonymous(term: str, node: str) -> str:
    if not _is_blank(term):
        return term
    return "_:a" if term == node else "_:z"


def _is_worse(path: str, best: str | None) -> bool:
    return best is not None and len(path) >= len(best) and path > best


def _distinct_permutations(nodes: list[str]) -> Iterator[tuple[str, ...]]:
    """Every different order of `nodes`; like ones are not exchanged with each other."""
    if not nodes:
        yield ()
        return
    for node in dict.fromkeys(nodes):
        rest = list(nodes)
        rest.remove(node)
        for tail in _distinct_permutations(rest):
            yield (node, *tail)
