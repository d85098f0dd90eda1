"""A hosted badge in every state: its words name the issuer's page, and never a signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.site.sample import CHECKED_AT, sample_badges
from wallet.language.catalogs import load_catalog
from wallet.site.checks import check_views
from wallet.site.entries import BadgeEntry, Original
from wallet.site.hosted import HOSTED_SENTENCES, is_hosted
from wallet.site.originals import embedded_view, original_view
from wallet.site.reader import Reader
from wallet.site.states import state_kind, state_of
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport

READERS = {language: Reader(catalog=load_catalog(language)) for language in ("ja", "en")}
URL = "https://badges.kawabe-gakuen.example/Assertion/1"
SIGNED = ("ignature", "signed", "SIGNED", "署名")


def hosted(slug: str = "ds-literacy") -> BadgeEntry:
    entry = next(entry for entry in sample_badges() if entry.slug == slug)
    facts = {"url": URL, "confirmed_at": CHECKED_AT.isoformat()}
    changed = {
        Check.COVERAGE: CheckResult(
            check=Check.COVERAGE, outcome=Outcome.PASSED, code="hosted.page-agrees", facts={"url": URL}
        ),
        Check.PROOF: CheckResult(check=Check.PROOF, outcome=Outcome.PASSED, code="hosted.confirmed", facts=facts),
        Check.ISSUER: CheckResult(
            check=Check.ISSUER, outcome=Outcome.PASSED, code="hosted.in-scope", facts={"url": URL, "issuer": URL}
        ),
    }
    results = tuple(changed.get(result.check, result) for result in entry.report.results)
    credential = replace(entry.credential, id=URL, specification="OB 2.0", data_model=None)
    return replace(entry, report=replace(entry.report, results=results), securing="hosted", credential=credential)


def with_status(entry: BadgeEntry, result: CheckResult) -> VerificationReport:
    results = tuple(result if one.check is Check.STATUS else one for one in entry.report.results)
    return replace(entry.report, results=results)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("slug", ["ds-literacy", "python-basics", "first-aid", "spring-course", "altered", "workshop"])
def test_no_state_of_a_hosted_badge_speaks_of_a_signature(slug: str, language: str) -> None:
    entry = hosted(slug)
    state = state_of(READERS[language], entry)
    assert is_hosted(entry)
    assert state.sentence
    assert [word for word in SIGNED if word in state.sentence + state.stamp[2]] == []


def test_every_state_that_spoke_of_a_signature_has_words_of_its_own() -> None:
    sentences = {
        slug: (state_of(READERS["en"], hosted(slug)).sentence, state_of(READERS["en"], signed).sentence)
        for signed in sample_badges()
        for slug in [signed.slug]
        if state_kind(signed.report, signed.verdict) in HOSTED_SENTENCES
    }
    assert len(sentences) >= 5
    assert [slug for slug, (one, other) in sentences.items() if "ignature" in one or one == other] == []


def test_the_page_that_is_gone_is_said_to_be_gone() -> None:
    entry = hosted()
    facts = {"url": URL, "confirmed_at": (CHECKED_AT - timedelta(days=90)).isoformat()}
    gone = CheckResult(check=Check.STATUS, outcome=Outcome.UNDETERMINED, code="hosted.unconfirmed-since", facts=facts)
    changed = replace(entry, report=with_status(entry, gone), verdict=Verdict.UNDETERMINED)
    state = state_of(READERS["en"], changed)
    assert "is no longer there" in state.sentence
    assert state.reason is not None
    assert "25 August 2026" in state.reason


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_checks_name_what_was_really_compared(language: str) -> None:
    views = check_views(READERS[language], hosted().report, hosted=True)
    words = " ".join(f"{view.name} {view.compared}" for view in views if view.check in ("coverage", "proof", "issuer"))
    assert [word for word in SIGNED if word in words] == []


def test_the_file_is_not_repeated_in_the_page_and_nobody_is_told_to_check_a_signature() -> None:
    entry = hosted()
    original = replace(entry.original, file_name="credential.json", content=b'{"type": "Assertion"}', text=None)
    entry = replace(entry, original=original)
    embedded = embedded_view(entry)
    assert (embedded.text, embedded.media_type) == (None, "application/ld+json")
    (verifier,) = original_view(READERS["en"], entry, "https://a.example/").verifiers
    assert verifier.url == URL


@pytest.mark.parametrize(
    ("content", "securing", "media_type", "embedded"),
    [(b"https://a.example/1", "hosted", "text/plain", False), (b"eyJ.e30.c2ln", "JWS RS256", "application/jose", True)],
)
def test_a_link_and_a_token_are_called_what_they_are(
    content: bytes, securing: str, media_type: str, embedded: bool
) -> None:
    original = Original(file_name="credential.txt", content=content, media_type="text/plain", digest="0")
    view = embedded_view(replace(hosted(), original=original, securing=securing))
    assert (view.media_type, view.text is not None) == (media_type, embedded)
    assert original_view(READERS["en"], replace(hosted(), original=original, securing=securing), "https://a.example/")
