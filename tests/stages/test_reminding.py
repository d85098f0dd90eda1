"""What the text for the learner may hold, whatever an issuer calls a badge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.site.sample import sample_portfolio
from wallet.language.sentences import all_sentences
from wallet.language.text import LanguageValue, Text
from wallet.portfolio.past_findings import PastFinding
from wallet.stages.build_record import LeftOut
from wallet.stages.reminder_text import LONGEST_NAME, reminder_text
from wallet.stages.reminding import Reminder, reminders_of
from wallet.verification.report import Verdict

FACTS = {"until": "2027-01-01T00:00:00Z", "since": "2027-01-01T00:00:00Z", "confirmed": "2026-12-01T00:00:00Z"}
URL = "https://a.example/"


def _text(name: str = "Badge", code: str = "reminder.revoked", languages: tuple[str, ...] = ("en",)) -> str:
    portfolio = replace(sample_portfolio(), languages=languages)
    return reminder_text(portfolio, (Reminder(slug="a", name=name, code=code, facts=FACTS),), URL)


def test_nothing_to_tell_is_no_text() -> None:
    assert reminder_text(sample_portfolio(), (), URL) == ""


def test_the_first_line_is_the_title_in_the_first_language() -> None:
    first, *_ = _text(languages=("en", "ja")).splitlines()
    assert first == "<!-- title: Your badges: something for you to look at -->"


def test_one_language_needs_no_headings_and_links_to_the_page() -> None:
    text = _text()
    assert "## " not in text
    assert "- `Badge` <https://a.example/en/badges/a/>  \n  The issuer has revoked this badge" in text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("@everyone", "`@everyone`"),
        ("a`b](https://evil.example) <img src=x>", "`a'b](https://evil.example) <img src=x>`"),
        ("two\n\n# lines", "`two # lines`"),
        ("x" * 500, f"`{'x' * (LONGEST_NAME - 1)}…`"),
    ],
)
def test_a_name_is_shown_as_it_is_and_does_nothing(name: str, shown: str) -> None:
    lines = _text(name).splitlines()
    assert [line.partition(" <https://a.example")[0] for line in lines if line.startswith("- ")] == [f"- {shown}"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_reminder_can_be_said(language: str) -> None:
    codes = [code for code in all_sentences() if code.startswith("reminder.")]
    assert len(codes) > 10
    for code in codes:
        assert "{" not in _text(code=code, languages=(language,))


def test_what_is_told_of_several_badges_is_told_once_with_each_by_its_name_in_the_language() -> None:
    name = Text((LanguageValue(value="港", language="ja"), LanguageValue(value="Harbour", language="en")))
    since = {"since": FACTS["since"]}
    found = [Reminder(slug=slug, name=name, code="reminder.silent", facts=since) for slug in ("a", "b")]
    text = reminder_text(replace(sample_portfolio(), languages=("ja", "en")), found, URL)
    assert text.count("has given no usable answer since 1 January 2027") == 1
    assert "  - `Harbour` <https://a.example/en/badges/a/>\n  - `Harbour` <https://a.example/en/badges/b/>\n" in text
    assert "  - `港` <https://a.example/ja/badges/a/>\n" in text


def _reasons(*found: Reminder) -> set[str]:
    last = reminder_text(sample_portfolio(), found, URL).splitlines()[-1]
    return set(last.removeprefix("<!-- reasons: ").removesuffix(" -->").split())


def test_a_reason_is_the_same_while_the_same_is_told_whatever_else_is() -> None:
    one = Reminder(slug="a", name="Badge", code="reminder.revoked")
    other = Reminder(slug="b", name="Badge", code="reminder.expires", facts=FACTS)
    assert _reasons(one) < _reasons(one, other)
    assert _reasons(one) == _reasons(replace(one, name="Another name"))
    for news in (replace(one, slug="b"), replace(one, code="reminder.suspended"), replace(one, facts={"began": "x"})):
        assert not _reasons(one) & _reasons(news)


REVOKED, VERIFIED = Verdict.REVOKED, Verdict.VERIFIED


@pytest.mark.parametrize(
    ("verdicts", "began"),
    [([], None), ([REVOKED], None), ([VERIFIED, REVOKED], 2), ([REVOKED, VERIFIED, REVOKED, REVOKED], 3)],
)
def test_what_ended_and_comes_again_is_another_thing_to_know(verdicts: list[Verdict], began: int | None) -> None:
    past = [
        PastFinding(at=datetime(2026, number, 1, tzinfo=UTC), verdict=one) for number, one in enumerate(verdicts, 1)
    ]
    badge = LeftOut(slug="a", verdict="revoked", code="document.malformed", facts={})
    (found,) = reminders_of(badge, past, datetime(2027, 1, 1, tzinfo=UTC))
    assert found.facts == ({"began": f"2026-{began:02}-01T00:00:00+00:00"} if began else {})
