"""RDF Dataset Canonicalization 1.0 (RDFC-1.0), with a limit on its work.

Blank nodes get names that depend only on the dataset's shape, so that two serialisations of one dataset become one
text. The number of names to try grows with the factorial of like blank nodes: a few dozen quads, made for it, would
keep a verifier busy for years. Each step is counted, and a dataset that needs too many is refused.

Terms are N-Quads texts: ``<iri>``, ``"literal"…`` or ``_:label``. Section numbers are those of the Recommendation.

The Recommendation sorts by code points. Issuers whose software is written in JavaScript sort by UTF-16 code units,
which is another order as soon as a character beyond U+FFFF (a rare kanji, an emoji) stands where another text has one
from U+E000 on (full-width letters, compatibility kanji). Both orders can be asked for.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import eq
from typing import Any, Literal, TypeAlias

from wallet.errors import CredentialError
from wallet.verification.permutations import distinct_permutations

__all__ = ["MAX_STEPS", "Order", "Quad", "canonical_labels", "canonical_nquads", "escape_literal", "orders_may_differ"]

Quad: TypeAlias = tuple[str, str, str, str]
"""Subject, predicate, object, graph; the graph is "" for the default graph."""

_Connection: TypeAlias = tuple[str, Quad, str]
"""A blank node, the quad in which it stands beside another, and at which position."""

MAX_STEPS = 50_000
"""A badge needs none to a few hundred steps; the hardest regular dataset of the W3C test suite some thousands."""

NODES_IN_A_STEP = 16
"""A step looks at a few neighbours; one that looks at thousands counts for what it costs."""

Order: TypeAlias = Literal["code-point", "utf-16"]
"""How lines are sorted: as the Recommendation says, or as JavaScript does."""

_POSITIONS = ((0, "s"), (2, "o"), (3, "g"))
_HASHES: Mapping[str, Callable[[bytes], Any]] = {"sha256": hashlib.sha256, "sha384": hashlib.sha384}
_BEYOND_16_BITS = re.compile("[\U00010000-\U0010ffff]")
_ABOVE_SURROGATES = re.compile("[\ue000-\uffff]")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')


def escape_literal(text: str) -> str:
    """The canonical escapes of a literal (RDFC-1.0 section 5, canonical N-Quads)."""
    return _ESCAPED.sub(_escape, text) if _ESCAPED.search(text) else text


def orders_may_differ(text: str) -> bool:
    """Whether the N-Quads `text` could be others when sorted by UTF-16 code units."""
    return bool(_BEYOND_16_BITS.search(text) and _ABOVE_SURROGATES.search(text))


_ESCAPES = {
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def canonical_nquads(quads: Iterable[Quad], *, hash_name: str = "sha256", order: Order = "code-point") -> str:
    """The canonical N-Quads document, with "sha256" or "sha384"; CredentialError("canonicalization.work-limit")."""
    known = tuple(quads)
    lines = _lines(_state(known, hash_name, order))
    # A statement made twice counts once. It is rare, and to look for it in advance costs more than to do it again.
    if any(map(eq, lines, islice(lines, 1, None))):
        lines = _lines(_state(tuple(dict.fromkeys(known)), hash_name, order))
    return "".join(lines)


def _lines(state: _State) -> list[str]:
    label = state.canonical_labels()
    lines = []
    for subject, predicate, value, graph in state.quads:
        if subject[0] == "_":
            subject = label[subject]
        if value[0] == "_":
            value = label[value]
        # Written out, here and in `_anonymous`: this is done for every statement of every badge.
        if not graph:
            lines.append(f"{subject} {predicate} {value} .\n")
        else:
            lines.append(f"{subject} {predicate} {value} {label.get(graph, graph)} .\n")
    lines.sort(key=state.sort_key)
    return lines


def canonical_labels(
    quads: Iterable[Quad], *, hash_name: str = "sha256", order: Order = "code-point"
) -> Mapping[str, str]:
    """The canonical name of every blank node ("_:a" → "_:c14n0"); raises as `canonical_nquads` does."""
    return _state(tuple(dict.fromkeys(quads)), hash_name, order).canonical_labels()


def _state(quads: tuple[Quad, ...], hash_name: str, order: Order) -> _State:
    return _State(quads=quads, hash=_HASHES[hash_name], sort_key=_SORT_KEYS[order])


def _utf_16(text: str) -> bytes:
    return text.encode("utf-16-be")


_SORT_KEYS: Mapping[Order, Callable[[str], bytes] | None] = {"code-point": None, "utf-16": _utf_16}


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
    hash: Callable[[bytes], Any]
    sort_key: Callable[[str], bytes] | None
    quads_of: dict[str, list[Quad]] = field(default_factory=lambda: defaultdict(list))
    canonical: _Issuer = field(default_factory=lambda: _Issuer("c14n"))
    first_degree: dict[str, str] = field(default_factory=dict)
    connections: dict[str, list[_Connection]] = field(default_factory=dict)
    steps: int = 0

    def canonical_labels(self) -> dict[str, str]:
        """Section 4.4.3: the canonical label of every blank node."""
        self._collect_quads()
        try:
            return self._labels()
        except RecursionError:
            # Each node of a long path of like ones asks all that follow: that many steps are too many as well.
            raise CredentialError("canonicalization.work-limit", limit=MAX_STEPS) from None

    def _labels(self) -> dict[str, str]:
        by_hash: dict[str, list[str]] = {}
        for node in self.quads_of:
            by_hash.setdefault(self._first_degree(node), []).append(node)
        groups = [nodes for _, nodes in sorted(by_hash.items())]
        for nodes in groups:
            if len(nodes) == 1:
                self.canonical.issue(nodes[0])
        for nodes in groups:
            if len(nodes) > 1:
                self._label_alike(nodes)
        return self.canonical.issued

    def _collect_quads(self) -> None:
        for quad in self.quads:
            subject, _, value, graph = quad
            if subject[0] == "_":
                self.quads_of[subject].append(quad)
            if value[0] == "_" and value != subject:
                self.quads_of[value].append(quad)
            if graph and graph[0] == "_" and graph not in (subject, value):
                self.quads_of[graph].append(quad)

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
        return str(self.hash(text.encode("utf-8")).hexdigest())

    def _first_degree(self, node: str) -> str:
        """Section 4.6: the hash of a node's own quads."""
        if node not in self.first_degree:
            lines = sorted([_anonymous(quad, node) for quad in self.quads_of[node]], key=self.sort_key)
            self.first_degree[node] = self._hash("".join(lines))
        return self.first_degree[node]

    def _related_hash(self, related: str, quad: Quad, issuer: _Issuer, position: str) -> str:
        """Section 4.7: the hash of a blank node that shares a quad with another."""
        predicate = quad[1] if position != "g" else ""
        label = self.canonical.issued.get(related) or issuer.issued.get(related) or self._first_degree(related)
        return self._hash(position + predicate + label)

    def _n_degree(self, node: str, issuer: _Issuer) -> tuple[str, _Issuer]:
        """Section 4.8: the hash of a node by how it is connected; nodes met several times count several times."""
        connections = self._connected(node)
        self._count(len(connections))
        related_nodes: dict[str, list[str]] = {}
        for related, quad, position in connections:
            digest = self._related_hash(related, quad, issuer, position)
            related_nodes.setdefault(digest, []).append(related)
        text = ""
        for digest, nodes in sorted(related_nodes.items()):
            path, issuer = self._shortest_path(nodes, issuer)
            text += digest + path
        return self._hash(text), issuer

    def _connected(self, node: str) -> list[_Connection]:
        """The blank nodes that share a quad with `node`, and where in it they stand."""
        if node not in self.connections:
            self.connections[node] = [
                (quad[index], quad, position)
                for quad in self.quads_of[node]
                for index, position in _POSITIONS
                if _is_blank(quad[index]) and quad[index] != node
            ]
        return self.connections[node]

    def _shortest_path(self, nodes: list[str], issuer: _Issuer) -> tuple[str, _Issuer]:
        chosen: tuple[str, _Issuer] | None = None
        for permutation in distinct_permutations(nodes):
            self._count(len(permutation))
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

    def _count(self, nodes: int) -> None:
        self.steps += 1 + nodes // NODES_IN_A_STEP
        if self.steps > MAX_STEPS:
            raise CredentialError("canonicalization.work-limit", limit=MAX_STEPS)


def _anonymous(quad: Quad, node: str) -> str:
    subject, predicate, value, graph = quad
    if subject[0] == "_":
        subject = "_:a" if subject == node else "_:z"
    if value[0] == "_":
        value = "_:a" if value == node else "_:z"
    if not graph:
        return f"{subject} {predicate} {value} .\n"
    if graph[0] == "_":
        graph = "_:a" if graph == node else "_:z"
    return f"{subject} {predicate} {value} {graph} .\n"


def _is_worse(path: str, best: str | None) -> bool:
    return best is not None and len(path) >= len(best) and path > best
