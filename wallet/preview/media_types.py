"""The media types that GitHub Pages sends: by extension, as mime-db lists them, whatever this computer has registered.

Credentials as bare tokens (``.jws``, ``.jwt``) and files without an extension have none; browsers download them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

__all__ = ["media_type"]

UNKNOWN = "application/octet-stream"

_TYPES: Mapping[str, str] = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css",
    ".csv": "text/csv",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".mp4": "video/mp4",
    ".nq": "application/n-quads",
    ".otf": "font/otf",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
    ".vcf": "text/x-vcard",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_IN_UTF_8 = frozenset({"application/json", "application/manifest+json"})


def media_type(name: str) -> str:
    """The Content-Type of a file with this name; text says that it is UTF-8."""
    kind = _TYPES.get(PurePath(name).suffix.lower(), UNKNOWN)
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind in _IN_UTF_8 else kind
