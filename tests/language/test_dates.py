from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.language.dates import (
    exact,
    format_date,
    format_moment,
    format_number,
    format_stamp,
    format_year,
    parse_moment,
)

MIDNIGHT_IN_TOKYO = "2022-12-16T00:00:00+09:00"


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/Los_Angeles"])
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_a_date_is_the_same_on_every_machine(machine: str) -> None:
    moment = datetime.fromisoformat(MIDNIGHT_IN_TOKYO)
    assert format_date(moment, "en") == "16 December 2022", machine
    assert format_date(moment, "ja") == "2022年12月16日", machine
    assert exact(moment) == MIDNIGHT_IN_TOKYO


def test_a_moment_names_its_offset() -> None:
    moment = datetime.fromisoformat("2026-11-23T08:05:00-03:30")
    assert format_moment(moment, "en") == "23 November 2026, 08:05 (UTC−03:30)"
    assert format_moment(moment, "ja") == "2026年11月23日 08:05（UTC−03:30）"
    assert format_moment(datetime(2026, 1, 1, tzinfo=UTC), "en") == "1 January 2026, 00:00 (UTC)"


def test_a_seal_carries_a_short_date() -> None:
    moment = datetime.fromisoformat(MIDNIGHT_IN_TOKYO)
    assert format_stamp(moment, "ja") == "2022.12.16"
    assert format_stamp(moment, "en") == "16 Dec 2022"
    assert (format_year(moment, "ja"), format_year(moment, "en")) == ("2022年", "2022")


@pytest.mark.parametrize(("value", "written"), [(2.0, "2"), (2.5, "2.5"), (12345.0, "12,345"), (0.125, "0.125")])
def test_numbers_have_no_needless_digits(value: float, written: str) -> None:
    assert format_number(value, "en") == format_number(value, "ja") == written


@pytest.mark.parametrize("value", ["2022-12-16", "2022-12-16T00:00:00", "2022-13-16T00:00:00Z", "soon", ""])
def test_only_a_full_time_with_an_offset_is_a_moment(value: str) -> None:
    assert parse_moment(value) is None


@given(st.datetimes(timezones=st.just(UTC)))
def test_exact_values_read_back(moment: datetime) -> None:
    assert parse_moment(exact(moment)) == moment


@given(st.text())
def test_any_text_is_a_moment_or_none(value: str) -> None:
    found = parse_moment(value)
    assert found is None or found.tzinfo is not None


def test_a_language_of_which_nothing_special_is_known_has_its_own_forms() -> None:
    moment = datetime.fromisoformat(MIDNIGHT_IN_TOKYO)
    assert (format_date(moment, "ko"), format_year(moment, "ko")) == ("2022년 12월 16일", "2022년")
    assert format_stamp(moment, "es") == "16 dic 2022"
    assert format_moment(moment, "es") == "16 de diciembre de 2022, 00:00 (UTC+09:00)"
    assert format_moment(moment, "zh-Hant") == "2022年12月16日 00:00（UTC+09:00）"
