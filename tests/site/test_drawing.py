from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wallet.site.drawing import WIDTH, axis_of, bar


def day(year: int, month: int = 1, date: int = 1) -> datetime:
    return datetime(year, month, date, tzinfo=UTC)


COUNTS = [
    (1, 0, 3),
    (0, 2, 2),
    (2, 1, 3),
    (0, 0, 0),
    (7, 11, 18),
    (0, 1, 600),
    (299, 1, 300),
    (600, 1, 601),
    (1, 1, 900),
]


@pytest.mark.parametrize(("verified", "others", "largest"), COUNTS)
def test_a_bar_stays_within_its_width(verified: int, others: int, largest: int) -> None:
    found = bar(verified, others, largest)
    assert 0 <= found.solid <= WIDTH
    assert 0 <= found.outline_start <= found.outline_start + found.outline <= WIDTH
    assert bool(found.solid) == bool(verified)


@pytest.mark.parametrize(("verified", "others", "largest"), COUNTS)
def test_what_is_not_verified_is_drawn_however_little_it_is(verified: int, others: int, largest: int) -> None:
    assert (bar(verified, others, largest).outline > 0) == (others > 0)


@pytest.mark.parametrize(("first", "last"), [(2020, 2020), (2020, 2024), (2019, 2027), (1, 9999)])
def test_an_axis_holds_its_first_and_last_day_under_a_few_labels(first: int, last: int) -> None:
    axis = axis_of((day(first), day(last, 12, 31)))
    assert axis.labels[0] == str(first)
    assert 1 <= len(axis.labels) <= 5
    assert axis.place(day(first)) == 0
    assert axis.place(day(last, 12, 31)) <= WIDTH


def test_a_year_begins_where_its_label_stands() -> None:
    axis = axis_of((day(2020), day(2023)))
    assert [axis.place(day(int(label))) for label in axis.labels] == [0, 250, 500, 750]


def test_a_period_that_ends_before_it_begins_is_not_drawn() -> None:
    axis = axis_of((day(2020), day(2023)))
    assert axis.line(day(2023), day(2020), None) is None
    assert axis.line(day(2020), None, None) is None
    line = axis.line(day(2020), day(2020), day(2023))
    assert line is not None
    assert line.length > 0
    assert line.mark == axis.place(day(2023))
