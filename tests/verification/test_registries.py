"""Registries of issuers, and what they make of the check trust."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets import badge_json
from tests.assets.samples import ISSUER
from tests.responses import responses
from wallet.documents.extraction import extract
from wallet.fields import JsonObject
from wallet.verification.registries import IssuerRegistry, ask_registry
from wallet.verification.report import Check, CheckResult, Outcome, Verdict
from wallet.verification.trust import KnownIssuer
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
URL = "https://registry.example/registry.json"
ENTRY: JsonObject = {"name": "Sample University", "location": "Nagoya", "url": "https://issuer.example/"}


def _content(*issuers: str) -> bytes:
    return json.dumps({"meta": {"created": "2026-01-01"}, "registry": dict.fromkeys(issuers, ENTRY)}).encode()


LISTING = IssuerRegistry(name="Listing", content=_content("did:web:other.example", ISSUER))
OTHER = IssuerRegistry(name="Other", content=_content("did:web:other.example"))
FETCHED = IssuerRegistry(name="Fetched", url=URL)
FEDERATION = IssuerRegistry(name="Federation", content=b'{"sub": "https://a.example", "jwks": {"keys": []}}')


def _trust(
    *registries: IssuerRegistry, known: tuple[KnownIssuer, ...] = (), source: bytes = b"", **contents: Any
) -> CheckResult:
    document = extract(source or badge_json())[0]
    verification = verify(
        document, at=AT, fetcher=responses(contents), known_issuers=known, registries=tuple(registries)
    )
    if not source:
        assert verification.verdict is Verdict.VERIFIED
    return verification.report.result(Check.TRUST)


def _codes(result: CheckResult) -> list[tuple[Any, Any]]:
    listed = result.facts["registries"]
    assert isinstance(listed, list)
    return [(one["registry"], one["code"]) for one in listed if isinstance(one, dict)]


def test_an_issuer_that_a_registry_lists_is_known_by_it() -> None:
    result = _trust(OTHER, LISTING)
    assert (result.outcome, result.code) == (Outcome.PASSED, "trust.listed")
    assert (result.facts["registry"], result.facts["name"]) == ("Listing", "Sample University")
    assert _codes(result) == [("Other", "registry.does-not-list"), ("Listing", "registry.lists")]


def test_the_learner_s_own_word_comes_first_and_the_registries_are_reported_all_the_same() -> None:
    result = _trust(OTHER, known=(KnownIssuer(id=ISSUER, name="My university"),))
    assert (result.outcome, result.code) == (Outcome.PASSED, "trust.known-to-learner")
    assert _codes(result) == [("Other", "registry.does-not-list")]


def test_an_issuer_in_no_registry_is_not_condemned() -> None:
    result = _trust(OTHER)
    assert (result.outcome, result.code, result.facts["count"]) == (Outcome.UNDETERMINED, "trust.not-listed", 1)


def test_a_registry_is_fetched_by_the_fetcher_or_said_to_be_out_of_reach() -> None:
    contents: dict[str, Any] = {URL: _content(ISSUER)}
    assert _trust(FETCHED, **contents).code == "trust.listed"
    result = _trust(OTHER, FETCHED)
    assert (result.outcome, result.code) == (Outcome.UNDETERMINED, "trust.registry-not-read")
    assert _codes(result) == [("Other", "registry.does-not-list"), ("Fetched", "resolution.not-kept")]
    assert _trust(FETCHED, LISTING).code == "trust.listed"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (FEDERATION.content, "registry.federation"),
        (b"eyJhbGciOiJFUzI1NiJ9.e30.AA", "registry.federation"),
        (b"<html>", "registry.unknown-format"),
        (b"[]", "registry.unknown-format"),
        (b'{"registry": []}', "registry.unknown-format"),
        (b"", "registry.unknown-format"),
    ],
)
def test_what_is_no_list_is_undetermined_with_its_reason(content: bytes, code: str) -> None:
    result = _trust(IssuerRegistry(name="R", content=content))
    assert (result.outcome, _codes(result)) == (Outcome.UNDETERMINED, [("R", code)])


def test_a_list_that_has_an_issuer_twice_is_still_a_list() -> None:
    twice = f'{{"registry": {{"{ISSUER}": {{"name": "A"}}, "{ISSUER}": {{"name": "B"}}}}'.encode()
    assert _trust(IssuerRegistry(name="R", content=twice + b"}")).code == "trust.listed"
    broken = twice + b', "n": ' + b"9" * 5000 + b"}"
    assert _codes(_trust(IssuerRegistry(name="R", content=broken))) == [("R", "registry.unknown-format")]


def test_nobody_is_known_by_a_name_that_anybody_can_write() -> None:
    def alter(credential: JsonObject) -> None:
        credential["validUntil"] = "2030-01-01T00:00:00Z"

    forged = badge_json(after=alter, validUntil="2026-01-01T00:00:00Z")
    result = _trust(LISTING, known=(KnownIssuer(id=ISSUER, name="Mine"),), source=forged)
    assert (result.outcome, result.code) == (Outcome.UNDETERMINED, "trust.issuer-not-proven")


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))


@given(JSON | st.dictionaries(st.sampled_from([ISSUER, "did:x:y"]), JSON, max_size=2))
def test_any_content_is_read_or_refused(entries: Any) -> None:
    registry = IssuerRegistry(name="R", content=json.dumps({"registry": entries}).encode())
    finding = ask_registry(registry, ISSUER, responses({}))
    assert finding.listed in (True, False, None)
    assert (finding.listed is None) == (not isinstance(entries, dict))
