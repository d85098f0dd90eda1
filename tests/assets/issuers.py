"""The fictional issuers: who they say they are, their keys, and the documents in which they publish them.

No such body exists; every host lies under ``.example`` (RFC 2606).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.assets.credentials import both, did_key, in_japanese
from tests.assets.keys import Ed25519Key, P256Key, RsaKey, SigningKey, ed25519_key, p256_key, rsa_key
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

__all__ = [
    "AOBAZUKU",
    "HISAKATA",
    "LIGHTHOUSE",
    "MANABI",
    "RETRIEVED_AT",
    "SHIONAMI",
    "SHIORI",
    "WARPWEFT",
    "Issuer",
    "json_resource",
]

RETRIEVED_AT = datetime(2026, 11, 16, 3, 0, tzinfo=UTC)
"""When everything that the portfolio keeps as evidence was fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An issuer with its key; `document_url` is where its controller document stands, None for a did:key."""

    id: str
    profile: JsonObject = field(repr=False)
    key: SigningKey
    method: str
    document_url: str | None = None

    @property
    def evidence(self) -> tuple[Resource, ...]:
        """The fetched controller document, if there is one to fetch."""
        if self.document_url is None:
            return ()
        kind = "application/did+json" if self.id.startswith("did:") else "application/json"
        return (json_resource(self.document_url, self.controller_document, kind),)

    @property
    def controller_document(self) -> JsonObject:
        """The document that lists the key for making assertions (Controlled Identifiers 1.0)."""
        method: JsonObject = {"id": self.method, "type": "JsonWebKey", "controller": self.id}
        if isinstance(self.key, Ed25519Key):
            method = {**method, "type": "Multikey", "publicKeyMultibase": self.key.multikey}
        else:
            method["publicKeyJwk"] = {**self.key.jwk, "alg": self.key.algorithm, "use": "sig"}
        first = "https://www.w3.org/ns/did/v1" if self.id.startswith("did:") else "https://www.w3.org/ns/cid/v1"
        return {
            "@context": [first, "https://w3id.org/security/multikey/v1"] if first.endswith("did/v1") else [first],
            "id": self.id,
            "verificationMethod": [method],
            "assertionMethod": [self.method],
        }


def json_resource(url: str, document: JsonObject, media_type: str) -> Resource:
    """A JSON document as it was fetched from `url`."""
    content = json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")
    return Resource(url=url, content=content + b"\n", media_type=media_type, retrieved_at=RETRIEVED_AT)


def _profile(**members: JsonValue) -> JsonObject:
    return {"id": "", "type": ["Profile"], **members}


def _japan(region: str) -> JsonObject:
    return {"type": ["Address"], "addressCountryCode": "JP", "addressRegion": region}


def _by_did_key(label: str, profile: JsonObject) -> Issuer:
    key = ed25519_key(label)
    identifier = did_key(key)
    method = f"{identifier}#{key.multikey}"
    return Issuer(id=identifier, profile={**profile, "id": identifier}, key=key, method=method)


def _by_url(identifier: str, key: P256Key | RsaKey | Ed25519Key, name: str, url: str, profile: JsonObject) -> Issuer:
    return Issuer(
        id=identifier, profile={**profile, "id": identifier}, key=key, method=f"{identifier}#{name}", document_url=url
    )


HISAKATA = _by_url(
    "did:web:credentials.hisakata-u.example",
    ed25519_key("Hisakata University"),
    "key-2024",
    "https://credentials.hisakata-u.example/.well-known/did.json",
    _profile(
        name=both("ひさかた大学 社会人学習センター", "Hisakata University, Centre for Lifelong Learning"),
        url="https://hisakata-u.example/lifelong",
        description=both(
            "働きながら学ぶ人のための、夜間・オンラインのマイクロクレデンシャル課程を開いています。",
            "Evening and online microcredential courses for people who learn while they work.",
        ),
        email="credentials@hisakata-u.example",
        address=_japan("久方市"),
    ),
)

SHIORI = _by_url(
    "https://shiori-guild.example/issuers/shiori",
    p256_key("Shiori Guild"),
    "es256-2023",
    "https://shiori-guild.example/issuers/shiori",
    _profile(
        name=in_japanese("図書館データ研究会「しおり」"),
        url="https://shiori-guild.example/",
        description=in_japanese("図書館で働く人が、現場の記録を読み解く力を互いに認め合うための研究会です。"),
        address=_japan("潮波市"),
    ),
)

SHIONAMI = _by_url(
    "did:web:shionami-exchange.example:issuers:badges",
    ed25519_key("Shionami Exchange"),
    "badges-1",
    "https://shionami-exchange.example/issuers/badges/did.json",
    _profile(
        name="潮波市国際交流協会",
        url="https://shionami-exchange.example/",
        description="外国につながる市民のくらしを、ことばと情報の面から支えています。",
        email="badges@shionami-exchange.example",
        address=_japan("潮波市"),
    ),
)

WARPWEFT = _by_url(
    "https://warpweft.example/issuers/academy",
    rsa_key("academy"),
    "rs256-1",
    "https://warpweft.example/issuers/academy",
    _profile(
        name="Warpweft Open Academy",
        url="https://warpweft.example/",
        description="Free online courses on data for the public good, taught by practitioners and assessed by peers.",
        email="badges@warpweft.example",
        address={"type": ["Address"], "addressCountryCode": "IE"},
    ),
)

AOBAZUKU = _by_did_key(
    "Aobazuku Examinations",
    _profile(
        name="あおばずく技能検定機構",
        url="https://aobazuku.example/",
        description="データ活用検定を実施しています。",
        address=_japan("久方市"),
    ),
)

LIGHTHOUSE = _by_did_key(
    "Lighthouse Commons",
    _profile(
        name=both("まちの学び舎「灯台」", "Lighthouse Commons"),
        url="https://lighthouse-commons.example/",
        description=both(
            "子どもと大人が週末に集まり、教え合う場所です。", "A place where children and adults teach one another."
        ),
        address=_japan("潮波市"),
    ),
)

MANABI = _by_url(
    "did:web:manabi-quality.example",
    ed25519_key("Manabi Quality"),
    "endorsements",
    "https://manabi-quality.example/.well-known/did.json",
    _profile(
        name=both("学びの質保証センター「みなも」", "Minamo Centre for Learning Quality"),
        url="https://manabi-quality.example/",
        description=both(
            "マイクロクレデンシャルの第三者評価を行っています。", "Independent review of microcredentials."
        ),
    ),
)
