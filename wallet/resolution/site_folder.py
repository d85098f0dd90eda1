"""Answer for a site from the folder in which it was built, as a server of static files would; the rest goes on."""

from __future__ import annotations

import mimetypes
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wallet.errors import ResolutionError
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.limits import MAX_RESOURCE_BYTES

__all__ = ["SiteFolderFetcher"]

_NOT_FOUND = 404


class SiteFolderFetcher:
    """The files of `folder` under `base_url`, which ends with a slash; every other address is asked of `inner`."""

    def __init__(self, folder: Path, base_url: str, inner: Fetcher, at: datetime) -> None:
        self._folder = folder.resolve()
        self._base_url = base_url
        self._inner = inner
        self._at = at

    def fetch(self, url: str) -> Resource:
        """The file behind an address of the site; raises ResolutionError, with 404 for one that is not there."""
        address = url.split("#")[0]
        if not address.startswith(self._base_url):
            return self._inner.fetch(url)
        file = self._file(unquote(urlsplit(address).path.removeprefix(urlsplit(self._base_url).path)))
        if file is None:
            raise ResolutionError("resolution.http-status", url=url, status=_NOT_FOUND)
        try:
            with file.open("rb") as stream:
                content = stream.read(MAX_RESOURCE_BYTES + 1)
        except OSError:
            raise ResolutionError("resolution.unreachable", url=url) from None
        if len(content) > MAX_RESOURCE_BYTES:
            raise ResolutionError("resolution.too-large", url=url, limit=MAX_RESOURCE_BYTES)
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return Resource(url=url, content=content, media_type=media_type, retrieved_at=self._at)

    def _file(self, path: str) -> Path | None:
        try:
            place = (self._folder / path).resolve()
            if place.is_dir():
                place = (place / "index.html").resolve()
            # A link or a path with dots must not lead out of the folder: a server would not follow it either.
            return place if place.is_relative_to(self._folder) and place.is_file() else None
        except (OSError, ValueError):
            return None
