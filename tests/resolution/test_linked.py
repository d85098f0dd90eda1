"""Links of Open Badges 2.0: addresses are the source of truth, and nobody speaks in another's name."""

from __future__ import annotations

import pytest

from tests.assets.assertions import ASSERTION_URL, BADGE_URL, ISSUER_URL, assertion, badge_class, dump, issuer, pages
from tests.assets.baking import bake_png
from tests.assets.samples import badge_png, sample_picture
from tests.responses import responses
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.fields import JsonValue
from wallet.resolution.fetching import RecordingFetcher, Resource
from wallet.resolution.linked import LinkedObject, fetch_linked, follow, follow_badge


def test_each_page_is_asked_once_and_remembered() -> None:
    class Counting:
        def __init__(self) -> None:
            self.asked: list[str] = []
            self.inner = responses(pages())

        def fetch(self, url: str) -> Resource:
            self.asked.append(url)
            return self.inner.fetch(url)

    counting = Counting()
    recorder = RecordingFetcher(counting)
    for _ in range(2):
        fetch_linked(ASSERTION_URL, recorder)
        follow_badge(assertion(), recorder)
    assert sorted(counting.asked) == sorted([ASSERTION_URL, BADGE_URL, ISSUER_URL])
    assert [resource.url for resource in recorder.resources] == [ASSERTION_URL, BADGE_URL, ISSUER_URL]


def test_an_embedded_object_is_replaced_by_what_stands_at_its_address() -> None:
    found = follow(badge_class(name="something better"), responses(pages()))
    assert found.members["name"] == badge_class()["name"]
    assert found.resource is not None


@pytest.mark.parametrize("identifier", ["urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f", None])
def test_an_embedded_object_without_an_address_is_the_word_of_its_page(identifier: str | None) -> None:
    embedded = badge_class(id=identifier)
    assert follow(embedded, responses({})) == LinkedObject(members=embedded)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (None, "linked.not-a-link"),
        (7, "linked.not-a-link"),
        (["https://a.example/1"], "linked.not-a-link"),
        ("http://a.example/1", "linked.not-https"),
        ({"id": "http://a.example/1", "name": "A"}, "linked.not-https"),
        ("ftp://a.example/1", "resolution.not-a-url"),
        ("https://a.example/nowhere", "resolution.not-kept"),
    ],
)
def test_what_cannot_be_followed(value: JsonValue, code: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        follow(value, responses({"http://a.example/1": dump(badge_class())}))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><body>badge</body></html>", "linked.web-page"),
        (b'{"errors": ["no"]}', "linked.error-answer"),
        (b"[]", "resolution.not-json"),
        (badge_png(), "resolution.not-json"),
        (sample_picture(), "resolution.not-json"),
    ],
)
def test_answers_that_are_no_object(content: bytes, code: str) -> None:
    with pytest.raises(ResolutionError) as caught:
        fetch_linked(ASSERTION_URL, responses({ASSERTION_URL: content}))
    assert caught.value.code == code


def test_a_baked_picture_at_the_address_holds_the_assertion() -> None:
    picture = bake_png(sample_picture(), dump(assertion()).decode(), "openbadges")
    assert fetch_linked(ASSERTION_URL, responses({ASSERTION_URL: picture})).members == assertion()


def test_a_page_of_another_id_is_followed_once_and_must_then_name_itself() -> None:
    moved = {**pages(), "https://old.example/issuer": dump(issuer())}
    assert fetch_linked("https://old.example/issuer", responses(moved)).id == ISSUER_URL
    chain = {
        "https://a.example/1": dump(issuer(id="https://a.example/2")),
        "https://a.example/2": dump(issuer(id="https://a.example/3")),
        "https://a.example/3": dump(issuer(id="https://a.example/3")),
    }
    with pytest.raises(RefusalError) as caught:
        fetch_linked("https://a.example/1", responses(chain))
    assert caught.value.code == "linked.other-id"
    with pytest.raises(RefusalError):
        fetch_linked("https://a.example/1", responses({"https://a.example/1": dump(issuer(id="urn:x"))}))


def test_an_object_without_an_id_has_that_of_its_address() -> None:
    found = fetch_linked(ISSUER_URL, responses({ISSUER_URL: dump(issuer(id=None))}))
    assert found.id == ISSUER_URL


def test_a_withdrawal_needs_no_body_and_is_no_badge_class() -> None:
    gone = responses({ASSERTION_URL: b""}, status=410)
    found = fetch_linked(ASSERTION_URL, gone)
    assert (found.gone, found.members, found.id) == (True, {}, ASSERTION_URL)
    with pytest.raises(ResolutionError):
        follow(ASSERTION_URL, gone)


def test_what_is_missing_stands_as_its_error() -> None:
    links = follow_badge(assertion(), responses({BADGE_URL: dump(badge_class())}))
    assert isinstance(links.badge, LinkedObject)
    assert isinstance(links.issuer, WalletError)
    assert isinstance(follow_badge(assertion(), responses({})).badge, WalletError)
