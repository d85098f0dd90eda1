"""The Shionami exchange association: did:web with a path, eddsa-rdfc-2022, Japanese without language tags."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import EXTENSIONS_CONTEXT, LEARNER_DID, hashed_email, urn
from tests.assets.frameworks import cefr
from tests.assets.issuers import SHIONAMI, json_resource
from tests.assets.pictures import shionami as pictures
from tests.assets.status_lists import revocation_list
from wallet.fields import JsonObject

__all__ = ["badges"]

_SITE = "https://shionami-exchange.example"
_REVOCATIONS = f"{_SITE}/issuers/badges/revocations.json"


def badges() -> tuple[DemoBadge, ...]:
    """An SVG, a PNG and a JSON file."""
    return (_plain_japanese(), _interpreter(), _disaster())


def _plain_japanese() -> DemoBadge:
    url = f"{_SITE}/achievements/plain-japanese"
    made = credential(
        f"{_SITE}/credentials/{urn('plain-japanese')[9:]}",
        SHIONAMI,
        {
            "identifier": [hashed_email("2f6b91")],
            "achievement": achievement(
                url,
                name="やさしい日本語 窓口編",
                description="役所や図書館の窓口の言い回しを、日本語を学んでいる人にも伝わる短いことばに言い換える力を認めます。",
                criteria="講座（6時間）を受講し、実際のお知らせ文を言い換える課題に合格すること。",
                kind="CertificateOfCompletion",
                inLanguage="ja",
                image=image(
                    f"{_SITE}/images/plain-japanese.svg", "もつれた線が、まっすぐな線になって吹き出しから出てくる"
                ),
                tag=["やさしい日本語", "多文化共生"],
            ),
        },
        valid_from="2023-02-12T00:00:00+09:00",
    )
    return DemoBadge(
        slug="plain-japanese",
        issuer=SHIONAMI,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="svg",
        created="2023-02-12T06:00:00Z",
        drawing=pictures.plain_japanese,
    )


def _interpreter() -> DemoBadge:
    url = f"{_SITE}/achievements/community-interpreter"
    made = credential(
        f"{_SITE}/credentials/{urn('community-interpreter')[9:]}",
        SHIONAMI,
        {
            "id": LEARNER_DID,
            "identifier": [hashed_email("c04e7a")],
            "activityStartDate": "2025-01-18T00:00:00+09:00",
            "activityEndDate": "2025-05-31T00:00:00+09:00",
            "licenseNumber": "CI-2025-0117",
            "role": "通訳者（英語・日本語）",
            "narrative": "子育て相談と就学手続きの通訳を、指導者の立ち会いのもとで8回行いました。",
            "result": [
                {"type": ["Result"], "resultDescription": f"{url}#accuracy", "value": "27"},
                {"type": ["Result"], "resultDescription": f"{url}#conduct", "value": "合格", "status": "Completed"},
            ],
            "achievement": achievement(
                url,
                name="コミュニティ通訳者（英語）",
                description="相談や手続きの場で、話し手の意図を足さず引かずに伝え、守秘と中立を守って通訳できることを認めます。",
                criteria=(
                    "養成講座（40時間）を修了し、実技試験と面接に合格して登録すること。\n\n"
                    "- 実技試験：正確さを30点満点で評価し、21点以上を合格とします\n"
                    "- 面接：倫理と守秘について確かめます"
                ),
                kind="Certification",
                inLanguage="ja",
                image=image(
                    f"{_SITE}/images/community-interpreter.png", "波の上の橋と、両岸で重なり合う二つの吹き出し"
                ),
                tag=["通訳", "多文化共生"],
                alignment=[cefr("B2", "英語 B2（話すこと・聞くこと）")],
                resultDescription=[_accuracy(url), _conduct(url)],
            ),
        },
        valid_from="2025-06-15T00:00:00+09:00",
        valid_until="2028-06-14T23:59:59+09:00",
    )
    return DemoBadge(
        slug="community-interpreter",
        issuer=SHIONAMI,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="png",
        created="2025-06-15T02:00:00Z",
        drawing=pictures.interpreter,
    )


def _accuracy(url: str) -> JsonObject:
    return {
        "id": f"{url}#accuracy",
        "type": ["ResultDescription"],
        "name": "実技試験（正確さ）",
        "resultType": "RawScore",
        "valueMin": "0",
        "valueMax": "30",
        "requiredValue": "21",
    }


def _conduct(url: str) -> JsonObject:
    return {
        "id": f"{url}#conduct",
        "type": ["ResultDescription"],
        "name": "面接（倫理と守秘）",
        "resultType": "Result",
        "allowedValue": ["不合格", "合格"],
        "requiredValue": "合格",
    }


def _disaster() -> DemoBadge:
    url = f"{_SITE}/achievements/disaster-information"
    made = credential(
        f"{_SITE}/credentials/{urn('disaster-information-volunteer')[9:]}",
        SHIONAMI,
        {
            "id": LEARNER_DID,
            "licenseNumber": "DV-2026-042",
            "role": "多言語情報ボランティア",
            "achievement": achievement(
                url,
                name="災害時多言語情報ボランティア",
                description="災害のとき、避難所や相談の窓口で、正しい情報をやさしい日本語と外国語で届ける役割を担えることを認めます。",
                criteria="研修（2日間）と総合防災訓練に参加し、登録すること。登録は3年ごとに更新します。",
                kind="Membership",
                inLanguage="ja",
                image=image(f"{_SITE}/images/disaster-information.svg", "大きな波の上で光を放つ手提げ灯"),
                tag=["防災", "やさしい日本語"],
            ),
        },
        valid_from="2026-05-10T00:00:00+09:00",
        valid_until="2029-03-31T23:59:59+09:00",
        contexts=(EXTENSIONS_CONTEXT,),
        credentialStatus={"id": _REVOCATIONS, "type": "1EdTechRevocationList"},
    )
    revoked = ((f"{_SITE}/credentials/{urn('a volunteer who moved away')[9:]}", "登録の辞退"),)
    return DemoBadge(
        slug="disaster-information-volunteer",
        issuer=SHIONAMI,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="json",
        created="2026-05-10T04:30:00Z",
        drawing=pictures.disaster,
        image_url=f"{_SITE}/images/disaster-information.svg",
        evidence=(json_resource(_REVOCATIONS, revocation_list(_REVOCATIONS, SHIONAMI, revoked), "application/json"),),
    )
