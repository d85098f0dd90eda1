"""Badges of Open Badges 2.0 for tests: a hosted assertion with the pages it links to, and a signed one.

The issuer is fictional and its host reserved. Members given by keyword replace those of an object; None leaves one out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.assets.keys import RsaKey, SigningKey, rsa_key
from tests.assets.signing import sign_jws
from wallet.fields import JsonObject, JsonValue

__all__ = [
    "ASSERTION_URL",
    "BADGE_URL",
    "EMAIL",
    "HOST",
    "ISSUER_URL",
    "KEY_URL",
    "OB2_CONTEXT",
    "PICTURE_URL",
    "REVOCATIONS_URL",
    "assertion",
    "badge_class",
    "dump",
    "endorsement",
    "issuer",
    "key_document",
    "pages",
    "pem",
    "signed_assertion",
]

OB2_CONTEXT = "https://w3id.org/openbadges/v2"
HOST = "https://badges.kawabe-gakuen.example"
ASSERTION_URL = f"{HOST}/Assertion/c2FrdXJh"
BADGE_URL = f"{HOST}/BadgeClass/dG9zaG8"
ISSUER_URL = f"{HOST}/Issuer/a2F3YWJl"
PICTURE_URL = f"{HOST}/BadgeClass/dG9zaG8/image"
KEY_URL = f"{HOST}/Key/1"
REVOCATIONS_URL = f"{HOST}/RevocationList/1"
EMAIL = "hanako@manabi.example"


def _without_none(members: JsonObject) -> JsonObject:
    return {name: value for name, value in members.items() if value is not None}


def assertion(**members: JsonValue) -> JsonObject:
    """A hosted assertion of a Japanese issuer, as the country's largest platform writes them."""
    identity = hashlib.sha256(f"{EMAIL}kawabe".encode()).hexdigest()
    made: JsonObject = {
        "@context": OB2_CONTEXT,
        "id": ASSERTION_URL,
        "type": "Assertion",
        "recipient": {"type": "email", "hashed": True, "salt": "kawabe", "identity": f"sha256${identity}"},
        "badge": BADGE_URL,
        "verification": {"type": "HostedBadge"},
        "issuedOn": "2025-03-20T10:00:00+09:00",
    }
    return _without_none({**made, **members})


def badge_class(**members: JsonValue) -> JsonObject:
    """Its badge class, in Japanese."""
    made: JsonObject = {
        "@context": OB2_CONTEXT,
        "id": BADGE_URL,
        "type": "BadgeClass",
        "@language": "ja",
        "name": "防災図上訓練 修了",
        "description": "地図を囲んで避難の判断を話し合う訓練を、進行役として務めました。",
        "image": PICTURE_URL,
        "criteria": {"id": f"{HOST}/criteria/1", "narrative": "訓練を**2回**進行すること。"},
        "issuer": ISSUER_URL,
        "tags": ["防災"],
        "alignment": [
            {
                "targetName": "防災リーダー",
                "targetUrl": "https://framework.example/leader",
                "targetFramework": "地域防災の枠組み",
            }
        ],
    }
    return _without_none({**made, **members})


def issuer(**members: JsonValue) -> JsonObject:
    """Its issuer's profile."""
    made: JsonObject = {
        "@context": OB2_CONTEXT,
        "id": ISSUER_URL,
        "type": "Issuer",
        "@language": "ja",
        "name": "川辺学園 公開講座室",
        "url": "https://kawabe-gakuen.example/",
        "email": "koza@kawabe-gakuen.example",
    }
    return _without_none({**made, **members})


def endorsement(**members: JsonValue) -> JsonObject:
    """A hosted endorsement of the badge class by another body; its profile belongs on the same host."""
    made: JsonObject = {
        "@context": OB2_CONTEXT,
        "id": "https://quality.example/endorsements/1",
        "type": "Endorsement",
        "claim": {"id": BADGE_URL, "endorsementComment": "よく設計された訓練です。"},
        "issuer": "https://quality.example/profile",
        "issuedOn": "2025-04-01T00:00:00Z",
        "verification": {"type": "hosted"},
    }
    return _without_none({**made, **members})


def pages(*objects: JsonObject, **other: bytes) -> dict[str, bytes]:
    """Every page of the sample under its address, with `objects` under their ids in place of the usual ones."""
    documents: dict[str, JsonObject] = {
        ASSERTION_URL: assertion(),
        BADGE_URL: badge_class(),
        ISSUER_URL: issuer(),
    }
    documents.update({str(found["id"]): found for found in objects})
    return {**{url: dump(document) for url, document in documents.items()}, **other}


def dump(document: Mapping[str, JsonValue]) -> bytes:
    """A document as its server sends it."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")


def pem(key: SigningKey) -> str:
    """The public key in PEM."""
    public = key.private.public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def key_document(key: SigningKey | None = None, **members: JsonValue) -> JsonObject:
    """The page of the issuer's key."""
    made: JsonObject = {
        "@context": OB2_CONTEXT,
        "id": KEY_URL,
        "type": "CryptographicKey",
        "owner": ISSUER_URL,
        "publicKeyPem": pem(key or rsa_key("academy")),
    }
    return _without_none({**made, **members})


def signed_assertion(
    changes: JsonObject | None = None,
    *,
    key: SigningKey | None = None,
    alg: str | None = None,
    header: JsonObject | None = None,
    **members: JsonValue,
) -> bytes:
    """The assertion as a compact JWS that names the issuer's key; `changes` as other members."""
    verification: JsonObject = {"type": "SignedBadge", "creator": KEY_URL}
    signing: SigningKey = key or _rsa()
    claims = assertion(**{"verification": verification, **members, **(changes or {})})
    return sign_jws(claims, signing, alg or signing.algorithm, None, **(header or {})).encode("ascii")


def _rsa() -> RsaKey:
    return rsa_key("academy")
