"""Asking other people's servers again without being a burden to them.

What was kept is not asked for before its time, and then only for a change. A server that asks for a moment gets it,
once. One that asks to be left alone for longer, or that twice did not answer, is not asked again in this run: what was
kept stays, with the moment from which its server wants to be asked again, and no run asks before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

from wallet.errors import ResolutionError
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.limits import WAITING_STATUSES, AskedToWaitError
from wallet.resolution.terms import MAX_PATIENCE

__all__ = ["AskingAgain", "PoliteFetcher"]

MAX_WAIT = timedelta(seconds=15)
"""A server that counts requests by the second or the minute often wants no more; a build is not held for longer."""

MAX_UNANSWERED = 2
"""One silence may be an accident; each further one would hold a build for as long as a fetch may take."""


@runtime_checkable
class AskingAgain(Protocol):
    """A fetcher that can ask whether what was kept has changed."""

    def fetch_again(self, kept: Resource) -> Resource:
        """The new answer, or `kept` as of now where its server says that nothing changed; raises ResolutionError."""
        ...


class PoliteFetcher:
    """Asks `inner` as seldom and for as little as the servers of the `kept` answers allow; `force` asks for all.

    `ttl` is how long the author of an answer lets it be used, None where it does not say. Without `sleep`, which lets
    seconds pass, a server that asks for a moment is left alone like one that asks for a day.
    """

    def __init__(
        self,
        inner: Fetcher,
        kept: Iterable[Resource],
        at: datetime,
        *,
        ttl: Callable[[Resource], timedelta | None],
        force: bool = False,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._inner = inner
        self._kept = _newest(kept)
        self._at = at
        self._ttl = ttl
        self._force = force
        self._sleep = sleep
        self._turned_away: dict[str, int] = {}
        self._waiting = {} if force else _still_waiting(self._kept.values(), at)
        self._waited_for: set[str] = set()
        self._unanswered: Counter[str] = Counter()

    def fetch(self, url: str) -> Resource:
        """The kept answer where it still holds, else a new one; raises ResolutionError."""
        kept = self._kept.get(url)
        if kept is not None and not self._force and self._holds(kept):
            return kept
        host = _host(url)
        self._require_patience(url, host)
        answer = self._answer(url, kept, host) if host not in self._waiting else None
        return answer if answer is not None else _left_alone(url, kept, self._waiting[host])

    def _answer(self, url: str, kept: Resource | None, host: str) -> Resource | None:
        """What the server says; None where it asks to be left alone."""
        try:
            answer = self._ask_patiently(url, kept, host)
        except AskedToWaitError as error:
            self._waiting[host] = error.until
            return None
        except ResolutionError as error:
            self._note(host, error)
            raise
        self._unanswered.pop(host, None)
        return answer

    def _ask_patiently(self, url: str, kept: Resource | None, host: str) -> Resource:
        try:
            return self._ask(url, kept)
        except AskedToWaitError as error:
            if self._sleep is None or error.wait > MAX_WAIT or host in self._waited_for:
                raise
            self._waited_for.add(host)
            self._sleep(error.wait.total_seconds())
            return self._ask(url, kept)

    def _ask(self, url: str, kept: Resource | None) -> Resource:
        if kept is not None and isinstance(self._inner, AskingAgain):
            return self._inner.fetch_again(kept)
        return self._inner.fetch(url)

    def _holds(self, kept: Resource) -> bool:
        if kept.gone_at is not None or kept.retrieved_at > self._at:
            return False
        stated = self._ttl(kept)
        until = kept.retrieved_at + min(stated, MAX_PATIENCE) if stated else kept.terms.fresh_until
        # What was kept may have been written by hand.
        return until is not None and self._at < min(until, kept.retrieved_at + MAX_PATIENCE)

    def _require_patience(self, url: str, host: str) -> None:
        if host in self._turned_away:
            raise ResolutionError("resolution.http-status", url=url, status=self._turned_away[host])
        if self._unanswered[host] >= MAX_UNANSWERED:
            raise ResolutionError("resolution.unreachable", url=url)

    def _note(self, host: str, error: ResolutionError) -> None:
        status = error.facts.get("status")
        if error.code == "resolution.http-status" and isinstance(status, int) and status in WAITING_STATUSES:
            self._turned_away[host] = status
        if error.code == "resolution.unreachable":
            self._unanswered[host] += 1


def _still_waiting(kept: Iterable[Resource], at: datetime) -> dict[str, datetime]:
    """Until when each host wants to be left alone that asked for it in an earlier run."""
    found: dict[str, datetime] = {}
    for resource in kept:
        until, host = resource.terms.wait_until, _host(resource.url)
        # What was kept may have been written by hand.
        if until is not None and at < until <= at + MAX_PATIENCE:
            found[host] = max(until, found.get(host, until))
    return found


def _left_alone(url: str, kept: Resource | None, until: datetime) -> Resource:
    """What was kept, as old as it is, with the moment until which nobody asks for it."""
    if kept is None:
        raise ResolutionError("resolution.asked-to-wait", url=url, until=until.isoformat())
    return replace(kept, terms=replace(kept.terms, wait_until=until))


def _newest(kept: Iterable[Resource]) -> dict[str, Resource]:
    """Of each address the answer that came last: badges may have kept different ones."""
    found: dict[str, Resource] = {}
    for resource in kept:
        known = found.get(resource.url)
        if resource.status == 200 and (known is None or known.retrieved_at < resource.retrieved_at):
            found[resource.url] = resource
    return found


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return url
