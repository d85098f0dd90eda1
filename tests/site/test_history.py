from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.render.pages import rendered_badges
from tests.site.sample import badge, sample_badges, sample_site_input
from wallet.credentials.model import Achievement, AchievementSubject, Profile
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site import assemble
from wallet.site.entries import BadgeEntry
from wallet.site.history import history_view
from wallet.site.reader import Reader
from wallet.verification.report import Verdict

READER = Reader(catalog=load_catalog("en"))
ISSUED = datetime(2024, 3, 31, tzinfo=UTC)


def entry(
    slug: str,
    *,
    name: str = "Course",
    credit: float | None = None,
    issued: datetime | None = ISSUED,
    start: datetime | None = None,
    end: datetime | None = None,
    issuer: str = "did:web:one.example",
    verdict: Verdict = Verdict.VERIFIED,
) -> BadgeEntry:
    achievement = Achievement(id="urn:a", name=Text.of(name))
    subject = AchievementSubject(
        id="did:example:learner",
        achievement=achievement,
        activity_start_date=start,
        activity_end_date=end,
        credits_earned=credit,
    )
    return badge(
        slug,
        achievement,
        subject=subject,
        verdict=verdict,
        issued=issued,
        issuer=Profile(id=issuer, name=Text.of("Issuer", "en")),
    )


def test_years_stand_newest_first_and_what_has_no_date_last() -> None:
    view = history_view(READER, sample_badges())
    assert [year.year for year in view.years] == ["2027", "2025", "2023", "2022", "2021", "2020", None]
    assert sum(len(year.rows) for year in view.years) == len(sample_badges())
    assert view.years[-1].rows[0].line is None


def test_a_badge_without_an_issue_date_stands_by_its_study() -> None:
    ended = datetime(2019, 2, 1, tzinfo=UTC)
    (year,) = history_view(READER, (entry("one", issued=None, end=ended),)).years
    assert year.year == "2019"
    assert year.rows[0].issued is None
    assert year.rows[0].line is None


def test_credits_are_added_up_for_each_issuer_alone() -> None:
    entries = (
        entry("one", credit=0.1),
        entry("two", credit=0.2),
        entry("three", credit=4.0, issuer="did:web:two.example"),
        entry("four"),
    )
    assert [(found.total, found.number) for found in history_view(READER, entries).credits] == [("0.3", 2), ("4", 1)]


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_verified_and_expired_badges_are_counted(verdict: Verdict) -> None:
    view = history_view(READER, (entry("one", credit=2.0, verdict=verdict),))
    row = view.years[0].rows[0]
    counts = verdict in (Verdict.VERIFIED, Verdict.EXPIRED)
    assert row.credits == "2"
    assert row.counted is row.solid is counts
    assert bool(view.credits) is counts


def test_a_number_beyond_counting_is_shown_and_not_added() -> None:
    view = history_view(READER, (entry("one", credit=float("inf")),))
    assert view.credits == ()


def test_what_is_not_counted_says_so_on_the_page() -> None:
    pages = rendered_badges((entry("one", credit=2.0, verdict=Verdict.REVOKED),))
    assert "not counted" in pages["en/history/index.html"]
    assert "合計に含まず" in pages["ja/history/index.html"]


def test_hostile_long_and_right_to_left_names_stay_text() -> None:
    names = ('"><script>alert(1)</script>', "長い" * 150, "شهادة \u202eevil")
    page = rendered_badges(tuple(entry(f"b-{at}", name=name) for at, name in enumerate(names)))["en/history/index.html"]
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert page.count("長い" * 150) == 2


def test_without_any_date_there_is_neither_page_nor_link() -> None:
    pages = rendered_badges((entry("one", issued=None),))
    assert "en/history/index.html" not in pages
    assert "history/" not in pages["en/index.html"]


def test_the_first_and_the_last_year_of_all_can_be_drawn() -> None:
    early, late = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
    view = history_view(READER, (entry("one", start=early, end=late, issued=late),))
    line = view.years[0].rows[0].line
    assert line is not None
    assert line.start == 0
    assert line.length <= 1000


def test_the_navigation_leads_to_the_history_in_both_languages() -> None:
    pages = {page.path: page for page in assemble(replace(sample_site_input(), base_url="https://x.example/")).pages}
    for language, label in (("en", "History"), ("ja", "学習の歩み")):
        found = {link.label: link.address for link in pages[f"{language}/index.html"].frame.navigation}
        assert found[label] == f"{language}/history/"
