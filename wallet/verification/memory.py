"""What one run has found already, to be used again where nothing that it rests on differs."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from wallet.errors import ResolutionError
from wallet.resolution.fetching import Fetcher, Resource

__all__ = ["Memory"]

T = TypeVar("T")

_Answer: TypeAlias = tuple[int, str]


@dataclass(frozen=True, slots=True)
class _Conclusion(Generic[T]):
    """A finding, the answers (URL → HTTP status and digest, None for none) that it rests on, and what it weighs."""

    found: T
    asked: Mapping[str, _Answer | None]
    weight: int


class Memory(Generic[T]):
    """Findings of one run by key, of the weight `limit` in all; what was found longest ago is forgotten first.

    A finding holds for another asker only when their fetcher answers as the first one did: for each badge the same
    URLs are asked for, and so become part of the badge's own evidence.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, _Conclusion[T]] = OrderedDict()
        self._weight = 0

    def recall(
        self, key: Hashable, fetcher: Fetcher, find: Callable[[Fetcher], T], weigh: Callable[[T], int] = lambda _: 1
    ) -> T:
        """What was found under `key`, else what `find` finds now, asking through the fetcher it is given."""
        kept = self._kept.get(key)
        if kept is None or not _holds(kept, fetcher):
            witness = _Witness(fetcher)
            found = find(witness)
            kept = _Conclusion(found, witness.answers, weigh(found))
            self._keep(key, kept)
        return kept.found

    def _keep(self, key: Hashable, conclusion: _Conclusion[T]) -> None:
        replaced = self._kept.pop(key, None)
        self._weight += conclusion.weight - (replaced.weight if replaced else 0)
        self._kept[key] = conclusion
        while self._weight > self._limit and len(self._kept) > 1:
            self._weight -= self._kept.popitem(last=False)[1].weight


def _holds(conclusion: _Conclusion[T], fetcher: Fetcher) -> bool:
    witness = _Witness(fetcher)
    for url in conclusion.asked:
        witness.ask(url)
    return witness.answers == conclusion.asked


class _Witness:
    """Passes requests on and notes what was answered."""

    def __init__(self, inner: Fetcher) -> None:
        self._inner = inner
        self.answers: dict[str, _Answer | None] = {}

    def fetch(self, url: str) -> Resource:
        self.answers[url] = None
        resource = self._inner.fetch(url)
        self.answers[url] = (resource.status, resource.digest)
        return resource

    def ask(self, url: str) -> None:
        try:
            self.fetch(url)
        except ResolutionError:
            return
