"""What a site says of its badges to programs: ``index.json``, and where there is none the pages of ``sitemap.xml``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.fields import JsonValue

__all__ = ["IndexedBadge", "read_site_index", "read_sitemap"]

MAX_LISTED = 20_000
"""Ten thousand badges in two languages; what a list names beyond this is not looked at."""

_VERSION = 1
_LOCATION = re.compile(rb"<loc>\s*+([^<\s]{1,2048}+)\s*+</loc>")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedBadge:
    """A badge as the index describes it; addresses as they are written there, None for what it does not say."""

    slug: str
    file: str
    pages: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    digest: str | None = None
    verdict: str | None = None
    issuer: str | None = None
    issued: str | None = None
    valid_until: str | None = None


def read_site_index(content: bytes) -> tuple[IndexedBadge, ...]:
    """The badges of an ``index.json``; raises DocumentError for what is no such index."""
    document = parse_json(content)
    badges = document.get("badges") if isinstance(document, dict) else None
    if not isinstance(document, dict) or document.get("version") != _VERSION or not isinstance(badges, list):
        raise DocumentError("audit.no-index")
    return tuple(_badges(badges))


def _badges(badges: list[JsonValue]) -> Iterator[IndexedBadge]:
    for entry in badges[:MAX_LISTED]:
        if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
            raise DocumentError("audit.no-index")
        yield IndexedBadge(
            slug=_text(entry.get("slug")) or "–",
            file=str(entry["file"]),
            pages=_by_language(entry.get("page")),
            names=_by_language(entry.get("name")),
            digest=_text(entry.get("sha256")),
            verdict=_text(entry.get("verdict")),
            issuer=_issuer(entry.get("issuer")),
            issued=_text(entry.get("issued")),
            valid_until=_text(entry.get("valid_until")),
        )


def read_sitemap(content: bytes) -> tuple[str, ...]:
    """The addresses of the pages that a ``sitemap.xml`` lists, read without trusting that it is XML."""
    found = (html.unescape(match[1].decode("utf-8", "replace")) for match in _LOCATION.finditer(content))
    return tuple(dict.fromkeys(found))[:MAX_LISTED]


def _text(value: JsonValue) -> str | None:
    return value if isinstance(value, str) else None


def _issuer(value: JsonValue) -> str | None:
    """The issuer may be named, or be an object with its name."""
    return _text(value.get("name") or value.get("id")) if isinstance(value, dict) else _text(value)


def _by_language(value: JsonValue) -> Mapping[str, str]:
    if not isinstance(value, dict):
        return {}
    return {language: text for language, text in value.items() if isinstance(text, str)}
