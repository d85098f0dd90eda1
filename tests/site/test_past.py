"""What a page tells of a badge's earlier years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.site.sample import sample_badges
from wallet.language.catalogs import load_catalog
from wallet.portfolio.past_findings import PastFinding
from wallet.site.past import LONGEST, past_views
from wallet.site.reader import Reader
from wallet.verification.report import Verdict

BADGE = sample_badges()[0]
AT = datetime(2026, 6, 1, tzinfo=UTC)
FIRST = PastFinding(at=AT, verdict=Verdict.VERIFIED)
PAST = (
    FIRST,
    PastFinding(at=AT.replace(year=2027), verdict=Verdict.UNDETERMINED, marks=("list-gone",)),
    PastFinding(at=AT.replace(year=2028), verdict=Verdict.VERIFIED),
)


@pytest.mark.parametrize(
    ("language", "states", "sentence"),
    [
        (
            "en",
            ["Verified", "Could not be checked", "Verified"],
            "The issuer’s list of withdrawn badges is at its address again.",
        ),
        ("ja", ["検証済み", "検証できません", "検証済み"], "発行者の失効リストが元のアドレスに戻りました。"),
    ],
)
def test_the_latest_stands_first_with_its_day_its_state_and_what_changed(
    language: str, states: list[str], sentence: str
) -> None:
    found = past_views(Reader(catalog=load_catalog(language)), replace(BADGE, past=PAST))
    assert [view.state for view in found] == states
    assert found[0].changes == (sentence,)
    assert (found[2].changes, found[2].date.exact) == ((), "2026-06-01T00:00:00Z")


def test_a_badge_about_which_nothing_changed_has_no_story() -> None:
    assert past_views(Reader(catalog=load_catalog("en")), BADGE) == ()


def test_a_server_that_comes_and_goes_does_not_fill_the_page() -> None:
    past = tuple(
        replace(FIRST, at=AT + timedelta(days=week * 7), marks=("silent",) if week % 2 else ())
        for week in range(LONGEST * 2)
    )
    found = past_views(Reader(catalog=load_catalog("en")), replace(BADGE, past=past))
    assert len(found) == LONGEST
    assert found[0].date.exact > found[-1].date.exact
