"""The worked examples of the specifications: not only their signatures, but every value on the way to them.

The figures are those that the specifications print and that the test vectors' repositories hold beside the signed
documents. A hash of a canonical form that is equal says that the canonical form is equal, byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.conformance.places import shared_folder
from wallet.fields import JsonObject
from wallet.resolution.index import IndexFetcher
from wallet.verification.authenticity import Authenticity, examine_authenticity
from wallet.verification.explanation import Explanation
from wallet.verification.report import Outcome

HASH_DATA = {
    "1edtech/spec-vectors/obv3p0/signed-credential.json": (
        "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
        "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773"
    ),
    "1edtech/spec-vectors/clrv2p0/signed-credential.json": (
        "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
        "768d7015ae69e0210e1c2a45194d9c1d15d7a6022e52b946574a2a27f6fa85fe"
    ),
    "w3c-eddsa/eddsa-rdfc-2022/employ/signedDataInt.json": (
        "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0"
        "03f59e5b04ab575b1172cb684f22eede72f0e9033e0b5c67d0e2506768d6ce11"
    ),
    "w3c-eddsa/eddsa-jcs-2022/signedJCS.json": (
        "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
        "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
    ),
    "w3c-ecdsa/ecdsa-jcs-2019-p384/signedJCSECDSAP384.json": (
        "83e5057817abb0c6872eafeaba1a9e53893c58eeb7414fb6d8aa3fa8c7917f7ad4792890b257c598baa17f4fbe6d183c"
        "3e0be671cc1881035d463158c80921973dab3534d4f8dfacf4ff2725a4115eb718e49d66de0e90e7365cd6062abf2259"
    ),
    "w3c-ecdsa/ecdsa-rdfc-2019-p256/signedECDSAP256.json": (
        "3a8a522f689025727fb9d1f0fa99a618da023e8494ac74f51015d009d35abc2e"
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    ),
    "w3c-ecdsa/ecdsa-rdfc-2019-p256/employ/signedECDSAP256.json": (
        "3a8a522f689025727fb9d1f0fa99a618da023e8494ac74f51015d009d35abc2e"
        "03f59e5b04ab575b1172cb684f22eede72f0e9033e0b5c67d0e2506768d6ce11"
    ),
    "w3c-ecdsa/ecdsa-rdfc-2019-p384/signedECDSAP384.json": (
        "e32805a26492eac777aa7a138f6d8da3c74e0c7be7b296dcaccf97420c3b92eaad7be6449ca565e165031567f5c7cbc1"
        "8bf6e01df72c5b62f91b685231915ac4b8c58ea95f002c6b8f6bfafa1b251df476b56b8e01518e317dab099d3ecbff96"
    ),
    "w3c-ecdsa/ecdsa-rdfc-2019-p384/employ/signedECDSAP384.json": (
        "e32805a26492eac777aa7a138f6d8da3c74e0c7be7b296dcaccf97420c3b92eaad7be6449ca565e165031567f5c7cbc1"
        "1033878f36ffb458c6495fec9c8814dad5215aad131041e6667db28fef6ea718d0de0eb4546bf527746ad2bc908a4320"
    ),
}
"""The bytes that were signed: the hash of the canonical proof configuration, then of the canonical document."""

DOCUMENT_HASH = {
    "w3c-eddsa/eddsa-rdfc-2022/signedDataInt.json": (
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    ),
    "w3c-eddsa/Ed25519Signature2020/signedEdSig.json": (
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    ),
    "w3c-eddsa/proof-set-chain/signedProofSet1.json": (
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    ),
    "w3c-ecdsa/ecdsa-jcs-2019-p256/signedJCSECDSAP256.json": (
        "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19"
    ),
}
"""The hash of the canonical document alone, where the proof options that are printed are those of a draft."""

PROOF_HASH = "9c5c9b189f06cfa9d9f21a838ccb9b04316f07ad1a517bfd4955ee28c6a8229c"
MANDATORY_HASH = {
    "employ": "a042dc047c236816f49fbe5282a79c5e77abe111e47f4c20203b5064c7f0f059",
    "prc": "b76d8d5bf67d27f51597519d19d95809c75e35212cc65291bd71bbe36007f979",
}
HIDDEN_NAMES = {
    "employ": {"u3Lv2QpFgo-YAegc1cQQKWJFW2sEjQF6FfuZ0VEoMKHg", "u4YIOZn1MHES1Z4Ij2hWZG3R4dEYBqg5fHTyDEvYhC38"},
    "prc": {"u3Lv2QpFgo-YAegc1cQQKWJFW2sEjQF6FfuZ0VEoMKHg", "uVkUuBrlOaELGVQWJD4M_qW5bcKEHWGNbOrPA_qAOKKw"},
}


def derivation(file: str) -> tuple[Authenticity, tuple[Mapping[str, Any], ...]]:
    corpus = shared_folder() / "corpus"
    entries = json.loads((corpus / "manifest.json").read_text("utf-8"))
    (entry,) = [entry for entry in entries if entry["file"] == file]
    document: JsonObject = json.loads((corpus / file).read_text("utf-8"))
    at = datetime(2026, 6, 1, tzinfo=UTC)
    explanation = Explanation()
    fetcher = IndexFetcher(corpus / entry["resources"], at)
    return examine_authenticity(document, None, at=at, fetcher=fetcher, trace=explanation), explanation.proofs


def vectors() -> list[dict[str, Any]]:
    entries = json.loads((shared_folder() / "corpus" / "manifest.json").read_text("utf-8"))
    return [entry for entry in entries if entry["set"] == "vectors"]


def test_every_vector_is_answered_as_its_specification_says() -> None:
    found = {entry["file"]: (derivation(entry["file"])[0], entry["expect"]["results"]["proof"]) for entry in vectors()}
    assert len(found) >= 18
    assert {
        file: answer.proof.code for file, (answer, expected) in found.items() if answer.proof.outcome != expected
    } == {}


def test_every_proof_of_a_set_or_chain_is_right() -> None:
    sets = [entry["file"] for entry in vectors() if "proof-set-chain" in entry["file"]]
    assert len(sets) >= 4
    for file in sets:
        results = [steps["proofResult"] for steps in derivation(file)[1]]
        assert results
        assert set(results) == {"proof.published-key"}, file


@pytest.mark.parametrize("file", sorted(HASH_DATA))
def test_the_bytes_that_are_signed_are_those_that_are_printed(file: str) -> None:
    answer, (steps,) = derivation(file)
    assert steps["hashData"] == HASH_DATA[file]
    assert answer.proof.outcome is Outcome.PASSED


@pytest.mark.parametrize("file", sorted(DOCUMENT_HASH))
def test_the_canonical_document_is_the_one_that_is_printed(file: str) -> None:
    answer, (steps, *_) = derivation(file)
    assert steps["transformedDocumentHash"] == DOCUMENT_HASH[file]
    assert answer.proof.outcome is Outcome.PASSED


@pytest.mark.parametrize("example", sorted(MANDATORY_HASH))
@pytest.mark.parametrize("kind", ["addSignedSDBase", "derivedRevealDocument"])
def test_selective_disclosure_has_the_printed_hashes_and_names(example: str, kind: str) -> None:
    _, (steps,) = derivation(f"w3c-ecdsa/ecdsa-sd-2023/{example}/{kind}.json")
    assert (steps["proofHash"], steps["mandatoryHash"]) == (PROOF_HASH, MANDATORY_HASH[example])
    names = {name.removeprefix("_:") for name in steps["labelMap"].values()}
    assert names >= HIDDEN_NAMES[example]
    assert len(steps["signatures"]) == len(steps["nonMandatory"]) >= 6


def test_the_keys_of_the_vectors_are_known_to_be_everybodys() -> None:
    codes = {entry["file"]: derivation(entry["file"])[0].proof.code for entry in vectors()}
    assert {file for file, code in codes.items() if code != "proof.published-key"} == {
        f"w3c-ecdsa/ecdsa-sd-2023/{example}/addSignedSDBase.json" for example in MANDATORY_HASH
    }


def test_what_only_a_specifications_example_means_is_signed_but_never_shown() -> None:
    examples = [entry["file"] for entry in vectors() if "ecdsa-rdfc-2019-p256/signed" in entry["file"]]
    assert examples
    for file in examples:
        answer = derivation(file)[0]
        assert (answer.coverage.outcome, answer.coverage.code) == (Outcome.FAILED, "coverage.only-catch-all")
