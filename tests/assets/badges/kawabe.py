"""Kawabe Gakuen: an issuer of Open Badges 2.0, hosted, with its badge class in two languages."""

from __future__ import annotations

from tests.assets.badges.hosted_badge import HostedBadge, HostedIssuer
from tests.assets.credentials import hashed_email
from tests.assets.frameworks import dss
from tests.assets.pictures import kawabe as pictures
from wallet.fields import JsonObject, JsonValue

__all__ = ["badges"]

_HOST = "https://badges.kawabe-gakuen.example"
_CONTEXT = "https://w3id.org/openbadges/v2"
_ISSUER = f"{_HOST}/Issuer/kawabe"
_BADGE = f"{_HOST}/BadgeClass/town-map"
_ENGLISH = f"{_HOST}/BadgeClass/town-map-en"


def badges() -> tuple[HostedBadge, ...]:
    """A PNG with an assertion that the issuer's page confirms."""
    return (_town_map(),)


def _town_map() -> HostedBadge:
    return HostedBadge(
        slug="town-map-making",
        issuer=HostedIssuer(id=_ISSUER),
        credential=_assertion(),
        pages=(_japanese(), _english(), _profile()),
        drawing=pictures.town_map,
    )


def _assertion() -> JsonObject:
    named = hashed_email("kawabe-51d0")
    return {
        "@context": _CONTEXT,
        "id": f"{_HOST}/Assertion/town-map-2024-17",
        "type": "Assertion",
        "recipient": {
            "type": "email",
            "hashed": True,
            "salt": named["salt"],
            "identity": named["identityHash"],
        },
        "badge": _BADGE,
        "verification": {"type": "HostedBadge"},
        "issuedOn": "2024-11-23T16:00:00+09:00",
        "narrative": "川の左岸の五つの町内を歩き、避難経路と休める場所を地図にまとめました。",
        "evidence": [
            {
                "id": "https://shiomi.example/works/left-bank-map",
                "type": "Evidence",
                "name": "左岸まち歩き地図",
                "description": "歩いた記録と、住民への聞き取りから作った地図です。",
                "genre": "地図",
            }
        ],
    }


def _japanese() -> JsonObject:
    return {
        **_class(_BADGE, "ja"),
        "name": "まち歩き地図づくり 修了",
        "description": "まちを歩いて調べ、住民の声を聞き、誰にでも読める地図にまとめる力を認めます。",
        "criteria": {
            "id": f"{_HOST}/criteria/town-map",
            "narrative": "まち歩き3回と製図の講座2回に参加し、地図1枚を完成させて発表すること。",
        },
        "related": [{"id": _ENGLISH, "@language": "en"}],
        "alignment": [_target(dss("データの可視化"))],
        "tags": ["地図", "まちづくり"],
    }


def _english() -> JsonObject:
    return {
        **_class(_ENGLISH, "en"),
        "name": "Town Map Making",
        "description": "Explores a town on foot, listens to its residents, and makes a map that everybody can read.",
        "criteria": {
            "id": f"{_HOST}/criteria/town-map",
            "narrative": "Take part in three walks and two drawing classes, and present one finished map.",
        },
        "related": [{"id": _BADGE, "@language": "ja"}],
    }


def _class(url: str, language: str) -> JsonObject:
    return {
        "@context": _CONTEXT,
        "id": url,
        "type": "BadgeClass",
        "@language": language,
        "image": {"id": f"{_BADGE}/image", "type": "Image", "caption": "川のある町の地図と目印のピン"},
        "issuer": _ISSUER,
    }


def _target(alignment: JsonObject) -> JsonObject:
    wanted = ("targetName", "targetUrl", "targetFramework", "targetCode")
    chosen: dict[str, JsonValue] = {name: alignment[name] for name in wanted if name in alignment}
    return chosen


def _profile() -> JsonObject:
    return {
        "@context": _CONTEXT,
        "id": _ISSUER,
        "type": "Issuer",
        "@language": "ja",
        "name": "川辺学園 公開講座室",
        "url": "https://kawabe-gakuen.example/",
        "description": "川辺のまちで、土曜の公開講座を開いています。",
        "email": "koza@kawabe-gakuen.example",
    }
