"""The same URL is asked for once in a run."""

from __future__ import annotations

import pytest

from tests.responses import FETCHED_AT, responses
from wallet.errors import ResolutionError
from wallet.resolution import memory
from wallet.resolution.fetching import Resource
from wallet.resolution.memory import LimitedFetcher, RememberingFetcher


class Server:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, url: str) -> Resource:
        self.asked.append(url)
        if "missing" in url:
            raise ResolutionError("resolution.http-status", url=url, status=404)
        return Resource(url=url, content=b"x" * 100, media_type="text/plain", retrieved_at=FETCHED_AT)


def test_an_answer_is_fetched_once() -> None:
    server = Server()
    fetcher = RememberingFetcher(server)
    first = fetcher.fetch("https://a.example/1")
    assert fetcher.fetch("https://a.example/1") is first
    assert server.asked == ["https://a.example/1"]


def test_so_is_a_failure_which_stays_one() -> None:
    server = Server()
    fetcher = RememberingFetcher(server)
    for _ in range(3):
        with pytest.raises(ResolutionError) as caught:
            fetcher.fetch("https://a.example/missing")
        assert (caught.value.code, caught.value.facts["status"]) == ("resolution.http-status", 404)
    assert server.asked == ["https://a.example/missing"]


@pytest.mark.parametrize(("name", "limit"), [("MAX_REMEMBERED_BYTES", 250), ("MAX_REMEMBERED_ANSWERS", 2)])
def test_what_was_asked_for_longest_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch, name: str, limit: int) -> None:
    monkeypatch.setattr(memory, name, limit)
    server = Server()
    fetcher = RememberingFetcher(server)
    for url in ("a", "b", "a", "c", "a", "b"):
        fetcher.fetch(url)
    assert server.asked == ["a", "b", "c", "b"]


def test_an_answer_larger_than_the_memory_is_given_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MAX_REMEMBERED_BYTES", 10)
    assert len(RememberingFetcher(Server()).fetch("a").content) == 100


def test_one_badge_asks_for_so_many_addresses_and_no_more() -> None:
    pages = {f"https://a.example/{number}": b"x" for number in range(3)}
    fetcher = LimitedFetcher(responses(pages), limit=2)
    for _ in range(2):
        assert [fetcher.fetch(url).content for url in list(pages)[:2]] == [b"x", b"x"]
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch("https://a.example/2")
    assert caught.value.code == "resolution.too-many-addresses"


def test_what_one_badge_could_not_have_it_asks_for_once() -> None:
    asked: list[str] = []

    class Silent:
        def fetch(self, url: str) -> Resource:
            asked.append(url)
            raise ResolutionError("resolution.unreachable", url=url)

    fetcher = LimitedFetcher(Silent())
    for _ in range(3):
        with pytest.raises(ResolutionError) as caught:
            fetcher.fetch("https://a.example/")
        assert (caught.value.code, dict(caught.value.facts)) == (
            "resolution.unreachable",
            {"url": "https://a.example/"},
        )
    assert asked == ["https://a.example/"]
