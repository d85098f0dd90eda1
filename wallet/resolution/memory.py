"""A run's memory of what was fetched: the same URL is asked for once, whoever asks, and one badge asks for so many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from wallet.errors import FactValue, ResolutionError
from wallet.resolution.fetching import Fetcher, Resource

__all__ = ["MAX_ASKED", "LimitedFetcher", "RememberingFetcher"]

MAX_ASKED = 100
"""A badge needs two or three addresses, with many endorsements some dozens; each may take as long as a fetch may take,
and every endorsement in a file can name others."""

MAX_REMEMBERED_BYTES = 64_000_000
"""Six of the largest answers that a fetch accepts, or thousands of lists and key documents of the usual size: memory
does not grow with the number of badges."""

MAX_REMEMBERED_ANSWERS = 10_000
"""A failure has no bytes to count, and a file may name any number of servers."""


@dataclass(frozen=True, slots=True)
class _Failure:
    code: str
    facts: Mapping[str, FactValue]


class RememberingFetcher:
    """Asks `inner` once for each URL of a run, also for those that fail; forgets what was asked for longest ago.

    Put a `RecordingFetcher` in front of it for each badge, so that each badge still has all of its own evidence.
    """

    def __init__(self, inner: Fetcher) -> None:
        self._inner = inner
        self._answers: OrderedDict[str, Resource | _Failure] = OrderedDict()
        self._bytes = 0

    def fetch(self, url: str) -> Resource:
        """The answer to this URL in this run; raises ResolutionError, each time, where there was none."""
        if url in self._answers:
            self._answers.move_to_end(url)
        else:
            self._remember(url, self._ask(url))
        answer = self._answers[url]
        if isinstance(answer, _Failure):
            raise ResolutionError(answer.code, **answer.facts)
        return answer

    def _ask(self, url: str) -> Resource | _Failure:
        try:
            return self._inner.fetch(url)
        except ResolutionError as error:
            return _Failure(error.code, error.facts)

    def _remember(self, url: str, answer: Resource | _Failure) -> None:
        self._answers[url] = answer
        self._bytes += _weight(answer)
        while self._too_much() and len(self._answers) > 1:
            self._bytes -= _weight(self._answers.popitem(last=False)[1])

    def _too_much(self) -> bool:
        return self._bytes > MAX_REMEMBERED_BYTES or len(self._answers) > MAX_REMEMBERED_ANSWERS


class LimitedFetcher:
    """Asks `inner` for no more than `limit` addresses, for one that failed once; what is beyond could not be had."""

    def __init__(self, inner: Fetcher, limit: int = MAX_ASKED) -> None:
        self._inner = inner
        self._limit = limit
        self._asked: dict[str, ResolutionError | None] = {}

    def fetch(self, url: str) -> Resource:
        """As `inner`; raises ResolutionError("resolution.too-many-addresses") beyond the limit."""
        if url not in self._asked and len(self._asked) >= self._limit:
            raise ResolutionError("resolution.too-many-addresses", url=url, limit=self._limit)
        failure = self._asked.setdefault(url, None)
        if failure is not None:
            raise ResolutionError(failure.code, **failure.facts)
        try:
            return self._inner.fetch(url)
        except ResolutionError as error:
            self._asked[url] = error
            raise


def _weight(answer: Resource | _Failure) -> int:
    return len(answer.content) if isinstance(answer, Resource) else 0
