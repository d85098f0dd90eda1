"""What a signature over RDF covers and a reader of the JSON does not find: said in other words, or in another place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.assets import badge_json
from tests.assets.records import HOLDER_KEY, endorsement
from tests.assets.samples import OB_CONTEXT, method_of, sample_credential, signed
from tests.assets.status_lists import bitstring_entry
from tests.responses import responses
from tests.verification.examining import AT, examined
from wallet.documents import extract
from wallet.fields import JsonObject
from wallet.verification.report import Check, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

VCDM = "https://www.w3.org/2018/credentials#"
DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
PAST = "2025-06-01T00:00:00Z"
CREDENTIAL: Any = sample_credential()["id"]
STATUS = bitstring_entry("https://issuer.example/status", 94)


def verified(**options: Any) -> Verification:
    (document,) = extract(badge_json(**options))
    return verify(document, at=AT, fetcher=responses({}))


def codes(verification: Verification) -> list[tuple[str, str]]:
    problems: Any = verification.report.result(Check.COVERAGE).facts["problems"]
    return [(problem["code"], problem["path"]) for problem in problems]


def status_by_its_address(document: JsonObject) -> None:
    document[f"{VCDM}credentialStatus"] = document.pop("credentialStatus")


def end_by_its_address(document: JsonObject) -> None:
    document[f"{VCDM}validUntil"] = {"@type": DATE_TIME, "@value": document.pop("validUntil")}


def status_in_the_endorsement(document: Any) -> None:
    subject = document["endorsement"][0]["credentialSubject"]
    subject["type"] = ["EndorsementSubject", "VerifiableCredential", "OpenBadgeCredential"]
    subject["credentialStatus"] = document.pop("credentialStatus")


def end_in_the_endorsement(document: Any) -> None:
    subject = document["endorsement"][0]["credentialSubject"]
    subject["type"] = ["EndorsementSubject", "VerifiableCredential", "OpenBadgeCredential"]
    subject["validUntil"] = document.pop("validUntil")


def recipient_by_a_keyword(document: Any) -> None:
    document["credentialSubject"]["@id"] = document["credentialSubject"].pop("id")


def criteria_in_a_set(document: Any) -> None:
    achievement = document["credentialSubject"]["achievement"]
    achievement["criteria"] = {"@set": [achievement["criteria"]]}


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (status_by_its_address, "coverage.other-name", f"$.{VCDM}credentialStatus"),
        (end_by_its_address, "coverage.other-name", f"$.{VCDM}validUntil"),
        (recipient_by_a_keyword, "coverage.other-name", "$.credentialSubject.@id"),
        (criteria_in_a_set, "coverage.keyword", "$.credentialSubject.achievement.criteria.@set"),
        (status_in_the_endorsement, "coverage.said-elsewhere", "$.endorsement[0].credentialSubject"),
        (end_in_the_endorsement, "coverage.said-elsewhere", "$.endorsement[0].credentialSubject"),
    ],
)
def test_what_the_issuer_said_cannot_be_put_where_no_reader_looks(
    change: Callable[[Any], None], code: str, path: str
) -> None:
    members: Any = {"credentialStatus": STATUS, "validUntil": PAST, "endorsement": [endorsement(CREDENTIAL)]}
    assert verified(**members).verdict is Verdict.EXPIRED
    changed = verified(**members, after=change)
    # The RDF is the same, and so the signature is right: only what it covers cannot be read any more.
    assert changed.report.result(Check.PROOF).outcome is Outcome.PASSED
    assert changed.verdict is Verdict.INVALID
    assert codes(changed) == [(code, path)]


def test_an_abbreviated_address_is_another_name_too() -> None:
    contexts: Any = [
        "https://www.w3.org/2018/credentials/v1",
        OB_CONTEXT,
        "https://w3id.org/security/data-integrity/v2",
    ]
    changed = verified(
        **{"@context": contexts, "termsOfUse": {"id": "https://issuer.example/terms", "type": "x:terms"}},
        data_model="1.1",
        before=lambda document: document.update({"cred:termsOfUse": document.pop("termsOfUse")}),
    )
    assert codes(changed) == [("coverage.other-name", "$.cred:termsOfUse")]


def test_a_member_that_only_its_address_names_is_an_extension() -> None:
    extended = verified(**{"https://issuer.example/terms#room": "12"})
    assert extended.verdict is Verdict.VERIFIED


def test_an_endorsement_of_the_badge_itself_says_something_about_the_badge() -> None:
    own = signed(endorsement(CREDENTIAL), key=HOLDER_KEY, method=method_of(HOLDER_KEY))
    found = verified(endorsement=[own])
    assert found.verdict is Verdict.VERIFIED
    assert found.report.result(Check.ENDORSEMENT).outcome is Outcome.PASSED


@pytest.mark.parametrize("name", ["expires", "expiration"])
def test_the_end_of_a_proof_has_one_meaning_under_both_names(name: str) -> None:
    document: Any = signed(sample_credential(), expires=PAST)
    document["@context"] = [*document["@context"], "https://w3id.org/security/v1"]
    (proof,) = document["proof"]
    proof[name] = proof.pop("expires")
    assert examined(document).proof.code == "proof.expired"


def test_an_endorsement_under_the_id_of_the_badge_says_its_own_dates_of_the_badge() -> None:
    own = {**endorsement(CREDENTIAL), "id": CREDENTIAL}
    assert codes(verified(endorsement=[own]))[0] == ("coverage.said-elsewhere", "$.endorsement[0]")
