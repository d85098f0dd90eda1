"""Dates and times of credentials."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.credentials.times import parse_datetime

OFFSETS = st.integers(min_value=-23 * 60 - 59, max_value=23 * 60 + 59).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=OFFSETS)  # noqa: DTZ001


@given(MOMENTS)
def test_a_moment_is_read_as_it_was_written_with_its_offset(moment: datetime) -> None:
    read = parse_datetime(moment.isoformat())
    assert read is not None
    assert (read.replace(tzinfo=None), read.utcoffset()) == (moment.replace(tzinfo=None), moment.utcoffset())


@given(MOMENTS)
def test_small_letters_mean_the_same(moment: datetime) -> None:
    text = moment.replace(tzinfo=UTC).isoformat().replace("+00:00", "Z")
    assert parse_datetime(text.lower()) == parse_datetime(text) == moment.replace(tzinfo=UTC)


@given(st.text(alphabet="0123456789-:+.TtZz ", max_size=30) | st.text(max_size=30))
def test_any_text_is_a_moment_with_an_offset_or_refused(text: str) -> None:
    read = parse_datetime(text)
    assert read is None or read.tzinfo is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-04-01",
        "2025-04-01T09:00:00",
        "2025-04-01 09:00:00Z",
        "2025-04-01T09:00Z",
        "2025-04-01T09:00:00.Z",
        "2025-04-01T09:00:00+0900",
        "2025-04-01T09:00:00+24:00",
        "2025-06-31T09:00:00Z",
        "2025-02-29T09:00:00Z",
        "2025-04-01T24:00:01Z",
        "2025-04-01T09:60:00Z",
        "2025-04-01T09:00:61Z",
        "25-04-01T09:00:00Z",
        "0000-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        # In UTC these lie before the first year and after the last.
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        " 2025-04-01T09:00:00Z",
        "2025-04-01T09:00:00Z ",
        "令和7年4月1日",
        # Digits of other scripts are digits to Python and to no other reader.
        "２０２５-04-01T09:00:00Z",
    ],
)
def test_what_is_no_full_moment_with_an_offset_is_refused(text: str) -> None:
    assert parse_datetime(text) is None


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"),
        ("2017-01-01T08:59:60+09:00", "2017-01-01T09:00:00+09:00"),
        ("2025-12-31T24:00:00+09:00", "2026-01-01T00:00:00+09:00"),
        ("2024-02-28T24:00:00Z", "2024-02-29T00:00:00+00:00"),
    ],
)
def test_a_leap_second_and_midnight_count_as_what_follows(text: str, same: str) -> None:
    assert parse_datetime(text) == datetime.fromisoformat(same)


def test_the_last_midnight_that_can_be_written_has_nothing_after_it() -> None:
    assert parse_datetime("9999-12-31T23:59:59Z") is not None
    assert parse_datetime("9999-12-31T24:00:00Z") is None


@pytest.mark.parametrize(
    ("fraction", "microseconds"),
    [("5", 500_000), ("000001", 1), ("123456", 123_456), ("1234567", 123_456), ("9999999999999", 999_999)],
)
def test_fractions_are_kept_to_the_microsecond(fraction: str, microseconds: int) -> None:
    assert parse_datetime(f"2025-04-01T09:00:00.{fraction}Z") == datetime(2025, 4, 1, 9, 0, 0, microseconds, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2025-04-01T00:00:00Z\n", "\n2025-04-01T00:00:00Z", "2025-04-01T00:00:00+09:00\n"])
def test_a_line_break_is_no_part_of_a_time(text: str) -> None:
    assert parse_datetime(text) is None
