"""In force at the moment in question?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from wallet.verification.report import Outcome
from wallet.verification.validity import CLOCK_TOLERANCE, examine_validity

AT = datetime(2026, 6, 1, tzinfo=UTC)
TOKYO = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("start", "end", "outcome", "code"),
    [
        (AT - timedelta(days=1), None, Outcome.PASSED, "validity.in-force-without-end"),
        (AT - timedelta(days=1), AT + timedelta(days=1), Outcome.PASSED, "validity.in-force"),
        (AT - timedelta(days=2), AT - timedelta(seconds=1), Outcome.FAILED, "validity.expired"),
        (AT + timedelta(days=1), None, Outcome.FAILED, "validity.not-yet"),
        (AT + CLOCK_TOLERANCE, None, Outcome.PASSED, "validity.in-force-without-end"),
        (AT + CLOCK_TOLERANCE + timedelta(seconds=1), None, Outcome.FAILED, "validity.not-yet"),
        (AT + CLOCK_TOLERANCE - timedelta(microseconds=1), None, Outcome.PASSED, "validity.in-force-without-end"),
        (AT + CLOCK_TOLERANCE + timedelta(microseconds=1), None, Outcome.FAILED, "validity.not-yet"),
        (None, AT, Outcome.PASSED, "validity.in-force"),
        (None, AT - timedelta(microseconds=1), Outcome.FAILED, "validity.expired"),
        (None, None, Outcome.PASSED, "validity.in-force-without-end"),
        (AT.astimezone(TOKYO) - timedelta(hours=1), AT.astimezone(TOKYO), Outcome.PASSED, "validity.in-force"),
    ],
)
def test_both_ends_of_the_period(start: datetime, end: datetime | None, outcome: Outcome, code: str) -> None:
    result = examine_validity(start, end, AT)
    assert (result.outcome, result.code) == (outcome, code)


@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_the_ends_of_the_calendar_are_moments_like_others(at: datetime) -> None:
    for moment in (AT, datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)):
        assert examine_validity(moment, moment, at).outcome in (Outcome.PASSED, Outcome.FAILED)
        assert (examine_validity(moment, moment, at).outcome is Outcome.PASSED) == (moment == at)


def test_dates_keep_the_offset_they_were_written_with() -> None:
    result = examine_validity(datetime(2022, 12, 16, tzinfo=TOKYO), None, AT)
    assert result.facts["valid_from"] == "2022-12-16T00:00:00+09:00"
