"""What was found by a moment is found at every later one until the watch says that it may not be."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.site import REPOSITORY
from wallet.documents.extraction import extract_credentials
from wallet.portfolio.model import Portfolio, PortfolioBadge
from wallet.portfolio.reading import read_portfolio
from wallet.resolution.fetching import EvidenceFetcher
from wallet.verification.moments import Watch, WatchedMoment, plain
from wallet.verification.serialization import results_to_json
from wallet.verification.verifier import verify

AT = datetime(2026, 1, 1, 12, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
LATER = datetime(2026, 3, 1, tzinfo=UTC)
moments = st.integers(0, 10**9).map(lambda seconds: AT - timedelta(days=300) + timedelta(seconds=seconds % 10**8))
spans = st.timedeltas(timedelta(days=-40), timedelta(days=40))


def watched(at: datetime = AT) -> tuple[WatchedMoment, Watch]:
    watch = Watch(at)
    return WatchedMoment.of(at, watch), watch


def test_nothing_asked_holds_for_ever() -> None:
    moment, watch = watched()
    assert (moment, hash(moment), moment in {AT}) == (AT, hash(AT), True)
    assert watch.until.year == 9999


@pytest.mark.parametrize(
    ("told", "until"),
    [
        (lambda moment: moment < LATER, LATER),
        (lambda moment: moment <= LATER, LATER),
        (lambda moment: max(LATER, moment), LATER),
        (lambda moment: moment + timedelta(days=1) < LATER, LATER - timedelta(days=1)),
        (lambda moment: moment - timedelta(days=1) <= LATER, LATER + timedelta(days=1)),
        (lambda moment: timedelta(days=1) + moment <= LATER, LATER - timedelta(days=1)),
        (lambda moment: moment > AT - timedelta(days=9), datetime.max.replace(tzinfo=UTC)),
        (lambda moment: moment <= AT, AT + INSTANT),
        (lambda moment: LATER - moment, AT + INSTANT),
        (lambda moment: moment - AT, AT + INSTANT),
        (lambda moment: moment.date(), AT + INSTANT),
        (lambda moment: moment.isoformat(), AT + INSTANT),
        (lambda moment: moment.replace(year=2027), AT + INSTANT),
    ],
)
def test_each_question_has_its_end(told: object, until: datetime) -> None:
    moment, watch = watched()
    assert callable(told)
    assert told(moment) == told(AT)
    assert watch.until == until


QUESTIONS: tuple[Callable[[datetime, datetime, timedelta], bool], ...] = (
    lambda moment, other, span: moment + span < other,
    lambda moment, other, _span: other <= moment,
    lambda moment, other, span: moment > other - span,
    lambda moment, other, span: moment - span >= other,
)


@given(moments, moments, spans, st.sampled_from(QUESTIONS))
def test_an_answer_stays_until_its_end_and_is_another_then(
    at: datetime, other: datetime, span: timedelta, asked: Callable[[datetime, datetime, timedelta], bool]
) -> None:
    moment, watch = watched(at)
    before = asked(moment, other, span)
    last = min(watch.until - INSTANT, at + timedelta(days=9_000))
    assert asked(at, other, span) == before == asked(last, other, span)
    if at + INSTANT < watch.until and watch.until.year < 9999:
        assert asked(watch.until + INSTANT, other, span) != before


PORTFOLIO = read_portfolio(Path(REPOSITORY))


def found(badge: PortfolioBadge, portfolio: Portfolio, at: datetime) -> object:
    document = extract_credentials(badge.source)[0]
    kept = EvidenceFetcher(badge.evidence)
    verification = verify(document, at=at, fetcher=kept, known_issuers=portfolio.known_issuers)
    return verification.verdict, results_to_json(verification.report)


@pytest.mark.parametrize("badge", PORTFOLIO.badges, ids=lambda badge: badge.slug)
def test_a_badge_is_found_the_same_until_its_end(badge: PortfolioBadge) -> None:
    chosen = random.Random(badge.slug)
    at = datetime(2022, 1, 1, tzinfo=UTC)
    for _ in range(20):
        moment, watch = watched(at)
        first = found(badge, PORTFOLIO, moment)
        assert first == found(badge, PORTFOLIO, at)
        end = min(watch.until, at + timedelta(days=3000))
        between = min(at + (end - at) * chosen.random(), end - INSTANT)
        assert first == found(badge, PORTFOLIO, between)
        assert first == found(badge, PORTFOLIO, end - INSTANT)
        at = end if chosen.random() < 0.7 else between
    assert plain(at) == at
