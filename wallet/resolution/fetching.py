"""One door to everything outside: what a fetch returns, and who may answer one.

Nothing in the program opens a connection except a `Fetcher`. Checks receive one and never learn whether the answer
came from the network, from kept evidence or from a test's dictionary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from wallet.errors import ResolutionError
from wallet.resolution.terms import Terms

__all__ = ["DeferredFetcher", "EvidenceFetcher", "Fetcher", "RecordingFetcher", "Resource"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The answer to one fetch, byte for byte; `retrieved_at` is when it came from its server.

    `gone_at` is set on a kept answer when its server has since said that there is no such thing any more.
    `answered_at` is the address at which the server answered, where it sent elsewhere; it is not kept. `terms` are
    what the server said about being asked again.
    """

    url: str
    content: bytes = field(repr=False)
    media_type: str
    retrieved_at: datetime
    status: int = 200
    gone_at: datetime | None = None
    answered_at: str | None = field(default=None, compare=False)
    terms: Terms = field(default_factory=Terms)

    @property
    def digest(self) -> str:
        """Lower-case hex SHA-256 of the content."""
        return hashlib.sha256(self.content).hexdigest()


class Fetcher(Protocol):
    """Answers a URL with a resource of HTTP status 200 or 410, or raises `ResolutionError`."""

    def fetch(self, url: str) -> Resource:
        """Return what stands at `url`; follows redirects; raises ResolutionError for every other answer."""
        ...


class EvidenceFetcher:
    """Answers from resources that were kept; everything else could not be fetched."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._resources = {resource.url: resource for resource in resources}

    def fetch(self, url: str) -> Resource:
        """The kept resource of this URL; raises ResolutionError when there is none."""
        try:
            return self._resources[url]
        except KeyError:
            raise ResolutionError("resolution.not-kept", url=url) from None


class DeferredFetcher:
    """Made when the first address is asked for: many badges carry all they need, and a network takes time to load."""

    def __init__(self, make: Callable[[], Fetcher]) -> None:
        self._make = make
        self._made: Fetcher | None = None

    def fetch(self, url: str) -> Resource:
        """What the fetcher that is made answers."""
        self._made = self._made or self._make()
        return self._made.fetch(url)


class RecordingFetcher:
    """Passes requests on and remembers every answer, in order of first use, to be kept as evidence."""

    def __init__(self, inner: Fetcher) -> None:
        self._inner = inner
        self._seen: dict[str, Resource] = {}

    def fetch(self, url: str) -> Resource:
        """Ask once for each URL."""
        if url not in self._seen:
            self._seen[url] = self._inner.fetch(url)
        return self._seen[url]

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Every answer so far."""
        return tuple(self._seen.values())
