from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.site.sample import CHECKED_AT, report, sample_badges
from wallet.fields import JsonObject
from wallet.language.catalogs import load_catalog
from wallet.site.checks import check_views
from wallet.site.reader import Reader
from wallet.site.states import LABELS, state_kind, state_of
from wallet.verification.report import Check, Outcome, Verdict

READERS = [Reader(catalog=load_catalog(language)) for language in ("ja", "en")]
SAMPLE = {entry.slug: entry for entry in sample_badges()}


def test_the_sample_shows_every_state() -> None:
    assert {state_kind(entry.report, entry.verdict) for entry in SAMPLE.values()} == set(LABELS)
    assert {verdict.value for verdict in Verdict} < set(LABELS)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
def test_every_state_has_words_of_its_own(reader: Reader) -> None:
    states = [state_of(reader, entry) for entry in SAMPLE.values()]
    assert len({state.label for state in states}) == len({state.sentence for state in states}) == len(LABELS)


@pytest.mark.parametrize(
    ("slug", "language", "words"),
    [
        ("ds-literacy", "en", "On 23 November 2026: unaltered, not revoked."),
        ("ds-literacy", "ja", "2026年11月23日の時点で、改ざんはなく、失効していません。"),
        ("python-basics", "en", "On 2 October 2026 it was last confirmed as not revoked."),
        ("first-aid", "ja", "有効期限が切れています（2024年6月30日）。"),
        ("spring-course", "en", "Valid from 1 April 2027"),
        ("altered", "ja", "改ざんまたは破損の可能性があります。"),
    ],
)
def test_a_state_says_what_was_found_and_when(slug: str, language: str, words: str) -> None:
    assert words in state_of(Reader(catalog=load_catalog(language)), SAMPLE[slug]).sentence


def test_a_badge_without_a_list_is_not_called_unrevoked() -> None:
    entry = replace(SAMPLE["ds-literacy"], report=report())
    assert "not revoked" not in state_of(READERS[1], entry).sentence


@pytest.mark.parametrize("code", ["status.message", "status.newer-announced", "status.no-withdrawal-purpose"])
def test_a_list_for_another_purpose_does_not_call_it_unrevoked(code: str) -> None:
    facts: JsonObject = {"confirmed_at": "2026-10-02T00:00:00+00:00", "purpose": "message", "message": "x"}
    found = report({Check.STATUS: (Outcome.PASSED, code, facts)})
    assert state_kind(found, Verdict.VERIFIED) == "verified"
    assert "not revoked" not in state_of(READERS[1], replace(SAMPLE["ds-literacy"], report=found)).sentence


def test_a_list_read_on_the_same_day_is_no_older_answer() -> None:
    earlier_today = (CHECKED_AT - timedelta(hours=8)).isoformat()
    yesterday = (CHECKED_AT - timedelta(hours=9)).isoformat()
    for confirmed_at, kind in ((earlier_today, "verified"), (yesterday, "verified_dated")):
        found = report({Check.STATUS: (Outcome.PASSED, "status.not-withdrawn", {"confirmed_at": confirmed_at})})
        assert state_kind(found, Verdict.VERIFIED) == kind


def test_the_reason_is_the_decisive_one() -> None:
    reason = state_of(READERS[1], SAMPLE["legacy-suite"]).reason
    assert reason is None
    reason = state_of(READERS[1], SAMPLE["workshop"]).reason
    assert reason is not None
    assert "could not be brought into the form" in reason


def test_an_expired_badge_of_unknown_status_is_not_called_a_record() -> None:
    found = report(
        {
            Check.VALIDITY: (Outcome.FAILED, "validity.expired", {}),
            Check.STATUS: (Outcome.UNDETERMINED, "status.malformed-entry", {}),
        }
    )
    said = state_of(READERS[1], replace(SAMPLE["first-aid"], report=found)).sentence
    assert "Whether it had been revoked could not be checked." in said
    assert "record" not in said


def test_an_issuer_that_the_learner_does_not_name_is_no_gap_in_the_check() -> None:
    found = report({Check.TRUST: (Outcome.UNDETERMINED, "trust.not-known", {})})
    (view,) = (view for view in check_views(READERS[1], found) if view.check == "trust")
    assert (view.outcome, view.outcome_words) == ("not_applicable", "Not named")


@pytest.mark.parametrize(
    ("code", "facts", "outcome", "words"),
    [
        ("trust.not-known", {}, "not_applicable", "Not named"),
        ("trust.not-listed", {"count": 1}, "not_applicable", "Not named"),
        ("trust.registry-not-read", {"count": 1, "registry": "DCC"}, "undetermined", "Could not be checked"),
    ],
)
def test_a_registry_that_was_not_read_is_a_gap_and_an_unlisted_issuer_is_none(
    code: str, facts: JsonObject, outcome: str, words: str
) -> None:
    found = report({Check.TRUST: (Outcome.UNDETERMINED, code, facts)})
    trust = check_views(READERS[1], found)[-1]
    assert (trust.outcome, trust.outcome_words) == (outcome, words)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.language)
def test_a_published_test_key_takes_the_weight_from_every_state(reader: Reader) -> None:
    plain = SAMPLE["ds-literacy"]
    key: JsonObject = {"suite": "eddsa-rdfc-2022", "method": "did:key:z6Mk#z6Mk", "published_key": True}
    found = report({Check.PROOF: (Outcome.PASSED, "proof.published-key", key)})
    state = state_of(reader, replace(plain, report=found))
    ordinary = state_of(reader, replace(plain, report=report()))
    assert state.label != ordinary.label
    assert state.label.startswith(ordinary.label)
    assert state.sentence.endswith(ordinary.sentence)
    assert state.sentence != ordinary.sentence
    assert state.stamp[2] != ordinary.stamp[2]
