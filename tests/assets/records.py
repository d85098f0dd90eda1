"""Learner records, presentations and endorsements for tests, each signed by whom a test wants."""

from __future__ import annotations

from tests.assets.credentials import did_key
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.samples import HOLDER, ISSUER, OB_CONTEXT, SAMPLE_KEY, VCDM_2_CONTEXT, method_of, signed
from tests.assets.signing import sign_jws
from wallet.fields import JsonObject, JsonValue

__all__ = [
    "CLR_CONTEXT",
    "HOLDER_KEY",
    "endorsement",
    "enveloped",
    "presentation",
    "record",
    "record_claims",
    "signed_by",
]

CLR_CONTEXT = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
HOLDER_KEY = ed25519_key("sample holder")


def signed_by(key: Ed25519Key, credential: JsonObject) -> JsonObject:
    """The credential with a proof by the did:key of `key`."""
    return signed(credential, key=key, method=method_of(key))


def enveloped(key: Ed25519Key, claims: JsonObject, **header: JsonValue) -> str:
    """The claims as a JWS by the did:key of `key`."""
    return sign_jws(claims, key, key.algorithm, method_of(key), **header)


def record_claims(*credentials: JsonValue, key: Ed25519Key = SAMPLE_KEY, **members: JsonValue) -> JsonObject:
    """An unsigned learner record that holds `credentials`; `members` replace those of its subject."""
    subject: JsonObject = {
        "id": HOLDER,
        "type": ["ClrSubject"],
        "verifiableCredential": list(credentials),
        **members,
    }
    return {
        "@context": [VCDM_2_CONTEXT, CLR_CONTEXT, OB_CONTEXT],
        "id": "urn:uuid:0b0e7b39-1d0c-4c55-8f0e-7f1a2c1f6f01",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": {"id": did_key(key), "type": ["Profile"], "name": "Sample Publisher"},
        "validFrom": "2025-06-01T00:00:00Z",
        "name": "Sample record",
        "credentialSubject": {name: value for name, value in subject.items() if value is not None},
    }


def record(*credentials: JsonValue, key: Ed25519Key = SAMPLE_KEY, **members: JsonValue) -> JsonObject:
    """A learner record signed by its publisher."""
    return signed_by(key, record_claims(*credentials, key=key, **members))


def presentation(*credentials: JsonValue, holder: JsonValue = HOLDER, **members: JsonValue) -> JsonObject:
    """An unsigned presentation."""
    unsigned: JsonObject = {
        "@context": [VCDM_2_CONTEXT, OB_CONTEXT],
        "type": ["VerifiablePresentation"],
        "holder": holder,
        "verifiableCredential": list(credentials),
        **members,
    }
    return {name: value for name, value in unsigned.items() if value is not None}


def endorsement(subject: str = ISSUER, *, key: Ed25519Key = HOLDER_KEY, **members: JsonValue) -> JsonObject:
    """An endorsement of `subject`, not signed yet; `members` replace its own."""
    unsigned: JsonObject = {
        "@context": [VCDM_2_CONTEXT, OB_CONTEXT],
        "id": "urn:uuid:3b7c6fd0-52f5-4ad1-9a2a-1f6a58a3f0e2",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": did_key(key), "type": ["Profile"], "name": "Sample Association"},
        "validFrom": "2025-05-01T00:00:00Z",
        "name": "Sample endorsement",
        "credentialSubject": {
            "id": subject,
            "type": ["EndorsementSubject"],
            "endorsementComment": "They teach well.",
        },
        **members,
    }
    return {name: value for name, value in unsigned.items() if value is not None}
