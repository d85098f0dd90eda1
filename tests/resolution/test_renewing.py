"""Which answers take the place of what was kept, and what is left where none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.assets.assertions import assertion, badge_class, dump, endorsement, issuer
from tests.assets.baking import bake_png
from tests.assets.samples import sample_picture
from tests.resolution.servers import AT, EARLIER, KEPT, OTHER, URL, Server, code_of
from tests.responses import FETCHED_AT, responses
from tests.verification.listed import status_list
from wallet.resolution.fetching import Fetcher, RecordingFetcher, Resource
from wallet.resolution.renewing import RenewingFetcher


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


def test_what_was_withdrawn_comes_back_only_as_something() -> None:
    gone = replace(KEPT, content=b"", status=410)
    back = dump(assertion())
    assert RenewingFetcher(responses({URL: b'{"message": "rate limited"}'}), [gone], AT).fetch(URL) == gone
    assert RenewingFetcher(responses({URL: back}), [gone], AT).fetch(URL).content == back


@pytest.mark.parametrize("answer", [b"", b"{}", b"OK", b'{"error": "maintenance"}'])
def test_something_else_leaves_the_dated_snapshot(answer: bytes) -> None:
    kept = replace(KEPT, content=status_list(94), gone_at=EARLIER)
    assert RenewingFetcher(responses({URL: answer}), [kept], AT).fetch(URL) == kept


def test_what_does_not_stand_leaves_what_stood() -> None:
    kept, forged, other = (dump({"id": URL, "name": name}) for name in ("kept", "forged", "other"))

    def standing(answer: Resource, fetcher: Fetcher) -> frozenset[str]:
        stands = answer.url == URL and answer.content != forged
        return frozenset({"signed", fetcher.fetch(OTHER).content.decode()} if stands else ())

    known = [replace(KEPT, content=kept), replace(KEPT, url=OTHER, content=b"key")]
    for answer, key, found in [(forged, b"key", kept), (other, b"key", other), (other, b"another key", kept)]:
        inner = responses({URL: answer, OTHER: key})
        assert RenewingFetcher(inner, known, AT, standing=standing).fetch(URL).content == found


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
    assert code_of(RenewingFetcher(Server(statuses), [KEPT], AT), OTHER) == code


def test_an_old_answer_that_is_used_is_kept_again() -> None:
    fetcher = RecordingFetcher(RenewingFetcher(responses({OTHER: b"{}"}), [KEPT], AT))
    fetcher.fetch(URL)
    fetcher.fetch(OTHER)
    assert [(found.url, found.retrieved_at) for found in fetcher.resources] == [(URL, EARLIER), (OTHER, FETCHED_AT)]
