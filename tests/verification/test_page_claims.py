"""Pages of the program agree with their badges, whatever the badge is called; and other statements are told apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.browser.portfolios import PORTFOLIOS
from tests.render.pages import rendered_badges
from tests.site.sample import badge, report
from wallet.credentials.model import Achievement, Profile
from wallet.documents.web_pages import PageClaim, WebPage, read_web_page
from wallet.language.text import LanguageValue, Text
from wallet.portfolio.model import BadgeChoices, SplitName
from wallet.site.entries import BadgeEntry
from wallet.stages.page_words import recipient_words, state_words
from wallet.verification.page_claims import claims_of_page, same_day
from wallet.verification.page_state import StateWords, contradicts, state_of_page
from wallet.verification.report import Check, Outcome, Verdict

URL = "https://mio.example/en/badges/x/"


def page(**changes: object) -> WebPage:
    plain = WebPage(
        language="en",
        title="A",
        shared_title=None,
        heading="A",
        canonical=None,
        offers=(),
        claims=(),
        cards=(),
        editions=(),
        addresses=(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def claims(**said: str | tuple[str, str]) -> tuple[PageClaim, ...]:
    return tuple(
        PageClaim(name=name.replace("_", "-"), text=text if isinstance(text, str) else text[0], value=None)
        if isinstance(text, str)
        else PageClaim(name=name.replace("_", "-"), text=text[0], value=text[1])
        for name, text in said.items()
    )


def _odd() -> tuple[BadgeEntry, ...]:
    """Names, issuers and dates at the edges of what there is."""
    name = Text((LanguageValue(value="入門  講座 / A <b>Start</b>\n", language=None),))
    split = SplitName(separator=" / ", languages=("ja", "en"), path="badge.toml", line=1)
    east = timezone(timedelta(hours=14))
    return (
        badge("divided", Achievement(id=None, name=name), choices=BadgeChoices(split_name=split)),
        badge("nameless", Achievement(id=None, name=Text.of(" ")), issuer=Profile(id=None)),
        badge(
            "by-address",
            Achievement(id=None, name=Text.of("x")),
            issuer=Profile(id="https://A.example/i", name=Text.of(" ")),
        ),
        badge("early", Achievement(id=None, name=Text.of("x")), issued=datetime(1, 1, 1, tzinfo=UTC)),
        badge("late", Achievement(id=None, name=Text.of("x")), until=datetime(9999, 12, 31, 9, tzinfo=east)),
        badge(
            "published-key",
            Achievement(id=None, name=Text.of("‮x⁦")),
            found=report({Check.PROOF: (Outcome.PASSED, "proof.published-key", {"suite": "x", "method": "y"})}),
        ),
    )


MADE = ("every-state", "right-to-left", "emoji", "no-descriptions", "long")


@pytest.mark.parametrize("made", [*MADE, "odd"])
def test_every_page_agrees_with_its_badge(made: str) -> None:
    entries = _odd() if made == "odd" else PORTFOLIOS[made]().badges
    pages = rendered_badges(entries)
    for entry in entries:
        for language in ("ja", "en"):
            shown = read_web_page(pages[f"{language}/badges/{entry.slug}/index.html"].encode())
            recipients = recipient_words(entry.credential, language)
            assert claims_of_page(shown, URL, entry.credential, recipients) == ()
            words = state_words(shown.language)
            assert words is not None
            assert list(state_of_page(shown, URL, entry.report, entry.verdict, words)) == []


ENTRY = badge(
    "x",
    Achievement(id=None, name=Text.of("A")),
    issuer=Profile(id="did:web:a.example", name=Text.of("Issuer")),
    until=datetime(2030, 1, 31, 23, 0, tzinfo=timezone(timedelta(hours=9))),
)
Statements = dict[str, str | tuple[str, str]]
TRUE: Statements = {
    "name": "A",
    "issuer_name": "Issuer",
    "issued": ("16 December 2022", "2022-12-16T00:00:00+09:00"),
    "valid_until": ("31 January 2030", "2030-01-31T14:00:00Z"),
}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"issued": ("16 December 2022", "2022-12-16")}, []),
        ({"issued": ("16 December 2022", "2022-12-15T15:00:00Z")}, []),
        ({"issued": ("16 December 2022", "2022-12-15")}, ["audit.issued-differs"]),
        ({"issued": ("16 December 2022", "soon")}, ["audit.issued-differs"]),
        ({"issued": "16 December 2022"}, ["audit.issued-differs"]),
        ({"issued": ("17 December 2022", "2022-12-16")}, ["audit.issued-differs"]),
        ({"issued": ("16 November 2022", "2022-12-16")}, ["audit.issued-differs"]),
        ({"issued": ("Dec 16th 2022", "2022-12-16")}, ["audit.date-not-understood"]),
        ({"valid_until": "no expiry date"}, ["audit.valid-until-differs"]),
        ({"valid_from": ("1 May 2020", "2020-05-01")}, ["audit.valid-from-differs"]),
        ({"issuer_id": "did:web:a.example"}, []),
        ({"issuer_id": "did:web:b.example"}, ["audit.issuer-differs"]),
        ({"issuer_name": "Issuer "}, ["audit.issuer-differs"]),
        ({"name": "a"}, ["audit.name-differs"]),
    ],
)
def test_statements_are_told_apart(changes: Statements, codes: list[str]) -> None:
    shown = page(claims=claims(**(TRUE | changes)))
    assert [one.code for one in claims_of_page(shown, URL, ENTRY.credential)] == codes


def test_what_is_not_marked_is_told_and_a_heading_stands_for_the_name() -> None:
    found = claims_of_page(page(heading="B", title="B | x"), URL, ENTRY.credential, ("Named by x",))
    assert [(one.code, one.facts.get("claim")) for one in found] == [
        ("audit.name-differs", None),
        ("audit.not-marked", "issuer-name"),
        ("audit.not-marked", "issued"),
        ("audit.not-marked", "valid-until"),
        ("audit.not-marked", "recipient"),
    ]


@pytest.mark.parametrize("language", [None, "", "xx-unknown", "日本語", "ar"])
def test_a_page_in_any_language_is_compared(language: str | None) -> None:
    shown = page(language=language, claims=claims(**TRUE))
    assert {one.weight.value for one in claims_of_page(shown, URL, ENTRY.credential)} <= {"open"}


@pytest.mark.parametrize(
    ("shown", "found", "wrong"),
    [
        (Verdict.VERIFIED, Verdict.VERIFIED, False),
        (Verdict.VERIFIED, Verdict.REVOKED, True),
        (Verdict.VERIFIED, Verdict.EXPIRED, True),
        (Verdict.EXPIRED, Verdict.VERIFIED, True),
        (Verdict.VERIFIED, Verdict.UNDETERMINED, False),
        (Verdict.UNDETERMINED, Verdict.VERIFIED, False),
        (Verdict.UNDETERMINED, Verdict.REVOKED, True),
        (Verdict.UNSUPPORTED, Verdict.INVALID, True),
    ],
)
def test_what_could_not_be_checked_contradicts_nothing(shown: Verdict, found: Verdict, wrong: bool) -> None:
    assert contradicts(shown, found) is wrong


def test_a_warning_about_a_published_key_must_not_be_left_out() -> None:
    words = StateWords(labels={"verified": "Verified"}, published_key=", with a key")
    found = report({Check.PROOF: (Outcome.PASSED, "proof.published-key", {"suite": "x", "method": "y"})})
    for text, codes in (("Verified", ["audit.published-key-hidden"]), ("Verified, with a key", [])):
        shown = page(claims=(PageClaim(name="state", text=text, value="verified"),))
        assert [one.code for one in state_of_page(shown, URL, found, Verdict.VERIFIED, words)] == codes


def test_a_bare_date_means_the_day_as_the_issuer_wrote_it() -> None:
    moment = datetime(2026, 1, 2, 1, tzinfo=timezone(timedelta(hours=9)))
    assert same_day("2026-01-02", moment)
    assert same_day("2026-01-01T16:00:00Z", moment)
    assert not same_day("2026-01-01", moment)
