"""A learner record and each credential in it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tests.assets.issuers import HISAKATA
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.records import enveloped, record, record_claims, signed_by
from tests.assets.samples import HOLDER, SAMPLE_KEY, badge_json, badge_jws, did_key, method_of, sample_credential
from tests.assets.signing import sign_data_integrity, sign_jws
from tests.assets.status_lists import bitstring_entry
from tests.members import member
from tests.responses import responses
from tests.verification.listed import LIST, status_list
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, RecordingFetcher
from wallet.verification.authenticity import examine_authenticity
from wallet.verification.identity import Identity
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import RunMemory, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
OTHER = ed25519_key("another publisher")
BADGE: JsonValue = json.loads(badge_json())
JWS = badge_jws().decode()
UNSIGNED = sample_credential()


def examined(
    value: JsonValue, contents: dict[str, bytes] | None = None, fetcher: Fetcher | None = None
) -> list[Verification]:
    memory = RunMemory()
    door = fetcher or responses(contents or {})
    return [verify(one, at=AT, fetcher=door, memory=memory) for one in extract(json.dumps(value).encode())]


def verdicts(value: JsonValue, contents: dict[str, bytes] | None = None) -> list[Verdict]:
    return [one.verdict for one in examined(value, contents)]


def found(verification: Verification, check: Check) -> tuple[Outcome, str]:
    result = verification.report.result(check)
    return result.outcome, result.code


def test_a_record_and_the_signed_credentials_in_it_are_verified_each_for_itself() -> None:
    whole, embedded, enveloping = examined(record(BADGE, JWS))
    assert [one.verdict for one in (whole, embedded, enveloping)] == [Verdict.VERIFIED] * 3
    assert (whole.specification, embedded.specification) == ("CLR 2.0", "OB 3.0")
    assert found(whole, Check.CONFORMANCE) == (Outcome.PASSED, "conformance.conforms")
    assert (embedded.securing, enveloping.securing) == ("eddsa-rdfc-2022", "VC-JWT EdDSA")


def test_that_a_record_stands_says_nothing_about_a_credential_that_another_signed() -> None:
    forged = json.loads(badge_json()) | {"validFrom": "2025-04-02T00:00:00Z"}
    assert verdicts(record(forged, JWS)) == [Verdict.VERIFIED, Verdict.INVALID, Verdict.VERIFIED]


def test_nor_does_a_record_that_does_not_stand() -> None:
    altered = record(BADGE) | {"name": "Another record"}
    assert verdicts(altered) == [Verdict.INVALID, Verdict.VERIFIED]


def enveloped_record(*credentials: JsonValue, key: Ed25519Key = SAMPLE_KEY, **members: JsonValue) -> JsonValue:
    """A record signed as text; `members` replace its own."""
    return [enveloped(key, {**record_claims(*credentials, key=key), **members}, typ="vc+jwt")]


def test_a_credential_without_a_signature_is_its_issuers_word_in_the_issuers_own_record() -> None:
    whole, inner = examined(enveloped_record(UNSIGNED))
    assert (whole.verdict, inner.verdict) == (Verdict.VERIFIED, Verdict.VERIFIED)
    assert found(inner, Check.PROOF) == (Outcome.PASSED, "proof.by-record")
    assert found(inner, Check.COVERAGE) == (Outcome.PASSED, "coverage.by-record")
    assert inner.securing == whole.securing == "VC-JWT EdDSA"


def test_a_signature_over_canonical_json_vouches_like_one_over_the_text() -> None:
    claims = record_claims(UNSIGNED, {**UNSIGNED, "id": "urn:x:2"})
    options = {"suite": "eddsa-jcs-2022"}
    given = sign_data_integrity(claims, SAMPLE_KEY, method_of(SAMPLE_KEY), "2025-06-02T00:00:00Z", **options)
    whole, *inner = examined(given)
    assert [one.verdict for one in (whole, *inner)] == [Verdict.VERIFIED] * 3
    assert found(inner[0], Check.PROOF) == (Outcome.PASSED, "proof.by-record")
    swapped = json.loads(json.dumps(given))
    held = swapped["credentialSubject"]["verifiableCredential"]
    held.reverse()
    assert verdicts(swapped) == [Verdict.INVALID] * 3


def of_credits(name: str, credits: int, achievement: str) -> JsonObject:
    subject = sample_credential()["credentialSubject"]
    assert isinstance(subject, dict)
    about = subject["achievement"]
    assert isinstance(about, dict)
    changed: JsonObject = {**subject, "creditsEarned": credits, "achievement": {**about, "id": achievement}}
    return {**UNSIGNED, "id": name, "credentialSubject": changed}


def test_a_signature_over_rdf_does_not_tell_which_credential_states_what() -> None:
    first, second = of_credits("urn:x:1", 1, "urn:x:a"), of_credits("urn:x:2", 30, "urn:x:b")
    whole = record(first, second)
    # What the first credential states is moved into the second, and the other way round.
    swapped = json.loads(json.dumps(whole))
    one, other = swapped["credentialSubject"]["verifiableCredential"]
    one["credentialSubject"], other["credentialSubject"] = other["credentialSubject"], one["credentialSubject"]
    for given in (whole, swapped):
        outer, *inner = examined(given)
        assert outer.verdict is Verdict.VERIFIED
        assert [verification.verdict for verification in inner] == [Verdict.UNDETERMINED] * 2
        assert found(inner[0], Check.PROOF) == (Outcome.UNDETERMINED, "proof.record-merges")


def test_in_the_record_of_somebody_else_nobody_vouches_for_it() -> None:
    for given in (record(UNSIGNED, key=OTHER), enveloped_record(UNSIGNED, key=OTHER)):
        whole, inner = examined(given)
        assert (whole.verdict, inner.verdict) == (Verdict.VERIFIED, Verdict.INVALID)
        assert found(inner, Check.PROOF) == (Outcome.FAILED, "proof.record-of-another")
    assert inner.report.result(Check.PROOF).facts["publisher"] == did_key(OTHER)


@pytest.mark.parametrize("proof", [[], {}, "z"])
def test_an_empty_proof_is_not_the_absence_of_one(proof: JsonValue) -> None:
    # Whoever takes a proof out of a credential must not get the record's in its place by leaving its shell.
    _, inner = examined(enveloped_record({**UNSIGNED, "proof": proof}))
    assert inner.verdict is not Verdict.VERIFIED


def test_what_is_secured_by_a_record_falls_with_it() -> None:
    altered = record(UNSIGNED) | {"name": "Another record"}
    assert verdicts(altered) == [Verdict.INVALID, Verdict.INVALID]


def test_it_is_withdrawn_and_expires_with_the_record() -> None:
    listed = enveloped_record(UNSIGNED, BADGE, credentialStatus=bitstring_entry(LIST, 5))
    assert verdicts(listed, {LIST: status_list(5)}) == [Verdict.REVOKED, Verdict.REVOKED, Verdict.VERIFIED]
    assert verdicts(listed, {LIST: status_list()}) == [Verdict.VERIFIED] * 3
    assert verdicts(listed) == [Verdict.UNDETERMINED, Verdict.UNDETERMINED, Verdict.VERIFIED]
    ended = enveloped_record(UNSIGNED, BADGE, validUntil="2026-01-01T00:00:00Z")
    assert verdicts(ended) == [Verdict.EXPIRED, Verdict.EXPIRED, Verdict.VERIFIED]


def test_a_record_in_a_record_vouches_through_both() -> None:
    inner = record_claims(UNSIGNED)
    inner["id"] = "urn:uuid:the-inner-one"
    assert verdicts(enveloped_record(inner)) == [Verdict.VERIFIED] * 3
    assert verdicts(enveloped_record(inner, key=OTHER)) == [Verdict.VERIFIED, Verdict.INVALID, Verdict.INVALID]


def test_a_presentation_in_a_record_changes_nothing_and_vouches_for_nothing() -> None:
    wrapped: JsonObject = {"type": ["VerifiablePresentation"], "verifiableCredential": [UNSIGNED]}
    alone = signed_by(SAMPLE_KEY, {"@context": UNSIGNED["@context"], **wrapped, "holder": did_key(SAMPLE_KEY)})
    assert verdicts(alone)[0] is Verdict.INVALID


def test_a_record_is_verified_once_for_all_it_vouches_for(monkeypatch: pytest.MonkeyPatch) -> None:
    canonicalized: list[object] = []

    def counted(members: JsonObject, *arguments: object, **options: object) -> object:
        canonicalized.append(members.get("type"))
        return examine_authenticity(members, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("wallet.verification.enclosure.examine_authenticity", counted)
    credentials: list[JsonValue] = [{**UNSIGNED, "id": f"urn:uuid:{number}"} for number in range(12)]
    assert verdicts(enveloped_record(*credentials)) == [Verdict.VERIFIED] * 13
    # Once as the document itself, once for the credentials in it.
    assert canonicalized == [["VerifiableCredential", "ClrCredential"]] * 2


def test_each_credential_has_the_evidence_of_the_record_that_vouches_for_it() -> None:
    assert isinstance(HISAKATA.key, Ed25519Key)
    profile: JsonObject = {**UNSIGNED, "issuer": HISAKATA.profile}
    claims = {**record_claims(profile, {**profile, "id": "urn:uuid:2"}), "issuer": HISAKATA.profile}
    source = sign_jws(claims, HISAKATA.key, "EdDSA", HISAKATA.method).encode()
    memory, evidence = RunMemory(), []
    for document in extract(source):
        recorder = RecordingFetcher(EvidenceFetcher(HISAKATA.evidence))
        assert verify(document, at=AT, fetcher=recorder, memory=memory).verdict is Verdict.VERIFIED
        evidence.append({resource.url for resource in recorder.resources})
    assert evidence[0]
    assert evidence == [evidence[0]] * 3


NAMELESS: JsonObject = {"id": "urn:x:1", "type": ["Achievement"]}
ASSOCIATION: JsonObject = {
    "type": "Association",
    "associationType": "isLike",
    "sourceId": "urn:x:1",
    "targetId": "urn:x:2",
}


@pytest.mark.parametrize(
    ("name", "value", "path", "code"),
    [
        ("id", None, "$.credentialSubject.id", "record.nobody-named"),
        ("type", ["Person"], "$.credentialSubject.type", "field.other-type"),
        ("verifiableCredential", None, "$.credentialSubject.verifiableCredential", "record.no-credential"),
        ("achievement", [NAMELESS], "$.credentialSubject.achievement[0].name", "field.missing"),
        (
            "association",
            [ASSOCIATION],
            "$.credentialSubject.association[0].associationType",
            "record.association-type",
        ),
    ],
)
def test_a_record_departs_from_the_model_by_its_path(name: str, value: JsonValue, path: str, code: str) -> None:
    whole = examined(record(BADGE, **member(name, value)))[0]
    assert whole.verdict is Verdict.INVALID
    result = whole.report.result(Check.CONFORMANCE)
    assert result.code == "conformance.departs"
    problems = result.facts["problems"]
    assert isinstance(problems, list)
    assert (path, code) in [(one["path"], one["code"]) for one in problems if isinstance(one, dict)]


def test_a_recipient_is_compared_with_the_learner_of_the_record() -> None:
    document = extract(json.dumps(record(BADGE)).encode())[0]
    for identifier, verdict in ((HOLDER, Verdict.VERIFIED), ("did:key:z6Mkother", Verdict.INVALID)):
        identities = (Identity(type="id", value=identifier),)
        found_one = verify(document, at=AT, fetcher=responses({}), identities=identities)
        assert found_one.verdict is verdict
