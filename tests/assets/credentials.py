"""What every credential made here shares: contexts, names in two languages, identifiers, recipients, claims."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime

from tests.assets.keys import SigningKey, ed25519_key
from wallet.fields import JsonObject, JsonValue

__all__ = [
    "EXTENSIONS_CONTEXT",
    "LEARNER_DID",
    "LEARNER_EMAIL",
    "OB_CONTEXT",
    "VCDM_1_CONTEXT",
    "VCDM_2_CONTEXT",
    "both",
    "claims_for",
    "did_key",
    "hashed_email",
    "identity",
    "in_japanese",
    "urn",
]

VCDM_2_CONTEXT = "https://www.w3.org/ns/credentials/v2"
VCDM_1_CONTEXT = "https://www.w3.org/2018/credentials/v1"
OB_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "shiomi.example")


def did_key(key: SigningKey) -> str:
    """The did:key of a key."""
    return f"did:key:{key.multikey}"


LEARNER_DID = did_key(ed25519_key("Shiomi Chizuru"))
LEARNER_EMAIL = "chizuru@shiomi.example"


def both(japanese: str, english: str) -> JsonValue:
    """The same text in two languages, as language value objects (VCDM 2.0, section 11.1)."""
    return [{"@value": japanese, "@language": "ja"}, {"@value": english, "@language": "en"}]


def in_japanese(text: str) -> JsonValue:
    """A text that says it is Japanese."""
    return {"@value": text, "@language": "ja"}


def urn(name: str) -> str:
    """A UUID URN that is always the same for the same name."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"


def identity(kind: str, value: str) -> JsonObject:
    """A recipient named in plain text."""
    return {"type": "IdentityObject", "identityType": kind, "hashed": False, "identityHash": value}


def hashed_email(salt: str | None) -> JsonObject:
    """The learner's e-mail address as a SHA-256 hash, with or without salt (Open Badges 3.0, section 8.5)."""
    digest = hashlib.sha256((LEARNER_EMAIL + (salt or "")).encode()).hexdigest()
    named = {**identity("emailAddress", f"sha256${digest}"), "hashed": True}
    return {**named, "salt": salt} if salt else named


def claims_for(credential: JsonObject) -> JsonObject:
    """The claims of a JWS for a credential: beside its members for VCDM 2.0, around it for 1.1 (OB 3.0, 8.2.4)."""
    contexts, issuer, subject = credential["@context"], credential["issuer"], credential["credentialSubject"]
    claims: JsonObject = {
        "iss": issuer["id"] if isinstance(issuer, dict) else issuer,
        "jti": credential.get("id"),
        "sub": subject.get("id") if isinstance(subject, dict) else None,
        "nbf": _seconds(credential.get("validFrom") or credential.get("issuanceDate")),
        "exp": _seconds(credential.get("validUntil") or credential.get("expirationDate")),
    }
    claims = {name: value for name, value in claims.items() if value is not None}
    if isinstance(contexts, list) and VCDM_1_CONTEXT in contexts:
        return {**claims, "vc": credential}
    return {**credential, **claims}


def _seconds(text: JsonValue) -> int | None:
    return int(datetime.fromisoformat(text).timestamp()) if isinstance(text, str) else None
