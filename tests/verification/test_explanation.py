"""The account of a derivation is what was done, and costs nothing where nobody reads it."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.assets.keys import p256_key
from tests.assets.samples import badge_json, badge_jws, did_key, method_of, sample_credential
from tests.assets.selective import base_proof, derived_proof, sign
from tests.responses import responses
from tests.verification.examining import AT, examined
from wallet.documents import extract
from wallet.resolution.keys import key_from_multikey, verify_signature
from wallet.verification.explanation import Explanation, Trace
from wallet.verification.verifier import verify

HASHED = {
    "proof",
    "unsecuredDocument",
    "proofConfig",
    "transformedDocument",
    "canonicalProofConfig",
    "transformedDocumentHash",
    "proofConfigHash",
    "hashData",
    "verificationMethod",
    "controller",
    "publicKey",
    "proofBytes",
    "verified",
}


def explained(source: bytes) -> tuple[Any, ...]:
    verification = verify(extract(source)[0], at=AT, fetcher=responses({}), explain=True)
    assert verification.explanation is not None
    return verification.explanation


@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022", "Ed25519Signature2020"])
def test_every_step_of_a_hashed_proof_follows_from_those_before(suite: str) -> None:
    (steps,) = explained(badge_json(suite=suite))
    assert set(steps) >= HASHED
    hashes = [
        hashlib.sha256(steps[name].encode("utf-8")).hexdigest()
        for name in ("canonicalProofConfig", "transformedDocument")
    ]
    assert [steps["proofConfigHash"], steps["transformedDocumentHash"]] == hashes
    assert steps["hashData"] == "".join(hashes)
    key = key_from_multikey(steps["verificationMethod"].split("#")[1])
    assert key.raw.hex() == steps["publicKey"]
    assert verify_signature(key, "EdDSA", bytes.fromhex(steps["proofBytes"]), bytes.fromhex(steps["hashData"]))
    assert steps["verified"] is True


def test_an_account_of_a_wrong_signature_says_so() -> None:
    (steps,) = explained(badge_json(after=lambda document: document.update(name="Changed")))
    assert (steps["proofResult"], steps["verified"]) == ("proof.signature-wrong", False)
    assert "Changed" in steps["transformedDocument"]


def test_an_account_ends_where_the_examination_ended() -> None:
    (steps,) = explained(badge_json(after=lambda document: document.update({"@context": ["https://x.example/"]})))
    assert steps["proofResult"] == "proof.not-canonical"
    assert "hashData" not in steps


def test_a_jws_is_accounted_for_by_what_was_signed() -> None:
    text = badge_jws()
    (steps,) = explained(text)
    assert steps["jwsSigningInput"].encode() == text.rpartition(b".")[0]
    assert steps["joseHeader"]["alg"] == "EdDSA"
    assert (steps["keyKind"], steps["verified"]) == ("Ed25519", True)


def test_selective_disclosure_is_accounted_for_statement_by_statement() -> None:
    key = p256_key("discloser")
    issuer: Any = {"id": did_key(key), "type": ["Profile"]}
    disclosure = sign(sample_credential(issuer=issuer), key, method_of(key), "2025-04-01T09:00:00Z", lambda _: False)
    for document in (derived_proof(disclosure), base_proof(disclosure, [])):
        explanation = Explanation()
        examined(document, trace=explanation)
        (steps,) = explanation.proofs
        nonmandatory: Any = steps["nonMandatory"]
        assert "".join(nonmandatory) == steps["transformedDocument"]
        assert steps["mandatoryHash"] == hashlib.sha256(b"").hexdigest()
        assert str(steps["hashData"]).startswith(str(steps["proofHash"]))


def test_nothing_is_kept_unless_asked_for() -> None:
    assert verify(extract(badge_json())[0], at=AT, fetcher=responses({})).explanation is None
    trace = Trace()
    trace.proof("any").note(step=b"bytes")
    assert not hasattr(trace, "proofs")
