"""The badges that are measured: typical ones, as many as are wanted, signed and with what verifying them asks for.

About six kilobytes each, in Japanese and English, secured with eddsa-rdfc-2022, half of them by a did:key and half by a
did:web, all with a place in one shared, signed status list. They are made where they are needed and kept nowhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.assets.credentials import OB_CONTEXT, VCDM_2_CONTEXT, both, did_key, hashed_email, identity
from tests.assets.encoding import multibase58
from tests.assets.issuers import HISAKATA, RETRIEVED_AT, json_resource
from tests.assets.keys import Ed25519Key, ed25519_key
from tests.assets.status_lists import bitstring_entry, bitstring_list
from wallet.documents import extract
from wallet.fields import JsonObject, JsonValue
from wallet.portfolio.writing import write_badge
from wallet.resolution.fetching import EvidenceFetcher, Resource
from wallet.stages.starting import NewPortfolio, start_portfolio
from wallet.verification.canonicalization import canonicalize
from wallet.verification.serialization import verification_to_json
from wallet.verification.verifier import RunMemory, verify

__all__ = ["KEY", "LIST_URL", "Badges", "resources", "write_badges", "write_portfolio"]

LIST_URL = "https://credentials.hisakata-u.example/status/benchmark"
KEY = ed25519_key("Hisakata University")
CREATED = "2026-04-01T09:00:00Z"
"""When each badge was signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badges:
    """The files of the badges, and an index that answers what verifying them asks for."""

    files: Sequence[Path]
    index: Path


def write_badges(folder: Path, count: int) -> Badges:
    """Write so many badges, each to a file of its own."""
    files = []
    for number, content in zip(range(count), _badges(), strict=False):
        files.append(folder / f"badge-{number:04}.json")
        files[-1].write_bytes(content)
    index: dict[str, JsonValue] = {}
    for number, resource in enumerate(resources()):
        (folder / f"resource-{number}.json").write_bytes(resource.content)
        index[resource.url] = {"file": f"resource-{number}.json", "media_type": resource.media_type}
    (folder / "index.json").write_text(json.dumps(index), "utf-8")
    return Badges(files=files, index=folder / "index.json")


def write_portfolio(root: Path, count: int) -> None:
    """Write a portfolio in which so many badges are published."""
    words = NewPortfolio(url="https://hanako.example/portfolio/", latin="YAMADA Hanako", profile={"ja": "…", "en": "…"})
    start_portfolio(root, words)
    memory = RunMemory()
    for number, content in zip(range(count), _badges(), strict=False):
        kept = EvidenceFetcher(resources())
        verification = verify(extract(content)[0], at=RETRIEVED_AT, fetcher=kept, memory=memory)
        write_badge(
            root,
            f"badge-{number:04}",
            file_name="credential.json",
            source=content,
            evidence=resources(),
            verification=verification_to_json(verification),
        )


@cache
def resources() -> tuple[Resource, ...]:
    """The issuer's document and the shared status list."""
    bits = bitstring_list(LIST_URL, HISAKATA, valid_from="2026-04-01T00:00:00Z", marked=range(90_000, 90_100))
    return (*HISAKATA.evidence, json_resource(LIST_URL, bits, "application/vc+ld+json"))


def _badges() -> Iterator[bytes]:
    by_key = did_key(KEY)
    issuers = ((HISAKATA.id, HISAKATA.method), (by_key, f"{by_key}#{KEY.multikey}"))
    number = 0
    while True:
        identifier, method = issuers[number % 2]
        credential = _credential(number, {**HISAKATA.profile, "id": identifier})
        yield json.dumps(_signed(credential, KEY, method), ensure_ascii=False, indent=2).encode("utf-8")
        number += 1


def _signed(credential: JsonObject, key: Ed25519Key, method: str) -> JsonObject:
    proof: JsonObject = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": CREATED}
    proof |= {"verificationMethod": method, "proofPurpose": "assertionMethod"}
    configuration: JsonObject = {"@context": credential["@context"], **proof}
    # Signed by way of the wallet's own canonical form, since a thousand by way of pyld would take a minute.
    hashes = [hashlib.sha256(canonicalize(one).nquads.encode("utf-8")).digest() for one in (configuration, credential)]
    return {**credential, "proof": {**proof, "proofValue": multibase58(key.sign(b"".join(hashes)))}}


def _credential(number: int, issuer: JsonObject) -> JsonObject:
    return {
        "@context": [VCDM_2_CONTEXT, OB_CONTEXT],
        "id": f"urn:uuid:7d9c5a10-4f3e-4c0b-9a76-{number:012x}",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": both("データで読む地域経済 修了証", "Regional Economy through Data: certificate"),
        "issuer": issuer,
        "validFrom": "2026-03-31T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [hashed_email(f"salt-{number}"), identity("ext:studentId", f"24-{number:05}")],
            "creditsEarned": 2,
            "achievement": _achievement(number),
            "result": [{"type": ["Result"], "resultDescription": f"urn:uuid:scale-{number}", "value": "優 / A"}],
        },
        "evidence": [_evidence(title) for title in ("報告書 / Report", "発表 / Talk")],
        "credentialStatus": bitstring_entry(LIST_URL, number),
    }


def _achievement(number: int) -> JsonObject:
    identifier = f"https://credentials.hisakata-u.example/achievements/{number}"
    scale: JsonObject = {"id": f"urn:uuid:scale-{number}", "type": ["ResultDescription"], "name": "評価 / Grade"}
    return {
        "id": identifier,
        "type": ["Achievement"],
        "name": both("データで読む地域経済", "Regional Economy through Data"),
        "description": both(
            "統計と聞き取りを組み合わせて地域の産業構造を読み解き、課題と打ち手を根拠とともに提案できることを示します。",
            "Reads a region's economy from statistics and interviews, and proposes measures with their evidence.",
        ),
        "criteria": {
            "narrative": "全十五回の授業に出席し、公的統計を用いた報告書を提出し、公開の場で発表すること。\n\n"
            "Attend fifteen sessions, hand in a report that uses official statistics, and present it in public."
        },
        "image": {"id": f"{identifier}/badge.png", "type": "Image", "caption": "青い地図の上の折れ線グラフ"},
        "achievementType": "Course",
        "creditsAvailable": 2,
        "otherIdentifier": [{"type": "IdentifierEntry", "identifier": f"E-{number}", "identifierType": "identifier"}],
        "fieldOfStudy": "地域経済学 / Regional economics",
        "tag": ["統計", "地域経済", "statistics", "regional economy"],
        "alignment": [_alignment(code, name) for code, name in _FRAMEWORK],
        "resultDescription": [{**scale, "resultType": "LetterGrade", "allowedValue": ["可 / C", "良 / B", "優 / A"]}],
    }


_FRAMEWORK = (
    ("DA-5.2", "根拠のある提案 / Arguing from data"),
    ("DA-2.1", "統計の読解 / Reading statistics"),
    ("DA-3.4", "地図による可視化 / Mapping data"),
)


def _alignment(code: str, name: str) -> JsonObject:
    alignment: JsonObject = {"type": ["Alignment"], "targetName": name, "targetCode": code}
    url = f"https://frameworks.hisakata-u.example/data-analysis/{code}"
    return {**alignment, "targetUrl": url, "targetFramework": "データ分析の枠組み / Data Analysis Framework"}


def _evidence(title: str) -> JsonObject:
    return {
        "type": ["Evidence"],
        "name": title,
        "narrative": "商店街の十年分の統計と店主への聞き取りをまとめた。/ Ten years of figures, and interviews.",
        "genre": "Report",
    }
