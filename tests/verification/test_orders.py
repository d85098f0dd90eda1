"""Badges with rare characters, as issuing software written in JavaScript signs them: its lines have another order."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.assets.encoding import multibase58
from tests.assets.samples import CREATED, SAMPLE_KEY, SAMPLE_METHOD, sample_credential, signed
from tests.attacks.attack import in_achievement
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject
from wallet.verification.canonicalization import canonicalize
from wallet.verification.rdfc import Order
from wallet.verification.report import Check, CheckResult, Verdict
from wallet.verification.verifier import Verification, verify

RARE = ["𠮟る力", "ＩＴ基礎", "🌸"]
"""Texts of one member: a kanji beyond U+FFFF, full-width letters below it, and a flower."""


def badge(tags: list[str], order: Order) -> JsonObject:
    """The sample with these tags, signed over lines in this order."""
    credential = sample_credential()
    in_achievement(tag=list(tags))(credential)
    proof: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": CREATED,
        "verificationMethod": SAMPLE_METHOD,
        "proofPurpose": "assertionMethod",
    }
    parts = ({"@context": credential["@context"], **proof}, credential)
    hashes = [hashlib.sha256(canonicalize(part, order=order).nquads.encode()).digest() for part in parts]
    return {**credential, "proof": [{**proof, "proofValue": multibase58(SAMPLE_KEY.sign(b"".join(hashes)))}]}


def examined(document: JsonObject) -> tuple[Verification, CheckResult]:
    from datetime import UTC, datetime

    source = json.dumps(document, ensure_ascii=False).encode()
    verification = verify(extract(source)[0], at=datetime(2026, 6, 1, tzinfo=UTC), fetcher=responses({}))
    return verification, verification.report.result(Check.PROOF)


@pytest.mark.parametrize(
    ("order", "code"),
    [("code-point", "proof.signature-valid"), ("utf-16", "proof.signature-valid-in-utf-16-order")],
)
def test_either_order_is_accepted_and_named(order: Order, code: str) -> None:
    verification, proof = examined(badge(RARE, order))
    assert verification.verdict is Verdict.VERIFIED
    assert proof.code == code


def test_the_two_orders_differ_for_these_characters_only() -> None:
    assert badge(RARE, "code-point") != badge(RARE, "utf-16")
    assert badge(["ＩＴ基礎", "統計"], "code-point") == badge(["ＩＴ基礎", "統計"], "utf-16")


def test_a_changed_text_is_wrong_in_every_order() -> None:
    document = badge(RARE, "utf-16")
    in_achievement(tag=["𠮟る力", "ＩＴ応用", "🌸"])(document)
    verification, proof = examined(document)
    assert (verification.verdict, proof.code) == (Verdict.INVALID, "proof.signature-wrong")


def test_what_pyld_signs_is_in_the_order_of_the_recommendation() -> None:
    credential = sample_credential()
    in_achievement(tag=list(RARE))(credential)
    assert examined(signed(credential))[1].code == "proof.signature-valid"
