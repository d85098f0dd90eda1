"""Badges on status lists and the lists they are on, each fault of a list in one argument."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from tests.assets import badge_json, signed
from tests.assets.deflate import gzip_file
from tests.assets.encoding import base64url
from tests.assets.keys import Ed25519Key
from tests.assets.samples import ISSUER, SAMPLE_KEY, VCDM_1_CONTEXT, VCDM_2_CONTEXT, did_key
from tests.assets.status_lists import encoded_list
from tests.responses import responses
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Check, CheckResult
from wallet.verification.verifier import Verification, verify

__all__ = ["AT", "CREDENTIAL", "LIST", "badge", "encoded_bits", "examined", "list_2021", "status_list"]

AT = datetime(2026, 6, 1, tzinfo=UTC)
LIST = "https://issuer.example/status/1"
CREDENTIAL = "urn:uuid:5c1f7d2e-6a0b-4c7d-9e3f-0a1b2c3d4e5f"


def status_list(
    *marked: int,
    purpose: JsonValue = "revocation",
    key: Ed25519Key = SAMPLE_KEY,
    issuer: str = ISSUER,
    encoded: JsonValue = None,
    ttl: JsonValue = None,
    **members: JsonValue,
) -> bytes:
    subject: JsonObject = {
        "id": f"{LIST}#list",
        "type": "BitstringStatusList",
        "statusPurpose": purpose,
        "encodedList": encoded or encoded_list(marked),
    }
    credential: JsonObject = {
        "@context": [VCDM_2_CONTEXT],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": subject,
        **members,
    }
    if ttl is not None:
        subject["ttl"] = ttl
    return json.dumps(signed(credential, key=key, method=f"{did_key(key)}#{key.multikey}")).encode()


def badge(*entries: JsonValue) -> bytes:
    return badge_json(credentialStatus=list(entries) if len(entries) > 1 else entries[0])


def examined(source: bytes, contents: dict[str, bytes]) -> tuple[Verification, CheckResult]:
    verification = verify(extract(source)[0], at=AT, fetcher=responses(contents))
    return verification, verification.report.result(Check.STATUS)


def list_2021(*marked: int, encoded: str | None = None) -> bytes:
    """A list of the draft of 2021, which belongs to VCDM 1.1 and writes its bits without a prefix."""
    credential: JsonObject = {
        "@context": [VCDM_1_CONTEXT, "https://w3id.org/vc/status-list/2021/v1"],
        "id": LIST,
        "type": ["VerifiableCredential", "StatusList2021Credential"],
        "issuer": ISSUER,
        "issuanceDate": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "StatusList2021",
            "statusPurpose": "revocation",
            "encodedList": encoded or encoded_list(marked)[1:],
        },
    }
    method = f"{ISSUER}#{SAMPLE_KEY.multikey}"
    return json.dumps(signed(credential, suite="Ed25519Signature2020", method=method)).encode()


def encoded_bits(bits: bytes) -> str:
    """Bits of any kind as an ``encodedList``."""
    return "u" + base64url(gzip_file(bits))
