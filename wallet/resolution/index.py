"""Answer fetches from files listed in an index, and never from the network.

The index is JSON: URL → file name, HTTP status, or an object with ``file``, ``status``, ``media_type``, ``location``.
File names are relative to the index. The same address rules and limits hold as on the network.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from wallet.errors import ResolutionError
from wallet.fields import JsonValue
from wallet.resolution.addresses import require_fetchable
from wallet.resolution.fetching import Resource
from wallet.resolution.limits import MAX_REDIRECTS, MAX_RESOURCE_BYTES, accept_status

__all__ = ["IndexFetcher"]


class IndexFetcher:
    """A fetcher over an index file, or over a folder that holds ``index.json``; `at` is stamped on every answer."""

    def __init__(self, path: Path, at: datetime) -> None:
        file = path / "index.json" if path.is_dir() else path
        self._folder = file.parent
        self._entries = _read_index(file)
        self._at = at

    def fetch(self, url: str) -> Resource:
        """The listed answer, redirects followed; raises ResolutionError as the network would."""
        current = url
        for _ in range(MAX_REDIRECTS + 1):
            require_fetchable(current)
            entry = _entry(self._entries, current)
            location = entry.get("location")
            if not isinstance(location, str):
                return self._resource(url, current, entry)
            current = location
        raise ResolutionError("resolution.too-many-redirects", url=url)

    def _resource(self, url: str, answered_at: str, entry: Mapping[str, JsonValue]) -> Resource:
        status = entry.get("status", 200)
        file = entry.get("file")
        accept_status(url, status if isinstance(status, int) else 200)
        content = self._content(url, file) if isinstance(file, str) else b""
        media_type = entry.get("media_type")
        return Resource(
            url=url,
            content=content,
            media_type=media_type if isinstance(media_type, str) else "application/json",
            retrieved_at=self._at,
            status=status if isinstance(status, int) else 200,
            answered_at=answered_at,
        )

    def _content(self, url: str, file: str) -> bytes:
        try:
            with (self._folder / file).open("rb") as stream:
                content = stream.read(MAX_RESOURCE_BYTES + 1)
        except OSError:
            raise ResolutionError("resolution.unreachable", url=url) from None
        if len(content) > MAX_RESOURCE_BYTES:
            raise ResolutionError("resolution.too-large", url=url, limit=MAX_RESOURCE_BYTES)
        return content


def _entry(entries: Mapping[str, JsonValue], url: str) -> Mapping[str, JsonValue]:
    value = entries.get(url, entries.get(url.split("#")[0]))
    if isinstance(value, str):
        return {"file": value}
    if isinstance(value, int) and not isinstance(value, bool):
        return {"status": value}
    if isinstance(value, dict):
        return value
    raise ResolutionError("resolution.unreachable", url=url)


def _read_index(file: Path) -> dict[str, JsonValue]:
    try:
        index = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        raise ResolutionError("resolution.index-unreadable", index=str(file)) from None
    if not isinstance(index, dict):
        raise ResolutionError("resolution.index-unreadable", index=str(file))
    return index
