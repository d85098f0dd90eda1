"""What the microcredentials of Hisakata University share: the certificate they stack towards, status lists, a scale."""

from __future__ import annotations

from tests.assets.credentials import both
from tests.assets.frameworks import larger_award
from tests.assets.issuers import HISAKATA, json_resource
from tests.assets.status_lists import bitstring_list
from wallet.fields import JsonObject
from wallet.resolution.fetching import Resource

__all__ = ["PROGRAMME", "REVOCATION", "SITE", "SUSPENSION", "revocations", "score", "status_list"]

SITE = "https://credentials.hisakata-u.example"
REVOCATION = f"{SITE}/status/revocation-2025"
SUSPENSION = f"{SITE}/status/suspension-2025"
PROGRAMME = larger_award(
    both("地域データ活用プログラム（履修証明プログラム）", "Certificate Programme in Community Data"),
    "https://hisakata-u.example/programmes/community-data",
    both(
        "6単位以上を修得し、修了課題に合格すると履修証明書を受けられます。",
        "The certificate asks for six credits and a final project.",
    ),
)


def status_list(url: str, purpose: str, marked: tuple[int, ...]) -> Resource:
    """A signed list in which other credentials are marked."""
    document = bitstring_list(url, HISAKATA, valid_from="2026-11-15T00:00:00+09:00", marked=marked, purpose=purpose)
    return json_resource(url, document, "application/vc+ld+json")


def revocations() -> Resource:
    """The list of revoked credentials."""
    return status_list(REVOCATION, "revocation", (411, 20_817, 63_004, 99_120))


def score(url: str) -> JsonObject:
    """The scale of the overall score."""
    return {
        "id": f"{url}#score",
        "type": ["ResultDescription"],
        "name": both("総合評価", "Overall score"),
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
        "requiredValue": "60",
    }
