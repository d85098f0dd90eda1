"""Several proofs of one document: alone, and built on one another."""

from __future__ import annotations

from typing import Any

import pytest

from tests.assets.keys import ed25519_key, p256_key
from tests.assets.samples import did_key, method_of, sample_credential, signed
from tests.verification.examining import examined
from wallet.errors import RefusalError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.proof_chains import previous_proofs
from wallet.verification.report import Outcome

ISSUER, WITNESS, CURVE = ed25519_key("sample issuer"), ed25519_key("witness"), p256_key("witness")
FIRST, SECOND = "urn:uuid:00000000-0000-4000-8000-000000000001", "urn:uuid:00000000-0000-4000-8000-000000000002"


def chain(*, suite: str = "eddsa-rdfc-2022", previous: JsonValue = FIRST) -> JsonObject:
    """The issuer's proof, and a witness's that builds on it."""
    document = signed(sample_credential(), suite=suite, id=FIRST)
    return signed(document, suite=suite, key=WITNESS, method=method_of(WITNESS), id=SECOND, previousProof=previous)


def proofs(document: JsonObject) -> Any:
    return document["proof"]


def reported(document: JsonObject) -> list[tuple[str, str]]:
    listed: Any = examined(document).proof.facts["proofs"]
    return [(one["proof"], one["code"]) for one in listed]


@pytest.mark.parametrize("suite", ["eddsa-rdfc-2022", "eddsa-jcs-2022"])
def test_a_proof_that_builds_on_another_signs_it_too(suite: str) -> None:
    document = chain(suite=suite)
    assert examined(document).established
    assert reported(document) == [("passed", "proof.signature-valid")] * 2


def test_all_previous_proofs_are_signed() -> None:
    document = signed(chain(previous=None), key=ISSUER, method=method_of(ISSUER), previousProof=[FIRST, SECOND])
    assert reported(document) == [("passed", "proof.signature-valid")] * 3
    proofs(document)[1]["created"] = "2025-04-02T09:00:00Z"
    assert [outcome for outcome, _ in reported(document)] == ["passed", "failed", "failed"]


def test_a_proof_whose_previous_one_is_wrong_does_not_stand() -> None:
    document = chain()
    value = proofs(document)[0]["proofValue"]
    proofs(document)[0]["proofValue"] = value[:-1] + ("2" if value[-1] != "2" else "3")
    assert reported(document)[1] == ("failed", "proof.previous-failed")
    assert examined(document).proof.outcome is Outcome.FAILED


def test_a_proof_whose_previous_one_was_taken_away_does_not_stand() -> None:
    document = chain()
    del proofs(document)[0]
    found = examined(document)
    assert (found.proof.outcome, found.proof.code) == (Outcome.FAILED, "proof.previous-missing")
    assert found.coverage.code == "coverage.chain-not-examined"


def test_the_issuers_proof_stands_although_one_that_builds_on_it_does_not() -> None:
    document = chain()
    proofs(document)[1]["previousProof"] = "urn:uuid:another"
    assert examined(document).established
    assert reported(document)[1] == ("failed", "proof.previous-missing")


def test_a_previous_proof_of_an_unknown_suite_leaves_the_next_open() -> None:
    document = chain()
    proofs(document)[0]["cryptosuite"] = "bbs-2023"
    assert reported(document)[1] == ("undetermined", "proof.previous-undetermined")
    assert examined(document).proof.outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize("previous", [SECOND, [FIRST, SECOND]])
def test_proofs_cannot_build_on_one_another_in_a_circle(previous: JsonValue) -> None:
    document = chain()
    proofs(document)[0]["previousProof"] = previous
    answers = reported(document)
    assert {outcome for outcome, _ in answers} == {"failed"}
    assert "proof.previous-circular" in {code for _, code in answers}


def test_suites_may_differ_within_a_set_and_the_issuers_decides() -> None:
    document = signed(
        sample_credential(), suite="ecdsa-rdfc-2019", key=CURVE, method=method_of(CURVE), created="2025-04-01T09:00:00Z"
    )
    assert examined(document).issuer.code == "method.other-controller"
    both = signed(document, suite="eddsa-rdfc-2022")
    found = examined(both)
    assert found.established
    assert found.securing == "eddsa-rdfc-2022"
    summary: Any = found.proof.facts["proofs"]
    assert [one["issuer"] for one in summary] == ["failed", "passed"]
    assert [one["issuer_code"] for one in summary] == ["method.other-controller", "issuer.key-is-the-issuers"]
    assert summary[0]["facts"]["method"] == f"{did_key(CURVE)}#{CURVE.multikey}"


@pytest.mark.parametrize(
    ("previous", "code"),
    [
        ([], "proof.previous-missing"),
        ("urn:x", "proof.previous-missing"),
        ([{"id": "urn:a"}], "proof.previous-missing"),
        (["urn:a", "urn:x"], "proof.previous-missing"),
        ("urn:b", "proof.previous-ambiguous"),
    ],
)
def test_what_cannot_be_found_is_refused(previous: JsonValue, code: str) -> None:
    others: list[JsonObject] = [{"id": "urn:a"}, {"id": "urn:b"}, {"id": "urn:b"}]
    with pytest.raises(RefusalError) as caught:
        previous_proofs({"previousProof": previous}, others)
    assert caught.value.code == code
    assert previous_proofs({"previousProof": ["urn:a"]}, others) == (0,)
    assert previous_proofs({}, others) == ()
