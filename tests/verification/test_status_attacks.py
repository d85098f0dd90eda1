"""Every way in which a status list cannot be relied on: the sample, and the code it is refused with."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tests.assets import badge_json, badge_jws
from tests.assets.keys import ed25519_key
from tests.assets.samples import did_key
from tests.assets.status_lists import bitstring_entry, encoded_list
from tests.verification.listed import LIST, badge, encoded_bits, examined, list_2021, status_list
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Outcome, Verdict

STRANGER = ed25519_key("stranger")
ENTRY = bitstring_entry(LIST, 1)


def at(index: JsonValue, **members: JsonValue) -> JsonObject:
    return {**ENTRY, "statusListIndex": index, **members}


def without_proof() -> bytes:
    unsigned = json.loads(status_list())
    del unsigned["proof"]
    return json.dumps(unsigned).encode()


def presented(content: bytes) -> bytes:
    wrapped = {"type": ["VerifiablePresentation"], "verifiableCredential": [json.loads(content)] * 2}
    return json.dumps(wrapped).encode()


ATTACKS: Mapping[str, tuple[JsonObject, bytes, str]] = {
    "index beyond the list": (at("131072"), status_list(), "status.index-out-of-range"),
    "index far beyond the list": (at("999999999999"), status_list(), "status.index-out-of-range"),
    "negative index": (at("-1"), status_list(), "status.malformed-index"),
    "index with letters": (at("1abc"), status_list(), "status.malformed-index"),
    "fractional index": (at("1.0"), status_list(), "status.malformed-index"),
    "index in other digits": (at("\u0661"), status_list(), "status.malformed-index"),
    "index with a line break": (at("1\n"), status_list(), "status.malformed-index"),
    "index with a leading zero": (at("01"), status_list(), "status.malformed-index"),
    "index that is a truth value": (at(True), status_list(), "status.malformed-index"),
    "no index": (at(None), status_list(), "status.malformed-index"),
    "status of no bits": (at("1", statusSize=0), status_list(), "status.malformed-size"),
    "status of a negative number of bits": (at("1", statusSize=-1), status_list(), "status.malformed-size"),
    "status of half a bit": (at("1", statusSize=1.5), status_list(), "status.malformed-size"),
    "status of a million bits": (at("1", statusSize=1_000_000), status_list(), "status.malformed-size"),
    "list too short for its size": (at("1", statusSize=2), status_list(), "status.list-too-short"),
    "another purpose": (bitstring_entry(LIST, 1, "suspension"), status_list(), "status.other-purpose"),
    "unknown purpose": (bitstring_entry(LIST, 1, "mood"), status_list(), "status.unsupported-purpose"),
    "no address": (at("1", statusListCredential=None), status_list(), "status.malformed-entry"),
    "not gzip": (ENTRY, status_list(encoded="uAAAA"), "status.list-malformed"),
    "cut short": (ENTRY, status_list(encoded=encoded_list(())[:-12]), "status.list-malformed"),
    "no multibase prefix": (ENTRY, status_list(encoded=encoded_list(())[1:]), "status.list-malformed"),
    "bits that are no text": (ENTRY, status_list(encoded=7), "status.list-malformed"),
    "too short": (ENTRY, status_list(encoded=encoded_list((), 8_000)), "status.list-too-short"),
    "empty": (ENTRY, status_list(encoded=encoded_bits(b"")), "status.list-too-short"),
    "inflating": (ENTRY, status_list(encoded=encoded_list((), 160_000_000)), "status.list-too-large"),
    "expired": (ENTRY, status_list(validUntil="2026-05-01T00:00:00Z"), "status.list-expired"),
    "expiring on no date": (ENTRY, status_list(validUntil="2026-05-01"), "status.list-expired"),
    "of the future": (ENTRY, status_list(validFrom="2027-05-01T00:00:00Z"), "status.list-not-yet-valid"),
    "foreign issuer": (ENTRY, status_list(key=STRANGER, issuer=did_key(STRANGER)), "status.list-of-another"),
    "signed by somebody else": (ENTRY, status_list(key=STRANGER), "status.list-not-verified"),
    "unsigned": (ENTRY, without_proof(), "status.list-not-verified"),
    "altered": (ENTRY, status_list(1).replace(b"2026-01-01", b"2026-01-02"), "status.list-not-verified"),
    "a page": (ENTRY, b"<html>", "status.list-malformed"),
    "a badge": (ENTRY, badge_json(), "status.list-malformed"),
    "an enveloped badge": (ENTRY, badge_jws(), "status.list-malformed"),
    "two lists": (ENTRY, presented(status_list()), "status.list-malformed"),
    "the list of another specification": (ENTRY, list_2021(), "status.list-malformed"),
    "a subject of another type": (
        ENTRY,
        status_list(credentialSubject={"type": "Person", "statusPurpose": "revocation"}),
        "status.list-malformed",
    ),
    "an address without encryption": (
        bitstring_entry("http://issuer.example/1", 1),
        status_list(),
        "resolution.not-kept",
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_list_that_cannot_be_relied_on_leaves_the_status_open(attack: str) -> None:
    entry, content, code = ATTACKS[attack]
    verification, status = examined(badge(entry), {LIST: content})
    # Some of these entries break the data model as well, and the badge with it.
    assert verification.verdict in (Verdict.UNDETERMINED, Verdict.INVALID)
    assert (status.outcome, status.code) == (Outcome.UNDETERMINED, code)


@pytest.mark.parametrize("entry", ["https://issuer.example/s", 5, {}, {"type": []}, [{"type": ["A", "B"]}]])
def test_an_entry_of_any_other_shape_is_never_skipped(entry: JsonValue) -> None:
    verification = examined(badge_json(after=lambda credential: credential.update(credentialStatus=entry)), {})[0]
    assert verification.verdict is not Verdict.VERIFIED


def test_two_kinds_at_once_leave_open_which_is_meant() -> None:
    entry: JsonObject = {**ENTRY, "type": ["BitstringStatusListEntry", "1EdTechRevocationList"]}
    verification, status = examined(badge(entry), {LIST: status_list()})
    assert status.code in ("status.unsupported-type", "status.not-asked")
    assert verification.verdict is not Verdict.VERIFIED


def test_every_sample_is_of_its_own_kind() -> None:
    assert len(ATTACKS) >= 35
    assert len({(json.dumps(entry), content) for entry, content, _ in ATTACKS.values()}) == len(ATTACKS)
