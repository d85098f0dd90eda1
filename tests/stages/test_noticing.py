"""What of a verification is remembered, and since when something is in trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.assets.issuers import HISAKATA
from tests.site.sample import report
from wallet.portfolio.past_findings import PastFinding
from wallet.resolution.fetching import Resource
from wallet.stages.noticing import SILENCE, gone_since, list_addresses, noticed, remembered, unconfirmed_since
from wallet.verification.report import Verdict

AT = datetime(2026, 6, 1, tzinfo=UTC)
LIST = "https://issuer.example/list"
PAGE = Resource(url="https://issuer.example/page", content=b"{}", media_type="application/json", retrieved_at=AT)
KEYS = replace(HISAKATA.evidence[0], retrieved_at=AT)
FIRST = PastFinding(at=AT, verdict=Verdict.VERIFIED)
REVOKED = PastFinding(at=AT + timedelta(days=7), verdict=Verdict.REVOKED)


@pytest.mark.parametrize(
    ("resource", "mark"), [(PAGE, "page-gone"), (KEYS, "key-gone"), (replace(PAGE, url=LIST), "list-gone")]
)
def test_a_page_that_is_gone_is_told_by_what_it_is_for(resource: Resource, mark: str) -> None:
    gone = replace(resource, gone_at=AT)
    for asked, marks in (((resource,), ()), ((gone,), (mark,))):
        assert noticed(report(), Verdict.VERIFIED, asked, lists=frozenset({LIST}), at=AT).marks == marks
    assert gone_since([resource, gone, replace(gone, gone_at=AT + SILENCE)]) == AT


def test_a_server_is_silent_after_a_month_and_not_before() -> None:
    for late, since in ((SILENCE, None), (SILENCE + timedelta(seconds=1), AT)):
        assert unconfirmed_since([PAGE], AT + late) == since
        marks = noticed(report(), Verdict.VERIFIED, [PAGE], lists=frozenset(), at=AT + late).marks
        assert marks == (("silent",) if since else ())
    assert unconfirmed_since([], AT) is None


def test_only_keys_count_as_keys() -> None:
    def keys(content: bytes) -> object:
        changed = replace(KEYS, content=content)
        return noticed(report(), Verdict.VERIFIED, [changed, PAGE], lists=frozenset(), at=AT).keys

    before = keys(KEYS.content)
    assert before == keys(KEYS.content.replace(b"{", b'{"service": [],', 1))
    assert before != keys(KEYS.content.replace(b"z6Mk", b"z6Mm"))
    assert keys(b"<html>") == keys(b"[]") == {}


@pytest.mark.parametrize(
    ("past", "before", "now", "expected"),
    [
        ((), None, REVOKED, ()),
        ((), FIRST, replace(FIRST, at=REVOKED.at), ()),
        ((), FIRST, REVOKED, (FIRST, REVOKED)),
        ((FIRST,), None, REVOKED, (FIRST, REVOKED)),
        ((FIRST, REVOKED), FIRST, replace(REVOKED, at=AT + timedelta(days=30)), (FIRST, REVOKED)),
        ((FIRST,), None, replace(REVOKED, at=AT - timedelta(days=1)), (FIRST,)),
    ],
)
def test_only_a_change_is_remembered_after_what_was_true_before(
    past: tuple[PastFinding, ...], before: PastFinding | None, now: PastFinding, expected: tuple[PastFinding, ...]
) -> None:
    assert remembered(past, before, now) == expected


def test_a_credential_says_where_its_lists_are() -> None:
    entries = [{"statusListCredential": LIST}, {"id": "https://issuer.example/old"}, "x", {"id": 1}]
    assert list_addresses({"credentialStatus": entries}) == {LIST, "https://issuer.example/old"}  # type: ignore[dict-item]
