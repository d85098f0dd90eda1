"""Keys that were withdrawn or ran out, according to their controller's document (Controlled Identifiers 1.0, 2.2)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.assets.keys import ed25519_key
from tests.assets.samples import badge_jws, sample_credential, signed
from tests.verification.examining import examined, examined_jws
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Outcome

KEY = ed25519_key("key with a lifetime")
ISSUER = "https://issuer.example/profile"
METHOD = f"{ISSUER}#key-1"
VALID = (Outcome.PASSED, "issuer.key-is-the-issuers")


def published(**members: JsonValue) -> dict[str, bytes]:
    method: JsonObject = {"id": METHOD, "type": "Multikey", "controller": ISSUER, "publicKeyMultibase": KEY.multikey}
    document: JsonObject = {
        "id": ISSUER,
        "verificationMethod": [{**method, **members}],
        "assertionMethod": [METHOD],
    }
    return {ISSUER: json.dumps(document).encode()}


def embedded(created: str = "2025-04-01T09:00:00Z", **members: JsonValue) -> tuple[Outcome, str]:
    credential = sample_credential(issuer={"id": ISSUER, "type": ["Profile"]})
    document = signed(credential, key=KEY, method=METHOD, created=created)
    found = examined(document, published(**members))
    assert found.proof.outcome is Outcome.PASSED
    return found.issuer.outcome, found.issuer.code


@pytest.mark.parametrize(
    ("members", "answer"),
    [
        ({}, VALID),
        ({"revoked": None, "expires": None}, VALID),
        ({"revoked": "2026-06-01T00:00:01Z"}, VALID),
        ({"revoked": "2026-06-01T00:00:00Z"}, (Outcome.FAILED, "issuer.key-revoked")),
        ({"revoked": "2025-01-01T00:00:00Z"}, (Outcome.FAILED, "issuer.key-revoked")),
        ({"revoked": "last year"}, (Outcome.FAILED, "issuer.key-revoked")),
        ({"revoked": True}, (Outcome.FAILED, "issuer.key-revoked")),
        ({"expires": "2025-04-01T09:00:00Z"}, VALID),
        ({"expires": "2025-04-01T08:59:59Z"}, (Outcome.FAILED, "issuer.key-expired")),
        ({"expires": "next year"}, (Outcome.FAILED, "issuer.key-date-malformed")),
        ({"expires": 2030}, (Outcome.FAILED, "issuer.key-date-malformed")),
    ],
)
def test_the_lifetime_of_a_key_is_what_its_document_says(members: Any, answer: tuple[Outcome, str]) -> None:
    assert embedded(**members) == answer


def test_a_date_in_the_proof_does_not_undo_a_revocation() -> None:
    revoked = {"revoked": "2026-01-01T00:00:00Z"}
    assert embedded(created="2020-01-01T00:00:00Z", **revoked) == (Outcome.FAILED, "issuer.key-revoked")


def test_a_jws_without_a_date_needs_a_key_that_is_in_force() -> None:
    text = badge_jws(key=KEY, kid=METHOD, issuer={"id": ISSUER, "type": ["Profile"]})
    assert examined_jws(text, published()).established
    assert examined_jws(text, published(expires="2026-05-31T00:00:00Z")).issuer.code == "issuer.key-expired"
