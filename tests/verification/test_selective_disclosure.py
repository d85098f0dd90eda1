"""Selective disclosure: what a holder shows, what they left out, and what nobody signed."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from typing import Any

import pytest
from cbor2 import dumps

from tests.assets.encoding import base64url
from tests.assets.keys import p256_key, p384_key
from tests.assets.samples import did_key, method_of, sample_credential
from tests.assets.selective import Disclosure, base_proof, derived_proof, sign
from tests.assets.status_lists import bitstring_entry
from tests.responses import responses
from tests.verification.examining import AT, codes, examined
from wallet.documents import extract
from wallet.errors import RefusalError
from wallet.fields import JsonObject
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.sd_proof_value import BaseValue, DerivedValue, parse_proof_value
from wallet.verification.verifier import verify

KEY, STRANGER = p256_key("discloser"), p256_key("stranger")
CREATED = "2025-04-01T09:00:00Z"
COVERED = "coverage.every-disclosed-member-signed"


def disclosure(**members: Any) -> Disclosure:
    issuer: JsonObject = {"id": did_key(KEY), "type": ["Profile"]}
    return sign(sample_credential(issuer=issuer, **members), KEY, method_of(KEY), CREATED, is_mandatory)


def is_mandatory(statement: str) -> bool:
    """What the pointer "/issuer" selects: the credential's types and issuer, and the issuer's own members."""
    about_credential = statement.startswith("<urn:uuid:") and ("#type>" in statement or "#issuer>" in statement)
    return about_credential or statement.startswith(f"<{did_key(KEY)}>")


def hide_criteria(document: JsonObject) -> None:
    subject: Any = document["credentialSubject"]
    del subject["achievement"]["criteria"]


def outcome(document: JsonObject) -> tuple[Outcome, str]:
    found = examined(document)
    return found.proof.outcome, found.proof.code


def test_what_is_shown_of_a_credential_is_verified_and_said_to_be_a_part() -> None:
    for document in (derived_proof(disclosure()), derived_proof(disclosure(), hide_criteria)):
        found = examined(document)
        assert codes(found) == (COVERED, "proof.selective-disclosure", "issuer.key-is-the-issuers")
        assert found.established
        assert found.proof.facts["selective_disclosure"] is True
        assert found.proof.facts["mandatory_statements"] == 4


def test_a_changed_statement_is_found() -> None:
    document = derived_proof(disclosure())
    document["validFrom"] = "2025-04-02T00:00:00Z"
    assert outcome(document) == (Outcome.FAILED, "proof.signature-wrong")
    mandatory = derived_proof(disclosure())
    issuer: Any = mandatory["issuer"]
    issuer["type"] = ["Profile", "Achievement"]
    assert outcome(mandatory)[0] is Outcome.FAILED


def test_an_added_or_taken_statement_does_not_go_with_its_signatures() -> None:
    document = derived_proof(disclosure())
    document["name"] = "Added"
    assert outcome(document)[0] is Outcome.FAILED
    taken = derived_proof(disclosure())
    del taken["validFrom"]
    assert outcome(taken) in {
        (Outcome.FAILED, "proof.statements-unsigned"),
        (Outcome.FAILED, "proof.signature-wrong"),
    }


def test_a_mandatory_statement_cannot_be_left_out() -> None:
    def hide(document: JsonObject) -> None:
        document["issuer"] = did_key(KEY)

    assert outcome(derived_proof(disclosure(), hide)) == (Outcome.FAILED, "proof.signature-wrong")


@pytest.mark.parametrize(
    ("component", "value", "code"),
    [
        ("labels", {}, "proof.label-missing"),
        ("labels", {0: bytes(32)}, "proof.signature-wrong"),
        ("labels", {0: bytes(31)}, "proof.malformed-value"),
        ("labels", {"0": bytes(32)}, "proof.malformed-value"),
        ("labels", [], "proof.malformed-value"),
        ("indexes", [], "proof.signature-wrong"),
        ("indexes", [0, 1, 2, 99], "proof.signature-wrong"),
        ("indexes", [-1], "proof.malformed-value"),
        ("indexes", ["0"], "proof.malformed-value"),
        ("signatures", [], "proof.statements-unsigned"),
        ("signatures", [bytes(63)], "proof.malformed-value"),
        ("base_signature", bytes(64), "proof.signature-wrong"),
        ("base_signature", "text", "proof.malformed-value"),
        ("one_time_key", b"\x80\x24" + bytes(33), "proof.signature-wrong"),
        ("one_time_key", b"\xed\x01" + bytes(33), "proof.malformed-value"),
    ],
)
def test_a_component_that_was_changed_is_refused(component: str, value: object, code: str) -> None:
    changed: dict[str, Any] = {component: value}
    assert outcome(derived_proof(disclosure(), **changed)) == (Outcome.FAILED, code)


def test_every_statement_needs_its_own_signature() -> None:
    original = disclosure()
    forged = {line: bytes([1]) * 64 for line in original.signatures}
    for statement in original.signatures:
        one = dataclasses.replace(original, signatures={**original.signatures, statement: forged[statement]})
        assert outcome(derived_proof(one)) == (Outcome.FAILED, "proof.signature-wrong")
    assert len(original.signatures) > 5


def test_a_stranger_cannot_vouch_for_the_one_time_key() -> None:
    credential = sample_credential(issuer={"id": did_key(KEY), "type": ["Profile"]})
    forged = sign(credential, STRANGER, method_of(KEY), CREATED, is_mandatory)
    assert outcome(derived_proof(forged)) == (Outcome.FAILED, "proof.signature-wrong")


def test_an_undefined_member_is_not_covered() -> None:
    document = derived_proof(disclosure())
    document["undefined"] = "added"
    found = examined(document)
    assert (found.coverage.outcome, found.coverage.code) == (Outcome.FAILED, "coverage.members-not-signed")


def test_another_kind_of_key_is_refused() -> None:
    document = derived_proof(disclosure())
    proof: Any = document["proof"]
    proof["verificationMethod"] = method_of(p384_key("a"))
    assert outcome(document) == (Outcome.FAILED, "proof.key-of-another-kind")


# Base proofs


def test_a_genuine_base_proof_is_recognised_and_not_accepted() -> None:
    found = examined(base_proof(disclosure(), ["/issuer"]))
    assert (found.proof.outcome, found.proof.code) == (Outcome.FAILED, "proof.base-proof")
    assert found.proof.facts["mandatory"] == ["/issuer"]
    assert not found.established


def test_a_base_proof_is_checked_as_its_holder_may() -> None:
    original = disclosure()
    changed = base_proof(original, ["/issuer"])
    changed["validFrom"] = "2025-04-02T00:00:00Z"
    assert outcome(changed) == (Outcome.FAILED, "proof.signature-wrong")
    assert outcome(base_proof(original, ["/issuer", "/validFrom"])) == (Outcome.FAILED, "proof.signature-wrong")
    assert outcome(base_proof(original, [])) == (Outcome.FAILED, "proof.signature-wrong")
    assert outcome(base_proof(original, ["/nowhere"])) == (Outcome.FAILED, "proof.pointer-missing")
    fewer = dataclasses.replace(original, signatures=dict(list(original.signatures.items())[1:]))
    assert outcome(base_proof(fewer, ["/issuer"])) == (Outcome.FAILED, "proof.statements-unsigned")


# Proof values


def value(header: bytes, *components: object) -> str:
    return "u" + base64url(header + dumps(list(components)))


ONE_TIME = b"\x80\x24\x02" + hashlib.sha256(b"point").digest()
DERIVED = (bytes(64), ONE_TIME, [bytes(64)], {0: bytes(32)}, [0, 2])
BASE = (bytes(64), ONE_TIME, bytes(32), [bytes(64)], ["/issuer", ""])


def test_both_values_are_told_apart_by_their_header() -> None:
    derived = parse_proof_value(value(b"\xd9\x5d\x01", *DERIVED))
    assert isinstance(derived, DerivedValue)
    assert derived.labels == {"c14n0": "u" + base64url(bytes(32))}
    assert derived.mandatory_indexes == {0, 2}
    base = parse_proof_value(value(b"\xd9\x5d\x00", *BASE))
    assert isinstance(base, BaseValue)
    assert base.mandatory_pointers == ("/issuer", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "u",
        "z2V0B",
        "u===",
        value(b"\xd9\x5d\x02", *DERIVED),
        value(b"\xd9\x5d\x00", *DERIVED),
        value(b"\xd9\x5d\x01", *BASE),
        value(b"\xd9\x5d\x01", *DERIVED[:4]),
        value(b"\xd9\x5d\x01", *DERIVED, 1),
        value(b"\xd9\x5d\x01", *DERIVED)[:-4],
        value(b"\xd9\x5d\x01", *DERIVED) + "AA",
        value(b"\xd9\x5d\x00", *BASE[:4], ["issuer"]),
        value(b"\xd9\x5d\x00", *BASE[:4], [1]),
        value(b"\xd9\x5d\x01", *DERIVED[:4], [True]),
        value(b"\xd9\x5d\x01", *DERIVED[:3], {0: bytes(32), 1: bytes(32)}, [0]),
    ],
)
def test_any_other_value_is_malformed(text: str) -> None:
    with pytest.raises(RefusalError, match=r"proof\.malformed-value"):
        parse_proof_value(text)


def test_a_list_or_an_end_that_the_holder_kept_back_is_not_said_not_to_exist() -> None:
    def hide(document: JsonObject) -> None:
        document.pop("credentialStatus", None)
        document.pop("validUntil", None)

    status = bitstring_entry("https://issuer.example/status", 94)
    whole = disclosure(credentialStatus=status, validUntil="2025-06-01T00:00:00Z")
    assert verdict(derived_proof(whole)) == (Verdict.EXPIRED, "resolution.not-kept", "validity.expired")
    assert verdict(derived_proof(whole, hide))[1:] == ("status.none-shown", "validity.no-end-shown")
    assert verdict(derived_proof(disclosure()))[1:] == ("status.none-shown", "validity.no-end-shown")


def verdict(document: JsonObject) -> tuple[Verdict, str, str]:
    found = verify(extract(json.dumps(document).encode())[0], at=AT, fetcher=responses({}))
    report = found.report
    return found.verdict, report.result(Check.STATUS).code, report.result(Check.VALIDITY).code
