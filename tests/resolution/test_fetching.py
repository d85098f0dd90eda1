"""Who answers a fetch: what was kept, what is asked anew, and what is remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.assets.assertions import assertion, badge_class, dump, endorsement, issuer
from tests.assets.baking import bake_png
from tests.assets.samples import sample_picture
from tests.responses import FETCHED_AT, responses
from tests.verification.listed import status_list
from wallet.errors import ResolutionError
from wallet.resolution.fetching import (
    DeferredFetcher,
    EvidenceFetcher,
    Fetcher,
    RecordingFetcher,
    RenewingFetcher,
    Resource,
)
from wallet.resolution.limits import accept_status

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


def _code(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(ResolutionError) as caught:
        fetcher.fetch(url)
    assert caught.value.facts["url"] == url
    return caught.value.code


def test_the_digest_is_that_of_the_bytes() -> None:
    assert KEPT.digest == hashlib.sha256(b"kept").hexdigest()


def test_what_was_kept_is_the_answer_as_it_was() -> None:
    assert EvidenceFetcher([KEPT]).fetch(URL) == KEPT


@pytest.mark.parametrize("url", [OTHER, f"{URL}/", f"{URL}#1", URL.upper(), ""])
def test_what_was_not_kept_could_not_be_fetched(url: str) -> None:
    assert _code(EvidenceFetcher([KEPT]), url) == "resolution.not-kept"


def test_of_two_answers_that_were_kept_the_later_one_stands() -> None:
    later = replace(KEPT, content=b"later")
    assert EvidenceFetcher([KEPT, later]).fetch(URL) == later


def test_a_new_answer_takes_the_place_of_the_old() -> None:
    found = RenewingFetcher(Server({URL: 200}), [KEPT], AT).fetch(URL)
    assert (found.content, found.status, found.retrieved_at, found.gone_at) == (b"new", 200, AT, None)


@pytest.mark.parametrize(
    "content",
    [
        dump(assertion()),
        dump(endorsement()),
        bake_png(sample_picture(), dump(assertion()).decode(), "openbadges"),
    ],
)
def test_gone_withdraws_an_assertion(content: bytes) -> None:
    kept = replace(KEPT, content=content)
    found = RenewingFetcher(Server({URL: 410}), [kept], AT).fetch(URL)
    assert (found.status, found.retrieved_at) == (410, AT)
    # And it stays withdrawn, whatever the server says or does not say later.
    assert RenewingFetcher(Server({URL: 410}), [found], AT).fetch(URL).status == 410
    assert RenewingFetcher(Server({URL: 404}), [found], AT).fetch(URL).status == 410


@pytest.mark.parametrize("content", [b"kept", status_list(94), dump(issuer()), dump(badge_class()), b'{"keys": []}'])
def test_gone_is_no_word_about_anything_else_and_leaves_it_marked(content: bytes) -> None:
    kept = replace(KEPT, content=content)
    assert RenewingFetcher(Server({URL: 410}), [kept], AT).fetch(URL) == replace(kept, gone_at=AT)


def test_a_server_that_is_down_leaves_the_dated_snapshot() -> None:
    assert RenewingFetcher(Server({}), [KEPT], AT).fetch(URL) == KEPT


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_so_does_one_that_has_trouble(status: int) -> None:
    assert RenewingFetcher(Server({URL: status}), [KEPT], AT).fetch(URL) == KEPT


@pytest.mark.parametrize("status", [401, 403, 404])
def test_one_that_says_it_has_no_such_thing_leaves_it_marked(status: int) -> None:
    assert RenewingFetcher(Server({URL: status}), [KEPT], AT).fetch(URL) == replace(KEPT, gone_at=AT)


@pytest.mark.parametrize("statuses", [{}, {URL: 404}, {URL: 503}])
def test_the_first_moment_it_was_gone_stays(statuses: Mapping[str, int]) -> None:
    gone = replace(KEPT, gone_at=EARLIER)
    assert RenewingFetcher(Server(statuses), [gone], AT).fetch(URL) == gone


def test_what_came_back_is_gone_no_longer() -> None:
    assert RenewingFetcher(Server({URL: 200}), [replace(KEPT, gone_at=EARLIER)], AT).fetch(URL).gone_at is None


@pytest.mark.parametrize(
    ("statuses", "code"), [({}, "resolution.unreachable"), ({OTHER: 404}, "resolution.http-status")]
)
def test_without_an_old_answer_the_failure_is_passed_on(statuses: Mapping[str, int], code: str) -> None:
    assert _code(RenewingFetcher(Server(statuses), [KEPT], AT), OTHER) == code


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
    assert _code(fetcher, URL) == _code(fetcher, URL) == "resolution.unreachable"
    assert server.asked == [URL, URL]
    assert fetcher.resources == ()


def test_an_old_answer_that_is_used_is_kept_again() -> None:
    fetcher = RecordingFetcher(RenewingFetcher(responses({OTHER: b"{}"}), [KEPT], AT))
    fetcher.fetch(URL)
    fetcher.fetch(OTHER)
    assert [(found.url, found.retrieved_at) for found in fetcher.resources] == [(URL, EARLIER), (OTHER, FETCHED_AT)]


def test_a_fetcher_is_made_when_something_is_asked_and_once() -> None:
    made: list[Server] = []

    def make() -> Server:
        made.append(Server({URL: 200}))
        return made[-1]

    fetcher = DeferredFetcher(make)
    assert made == []
    assert [fetcher.fetch(URL).content, fetcher.fetch(URL).content] == [b"new", b"new"]
    assert [server.asked for server in made] == [[URL, URL]]
