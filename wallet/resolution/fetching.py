"""One door to everything outside: what a fetch returns, and who may answer one.

Nothing in the program opens a connection except a `Fetcher`. Checks receive one and never learn whether the answer
came from the network, from kept evidence or from a test's dictionary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from wallet.documents.answers import is_no_answer
from wallet.documents.extraction import extract, is_assertion
from wallet.errors import DocumentError, ResolutionError
from wallet.resolution.terms import Terms

__all__ = ["DeferredFetcher", "EvidenceFetcher", "Fetcher", "RecordingFetcher", "RenewingFetcher", "Resource"]

_GONE = 410


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


class RenewingFetcher:
    """Asks anew, and falls back on what was kept: old evidence is never replaced by nothing.

    A server that does not answer leaves the kept answer as it was, and so does one that sends a web page or an error in
    its place, which some do with the HTTP status of success. One that answers "not found" leaves it too, marked
    with the moment `at` from which it can no longer be confirmed; and so does HTTP 410, which withdraws an assertion at
    its own address (Open Badges 2.0, "Revoking Hosted Assertions") and is no word about anything else: a list that
    names a badge as revoked would otherwise be forgotten.
    """

    def __init__(self, inner: Fetcher, kept: Iterable[Resource], at: datetime) -> None:
        self._inner = inner
        self._kept = {resource.url: resource for resource in kept}
        self._at = at

    def fetch(self, url: str) -> Resource:
        """The new answer, else the kept one; raises ResolutionError when there is neither."""
        kept = self._kept.get(url)
        try:
            answer = self._inner.fetch(url)
        except ResolutionError as error:
            if kept is None:
                raise
            return self._marked(kept) if _says_gone(error) else kept
        if kept is None or (kept.status == _GONE and answer.status == _GONE):
            return answer
        if answer.status == _GONE:
            return answer if _holds_assertion(kept.content) else self._marked(kept)
        return kept if _is_in_place_of(answer, kept) else answer

    def _marked(self, kept: Resource) -> Resource:
        return replace(kept, gone_at=kept.gone_at or self._at)


def _holds_assertion(content: bytes) -> bool:
    try:
        return any(is_assertion(document.json) for document in extract(content))
    except DocumentError:
        return False


def _is_in_place_of(answer: Resource, kept: Resource) -> bool:
    return answer.status == 200 and is_no_answer(answer.content) and not is_no_answer(kept.content)


def _says_gone(error: ResolutionError) -> bool:
    status = error.facts.get("status")
    return error.code == "resolution.http-status" and isinstance(status, int) and status in (401, 403, 404)


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
