"""What a signature over RDF leaves out of a JSON-LD document: every such member, by its path.

Four things get lost on the way to RDF without a word: members that no context defines, identifiers that are no
absolute IRI, statements about or with a malformed IRI, and what some keywords hide.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wallet.fields import JsonObject, JsonValue, Problem, as_sequence
from wallet.verification.identifiers import IRI, LANGUAGE_TAG, RELATIVE_SCHEME
from wallet.verification.overlooked import find_overlooked
from wallet.verification.processor_limits import effort_of
from wallet.verification.rdfc import Quad

__all__ = ["BASE", "Rdf", "find_uncovered"]

BASE = f"{RELATIVE_SCHEME}//relative.invalid/0/1/2/3/"

_KEYWORDS = frozenset({"@context", "@id", "@type", "@value", "@language", "@direction", "@list"})
"""The keywords of JSON-LD that a credential has use for; others hide values from a reader or from the signature.

An object with ``@set`` stands for the values in it and looks to a reader like one without members.
"""

_BLANK_NODE = re.compile(r"_:\S*")

MAX_PROBED_VALUES = 40_000
"""Finding the path of an uncovered member costs one processing of all values for each member that is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rdf:
    """A document's quads, its expanded form on the way there, and the names of the members that expansion dropped."""

    quads: tuple[Quad, ...]
    expanded: JsonValue
    dropped: tuple[object, ...]


def find_uncovered(
    document: JsonObject, rdf: Rdf, is_signed_alike: Callable[[JsonObject], bool]
) -> tuple[Problem, ...]:
    """Everything in `document` that its RDF does not hold; `is_signed_alike` tells whether another has the same."""
    found = [
        *_hidden_keywords(document, "$"),
        *_relative_values(document, rdf.quads),
        *_malformed_values(document, rdf.expanded),
        *find_overlooked(document, rdf.expanded),
    ]
    if rdf.dropped:
        found += _Probe(document, rdf.dropped, is_signed_alike).uncovered()
    return tuple(found)


def _hidden_keywords(value: JsonValue, path: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _hidden_keywords(part, f"{path}[{index}]")
    elif isinstance(value, dict):
        for name, member in value.items():
            if name.startswith("@") and name not in _KEYWORDS:
                yield Problem(path=f"{path}.{name}", code="coverage.keyword", found=name)
            elif name != "@context":
                yield from _hidden_keywords(member, f"{path}.{name}")


def _relative_values(document: JsonObject, quads: tuple[Quad, ...]) -> Iterator[Problem]:
    """Values that only a place of publication could complete: relative identifiers and types nobody defined."""
    found = {term for quad in quads for term in quad if term.startswith(f"<{RELATIVE_SCHEME}")}
    # A literal's own quotation marks are escaped: what follows the last one is its datatype.
    datatypes = {quad[2] for quad in quads if quad[2].rpartition('"')[2].startswith(f"^^<{RELATIVE_SCHEME}")}
    if found or datatypes:
        located = list(_locate(document, "$", found))
        yield from located or [Problem(path="$", code="coverage.relative-iri", found=sorted(found | datatypes)[0][:80])]


def _locate(value: JsonValue, path: str, relative: set[str]) -> Iterator[Problem]:
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "@context":
                yield from _locate(member, f"{path}.{name}", relative)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _locate(part, f"{path}[{index}]", relative)
    elif isinstance(value, str) and f"<{_resolved(value)}>" in relative:
        kind = path.rsplit(".", 1)[-1].partition("[")[0]
        code = "coverage.undefined-type" if kind in ("type", "@type") else "coverage.relative-iri"
        yield Problem(path=path, code=code, found=value[:80])


def _malformed_values(document: JsonObject, expanded: JsonValue) -> Iterator[Problem]:
    """Values and names that RDF cannot hold, so that all that is said with them or about them is left out."""
    malformed = set(_not_in_rdf(expanded))
    if malformed:
        located = list(_locate_malformed(document, "$", malformed))
        found = sorted(malformed)[0][:80]
        yield from located or [Problem(path="$", code="coverage.malformed-identifier", found=found)]


def _not_in_rdf(expanded: JsonValue) -> Iterator[str]:
    if isinstance(expanded, list):
        for part in expanded:
            yield from _not_in_rdf(part)
    elif isinstance(expanded, dict):
        for name, member in expanded.items():
            if name == "@language":
                yield from (text for text in _texts(member) if not LANGUAGE_TAG.fullmatch(text))
            elif name in ("@id", "@type"):
                yield from (text for text in _texts(member) if not _is_identifier(text))
            elif name.startswith("@"):
                yield from _not_in_rdf(member) if name in ("@list", "@graph") else ()
            else:
                yield from () if IRI.fullmatch(name) else (name,)
                yield from _not_in_rdf(member)


def _texts(value: JsonValue) -> Iterator[str]:
    yield from (text for text in as_sequence(value) if isinstance(text, str))


def _is_identifier(text: str) -> bool:
    return text == "@json" or bool(IRI.fullmatch(text) or _BLANK_NODE.fullmatch(text))


def _locate_malformed(value: JsonValue, path: str, malformed: set[str]) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _locate_malformed(part, f"{path}[{index}]", malformed)
    elif isinstance(value, dict):
        for name, member in value.items():
            if name in malformed:
                yield Problem(path=f"{path}.{name}", code="coverage.malformed-identifier", found=name[:80])
            elif name != "@context":
                yield from _locate_malformed(member, f"{path}.{name}", malformed)
    elif isinstance(value, str) and (value in malformed or _resolved(value) in malformed):
        yield Problem(path=path, code="coverage.malformed-identifier", found=value[:80])


def _resolved(value: str) -> str:
    from pyld.iri_resolver import resolve

    try:
        return str(resolve(value, BASE))
    except ValueError:
        return value


def _member_names(value: JsonValue) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _member_names(part)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield name
            yield from _member_names(member)


class _Probe:
    """Which members may be taken away without changing what is signed? Those are not covered by any signature.

    Only a name that the processor dropped somewhere can be one; where it says None, it does not know the name.
    """

    def __init__(
        self, document: JsonObject, dropped: tuple[object, ...], is_signed_alike: Callable[[JsonObject], bool]
    ) -> None:
        self._document = copy.deepcopy(document)
        self._is_signed_alike = is_signed_alike
        names = list(_member_names(document))
        self._suspects = frozenset(names if None in dropped else dropped)
        self._unlocated = not self._suspects.issubset(names)
        self._probes_left = MAX_PROBED_VALUES // effort_of(document)

    def uncovered(self) -> list[Problem]:
        """The outermost members that make no difference; the document itself where too many had to be tried."""
        found = list(self._search(self._document, "$"))
        if self._unlocated or self._probes_left < 0:
            found.append(Problem(path="$", code="coverage.undefined-member"))
        return found

    def _search(self, owner: JsonValue, path: str) -> Iterator[Problem]:
        if isinstance(owner, list):
            for index, part in enumerate(owner):
                yield from self._search(part, f"{path}[{index}]")
        if not isinstance(owner, dict):
            return
        for name in [name for name in owner if name != "@context" and owner[name] is not None]:
            if self._probes_left < 0:
                return
            if name in self._suspects and self._makes_no_difference(owner, name):
                if list(as_sequence(owner[name])) and owner[name] != {}:
                    yield Problem(path=f"{path}.{name}", code="coverage.undefined-member", found=name[:80])
            else:
                yield from self._search(owner[name], f"{path}.{name}")

    def _makes_no_difference(self, owner: JsonObject, name: str) -> bool:
        self._probes_left -= 1
        # The member keeps its place in the object, so that what follows sees the document as it came.
        members = list(owner.items())
        del owner[name]
        alike = self._is_signed_alike(self._document)
        owner.clear()
        owner.update(members)
        return alike
