"""What was kept, asked for anew: which new answers take an old one's place, and what is left of it where none does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from wallet.documents.extraction import extract, is_assertion
from wallet.errors import DocumentError, ResolutionError
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, Resource
from wallet.resolution.parts import is_something, plays_same_part

__all__ = ["RenewingFetcher", "Standing"]

_GONE = 410

Standing: TypeAlias = Callable[[Resource, Fetcher], frozenset[str]]
"""What an answer is verified to be, with the documents that the fetcher gives; nothing where it does not stand."""


def _unsigned(_answer: Resource, _fetcher: Fetcher) -> frozenset[str]:
    return frozenset()


class RenewingFetcher:
    """Asks anew, and falls back on what was kept: old evidence is never replaced by nothing.

    A server that does not answer leaves the kept answer as it was, and so does one that sends something else in its
    place, which some do with the HTTP status of success: what cannot play the kept answer's part, or what does not
    stand by `standing` as that one does with the other kept answers. One that answers "not found" leaves it too, marked
    with the moment `at` from which it can no longer be confirmed; and so does HTTP 410, which withdraws an assertion at
    its own address (Open Badges 2.0, "Revoking Hosted Assertions") and is no word about anything else: a list that
    names a badge as revoked would otherwise be forgotten.
    """

    def __init__(
        self, inner: Fetcher, kept: Iterable[Resource], at: datetime, *, standing: Standing = _unsigned
    ) -> None:
        self._inner = inner
        self._kept = {resource.url: resource for resource in kept}
        self._at = at
        self._standing = standing
        self._weighed: dict[str, Resource] = {}

    def fetch(self, url: str) -> Resource:
        """The new answer, else the kept one; raises ResolutionError when there is neither."""
        # A list may name its own address as that of its key.
        if url in self._weighed:
            return self._weighed[url]
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
        return answer if self._takes_place(answer, kept) else kept

    def _takes_place(self, answer: Resource, kept: Resource) -> bool:
        if kept.status == _GONE:
            return is_something(answer.content)
        if not plays_same_part(kept.url, answer.content, kept.content):
            return False
        return answer.content == kept.content or self._stands_as(answer, kept)

    def _stands_as(self, answer: Resource, kept: Resource) -> bool:
        stood = self._standing(kept, EvidenceFetcher(self._kept.values()))
        self._weighed[kept.url] = answer
        try:
            return not stood or stood <= self._standing(answer, self)
        finally:
            del self._weighed[kept.url]

    def _marked(self, kept: Resource) -> Resource:
        return replace(kept, gone_at=kept.gone_at or self._at)


def _holds_assertion(content: bytes) -> bool:
    try:
        return any(is_assertion(document.json) for document in extract(content))
    except DocumentError:
        return False


def _says_gone(error: ResolutionError) -> bool:
    status = error.facts.get("status")
    return error.code == "resolution.http-status" and isinstance(status, int) and status in (401, 403, 404)
