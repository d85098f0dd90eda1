from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.site.sample import badge, report, sample_badges, sample_site_input
from wallet.credentials.model import Achievement, AchievementSubject, Result
from wallet.fields import JsonValue
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.portfolio.model import BadgeChoices
from wallet.site.cv import cv_view
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.views import CvView
from wallet.verification.report import Check, Outcome, Verdict

Change = tuple[Outcome, str, Mapping[str, JsonValue]]


def cv(*entries: BadgeEntry, language: str = "ja") -> CvView:
    site_input = replace(sample_site_input(), badges=entries or sample_badges())
    return cv_view(Reader(catalog=load_catalog(language)), site_input)


def entry(
    slug: str = "one",
    kind: str | None = "Course",
    *,
    status: str | None = None,
    verdict: Verdict = Verdict.VERIFIED,
    cv: bool = True,
    issued: datetime | None = datetime(2024, 3, 31, tzinfo=UTC),
    until: datetime | None = None,
    changes: Mapping[Check, Change] | None = None,
) -> BadgeEntry:
    achievement = Achievement(id="urn:a", name=Text.of("講座", "ja"), achievement_type=kind)
    subject = AchievementSubject(
        id="did:example:learner", achievement=achievement, result=(Result(status=status),) if status else ()
    )
    choices = BadgeChoices(cv=cv)
    found = report(changes)
    return badge(
        slug, achievement, subject=subject, verdict=verdict, choices=choices, issued=issued, until=until, found=found
    )


def test_only_verified_and_expired_badges_stand_there_and_the_rest_is_counted() -> None:
    view = cv()
    assert [row.address for row in view.rows] == [
        f"ja/badges/{slug}/" for slug in ("first-aid", "ds-literacy", "python-basics")
    ]
    assert view.not_genuine == len(sample_badges()) - 3
    assert view.not_chosen == 0


@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_is_either_shown_or_counted(verdict: Verdict) -> None:
    view = cv(entry(verdict=verdict))
    genuine = verdict in (Verdict.VERIFIED, Verdict.EXPIRED)
    assert (len(view.rows), view.not_genuine) == ((1, 0) if genuine else (0, 1))


def test_a_badge_under_a_published_key_is_not_genuine() -> None:
    view = cv(entry(changes={Check.PROOF: (Outcome.PASSED, "proof.published-key", {})}))
    assert (view.rows, view.not_genuine) == ((), 1)


def test_the_learner_may_leave_a_badge_out() -> None:
    view = cv(entry("one", cv=False), entry("two"), entry("three", cv=False, verdict=Verdict.REVOKED))
    assert ([row.address for row in view.rows], view.not_chosen, view.not_genuine) == (["ja/badges/two/"], 1, 1)


def test_the_form_is_oldest_first_and_the_list_newest_first_and_both_end_with_the_undated() -> None:
    entries = (
        entry("new"),
        entry("undated", issued=None),
        entry("old", issued=datetime(2020, 1, 1, tzinfo=UTC)),
    )
    japanese, english = cv(*entries), cv(*entries, language="en")
    assert (japanese.layout, english.layout) == ("form", "list")
    assert [row.address.split("/")[-2] for row in japanese.rows] == ["old", "new", "undated"]
    assert [row.address.split("/")[-2] for row in english.rows] == ["new", "old", "undated"]
    assert (japanese.rows[0].year, japanese.rows[0].month, japanese.rows[2].year) == ("2020", "1", "")


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("Certification", "取得"),
        ("License", "取得"),
        ("MasterDegree", "取得"),
        ("Assessment", "合格"),
        ("Course", "修了"),
        ("CertificateOfCompletion", "修了"),
        ("LearningProgram", "修了"),
        ("MicroCredential", "修了"),
        ("Award", "受賞"),
        ("Membership", "任命"),
        ("Badge", "バッジ取得"),
        ("ext:Something", "バッジ取得"),
        (None, "バッジ取得"),
    ],
)
def test_the_verb_follows_the_kind_and_claims_no_more(kind: str | None, verb: str) -> None:
    assert cv(entry(kind=kind)).rows[0].verb == verb


@pytest.mark.parametrize(("status", "verb"), [("Completed", "修了"), ("Enrolled", "受講"), ("Failed", "受講")])
def test_a_course_that_was_not_completed_was_attended(status: str, verb: str) -> None:
    assert cv(entry(status=status)).rows[0].verb == verb


def test_the_issuers_name_stands_as_it_is_and_the_translation_is_told_apart() -> None:
    row = next(row for row in cv().rows if "python" in row.address)
    assert (row.name.text, row.name.language) == ("Python Basics", "en")
    assert row.translation is not None
    assert row.translation.text == "Python入門"


def test_period_credits_and_end_of_validity_are_stated_where_the_file_states_them() -> None:
    row = next(row for row in cv(language="en").rows if "literacy" in row.address)
    assert [(fact.label, fact.values[0].text) for fact in row.facts] == [
        ("Period of study", "April 2022 to November 2022"),
        ("Credits earned", "8"),
    ]
    (fact,) = cv(entry(until=datetime(2030, 1, 1, tzinfo=UTC)), language="en").rows[0].facts
    assert fact.label == "Valid until"


def test_what_was_found_is_said_with_its_date() -> None:
    found = {row.address.split("/")[2]: row.found for row in cv(language="en").rows}
    assert found == {
        "python-basics": "Verified, status last confirmed on 2 October 2026",
        "ds-literacy": "Verified (checked on 23 November 2026)",
        "first-aid": "Expired (genuine, valid until 30 June 2024)",
    }


def test_an_expired_badge_of_unknown_status_says_so() -> None:
    changes: dict[Check, Change] = {Check.STATUS: (Outcome.UNDETERMINED, "status.not-asked", {})}
    row = cv(entry(verdict=Verdict.EXPIRED, changes=changes), language="en").rows[0]
    assert row.found == "Expired (whether it had been revoked could not be checked)"


@pytest.mark.parametrize(("reading", "label"), [("はまぐち", "ふりがな"), ("ハマグチ", "フリガナ")])
def test_the_reading_is_named_after_its_script(reading: str, label: str) -> None:
    site_input = sample_site_input()
    owner = replace(site_input.portfolio.owner, family_reading=reading, given_reading=None)
    given = replace(site_input, portfolio=replace(site_input.portfolio, owner=owner))
    found = cv_view(Reader(catalog=load_catalog("ja")), given).reading
    assert found is not None
    assert (found.label, found.values[0].text) == (label, reading)


def test_skills_come_from_verified_badges_alone() -> None:
    assert [skill.text for skill in cv(language="en").skills] == ["データ・AI利活用", "EQF level 5"]
    expired = tuple(replace(entry, verdict=Verdict.EXPIRED) for entry in sample_badges())
    assert cv(*expired).skills == ()


def test_the_code_leads_to_the_home_page_of_the_language() -> None:
    assert cv(language="en").qr.url == "https://mio.example/portfolio/en/"
