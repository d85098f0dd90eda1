"""JSON that was fetched, as an object, read as strictly as a credential."""

from __future__ import annotations

from functools import lru_cache

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

__all__ = ["read_json_object"]

MAX_KEPT_BYTES = 20_000
"""Key documents are smaller, and a few of them serve a whole run; larger documents are read each time."""


def read_json_object(resource: Resource) -> JsonObject:
    """The JSON object that a resource holds, not to be changed; raises ResolutionError("resolution.not-json")."""
    content = resource.content
    try:
        document = _kept(content) if len(content) <= MAX_KEPT_BYTES else parse_json(content)
    except DocumentError:
        raise ResolutionError("resolution.not-json", url=resource.url) from None
    if not isinstance(document, dict):
        raise ResolutionError("resolution.not-json", url=resource.url)
    return document


@lru_cache(maxsize=64)
def _kept(content: bytes) -> JsonValue:
    return parse_json(content)
