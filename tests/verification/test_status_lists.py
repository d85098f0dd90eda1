"""A list is verified and inflated once in a run, and the evidence of each badge is whole all the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.assets.issuers import HISAKATA, json_resource
from tests.assets.samples import badge_json
from tests.assets.status_lists import bitstring_entry, bitstring_list
from tests.responses import FETCHED_AT
from tests.verification.listed import AT, LIST, badge, status_list
from wallet.documents import extract
from wallet.errors import ResolutionError
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, RecordingFetcher, Resource
from wallet.resolution.memory import RememberingFetcher
from wallet.verification import status_lists
from wallet.verification.bitstrings import inflate_list
from wallet.verification.report import Check
from wallet.verification.status_lists import StatusLists, stated_ttl
from wallet.verification.verifier import RunMemory, Verification, verify

URL = "https://credentials.hisakata-u.example/status/samples"


class Counting:
    """Counts what is asked of it."""

    def __init__(self, inner: Fetcher) -> None:
        self.asked: list[str] = []
        self._inner = inner

    def fetch(self, url: str) -> Resource:
        self.asked.append(url)
        return self._inner.fetch(url)


@pytest.fixture
def inflations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def counted(encoded: object, *, multibase: bool, url: str) -> bytes:
        found.append(url)
        return inflate_list(encoded, multibase=multibase, url=url)  # type: ignore[arg-type]

    monkeypatch.setattr("wallet.verification.status_lists.inflate_list", counted)
    return found


def check(source: bytes, fetcher: Fetcher, lists: StatusLists) -> Verification:
    return verify(extract(source)[0], at=AT, fetcher=fetcher, memory=RunMemory(status_lists=lists))


def of_hisakata(index: int) -> bytes:
    return badge_json(
        key=HISAKATA.key,
        method=HISAKATA.method,
        issuer=HISAKATA.profile,
        credentialStatus=bitstring_entry(URL, index),
    )


def hisakata_answers() -> EvidenceFetcher:
    bits = bitstring_list(URL, HISAKATA, valid_from="2026-01-15T00:00:00Z", marked=(8,))
    return EvidenceFetcher([*HISAKATA.evidence, json_resource(URL, bits, "application/vc")])


def test_badges_on_one_list_share_one_reading_and_each_has_its_evidence(inflations: list[str]) -> None:
    counting, lists = Counting(hisakata_answers()), StatusLists()
    run = RememberingFetcher(counting)
    evidence = []
    for index in range(20):
        recorder = RecordingFetcher(run)
        status = check(of_hisakata(index), recorder, lists).report.result(Check.STATUS)
        assert status.code == ("status.revoked" if index == 8 else "status.not-withdrawn")
        evidence.append({resource.url for resource in recorder.resources})
    assert inflations == [URL]
    assert len(counting.asked) == len(set(counting.asked)) >= 2
    assert all(urls == set(counting.asked) for urls in evidence)


def test_a_list_is_read_again_where_the_keys_behind_it_differ(inflations: list[str]) -> None:
    lists = StatusLists()
    check(of_hisakata(1), hisakata_answers(), lists)
    bits = bitstring_list(URL, HISAKATA, valid_from="2026-01-15T00:00:00Z", marked=(8,))
    keyless = EvidenceFetcher([json_resource(URL, bits, "application/vc")])
    with pytest.raises(ResolutionError) as caught:
        lists.read(keyless.fetch(URL), "BitstringStatusListEntry", at=AT, fetcher=keyless)
    assert caught.value.code == "status.list-not-verified"
    assert inflations == [URL]


def test_other_bytes_under_the_same_address_are_another_list(inflations: list[str]) -> None:
    lists, source = StatusLists(), badge(bitstring_entry(LIST, 1))
    for content, code in ((status_list(), "status.not-withdrawn"), (status_list(1), "status.revoked")):
        resource = Resource(url=LIST, content=content, media_type="application/vc", retrieved_at=FETCHED_AT)
        assert check(source, EvidenceFetcher([resource]), lists).report.result(Check.STATUS).code == code
    assert len(inflations) == 2


def test_a_list_that_does_not_stand_is_not_tried_again(inflations: list[str]) -> None:
    lists, source = StatusLists(), badge(bitstring_entry(LIST, 1))
    resource = Resource(
        url=LIST, content=status_list(encoded="uAAAA"), media_type="application/vc", retrieved_at=FETCHED_AT
    )
    for _ in range(3):
        status = check(source, EvidenceFetcher([resource]), lists).report.result(Check.STATUS)
        assert status.code == "status.list-malformed"
    assert inflations == [LIST]


def test_what_is_remembered_has_a_limit(monkeypatch: pytest.MonkeyPatch, inflations: list[str]) -> None:
    monkeypatch.setattr(status_lists, "MAX_KEPT_BYTES", 30_000)
    lists, content = StatusLists(), status_list()
    resource = Resource(url=LIST, content=content, media_type="application/vc", retrieved_at=FETCHED_AT)
    for name in ("a", "b", "a"):
        lists.read(replace(resource, url=name), "BitstringStatusListEntry", at=AT, fetcher=EvidenceFetcher([]))
    assert inflations == ["a", "b", "a"]


@pytest.mark.parametrize(
    ("content", "ttl"),
    [
        (status_list(ttl=300_000), timedelta(minutes=5)),
        (status_list(), None),
        (status_list(ttl="300000"), None),
        (status_list(ttl=-1), None),
        (b'{"credentialSubject": {"type": "Person", "ttl": 300000}}', None),
        (b'{"id": "did:web:issuer.example", "ttl": 300000}', None),
        (b"<!doctype html>", None),
    ],
)
def test_only_a_list_says_how_long_it_may_be_used(content: bytes, ttl: timedelta | None) -> None:
    resource = Resource(url=LIST, content=content, media_type="application/vc", retrieved_at=FETCHED_AT)
    assert stated_ttl(resource) == ttl


@pytest.mark.parametrize("offset", ["+00:00", "+14:00", "-14:00"])
def test_a_list_is_read_in_the_last_seconds_of_the_calendar(offset: str) -> None:
    moment = datetime.fromisoformat(f"9999-12-31T23:59:59{offset}")
    listed = Resource(
        url=LIST, content=status_list(ttl=3_600_000), media_type="application/vc", retrieved_at=FETCHED_AT
    )
    for answered, code in ((FETCHED_AT, "status.not-withdrawn-then"), (moment, "status.not-withdrawn")):
        fetcher = EvidenceFetcher([replace(listed, retrieved_at=answered)])
        found = verify(extract(badge(bitstring_entry(LIST, 1)))[0], at=moment, fetcher=fetcher)
        assert found.report.result(Check.STATUS).code == code
