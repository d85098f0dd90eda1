"""A server that answers by status, and an answer of it that was kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from wallet.errors import ResolutionError
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.limits import accept_status

__all__ = ["AT", "EARLIER", "KEPT", "OTHER", "URL", "Server", "code_of"]

URL = "https://issuer.example/status"
OTHER = "https://issuer.example/did.json"
AT = datetime(2026, 6, 1, tzinfo=UTC)
EARLIER = datetime(2026, 2, 1, tzinfo=UTC)
KEPT = Resource(url=URL, content=b"kept", media_type="application/vc", retrieved_at=EARLIER)


class Server:
    """Answers by status; counts how often it was asked. A URL it does not know is a server that is down."""

    def __init__(self, statuses: Mapping[str, int]) -> None:
        self.statuses = statuses
        self.asked: list[str] = []

    def fetch(self, url: str) -> Resource:
        self.asked.append(url)
        if url not in self.statuses:
            raise ResolutionError("resolution.unreachable", url=url)
        accept_status(url, self.statuses[url])
        return Resource(url=url, content=b"new", media_type="text/plain", retrieved_at=AT, status=self.statuses[url])


def code_of(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch(url)
    assert caught.value.facts["url"] == url
    return caught.value.code
