"""A learner record, read into the model with every fault and its path."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.assets.records import CLR_CONTEXT, record_claims
from tests.assets.samples import HOLDER, ISSUER, OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT, badge_jws
from tests.members import member
from wallet.credentials.records import Association, ClrCredential, read_record
from wallet.fields import JsonObject, JsonValue

JWS = badge_jws().decode()
INNER: JsonObject = {"type": ["VerifiableCredential"]}
ACHIEVEMENT: JsonObject = {
    "id": "urn:x:1",
    "type": ["Achievement"],
    "name": "First",
    "description": "The first.",
    "criteria": {"narrative": "Do it."},
}
ASSOCIATION: JsonObject = {
    "type": "Association",
    "associationType": "isParentOf",
    "sourceId": "urn:x:1",
    "targetId": "urn:x:2",
}


def read(claims: JsonObject) -> tuple[ClrCredential | None, list[tuple[str, str]]]:
    found, problems = read_record(claims)
    return found, [(problem.path, problem.code) for problem in problems if not problem.remark]


def faults(claims: JsonObject) -> list[tuple[str, str]]:
    return read(claims)[1]


def test_a_record_is_read_whole() -> None:
    found, problems = read(record_claims(INNER, JWS, achievement=[ACHIEVEMENT], association=[ASSOCIATION]))
    assert problems == []
    assert found is not None
    assert (found.issuer.id, str(found.name), found.partial) == (ISSUER, "Sample record", None)
    assert found.valid_from == datetime(2025, 6, 1, tzinfo=UTC)
    subject = found.credential_subject
    assert (subject.id, subject.verifiable_credential) == (HOLDER, (INNER, JWS))
    assert [achievement.id for achievement in subject.achievement] == ["urn:x:1"]
    assert subject.association == (
        Association(association_type="isParentOf", source_id="urn:x:1", target_id="urn:x:2"),
    )


def test_a_record_of_the_earlier_data_model_needs_no_name() -> None:
    claims = record_claims(INNER)
    earlier: JsonObject = {
        **{name: value for name, value in claims.items() if name not in ("name", "validFrom")},
        "@context": [VCDM_1_CONTEXT, "https://purl.imsglobal.org/spec/clr/v2p0/context.json", OB_CONTEXT],
        "issuanceDate": "2025-06-01T00:00:00Z",
    }
    found, problems = read(earlier)
    assert problems == []
    assert found is not None
    assert found.valid_from == datetime(2025, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("@context", None, ("$.@context", "field.missing")),
        ("@context", [CLR_CONTEXT, VCDM_2_CONTEXT, OB_CONTEXT], ("$.@context", "credential.first-context")),
        ("@context", [VCDM_2_CONTEXT, OB_CONTEXT], ("$.@context", "record.no-clr-context")),
        ("@context", [VCDM_2_CONTEXT, CLR_CONTEXT], ("$.@context", "credential.no-open-badges-context")),
        ("type", ["ClrCredential"], ("$.type", "credential.not-verifiable")),
        ("id", None, ("$.id", "field.missing")),
        ("id", "record 1", ("$.id", "field.not-a-uri")),
        ("name", None, ("$.name", "field.missing")),
        ("issuer", None, ("$.issuer", "field.missing")),
        ("validFrom", None, ("$.validFrom", "field.missing")),
        ("validUntil", "2025-01-01T00:00:00Z", ("$.validUntil", "credential.ends-before-it-begins")),
        ("partial", "yes", ("$.partial", "field.not-a-boolean")),
        ("credentialSubject", None, ("$.credentialSubject", "field.missing")),
        ("credentialSubject", [INNER], ("$.credentialSubject", "field.not-an-object")),
    ],
)
def test_each_member_is_read_by_its_rule(name: str, value: JsonValue, problem: tuple[str, str]) -> None:
    assert problem in faults({**record_claims(INNER), **member(name, value)})


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("id", None, ("$.credentialSubject.id", "record.nobody-named")),
        ("verifiableCredential", [], ("$.credentialSubject.verifiableCredential", "record.no-credential")),
        ("verifiableCredential", 5, ("$.credentialSubject.verifiableCredential", "record.not-a-credential")),
        (
            "verifiableCredential",
            [JWS, "x"],
            ("$.credentialSubject.verifiableCredential[1]", "record.not-a-credential"),
        ),
        ("association", [{}], ("$.credentialSubject.association[0].type", "field.missing")),
        ("achievement", [5], ("$.credentialSubject.achievement[0]", "field.not-an-object")),
    ],
)
def test_so_is_each_member_of_its_subject(name: str, value: JsonValue, problem: tuple[str, str]) -> None:
    assert problem in faults(record_claims(INNER, **member(name, value)))


def test_an_identifier_names_the_learner_as_well_as_an_id() -> None:
    identifier: JsonValue = [
        {"type": "IdentityObject", "hashed": False, "identityType": "emailAddress", "identityHash": "ann@example.org"}
    ]
    found, problems = read(record_claims(INNER, id=None, identifier=identifier))
    assert problems == []
    assert found is not None
    assert [one.identity_hash for one in found.credential_subject.identifier] == ["ann@example.org"]


def test_without_an_issuer_or_a_subject_there_is_no_record() -> None:
    for name in ("issuer", "credentialSubject"):
        assert read({**record_claims(INNER), **member(name, None)})[0] is None
