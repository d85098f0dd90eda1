"""What a server says about being asked again, and what of it is believed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wallet.resolution.terms import MAX_PATIENCE, Terms, asked_until, conditions, terms_of

AT = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize("tag", ['"abc"', 'W/"a-1"', '""'])
def test_a_mark_in_its_form_is_kept_and_sent_back(tag: str) -> None:
    terms = terms_of({"etag": tag, "last-modified": "Mon, 01 Jun 2026 09:00:00 GMT"}, AT)
    assert conditions(terms) == {"If-None-Match": tag, "If-Modified-Since": "Mon, 01 Jun 2026 09:00:00 GMT"}


@pytest.mark.parametrize("tag", ["abc", '"a"b"', '"a\r\nb"', '"あ"', f'"{"a" * 300}"', ""])
def test_a_mark_in_another_form_is_not(tag: str) -> None:
    assert terms_of({"etag": tag, "last-modified": tag}, AT) == Terms()
    assert conditions(Terms(etag=tag, last_modified=tag)) == {}


@pytest.mark.parametrize(
    ("headers", "span"),
    [
        ({"cache-control": "max-age=600"}, timedelta(seconds=600)),
        ({"cache-control": "public, Max-Age=600", "age": "100"}, timedelta(seconds=500)),
        ({"cache-control": "max-age=999999999"}, MAX_PATIENCE),
        ({"cache-control": "max-age=600", "age": "600"}, None),
        ({"cache-control": "no-cache, max-age=600"}, None),
        ({"cache-control": "max-age=600,no-store"}, None),
        ({"cache-control": "s-maxage=600"}, None),
        ({"cache-control": "max-age=-1"}, None),
        ({}, None),
    ],
)
def test_an_answer_holds_as_long_as_its_server_says_and_no_longer_than_a_week(
    headers: dict[str, str], span: timedelta | None
) -> None:
    assert terms_of(headers, AT).fresh_until == (AT + span if span else None)


@pytest.mark.parametrize(
    ("told", "span"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta()),
        ("Mon, 01 Jun 2026 00:02:00 GMT", timedelta(seconds=120)),
        ("Sun, 31 May 2026 00:00:00 GMT", timedelta()),
        ("Tue, 01 Jun 2027 00:00:00 GMT", MAX_PATIENCE),
        ("999999999", MAX_PATIENCE),
        ("9999999999", None),
        ("-1", None),
        ("１２０", None),
        ("2026-06-01T00:02:00Z", None),
        ("Mon, 99 Jun 2026 00:02:00 GMT", None),
        ("", None),
    ],
)
def test_a_server_is_left_alone_for_as_long_as_it_says_and_no_longer_than_a_week(
    told: str, span: timedelta | None
) -> None:
    assert asked_until({"retry-after": told}, AT) == (AT + span if span is not None else None)
