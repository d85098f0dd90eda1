"""Who is asked again, when, and who is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wallet.errors import ResolutionError
from wallet.resolution.courtesy import MAX_UNANSWERED, MAX_WAIT, PoliteFetcher
from wallet.resolution.fetching import Resource
from wallet.resolution.limits import AskedToWaitError
from wallet.resolution.terms import MAX_PATIENCE, Terms

AT = datetime(2026, 6, 8, tzinfo=UTC)
URL = "https://issuer.example/list"
KEPT = Resource(url=URL, content=b"kept", media_type="text/plain", retrieved_at=AT - timedelta(days=1))


class Server:
    """Answers, or fails with a status or by silence; remembers what it was asked for and about what."""

    def __init__(
        self, failures: dict[str, int | None] | None = None, waits: dict[str, list[timedelta]] | None = None
    ) -> None:
        self.failures = failures or {}
        self.waits = waits or {}
        self.asked: list[str] = []
        self.about: list[Resource] = []

    def fetch(self, url: str) -> Resource:
        self.asked.append(url)
        if self.waits.get(url):
            raise AskedToWaitError(url, 429, at=AT, until=AT + self.waits[url].pop(0))
        if url not in self.failures:
            return Resource(url=url, content=b"new", media_type="text/plain", retrieved_at=AT)
        status = self.failures[url]
        if status is None:
            raise ResolutionError("resolution.unreachable", url=url)
        raise ResolutionError("resolution.http-status", url=url, status=status)

    def fetch_again(self, kept: Resource) -> Resource:
        self.about.append(kept)
        return self.fetch(kept.url)


def _polite(server: Server, *kept: Resource, ttl: timedelta | None = None, force: bool = False) -> PoliteFetcher:
    return PoliteFetcher(server, kept, AT, ttl=lambda _: ttl, force=force)


@pytest.mark.parametrize(
    ("kept", "ttl", "asked"),
    [
        (KEPT, None, True),
        (KEPT, timedelta(days=2), False),
        (KEPT, timedelta(hours=23), True),
        (replace(KEPT, terms=Terms(fresh_until=AT + timedelta(hours=1))), None, False),
        (replace(KEPT, terms=Terms(fresh_until=AT)), None, True),
        # What the author says of a list counts more than what the server says of every file.
        (replace(KEPT, terms=Terms(fresh_until=AT + timedelta(hours=1))), timedelta(hours=1), True),
        (replace(KEPT, gone_at=AT), timedelta(days=2), True),
        (replace(KEPT, retrieved_at=AT + timedelta(days=1)), timedelta(days=2), True),
        (replace(KEPT, retrieved_at=AT - MAX_PATIENCE), timedelta(days=365), True),
        (replace(KEPT, retrieved_at=AT - MAX_PATIENCE, terms=Terms(fresh_until=AT.replace(year=2030))), None, True),
        (replace(KEPT, status=410), timedelta(days=2), True),
    ],
)
def test_what_still_holds_is_not_asked_for(kept: Resource, ttl: timedelta | None, asked: bool) -> None:
    server = Server()
    found = _polite(server, kept, ttl=ttl).fetch(URL)
    assert (found.content, server.asked) == ((b"new", [URL]) if asked else (b"kept", []))


def test_whoever_insists_asks_for_all() -> None:
    server = Server()
    assert _polite(server, KEPT, ttl=timedelta(days=2), force=True).fetch(URL).content == b"new"


def test_a_server_is_asked_about_the_latest_answer_that_was_kept() -> None:
    server, older = Server(), replace(KEPT, content=b"older", retrieved_at=AT - timedelta(days=9))
    _polite(server, KEPT, older).fetch(URL)
    assert server.about == [KEPT]


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_to_be_left_alone_is(status: int) -> None:
    server = Server({URL: status})
    fetcher = _polite(server)
    for url in (URL, "https://issuer.example/other", "https://ISSUER.example/third"):
        with pytest.raises(ResolutionError) as caught:
            fetcher.fetch(url)
        assert caught.value.facts == {"url": url, "status": status}
    assert fetcher.fetch("https://other.example/").content == b"new"
    assert server.asked == [URL, "https://other.example/"]


def test_a_host_that_has_another_fault_is_asked_for_the_next_thing() -> None:
    server = Server({URL: 404})
    fetcher = _polite(server)
    with pytest.raises(ResolutionError):
        fetcher.fetch(URL)
    assert fetcher.fetch("https://issuer.example/other").content == b"new"


def test_a_host_that_does_not_answer_is_given_up_for_this_run() -> None:
    urls = [f"https://issuer.example/{number}" for number in range(MAX_UNANSWERED + 2)]
    server = Server(dict.fromkeys(urls))
    fetcher = _polite(server)
    for url in urls:
        with pytest.raises(ResolutionError, match="unreachable"):
            fetcher.fetch(url)
    assert server.asked == urls[:MAX_UNANSWERED]


OTHER = "https://ISSUER.example/other"
HOUR = timedelta(hours=1)


def test_a_server_that_asks_for_a_moment_gets_it_once() -> None:
    server, slept = Server(waits={URL: [MAX_WAIT], OTHER: [MAX_WAIT]}), list[float]()
    fetcher = PoliteFetcher(server, [], AT, ttl=lambda _: None, sleep=slept.append)
    assert fetcher.fetch(URL).content == b"new"
    with pytest.raises(ResolutionError, match="asked-to-wait"):
        fetcher.fetch(OTHER)
    assert (slept, server.asked) == ([MAX_WAIT.total_seconds()], [URL, URL, OTHER])


@pytest.mark.parametrize("wait", [MAX_WAIT + timedelta(seconds=1), HOUR])
def test_a_server_that_asks_for_longer_is_left_alone_and_the_moment_is_kept(wait: timedelta) -> None:
    server, slept = Server(waits={URL: [wait]}), list[float]()
    fetcher = PoliteFetcher(server, [KEPT], AT, ttl=lambda _: None, sleep=slept.append)
    assert fetcher.fetch(URL) == replace(KEPT, terms=Terms(wait_until=AT + wait))
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch(OTHER)
    assert caught.value.facts == {"url": OTHER, "until": (AT + wait).isoformat()}
    assert (slept, server.asked) == ([], [URL])


@pytest.mark.parametrize(
    ("until", "force", "asked"),
    [
        (AT + HOUR, False, False),
        (AT + HOUR, True, True),
        (AT, False, True),
        (AT + MAX_PATIENCE + HOUR, False, True),
    ],
)
def test_what_a_server_asked_for_in_an_earlier_run_holds(until: datetime, force: bool, asked: bool) -> None:
    server, kept = Server(), replace(KEPT, terms=Terms(wait_until=until))
    found = _polite(server, kept, force=force).fetch(URL)
    assert (found.content, server.asked) == ((b"new", [URL]) if asked else (b"kept", []))
