"""The library data guild "Shiori": an HTTPS issuer with a P-256 key, ES256, Japanese only, salted e-mail hashes."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import LEARNER_DID, hashed_email, in_japanese, urn
from tests.assets.frameworks import dss
from tests.assets.issuers import SHIORI
from tests.assets.pictures import shiori as pictures
from wallet.fields import JsonObject

__all__ = ["badges"]

_SITE = "https://shiori-guild.example"


def badges() -> tuple[DemoBadge, ...]:
    """A compact JWS and an SVG that carries one."""
    return (_records(), _barrier_free())


def _records() -> DemoBadge:
    url = f"{_SITE}/badges/reading-records"
    made = credential(
        urn("reading-library-records"),
        SHIORI,
        {
            "id": LEARNER_DID,
            "identifier": [hashed_email("shiori-7c1e")],
            "role": "発表者",
            "achievement": achievement(
                url,
                name=in_japanese("図書館記録の読み解き"),
                description=in_japanese(
                    "貸出・予約・レファレンスの記録を個人が特定されない形に整え、サービスの改善に役立てた実践を認めます。"
                ),
                criteria=in_japanese(
                    "実践報告を研究会で発表し、会員3名の査読を受けること。査読の観点は次の三つです。\n\n"
                    "1. 利用者の秘密を守る手立てがある\n"
                    "2. 数字と現場の実感を突き合わせている\n"
                    "3. 改善の前後を比べている"
                ),
                kind="Badge",
                inLanguage="ja",
                image=image(
                    f"{_SITE}/images/reading-records.svg", in_japanese("開いた本の頁から伸びる折れ線と、しおり")
                ),
                tag=["図書館", "業務改善"],
                resultDescription=[_review(url)],
                alignment=[dss(in_japanese("プライバシー保護"))],
            ),
            "result": [_reached(url, "recommended")],
        },
        valid_from="2023-09-23T00:00:00+09:00",
        evidence=[
            {
                "id": "https://shiomi.example/works/reservation-queue",
                "type": ["Evidence"],
                "name": in_japanese("実践報告「予約の待ち日数を半分に」"),
                "description": in_japanese("予約の多い本の複本購入を、待ち日数の予測から決める手順を作りました。"),
                "genre": "実践報告",
            }
        ],
    )
    return DemoBadge(
        slug="reading-library-records",
        issuer=SHIORI,
        credential=made,
        securing="JWS",
        container="jws",
        created="2023-09-23T01:00:00Z",
        drawing=pictures.records,
        image_url=f"{_SITE}/images/reading-records.svg",
    )


def _review(url: str) -> JsonObject:
    levels = (("accepted", "採択", "1"), ("commended", "優秀", "2"), ("recommended", "推薦", "3"))
    return {
        "id": f"{url}#review",
        "type": ["ResultDescription"],
        "name": in_japanese("査読の結果"),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": [
            {
                "id": f"{url}#{key}",
                "type": ["RubricCriterionLevel"],
                "name": in_japanese(name),
                "level": name,
                "points": points,
            }
            for key, name, points in levels
        ],
    }


def _reached(url: str, level: str) -> JsonObject:
    return {"type": ["Result"], "resultDescription": f"{url}#review", "achievedLevel": f"{url}#{level}"}


def _barrier_free() -> DemoBadge:
    url = f"{_SITE}/badges/accessible-documents"
    made = credential(
        urn("accessible-documents"),
        SHIORI,
        {
            "identifier": [hashed_email("shiori-a90d")],
            "activityStartDate": "2025-09-06T00:00:00+09:00",
            "activityEndDate": "2025-11-01T00:00:00+09:00",
            "achievement": achievement(
                url,
                name=in_japanese("読みやすい文書づくり"),
                description=in_japanese(
                    "案内や申込書を、拡大しても、音声で聞いても、ふりがなを付けても読める文書に作り替える力を認めます。"
                ),
                criteria=in_japanese(
                    "ワークショップ4回に参加し、館内の文書3点を作り替えて、読みに困難のある利用者2名以上の確認を受けること。"
                ),
                kind="CertificateOfCompletion",
                inLanguage="ja",
                image=image(
                    f"{_SITE}/images/accessible-documents.svg", in_japanese("大きく見える文字の列と、虫めがね")
                ),
                tag=["読書バリアフリー", "文書デザイン"],
            ),
        },
        valid_from="2025-11-08T00:00:00+09:00",
    )
    return DemoBadge(
        slug="accessible-documents",
        issuer=SHIORI,
        credential=made,
        securing="JWS",
        container="svg",
        created="2025-11-08T01:00:00Z",
        drawing=pictures.documents,
    )
