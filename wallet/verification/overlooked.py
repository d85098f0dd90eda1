"""What a signature over RDF covers and a reader of the JSON does not find: said in other words, or in another place.

RDF does not keep how a statement was written. Whoever holds a signed document may name a member by its full address or
by a keyword in place of its word, or move what is said about the credential to any other place that names the
credential; the signature stays right. A reader that looks for ``credentialStatus``, ``validUntil`` or the subject's
``id`` where they belong would find nothing, and take the credential for one that was never withdrawn, never ends, or
was issued to nobody. Both are therefore reported, like what is not covered at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from wallet.fields import JsonObject, JsonValue, Problem
from wallet.resolution.contexts.tables import defined_iris

__all__ = ["find_overlooked", "is_more_than_endorsed"]

_SAID_OF_A_SUBJECT = frozenset({"@id", "@type"})
_ENDORSEMENT_COMMENT = "#endorsementComment"
"""An endorsement of the credential says this about it, and nothing else."""


def find_overlooked(document: JsonObject, expanded: JsonValue) -> Iterator[Problem]:
    """Every such member or place of a document with this expanded form."""
    yield from _other_names(document, "$")
    root = expanded[0] if isinstance(expanded, list) and expanded else None
    identifier = root.get("@id") if isinstance(root, dict) else None
    if isinstance(root, dict) and isinstance(identifier, str) and _says_elsewhere(root, identifier):
        found = list(_places(document, "$", str(document.get("id"))))
        yield from found or [Problem(path="$", code="coverage.said-elsewhere", found=identifier[:80])]


def is_more_than_endorsed(meaning: str) -> bool:
    """Whether a member of this meaning says more about a credential than what it is and that it is endorsed."""
    return meaning not in _SAID_OF_A_SUBJECT and not meaning.endswith(_ENDORSEMENT_COMMENT)


def _other_names(value: JsonValue, path: str) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _other_names(part, f"{path}[{index}]")
    elif isinstance(value, dict):
        for name, member in value.items():
            if _is_other_name(name, value):
                yield Problem(path=f"{path}.{name}", code="coverage.other-name", found=name[:80])
            elif name != "@context":
                yield from _other_names(member, f"{path}.{name}")


def _is_other_name(name: str, owner: JsonObject) -> bool:
    if name in _SAID_OF_A_SUBJECT:
        # Every credential's context has the words id and type for these; only a value object has its own @type.
        return "@value" not in owner
    return ":" in name and not defined_iris().isdisjoint(_meanings(name))


def _meanings(name: str) -> Iterator[str]:
    """The address itself, and what it abbreviates where any context has such a prefix."""
    yield name
    prefix, _, rest = name.partition(":")
    for iri in defined_iris(of=prefix):
        yield iri + rest


def _says_elsewhere(owner: JsonObject, identifier: str) -> bool:
    """Whether a node below `owner`, in the same graph, says more about the root than an endorsement does."""
    return any(_says(member, identifier) for name, member in owner.items() if name != "@graph")


def _says(value: JsonValue, identifier: str) -> bool:
    if isinstance(value, list):
        return any(_says(part, identifier) for part in value)
    if not isinstance(value, dict):
        return False
    if value.get("@id") == identifier and any(map(is_more_than_endorsed, value)):
        return True
    return _says_elsewhere(value, identifier)


def _places(value: JsonValue, path: str, identifier: str) -> Iterator[Problem]:
    """The places below the root that name the root and say something about it."""
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield from _places(part, f"{path}[{index}]", identifier)
    elif isinstance(value, dict):
        if path != "$" and value.get("id") == identifier and len(value) > 1:
            yield Problem(path=path, code="coverage.said-elsewhere", found=identifier[:80])
        for name, member in value.items():
            if name != "@context":
                yield from _places(member, f"{path}.{name}", identifier)
