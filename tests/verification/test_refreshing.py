"""A newer version, asked for once, verified on its own, and never in place of the original."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.assets.keys import ed25519_key
from tests.assets.records import CLR_CONTEXT, endorsement, record_claims, signed_by
from tests.assets.samples import (
    OB_CONTEXT,
    SAMPLE_KEY,
    VCDM_1_CONTEXT,
    VCDM_2_CONTEXT,
    badge_json,
    badge_jws,
    method_of,
    signed,
)
from tests.assets.status_lists import bitstring_entry
from tests.members import member
from tests.responses import FETCHED_AT, responses
from tests.verification.listed import LIST, status_list
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher, RecordingFetcher, Resource
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check, CheckResult, Verdict
from wallet.verification.verifier import verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
URL = "https://issuer.example/refresh/1"
SERVICE: JsonObject = {"id": URL, "type": "1EdTechCredentialRefresh"}
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CONTEXTS: JsonValue = [VCDM_2_CONTEXT, OB_CONTEXT, EXTENSIONS]
STRANGER = ed25519_key("stranger")


def badge(**members: JsonValue) -> bytes:
    return badge_json(**member("@context", CONTEXTS), **{"refreshService": SERVICE, **members})  # type: ignore[arg-type]


ORIGINAL = badge()
NEWER = badge(validFrom="2026-01-01T00:00:00Z")


def examined(source: bytes, contents: Mapping[str, bytes]) -> tuple[Verification, CheckResult]:
    verification = verify(extract(source)[0], at=AT, fetcher=responses(contents))
    return verification, verification.report.result(Check.STATUS)


def note(status: CheckResult) -> JsonObject:
    notes = status.facts["notes"]
    assert isinstance(notes, list)
    (found,) = notes
    assert isinstance(found, dict)
    return found


def test_a_newer_version_is_told_and_the_original_stays() -> None:
    verification, status = examined(ORIGINAL, {URL: NEWER})
    assert verification.verdict is Verdict.VERIFIED
    assert status.code == "status.none"
    assert note(status) == {
        "code": "refresh.newer-stands",
        "verdict": "verified",
        "confirmed_at": FETCHED_AT.isoformat(),
        "url": URL,
    }
    assert verification.credential is not None
    assert verification.credential.valid_from == datetime(2025, 4, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (ORIGINAL, "refresh.same"),
        (badge(validUntil="2026-03-01T00:00:00Z"), "refresh.newer-expired"),
        (badge(validFrom="2026-12-01T00:00:00Z"), "refresh.newer-not-yet-valid"),
        (badge(id="urn:uuid:another"), "refresh.of-another"),
        (badge(issuer="did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"), "refresh.of-another"),
        (badge(name="By a stranger", key=STRANGER, method=method_of(STRANGER)), "refresh.not-confirmed"),  # type: ignore[arg-type]
        (NEWER.replace(b"2026-01-01T00:00:00Z", b"2026-01-02T00:00:00Z"), "refresh.not-confirmed"),
        (json.dumps(signed_by(SAMPLE_KEY, endorsement(key=SAMPLE_KEY, id="urn:x:1"))).encode(), "refresh.of-another"),
        (b"<html>", "refresh.unreadable"),
        (b'{"a": 1}', "refresh.unreadable"),
        (badge_jws(), "refresh.newer-stands"),
        (badge(type=["AchievementCredential", "VerifiableCredential"]), "refresh.newer-stands"),
        (badge(type=["VerifiableCredential", "EndorsementCredential"]), "refresh.of-another"),
    ],
)
def test_whatever_comes_the_original_is_as_it_was(answer: bytes, code: str) -> None:
    verification, status = examined(ORIGINAL, {URL: answer})
    assert (verification.verdict, note(status)["code"]) == (Verdict.VERIFIED, code)


def test_a_service_that_does_not_answer_leaves_everything_as_it_was() -> None:
    verification, status = examined(ORIGINAL, {})
    assert (verification.verdict, note(status)["code"]) == (Verdict.VERIFIED, "refresh.not-obtained")
    gone = verify(extract(ORIGINAL)[0], at=AT, fetcher=responses({URL: b""}, status=410))
    assert note(gone.report.result(Check.STATUS))["code"] == "refresh.not-obtained"


@pytest.mark.parametrize(("purpose", "verdict"), [("revocation", Verdict.REVOKED), ("suspension", Verdict.SUSPENDED)])
def test_when_the_newer_version_is_withdrawn_so_is_the_one_credential_that_both_are(
    purpose: str, verdict: Verdict
) -> None:
    newer = badge(validFrom="2026-01-01T00:00:00Z", credentialStatus=bitstring_entry(LIST, 5, purpose))
    verification, status = examined(ORIGINAL, {URL: newer, LIST: status_list(5, purpose=purpose)})
    assert (verification.verdict, note(status)["code"]) == (verdict, "refresh.newer-withdrawn")


def test_an_expired_badge_stays_expired_beside_its_newer_version() -> None:
    verification, status = examined(badge(validUntil="2026-03-01T00:00:00Z"), {URL: NEWER})
    assert (verification.verdict, note(status)["code"]) == (Verdict.EXPIRED, "refresh.newer-stands")


def test_the_newer_versions_own_service_is_not_asked() -> None:
    other = "https://issuer.example/refresh/2"
    newer = badge(validFrom="2026-01-01T00:00:00Z", refreshService={**SERVICE, "id": other})
    resources = [
        Resource(url=url, content=content, media_type="application/vc", retrieved_at=FETCHED_AT)
        for url, content in ((URL, newer), (other, NEWER))
    ]
    recorder = RecordingFetcher(EvidenceFetcher(resources))
    verify(extract(ORIGINAL)[0], at=AT, fetcher=recorder)
    assert [resource.url for resource in recorder.resources] == [URL]


def test_a_forged_badge_sends_nobody_anywhere() -> None:
    recorder = RecordingFetcher(responses({URL: NEWER}))
    forged = verify(extract(ORIGINAL.replace(b"Sample badge", b"Simple badge"))[0], at=AT, fetcher=recorder)
    assert (forged.verdict, recorder.resources) == (Verdict.INVALID, ())
    assert "notes" not in forged.report.result(Check.STATUS).facts


def test_another_kind_of_service_is_reported_and_no_fault() -> None:
    other: JsonObject = {"id": "https://issuer.example/manual", "type": "1EdTechCredentialRefresh"}
    services: JsonValue = [{**other, "type": "VerifiableCredentialRefreshService2021"}, SERVICE, other]
    contexts = [VCDM_1_CONTEXT, OB_CONTEXT, EXTENSIONS]
    source = badge_jws(data_model="1.1", **member("@context", contexts), refreshService=services)
    verification, status = examined(source, {})
    notes = status.facts["notes"]
    assert isinstance(notes, list)
    codes = [one["code"] for one in notes if isinstance(one, dict)]
    assert codes == ["refresh.unsupported-type", "refresh.not-obtained"]
    assert verification.verdict is Verdict.VERIFIED


def test_a_learner_record_is_refreshed_in_the_same_way() -> None:
    claims = {**record_claims(json.loads(badge_json())), "refreshService": SERVICE}
    claims["@context"] = [VCDM_2_CONTEXT, CLR_CONTEXT, OB_CONTEXT, EXTENSIONS]
    newer = signed({**claims, "validFrom": "2026-02-01T00:00:00Z"})
    verification, status = examined(json.dumps(signed(claims)).encode(), {URL: json.dumps(newer).encode()})
    assert (verification.verdict, note(status)["code"]) == (Verdict.VERIFIED, "refresh.newer-stands")
