"""Aobazuku Examinations: did:key; an older VCDM 1.1 certificate that has expired and a newer one in force."""

from __future__ import annotations

import base64

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import LEARNER_DID, hashed_email, identity, urn
from tests.assets.drawing.svg import to_svg
from tests.assets.frameworks import dss, itss
from tests.assets.issuers import AOBAZUKU
from tests.assets.pictures import aobazuku as pictures
from wallet.fields import JsonObject

__all__ = ["badges"]

_SITE = "https://aobazuku.example"


def badges() -> tuple[DemoBadge, ...]:
    """A JSON file with Ed25519Signature2020 under VCDM 1.1, and a PNG with eddsa-rdfc-2022."""
    return (_grade_2(), _grade_pre_1())


def _score(url: str, required: str) -> JsonObject:
    return {
        "id": f"{url}#score",
        "type": ["ResultDescription"],
        "name": "得点",
        "resultType": "RawScore",
        "valueMin": "0",
        "valueMax": "200",
        "requiredValue": required,
    }


def _grade_2() -> DemoBadge:
    url = f"{_SITE}/exams/grade-2"
    picture = base64.b64encode(to_svg(pictures.grade_2()).encode("utf-8")).decode("ascii")
    made = credential(
        urn("data-practice-exam-grade-2"),
        AOBAZUKU,
        {
            "identifier": [hashed_email("aobazuku-2022-1184")],
            "licenseNumber": "第22-1184号",
            "result": [{"type": ["Result"], "resultDescription": f"{url}#score", "value": "158"}],
            "achievement": achievement(
                url,
                name="データ活用検定 2級",
                description="表計算ソフトで業務の記録を集計し、平均や割合を正しく読み取れることを証明します。",
                criteria="筆記試験（200点満点）で120点以上を得ること。合格の有効期間は2年です。",
                kind="Certification",
                image=image(f"data:image/svg+xml;base64,{picture}", "木の枝にとまるあおばずく"),
                tag=["検定", "データ活用"],
                resultDescription=[_score(url, "120")],
            ),
        },
        valid_from="2022-06-26T00:00:00+09:00",
        valid_until="2024-06-30T23:59:59+09:00",
        data_model="1.1",
    )
    return DemoBadge(
        slug="data-practice-exam-grade-2",
        issuer=AOBAZUKU,
        credential=made,
        securing="Ed25519Signature2020",
        container="json",
        created="2022-07-20T03:00:00Z",
    )


def _grade_pre_1() -> DemoBadge:
    url = f"{_SITE}/exams/grade-pre-1"
    made = credential(
        urn("data-practice-exam-grade-pre-1"),
        AOBAZUKU,
        {
            "id": LEARNER_DID,
            "identifier": [identity("name", "汐見 千鶴")],
            "licenseNumber": "準24-0302号",
            "result": [
                {"type": ["Result"], "resultDescription": f"{url}#score", "value": "171"},
                {"type": ["Result"], "resultDescription": f"{url}#rank", "value": "88"},
            ],
            "achievement": achievement(
                url,
                name="データ活用検定 準1級",
                description="目的に合わせてデータを選び、比較と検定の考え方を使って、判断の根拠を示せることを証明します。",
                criteria="筆記試験と実技試験の合計（200点満点）で140点以上を得ること。試験会場で本人確認を行います。合格の有効期間は5年です。",
                kind="Certification",
                inLanguage="ja",
                image=image(f"{_SITE}/images/grade-pre-1.png", "満月を背にした、金の目のあおばずく"),
                tag=["検定", "データ活用"],
                resultDescription=[_score(url, "140"), _rank(url)],
                alignment=[itss(2, "ITSS レベル2相当"), dss("データ・AIの戦略的活用")],
            ),
        },
        valid_from="2024-09-29T00:00:00+09:00",
        valid_until="2029-09-30T23:59:59+09:00",
    )
    return DemoBadge(
        slug="data-practice-exam-grade-pre-1",
        issuer=AOBAZUKU,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="png",
        created="2024-10-22T03:00:00Z",
        drawing=pictures.grade_pre_1,
    )


def _rank(url: str) -> JsonObject:
    return {
        "id": f"{url}#rank",
        "type": ["ResultDescription"],
        "name": "受験者全体での位置（百分位）",
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
    }
