"""Withdrawn or not: lists that are read, and every way in which one cannot be relied on."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.assets import badge_json
from tests.assets.records import enveloped
from tests.assets.samples import ISSUER, SAMPLE_KEY, SAMPLE_METHOD, VCDM_1_CONTEXT
from tests.assets.status_lists import bitstring_entry
from tests.members import member
from tests.responses import FETCHED_AT, responses
from tests.verification.listed import AT, CREDENTIAL, LIST, badge, encoded_bits, examined, list_2021, status_list
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import verify

REVOCATIONS = "https://issuer.example/revocations"


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


MESSAGES: JsonValue = [{"status": f"0x{value:x}", "message": f"state {value}"} for value in range(4)]


def sized(index: int, purpose: str, size: int = 2, **members: JsonValue) -> JsonObject:
    return {**bitstring_entry(LIST, index, purpose), "statusSize": size, "statusMessage": MESSAGES, **members}


def two_bit_list(purpose: str) -> bytes:
    """The values 0, 1, 2, 3 in two bits each, then zeroes."""
    return status_list(purpose=purpose, encoded=encoded_bits(bytes([0b00011011]) + bytes(30_000)))


@pytest.mark.parametrize(
    ("index", "code"),
    [(0, "status.not-withdrawn"), (1, "status.revoked"), (2, "status.revoked"), (5, "status.revoked")],
)
def test_a_status_of_several_bits_is_withdrawn_by_any_of_them(index: int, code: str) -> None:
    bits = bytes([0b00011011, 0b00110000]) + bytes(30_000)
    content = status_list(encoded=encoded_bits(bits))
    assert examined(badge(sized(index, "revocation")), {LIST: content})[1].code == code


@pytest.mark.parametrize("index", range(4))
def test_a_message_is_told_and_withdraws_nothing(index: int) -> None:
    verification, status = examined(badge(sized(index, "message")), {LIST: two_bit_list("message")})
    assert verification.verdict is Verdict.VERIFIED
    assert (status.code, status.facts["message"]) == ("status.message", f"state {index}")
    assert status.facts["value"] == hex(index)


def test_a_value_without_a_message_says_nothing_that_could_be_relied_on() -> None:
    entry = sized(3, "message", statusMessage=[{"status": "0x0", "message": "fine"}])
    verification, status = examined(badge(entry), {LIST: two_bit_list("message")})
    assert (verification.verdict, status.code) == (Verdict.UNDETERMINED, "status.message-undefined")


def test_the_newer_version_that_a_list_announces_is_told() -> None:
    source = badge(bitstring_entry(LIST, 3, "refresh"))
    verification, status = examined(source, {LIST: status_list(3, purpose="refresh")})
    assert (verification.verdict, status.code) == (Verdict.VERIFIED, "status.newer-announced")
    assert examined(source, {LIST: status_list(purpose="refresh")})[1].code == "status.no-withdrawal-purpose"


def test_of_several_entries_each_is_reported() -> None:
    source = badge(bitstring_entry(LIST, 1), bitstring_entry(LIST, 1, "mood"))
    verification, status = examined(source, {LIST: status_list()})
    assert (verification.verdict, status.code) == (Verdict.UNDETERMINED, "status.unsupported-purpose")
    entries = status.facts["entries"]
    assert isinstance(entries, list)
    codes = [entry["code"] for entry in entries if isinstance(entry, dict)]
    assert codes == ["status.not-withdrawn", "status.unsupported-purpose"]


@pytest.mark.parametrize(
    ("ttl", "code"),
    [
        (300_000, "status.not-withdrawn-then"),
        (10**11, "status.not-withdrawn"),
        ("300000", "status.not-withdrawn"),
        (-1, "status.not-withdrawn"),
    ],
)
def test_a_copy_older_than_its_issuer_lets_it_count_is_said_to_be_so(ttl: JsonValue, code: str) -> None:
    verification, status = examined(badge(bitstring_entry(LIST, 1)), {LIST: status_list(ttl=ttl)})
    assert (verification.verdict, status.code) == (Verdict.VERIFIED, code)


LIST_2021_CONTEXT = "https://w3id.org/vc/status-list/2021/v1"


@pytest.mark.parametrize(
    ("content", "verdict"),
    [
        (list_2021(4), Verdict.VERIFIED),
        (list_2021(5), Verdict.REVOKED),
        (
            list_2021(encoded=encoded_bits(b"\x05" + bytes(20_000))[1:].replace("-", "+").replace("_", "/")),
            Verdict.REVOKED,
        ),
        (list_2021(encoded=encoded_bits(bytes(20_000))), Verdict.UNDETERMINED),
        (status_list(5), Verdict.UNDETERMINED),
    ],
)
def test_a_list_of_the_draft_of_2021_is_read(content: bytes, verdict: Verdict) -> None:
    entry = {**bitstring_entry(LIST, 5), "type": "StatusList2021Entry"}
    contexts = [VCDM_1_CONTEXT, json.loads(badge_json())["@context"][1], LIST_2021_CONTEXT]
    source = badge_json(
        data_model="1.1", suite="Ed25519Signature2020", credentialStatus=entry, **member("@context", contexts)
    )
    assert examined(source, {LIST: content})[0].verdict is verdict


def test_gone_is_no_word_about_this_badge() -> None:
    document = extract(badge(bitstring_entry(LIST, 1)))[0]
    gone = verify(document, at=AT, fetcher=responses({LIST: b""}, status=410))
    status = gone.report.result(Check.STATUS)
    assert (status.outcome, status.code) == (Outcome.UNDETERMINED, "status.list-gone")


def test_the_reason_of_a_revocation_is_kept() -> None:
    content: JsonObject = {
        "issuer": ISSUER,
        "revokedCredential": [{"id": CREDENTIAL, "revocationReason": "Issued by mistake"}],
    }
    _, status = examined(with_revocation_list(), {REVOCATIONS: json.dumps(content).encode()})
    assert status.facts["reason"] == "Issued by mistake"
    assert status.facts["notes"] == [{"code": "status.reason", "reason": "Issued by mistake"}]


@pytest.mark.parametrize("envelope", [False, True])
def test_a_list_may_be_enveloped(envelope: bool) -> None:
    claims = {name: value for name, value in json.loads(status_list(5)).items() if name != "proof"}
    text = enveloped(SAMPLE_KEY, claims, typ="vc+jwt")
    wrapped = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{text}"}
    content = json.dumps(wrapped).encode() if envelope else text.encode()
    for index, code in ((4, "status.not-withdrawn"), (5, "status.revoked")):
        assert examined(badge(bitstring_entry(LIST, index)), {LIST: content})[1].code == code


def test_of_two_good_answers_the_one_about_withdrawal_speaks() -> None:
    source = badge(sized(0, "message"), bitstring_entry("https://issuer.example/status/2", 1))
    contents = {LIST: two_bit_list("message"), "https://issuer.example/status/2": status_list()}
    assert examined(source, contents)[1].code == "status.not-withdrawn"


def test_a_list_of_nothing_at_all_is_no_list() -> None:
    content = json.dumps({"id": REVOCATIONS, "issuer": ISSUER, "revokedCredential": None}).encode()
    status = examined(with_revocation_list(), {REVOCATIONS: content})[1]
    assert (status.outcome, status.code) == (Outcome.UNDETERMINED, "status.list-malformed")
