"""Registries of issuers: lists that somebody keeps of who issues badges.

The format of the Digital Credentials Consortium (`dcc-legacy`) is one JSON object: `registry` maps the id of an issuer
to what is known of it, `meta` says when the list was made. OpenID Federation answers with signed statements about one
issuer at a time; it is recognised and not supported. To be listed says that the keeper of the list knows the issuer,
not that its badges are good, and not to be listed says nothing at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher

__all__ = ["IssuerRegistry", "RegistryFinding", "ask_registry"]

_FEDERATION = ("jwks", "authority_hints", "metadata", "federation_fetch_endpoint")
"""Members of an entity statement (OpenID Federation 1.0, section 3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerRegistry:
    """One registry by its URL, or by the content of a file; `name` is how the learner calls it."""

    name: str
    url: str | None = None
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryFinding:
    """What one registry says of an issuer: `listed`, or None when it could not be asked; `code` names the sentence."""

    registry: str
    listed: bool | None
    code: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)


def ask_registry(registry: IssuerRegistry, issuer: str, fetcher: Fetcher) -> RegistryFinding:
    """What a registry says of `issuer`; never raises for what it contains."""
    try:
        entries = _entries(_content(registry, fetcher), registry)
    except ResolutionError as error:
        return RegistryFinding(registry=registry.name, listed=None, code=error.code, facts=error.facts)
    if issuer not in entries:
        return RegistryFinding(registry=registry.name, listed=False, code="registry.does-not-list")
    entry = entries[issuer]
    name = entry.get("name") if isinstance(entry, dict) else None
    facts: dict[str, JsonValue] = {"name": name if isinstance(name, str) else issuer}
    return RegistryFinding(registry=registry.name, listed=True, code="registry.lists", facts=facts)


def _content(registry: IssuerRegistry, fetcher: Fetcher) -> bytes:
    if registry.content is not None or registry.url is None:
        return registry.content or b""
    resource = fetcher.fetch(registry.url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=registry.url, status=resource.status)
    return resource.content


def _entries(content: bytes, registry: IssuerRegistry) -> JsonObject:
    # A signed statement is three parts in base64url, the first of which begins with an encoded brace.
    if content.lstrip().startswith(b"eyJ"):
        raise ResolutionError("registry.federation", registry=registry.name)
    try:
        document = _parsed(content)
    except DocumentError:
        raise ResolutionError("registry.unknown-format", registry=registry.name) from None
    entries = document.get("registry") if isinstance(document, dict) else None
    if isinstance(entries, dict):
        return entries
    if isinstance(document, dict) and any(name in document for name in _FEDERATION):
        raise ResolutionError("registry.federation", registry=registry.name)
    raise ResolutionError("registry.unknown-format", registry=registry.name)


def _parsed(content: bytes) -> JsonValue:
    try:
        return parse_json(content)
    except DocumentError as error:
        # A published list has an issuer twice. Nothing is signed here, and who is listed does not depend on which of
        # the two is read; everything else that makes JSON ambiguous is refused.
        if error.code != "json.duplicate-member":
            raise
        try:
            document: JsonValue = json.loads(content)
        except (ValueError, RecursionError):
            raise DocumentError("json.malformed", line=0, column=0) from None
        return document
