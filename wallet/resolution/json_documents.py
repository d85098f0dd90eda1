"""JSON that was fetched, as an object, read as strictly as a credential."""

from __future__ import annotations

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.fetching import Resource

__all__ = ["read_json_object"]


def read_json_object(resource: Resource) -> JsonObject:
    """The JSON object that a resource holds; raises ResolutionError("resolution.not-json")."""
    try:
        document = parse_json(resource.content)
    except DocumentError:
        raise ResolutionError("resolution.not-json", url=resource.url) from None
    if not isinstance(document, dict):
        raise ResolutionError("resolution.not-json", url=resource.url)
    return document
