"""Who answers a fetch: what was kept, what is asked anew, and what is remembered."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from tests.resolution.servers import KEPT, OTHER, URL, Server, code_of
from wallet.resolution.fetching import DeferredFetcher, EvidenceFetcher, RecordingFetcher


def test_the_digest_is_that_of_the_bytes() -> None:
    assert KEPT.digest == hashlib.sha256(b"kept").hexdigest()


def test_what_was_kept_is_the_answer_as_it_was() -> None:
    assert EvidenceFetcher([KEPT]).fetch(URL) == KEPT


@pytest.mark.parametrize("url", [OTHER, f"{URL}/", f"{URL}#1", URL.upper(), ""])
def test_what_was_not_kept_could_not_be_fetched(url: str) -> None:
    assert code_of(EvidenceFetcher([KEPT]), url) == "resolution.not-kept"


def test_of_two_answers_that_were_kept_the_later_one_stands() -> None:
    later = replace(KEPT, content=b"later")
    assert EvidenceFetcher([KEPT, later]).fetch(URL) == later


def test_each_url_is_asked_once_and_remembered_in_order() -> None:
    server = Server({URL: 200, OTHER: 410})
    fetcher = RecordingFetcher(server)
    found = [fetcher.fetch(url) for url in (OTHER, URL, OTHER)]
    assert server.asked == [OTHER, URL]
    assert found[0] == found[2]
    assert fetcher.resources == (found[0], found[1])


def test_a_failure_is_not_remembered() -> None:
    server = Server({})
    fetcher = RecordingFetcher(server)
    assert code_of(fetcher, URL) == code_of(fetcher, URL) == "resolution.unreachable"
    assert server.asked == [URL, URL]
    assert fetcher.resources == ()


def test_a_fetcher_is_made_when_something_is_asked_and_once() -> None:
    made: list[Server] = []

    def make() -> Server:
        made.append(Server({URL: 200}))
        return made[-1]

    fetcher = DeferredFetcher(make)
    assert made == []
    assert [fetcher.fetch(URL).content, fetcher.fetch(URL).content] == [b"new", b"new"]
    assert [server.asked for server in made] == [[URL, URL]]
