"""An endorsement as a credential of its own, with every fault and its path."""

from __future__ import annotations

import pytest

from tests.assets.records import endorsement
from tests.assets.samples import ISSUER, VCDM_2_CONTEXT
from tests.members import member
from wallet.credentials.endorsement_documents import read_endorsement_document
from wallet.fields import JsonValue


def test_an_endorsement_is_read_whole() -> None:
    found, problems = read_endorsement_document(endorsement())
    assert problems == ()
    assert (found.subject_id, str(found.endorsement_comment)) == (ISSUER, "They teach well.")
    assert (found.document, found.jws) == (endorsement(), None)
    assert read_endorsement_document(endorsement(), "a.b.c")[0].jws == "a.b.c"


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("@context", [VCDM_2_CONTEXT], ("$.@context", "credential.no-open-badges-context")),
        ("type", ["VerifiableCredential", "Review"], ("$.type", "field.other-type")),
        ("type", ["EndorsementCredential"], ("$.type", "credential.not-verifiable")),
        ("id", None, ("$.id", "field.missing")),
        ("name", None, ("$.name", "field.missing")),
        ("issuer", None, ("$.issuer", "field.missing")),
        ("validFrom", "yesterday", ("$.validFrom", "field.not-a-time")),
        ("credentialSubject", None, ("$.credentialSubject", "field.missing")),
        ("credentialSubject", {"type": ["EndorsementSubject"]}, ("$.credentialSubject.id", "field.missing")),
        ("credentialSubject", {"id": ISSUER}, ("$.credentialSubject.type", "field.missing")),
        ("refreshService", {"id": "urn:x:1"}, ("$.refreshService.type", "field.missing")),
    ],
)
def test_each_member_is_read_by_its_rule(name: str, value: JsonValue, problem: tuple[str, str]) -> None:
    _, problems = read_endorsement_document({**endorsement(), **member(name, value)})
    assert problem in [(one.path, one.code) for one in problems if not one.remark]
