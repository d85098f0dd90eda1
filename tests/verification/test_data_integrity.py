"""Embedded proofs of every suite: what verifies, and what is refused for which reason."""

from __future__ import annotations

from typing import Any

import pytest

from tests.assets.keys import SigningKey, ed25519_key, p256_key, p384_key, rsa_key
from tests.assets.samples import (
    HOLDER,
    OB_CONTEXT,
    VCDM_1_CONTEXT,
    VCDM_2_CONTEXT,
    did_key,
    method_of,
    sample_credential,
    signed,
)
from tests.members import member
from tests.verification.examining import codes, examined
from wallet.fields import JsonObject, JsonValue
from wallet.verification.authenticity import Authenticity
from wallet.verification.cryptosuites import CRYPTOSUITES
from wallet.verification.report import Outcome

EDWARDS, P256, P384 = ed25519_key("sample issuer"), p256_key("suites"), p384_key("suites")
HASHED: list[tuple[str, SigningKey]] = [
    ("eddsa-rdfc-2022", EDWARDS),
    ("eddsa-jcs-2022", EDWARDS),
    ("Ed25519Signature2020", EDWARDS),
    ("eddsa-2022", EDWARDS),
    ("ecdsa-rdfc-2019", P256),
    ("ecdsa-rdfc-2019", P384),
    ("ecdsa-jcs-2019", P256),
    ("ecdsa-jcs-2019", P384),
]
VALID = "issuer.key-is-the-issuers"
RDF, JSON = "coverage.every-member-signed", "coverage.signed-as-json"


def badge(suite: str, key: SigningKey, credential: JsonObject | None = None, **members: Any) -> JsonObject:
    unsigned = credential or sample_credential(issuer={"id": did_key(key), "type": ["Profile"], "name": "Sample"})
    return signed(unsigned, suite=suite, key=key, method=method_of(key), **members)


def proof(document: JsonObject) -> Any:
    proofs: Any = document["proof"]
    return proofs[0]


def proof_of(found: Authenticity) -> tuple[Outcome, str]:
    return found.proof.outcome, found.proof.code


def test_every_suite_has_a_sample() -> None:
    assert {suite for suite, _ in HASHED} | {"ecdsa-sd-2023"} == set(CRYPTOSUITES)


@pytest.mark.parametrize(("suite", "key"), HASHED)
def test_each_suite_verifies_what_was_signed(suite: str, key: SigningKey) -> None:
    found = examined(badge(suite, key))
    assert codes(found) == (JSON if "jcs" in suite else RDF, "proof.signature-valid", VALID)
    assert found.established
    assert found.securing == suite
    assert found.proof.facts.get("deprecated", False) is (suite in ("Ed25519Signature2020", "eddsa-2022"))


@pytest.mark.parametrize(("suite", "key"), HASHED)
def test_one_changed_letter_anywhere_is_found(suite: str, key: SigningKey) -> None:
    changed = badge(suite, key)
    changed["name"] = "Another"
    assert proof_of(examined(changed)) == (Outcome.FAILED, "proof.signature-wrong")
    dated = badge(suite, key)
    proof(dated)["created"] = "2025-04-02T09:00:00Z"
    assert proof_of(examined(dated)) == (Outcome.FAILED, "proof.signature-wrong")


@pytest.mark.parametrize(("suite", "key"), HASHED)
def test_a_signature_of_another_form_is_refused(suite: str, key: SigningKey) -> None:
    document = badge(suite, key)
    whole = proof(document)["proofValue"]
    for value in (whole[:-6], "z1" + whole[1:], "u" + whole[1:], whole[1:], "z", "z0", ""):
        proof(document)["proofValue"] = value
        assert proof_of(examined(document)) == (Outcome.FAILED, "proof.malformed-value"), value


@pytest.mark.parametrize(
    ("suite", "key"),
    [("eddsa-rdfc-2022", P256), ("ecdsa-rdfc-2019", EDWARDS), ("ecdsa-jcs-2019", rsa_key("academy"))],
)
def test_a_key_that_the_suite_does_not_sign_with_is_refused(suite: str, key: SigningKey) -> None:
    found = examined(badge(suite, key))
    assert proof_of(found) == (Outcome.FAILED, "proof.key-of-another-kind")


@pytest.mark.parametrize("suite", ["ecdsa-sd-2023", "eddsa-jcs-2022", "ecdsa-rdfc-2019"])
def test_a_proof_of_one_suite_is_no_proof_of_another(suite: str) -> None:
    document = badge("eddsa-rdfc-2022", EDWARDS)
    proof(document)["cryptosuite"] = suite
    assert proof_of(examined(document))[0] is Outcome.FAILED


# Canonical JSON


def test_json_is_signed_whole_and_needs_no_known_context() -> None:
    contexts: list[JsonValue] = [VCDM_2_CONTEXT, OB_CONTEXT, "https://unknown.example/context", {"own": "urn:own"}]
    credential = sample_credential(
        issuer={"id": did_key(EDWARDS)}, undefined={"nested": [1, 2.5, None]}, **member("@context", contexts)
    )
    assert codes(examined(badge("eddsa-jcs-2022", EDWARDS, credential))) == (JSON, "proof.signature-valid", VALID)


def test_a_member_added_to_signed_json_is_found() -> None:
    document = badge("eddsa-jcs-2022", EDWARDS)
    document["added"] = True
    assert proof_of(examined(document)) == (Outcome.FAILED, "proof.signature-wrong")


def test_the_documents_contexts_must_begin_with_those_of_the_proof() -> None:
    document = badge("eddsa-jcs-2022", EDWARDS)
    document["@context"] = [OB_CONTEXT, VCDM_2_CONTEXT]
    assert proof_of(examined(document)) == (Outcome.FAILED, "proof.other-contexts")


def test_a_context_added_behind_those_that_were_signed_is_not_covered() -> None:
    document = badge("eddsa-jcs-2022", EDWARDS)
    contexts: Any = document["@context"]
    document["@context"] = [*contexts, "https://evil.example/context"]
    found = examined(document)
    assert codes(found) == ("coverage.contexts-not-signed", "proof.signature-valid", VALID)
    assert found.coverage.outcome is Outcome.FAILED
    assert found.coverage.facts["member"] == "$.@context[2]"


def test_a_proof_without_contexts_of_its_own_signs_those_of_the_document() -> None:
    document = badge("eddsa-jcs-2022", EDWARDS, **member("@context", None))
    assert examined(document).established
    document["@context"] = [VCDM_2_CONTEXT]
    assert proof_of(examined(document)) == (Outcome.FAILED, "proof.signature-wrong")


@pytest.mark.parametrize("number", [2**53, -(2**53), 10**40])
def test_a_number_that_readers_round_has_no_canonical_json(number: int) -> None:
    document = badge("eddsa-jcs-2022", EDWARDS)
    document["number"] = number
    found = examined(document)
    assert (found.coverage.outcome, found.coverage.code) == (Outcome.FAILED, "canonicalization.not-jcs")
    assert proof_of(found) == (Outcome.UNDETERMINED, "proof.not-canonical")


def test_contexts_of_a_proof_over_rdf_are_signed_by_nobody() -> None:
    document = badge("eddsa-rdfc-2022", EDWARDS)
    proof(document)["@context"] = document["@context"]
    assert examined(document).established
    proof(document)["@context"] = ["https://evil.example/context"]
    found = examined(document)
    assert (found.coverage.outcome, found.coverage.code) == (Outcome.FAILED, "coverage.contexts-not-signed")
    assert found.coverage.facts["member"] == "$.proof[0].@context"


# Vocabularies that name everything


def test_what_only_a_catch_all_names_is_signed_but_not_covered() -> None:
    contexts: list[JsonValue] = [VCDM_2_CONTEXT, OB_CONTEXT, "https://www.w3.org/ns/credentials/examples/v2"]
    stated = sample_credential(issuer={"id": did_key(EDWARDS)}, **member("@context", contexts))
    assert examined(badge("eddsa-rdfc-2022", EDWARDS, stated)).established
    undefined = {**stated, "degree": "Doctor"}
    found = examined(badge("eddsa-rdfc-2022", EDWARDS, undefined))
    assert codes(found) == ("coverage.only-catch-all", "proof.signature-valid", VALID)
    assert found.coverage.outcome is Outcome.FAILED
    assert found.coverage.facts["member"] == "$.degree"


# What the proof says of itself


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"expires": "2026-05-31T23:59:59Z"}, "proof.expired"),
        ({"expires": "tomorrow"}, "proof.malformed-date"),
        ({"created": "yesterday"}, "proof.malformed-date"),
        ({"proofPurpose": "authentication"}, "proof.wrong-purpose"),
        ({"proofPurpose": ["assertionMethod", "authentication"]}, "proof.wrong-purpose"),
        ({"verificationMethod": None}, "proof.no-method"),
        ({"verificationMethod": "key-1"}, "proof.method-not-a-url"),
    ],
)
def test_a_proof_for_another_purpose_or_time_is_refused(members: dict[str, Any], code: str) -> None:
    found = examined(badge("eddsa-rdfc-2022", EDWARDS, **members))
    assert proof_of(found) == (Outcome.FAILED, code)


def test_dates_and_audience_are_reported_when_nobody_asked_for_them() -> None:
    said: dict[str, Any] = {"expires": "2026-06-02T00:00:00Z", "domain": "a.example", "challenge": "c"}
    facts = examined(badge("eddsa-rdfc-2022", EDWARDS, **said)).proof.facts
    assert {name: facts[name] for name in said} == said
    assert "created_in_future" not in facts


@pytest.mark.parametrize(("created", "future"), [("2026-06-01T00:01:59Z", False), ("2026-06-01T00:02:01Z", True)])
def test_a_date_in_the_future_is_a_fact_and_no_fault(created: str, future: bool) -> None:
    document = signed(sample_credential(), created=created)
    found = examined(document)
    assert found.established
    assert found.proof.facts.get("created_in_future", False) is future


@pytest.mark.parametrize(
    ("said", "expected", "code"),
    [
        ({"domain": "a.example", "challenge": "c"}, {"domain": "a.example", "challenge": "c"}, "proof.signature-valid"),
        ({"domain": ["a.example"]}, {"domain": "a.example"}, "proof.signature-valid"),
        ({"domain": ["a.example", "b.example"]}, {"domain": "a.example"}, "proof.other-domain"),
        ({}, {"domain": "a.example"}, "proof.no-domain"),
        ({"domain": {"a": 1}}, {"domain": "a.example"}, "proof.other-domain"),
        ({"challenge": "d"}, {"challenge": "c"}, "proof.other-challenge"),
        ({}, {"challenge": "c"}, "proof.no-challenge"),
    ],
)
def test_an_expected_audience_must_be_in_the_proof(said: dict[str, Any], expected: dict[str, Any], code: str) -> None:
    document = badge("eddsa-jcs-2022", EDWARDS, **said)
    assert examined(document, **expected).proof.code == code


def test_a_presentation_is_signed_by_its_holder_for_authentication() -> None:
    holder = ed25519_key("sample holder")
    contexts: list[JsonValue] = [VCDM_2_CONTEXT]
    presentation: JsonObject = {"@context": contexts, "type": "VerifiablePresentation", "holder": HOLDER}
    document = badge("eddsa-rdfc-2022", holder, presentation, proofPurpose="authentication", challenge="c")
    options: dict[str, Any] = {"purpose": "authentication", "controller": HOLDER, "challenge": "c"}
    assert examined(document, **options).established
    assert examined(document, **{**options, "challenge": "d"}).proof.code == "proof.other-challenge"
    assert examined(document, **{**options, "purpose": "assertionMethod"}).proof.code == "proof.wrong-purpose"
    signed_as_issuer = badge("eddsa-rdfc-2022", holder, presentation, challenge="c")
    assert examined(signed_as_issuer, **options).proof.code == "proof.other-purpose"
    stranger = examined(document, **{**options, "controller": did_key(EDWARDS)})
    assert (stranger.issuer.outcome, stranger.issuer.code) == (Outcome.FAILED, "method.other-controller")
    assert examined(document).issuer.code == "issuer.missing"


def test_the_older_data_model_is_signed_by_every_suite() -> None:
    integrity = "https://w3id.org/security/data-integrity/v2"
    contexts: list[JsonValue] = [VCDM_1_CONTEXT, OB_CONTEXT, integrity]
    issuer: JsonValue = {"id": did_key(P384), "type": ["Profile"]}
    credential = sample_credential("1.1", issuer=issuer, **member("@context", contexts))
    assert examined(badge("ecdsa-rdfc-2019", P384, credential)).established
