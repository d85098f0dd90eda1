"""The part of schema.org's vocabulary that pages use, as facts, and what is wrong with a node by them.

Which type is a kind of which, where a property belongs, and what its values are, as schema.org publishes it.
What search engines ask for beyond that is in `REQUIRED`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from wallet.fields import JsonValue

__all__ = ["faults", "nodes_in"]

PARENTS: Mapping[str, str | None] = {
    "Thing": None,
    "CreativeWork": "Thing",
    "Intangible": "Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
    "ProfilePage": "WebPage",
    "CollectionPage": "WebPage",
    "Credential": "CreativeWork",
    "EducationalOccupationalCredential": "Credential",
    "MediaObject": "CreativeWork",
    "DefinedTermSet": "CreativeWork",
    "DefinedTerm": "Intangible",
    "ItemList": "Intangible",
    "BreadcrumbList": "ItemList",
    "ListItem": "Intangible",
}

PROPERTIES: Mapping[str, tuple[set[str], set[str]]] = {
    "name": ({"Thing"}, {"Text"}),
    "alternateName": ({"Thing"}, {"Text"}),
    "description": ({"Thing"}, {"Text"}),
    "image": ({"Thing"}, {"URL"}),
    "identifier": ({"Thing"}, {"Text", "URL"}),
    "url": ({"Thing"}, {"URL"}),
    "sameAs": ({"Thing"}, {"URL"}),
    "inLanguage": ({"CreativeWork"}, {"Text"}),
    "dateCreated": ({"CreativeWork"}, {"Date", "DateTime"}),
    "dateModified": ({"CreativeWork"}, {"Date", "DateTime"}),
    "expires": ({"CreativeWork"}, {"Date", "DateTime"}),
    "publisher": ({"CreativeWork"}, {"Organization", "Person"}),
    "creativeWorkStatus": ({"CreativeWork"}, {"DefinedTerm", "Text"}),
    "encoding": ({"CreativeWork"}, {"MediaObject"}),
    "encodingFormat": ({"CreativeWork", "MediaObject"}, {"Text", "URL"}),
    "isBasedOn": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "mainEntity": ({"CreativeWork"}, {"Thing"}),
    "educationalLevel": ({"CreativeWork", "EducationalOccupationalCredential"}, {"DefinedTerm", "Text", "URL"}),
    "position": ({"CreativeWork", "ListItem"}, {"Integer", "Text"}),
    "contentUrl": ({"MediaObject"}, {"URL"}),
    "sha256": ({"MediaObject"}, {"Text"}),
    "credentialCategory": ({"Credential"}, {"DefinedTerm", "Text", "URL"}),
    "competencyRequired": ({"EducationalOccupationalCredential"}, {"DefinedTerm", "Text", "URL"}),
    "termCode": ({"DefinedTerm"}, {"Text"}),
    "inDefinedTermSet": ({"DefinedTerm"}, {"DefinedTermSet", "URL"}),
    "knowsLanguage": ({"Organization", "Person"}, {"Text"}),
    "hasCredential": ({"Organization", "Person"}, {"Credential"}),
    "itemListElement": ({"ItemList"}, {"ListItem", "Text", "Thing"}),
    "numberOfItems": ({"ItemList"}, {"Integer"}),
    "item": ({"ListItem"}, {"Thing"}),
}
"""By property: the types it belongs to, and what its values are."""

REQUIRED: Mapping[str, set[str]] = {
    "ProfilePage": {"mainEntity"},
    "Person": {"name"},
    "Organization": {"name"},
    "BreadcrumbList": {"itemListElement"},
    "ItemList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "EducationalOccupationalCredential": {"name", "url"},
}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def nodes_in(value: JsonValue) -> Iterator[dict[str, JsonValue]]:
    """Every object of a document, in its order."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes_in(inner)


def faults(node: dict[str, JsonValue]) -> Iterator[str]:
    """What is wrong with a node and all in it."""
    kind = node.get("@type")
    if not isinstance(kind, str) or kind not in PARENTS:
        yield f"no such type: {kind}"
        return
    lineage = set(_lineage(kind))
    for name in sorted(set().union(*(REQUIRED.get(one, set()) for one in lineage)) - node.keys()):
        yield f"{kind} lacks {name}"
    for name, value in node.items():
        if name != "@type":
            yield from (f"{kind}.{name}: {fault}" for fault in _property_faults(lineage, name, value))


def _lineage(kind: str) -> Iterator[str]:
    found: str | None = kind
    while found is not None:
        yield found
        found = PARENTS[found]


def _property_faults(lineage: set[str], name: str, value: JsonValue) -> Iterator[str]:
    if name not in PROPERTIES:
        yield "no such property"
        return
    domains, ranges = PROPERTIES[name]
    if not domains & lineage:
        yield "not of this type"
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from faults(one)
            if not ranges & set(_lineage(str(one.get("@type")) if one.get("@type") in PARENTS else "Thing")):
                yield f"may not be a {one.get('@type')}"
        elif not any(_is_a(one, kind) for kind in ranges):
            yield f"is none of {sorted(ranges)}: {one!r}"


def _is_a(value: JsonValue, kind: str) -> bool:
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, str) or not value.strip():
        return False
    # By the vocabulary's context the address of a thing stands for it.
    if kind == "URL" or kind in PARENTS:
        return urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc)
    patterns = {"DateTime": _MOMENT, "Date": _DAY}
    return bool(patterns[kind].match(value)) if kind in patterns else kind == "Text"
