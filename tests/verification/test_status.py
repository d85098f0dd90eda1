"""Withdrawn or not: lists that are read, and every way in which one cannot be relied on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.assets import badge_json, signed
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.samples import ISSUER, SAMPLE_KEY, SAMPLE_METHOD, VCDM_2_CONTEXT, did_key
from tests.assets.status_lists import bitstring_entry, encoded_list
from tests.members import member
from tests.responses import FETCHED_AT, responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.verification.report import Check, CheckResult, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
LIST = "https://issuer.example/status/1"
REVOCATIONS = "https://issuer.example/revocations"
CREDENTIAL = "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f"


def status_list(
    *marked: int,
    purpose: JsonValue = "revocation",
    key: Ed25519Key = SAMPLE_KEY,
    issuer: str = ISSUER,
    encoded: str | None = None,
    **members: JsonValue,
) -> bytes:
    subject: JsonObject = {
        "id": f"{LIST}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": encoded or encoded_list(marked),
    }
    credential: JsonObject = {
        "@context": [VCDM_2_CONTEXT],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": subject,
        **members,
    }
    return json.dumps(signed(credential, key=key, method=f"{did_key(key)}#{key.multikey}")).encode()


def badge(*entries: JsonValue) -> bytes:
    return badge_json(credentialStatus=list(entries) if len(entries) > 1 else entries[0])


def examined(source: bytes, contents: dict[str, bytes]) -> tuple[Verification, CheckResult]:
    verification = verify(extract(source)[0], at=AT, fetcher=responses(contents))
    return verification, verification.report.result(Check.STATUS)


def test_a_clear_bit_is_not_withdrawn_and_says_when_that_was_confirmed() -> None:
    verification, status = examined(badge(bitstring_entry(LIST, 94)), {LIST: status_list(93, 95)})
    assert verification.verdict is Verdict.VERIFIED
    assert status.code == "status.not-withdrawn"
    assert status.facts["confirmed_at"] == FETCHED_AT.isoformat()


@pytest.mark.parametrize(("purpose", "verdict"), [("revocation", Verdict.REVOKED), ("suspension", Verdict.SUSPENDED)])
def test_a_set_bit_is_withdrawn_by_its_purpose(purpose: str, verdict: Verdict) -> None:
    source = badge(bitstring_entry(LIST, 94, purpose))
    assert examined(source, {LIST: status_list(94, purpose=purpose)})[0].verdict is verdict


def test_every_entry_is_asked_and_the_worst_answer_counts() -> None:
    other = "https://issuer.example/status/2"
    source = badge(bitstring_entry(LIST, 1), bitstring_entry(other, 1, "suspension"))
    contents = {LIST: status_list(), other: status_list(1, purpose="suspension")}
    assert examined(source, contents)[0].verdict is Verdict.SUSPENDED
    assert examined(source, {LIST: status_list()})[0].verdict is Verdict.UNDETERMINED
    revoked = {LIST: status_list(1), other: status_list(1, purpose="suspension")}
    assert examined(source, revoked)[0].verdict is Verdict.REVOKED


STRANGER = ed25519_key("stranger")


@pytest.mark.parametrize(
    ("entry", "content", "code"),
    [
        (bitstring_entry(LIST, 131_072), status_list(), "status.index-out-of-range"),
        ({**bitstring_entry(LIST, 1), "statusListIndex": "-1"}, status_list(), "status.malformed-index"),
        ({**bitstring_entry(LIST, 1), "statusListIndex": "1abc"}, status_list(), "status.malformed-index"),
        ({**bitstring_entry(LIST, 1), "statusListIndex": "1.0"}, status_list(), "status.malformed-index"),
        ({**bitstring_entry(LIST, 1), "statusSize": 2}, status_list(), "status.unsupported-size"),
        (bitstring_entry(LIST, 1, "suspension"), status_list(), "status.other-purpose"),
        (bitstring_entry(LIST, 1), status_list(encoded="uAAAA"), "status.list-malformed"),
        (bitstring_entry(LIST, 1), status_list(encoded=encoded_list(())[1:]), "status.list-malformed"),
        (bitstring_entry(LIST, 1), status_list(encoded=encoded_list((), 8_000)), "status.list-too-short"),
        (bitstring_entry(LIST, 1), status_list(encoded=encoded_list((), 160_000_000)), "status.list-too-large"),
        (bitstring_entry(LIST, 1), status_list(validUntil="2026-05-01T00:00:00Z"), "status.list-expired"),
        (
            bitstring_entry(LIST, 1),
            status_list(key=STRANGER, issuer=did_key(STRANGER)),
            "status.list-of-another",
        ),
        (bitstring_entry(LIST, 1), status_list(key=STRANGER), "status.list-not-verified"),
        (bitstring_entry(LIST, 1), status_list(1).replace(b"2026-01-01", b"2026-01-02"), "status.list-not-verified"),
        (bitstring_entry(LIST, 1), b"<html>", "status.list-malformed"),
        (bitstring_entry(LIST, 1), badge_json(), "status.list-malformed"),
        (bitstring_entry("http://issuer.example/1", 1), status_list(), "resolution.not-kept"),
    ],
)
def test_a_list_that_cannot_be_relied_on_leaves_the_status_open(entry: JsonObject, content: bytes, code: str) -> None:
    verification, status = examined(badge(entry), {LIST: content})
    assert verification.verdict is Verdict.UNDETERMINED
    assert (status.outcome, status.code) == (Outcome.UNDETERMINED, code)


def test_an_entry_of_an_unknown_type_is_never_skipped() -> None:
    entry: JsonObject = {"id": "https://issuer.example/s", "type": "1EdTechRevocationList", "x": None}
    entry["type"] = "BitstringStatusListCredential"
    verification, status = examined(badge_json(credentialStatus=entry), {})
    assert status.outcome is Outcome.UNDETERMINED
    assert verification.verdict is not Verdict.VERIFIED


EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"


def with_revocation_list() -> bytes:
    document = json.loads(badge_json())
    contexts = [*document["@context"], EXTENSIONS]
    return badge_json(
        **member("@context", contexts), credentialStatus={"id": REVOCATIONS, "type": "1EdTechRevocationList"}
    )


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        ({"issuer": ISSUER, "revokedCredential": []}, Verdict.VERIFIED),
        ({"issuer": ISSUER, "revokedCredential": ["urn:other"]}, Verdict.VERIFIED),
        ({"issuer": ISSUER, "revokedCredential": [CREDENTIAL]}, Verdict.REVOKED),
        ({"issuer": ISSUER, "revokedCredential": [{"id": CREDENTIAL, "revoked": True}]}, Verdict.REVOKED),
        ({"issuer": ISSUER, "revokedCredential": [{"id": CREDENTIAL, "revoked": False}]}, Verdict.VERIFIED),
        ({"issuer": ISSUER, "revokedCredential": [{"id": CREDENTIAL}]}, Verdict.REVOKED),
        ({"issuer": "https://other.example/", "revokedCredential": []}, Verdict.UNDETERMINED),
        ({"issuer": ISSUER}, Verdict.UNDETERMINED),
        ({"issuer": ISSUER, "revokedCredential": "x"}, Verdict.UNDETERMINED),
    ],
)
def test_a_revocation_list_is_fetched_and_read(content: JsonObject, verdict: Verdict) -> None:
    source = with_revocation_list()
    assert examined(source, {REVOCATIONS: json.dumps(content).encode()})[0].verdict is verdict


def test_a_status_that_is_merely_present_never_means_revoked() -> None:
    assert examined(with_revocation_list(), {})[0].verdict is Verdict.UNDETERMINED


def test_a_list_that_is_gone_leaves_what_it_last_said_with_its_date() -> None:
    resource = Resource(
        url=LIST, content=status_list(), media_type="application/vc", retrieved_at=FETCHED_AT, gone_at=AT
    )
    document = extract(badge(bitstring_entry(LIST, 1)))[0]
    gone = verify(document, at=AT, fetcher=EvidenceFetcher([resource]))
    status = gone.report.result(Check.STATUS)
    assert gone.verdict is Verdict.UNDETERMINED
    assert (status.code, status.facts["confirmed_at"]) == ("status.unconfirmed-since", FETCHED_AT.isoformat())
    revoked = verify(document, at=AT, fetcher=EvidenceFetcher([replace(resource, content=status_list(1))]))
    assert revoked.verdict is Verdict.REVOKED


def test_the_status_of_a_forged_badge_is_not_asked() -> None:
    def change(document: JsonObject) -> None:
        document["name"] = "other"

    source = badge_json(credentialStatus=bitstring_entry(LIST, 1), after=change)
    _, status = examined(source, {LIST: status_list()})
    assert (status.outcome, status.code) == (Outcome.UNDETERMINED, "status.not-asked")
    assert SAMPLE_METHOD.startswith(ISSUER)
