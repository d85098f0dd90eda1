"""Hisakata University: did:web, eddsa-rdfc-2022, bilingual microcredentials that stack towards a certificate."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.badges.hisakata_foundations import working_with_data
from tests.assets.badges.hisakata_programme import (
    PROGRAMME,
    REVOCATION,
    SITE,
    SUSPENSION,
    revocations,
    score,
    status_list,
)
from tests.assets.credentials import LEARNER_DID, both, in_japanese, urn
from tests.assets.frameworks import dss, eqf, jeqf
from tests.assets.issuers import HISAKATA
from tests.assets.pictures import hisakata as pictures
from tests.assets.status_lists import bitstring_entry
from wallet.fields import JsonValue

__all__ = ["badges"]


def badges() -> tuple[DemoBadge, ...]:
    """The three microcredentials, first to last."""
    return (working_with_data(), _community_data(), _statistics())


def _community_data() -> DemoBadge:
    url = f"{SITE}/achievements/mc-d201"
    grades: JsonValue = ["D", "C", "B", "A", "S"]
    made = credential(
        f"{SITE}/credentials/{urn('community-data-practice')[9:]}",
        HISAKATA,
        {
            "id": LEARNER_DID,
            "activityStartDate": "2025-04-10T00:00:00+09:00",
            "activityEndDate": "2025-07-31T00:00:00+09:00",
            "creditsEarned": 2,
            "term": "2025年度前期",
            "role": "班の記録・可視化担当",
            "result": [{"type": ["Result"], "resultDescription": f"{url}#grade", "value": "S", "status": "Completed"}],
            "achievement": achievement(
                url,
                name=both("地域データ実践", "Community Data in Practice"),
                description=both(
                    "住民とともに地域の課題を見つけ、公開データと聞き取りを組み合わせて解決の手がかりを示す力を認めます。",
                    "Finding a local problem together with residents, "
                    "and pointing to a way forward from open data and interviews.",
                ),
                criteria=both(
                    "4人の班で3か月の実習を行い、住民の前で発表すること。成績は発表（50%）、報告書（30%）、相互評価（20%）で決まります。",
                    "A three-month project in a team of four, presented to residents. "
                    "The grade comes from the presentation (50%), the report (30%) and peer review (20%).",
                ),
                kind="MicroCredential",
                creator=HISAKATA.profile,
                creditsAvailable=2,
                fieldOfStudy="データサイエンス",
                specialization="地域情報学",
                humanCode="MC-D201",
                image=image(
                    f"{SITE}/images/mc-d201.svg",
                    both(
                        "等高線で描いた町の地図に立つ三つの目印", "Three markers on a town map drawn in contour lines"
                    ),
                ),
                tag=["オープンデータ", "open data", "フィールドワーク"],
                resultDescription=[
                    {
                        "id": f"{url}#grade",
                        "type": ["ResultDescription"],
                        "name": both("成績", "Grade"),
                        "resultType": "LetterGrade",
                        "allowedValue": grades,
                        "requiredValue": "C",
                    }
                ],
                alignment=[
                    eqf(5, both("EQF レベル5相当", "Comparable to EQF level 5")),
                    dss(both("データ活用戦略・課題設定", "Setting problems for the use of data")),
                    PROGRAMME,
                ],
            ),
        },
        valid_from="2025-09-19T00:00:00+09:00",
        evidence=[
            {
                "id": "https://shiomi.example/works/bus-and-library",
                "type": ["Evidence"],
                "name": both("班の報告書「バスと図書館」", "Team report: Buses and the Library"),
                "description": both(
                    "バスの時刻表と来館記録を重ね、移動図書館の停車場所を2か所提案しました。",
                    "Bus timetables laid over visits, with two new stops for the mobile library.",
                ),
                "genre": "Team report",
                "audience": "潮波市民",
            }
        ],
        credentialStatus=[
            bitstring_entry(REVOCATION, 75_590),
            bitstring_entry(SUSPENSION, 75_590, "suspension"),
        ],
    )
    return DemoBadge(
        slug="community-data-practice",
        issuer=HISAKATA,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="json",
        created="2025-09-19T00:30:00Z",
        drawing=pictures.community_data,
        image_url=f"{SITE}/images/mc-d201.svg",
        evidence=(revocations(), status_list(SUSPENSION, "suspension", (8_100, 75_589))),
    )


def _statistics() -> DemoBadge:
    url = f"{SITE}/achievements/mc-d202"
    made = credential(
        f"{SITE}/credentials/{urn('statistics-for-public-services')[9:]}",
        HISAKATA,
        {
            "id": LEARNER_DID,
            "activityStartDate": "2025-10-02T00:00:00+09:00",
            "activityEndDate": "2026-01-29T00:00:00+09:00",
            "creditsEarned": 1.5,
            "term": "2025年度後期",
            "result": [{"type": ["Result"], "resultDescription": f"{url}#score", "value": "84"}],
            "achievement": achievement(
                url,
                name="公共サービスのための統計",
                description="標本の偏りと不確かさを踏まえて調査を設計し、住民サービスの効果を慎重に見積もる力を認めます。",
                criteria="演習12回と期末試験を受け、総合評価が60点以上であること。受講要件は「データ活用の基礎」の修了です。",
                kind="MicroCredential",
                creditsAvailable=1.5,
                fieldOfStudy="統計学",
                humanCode="MC-D202",
                inLanguage="ja",
                image=image(f"{SITE}/images/mc-d202.svg", "ばらつきの山と、その頂にかかる月"),
                tag=["統計", "調査設計"],
                resultDescription=[{**score(url), "name": "総合評価"}],
                alignment=[
                    jeqf(6, in_japanese("JEQF レベル6（学士課程の科目）")),
                    dss("データ理解・活用"),
                    PROGRAMME,
                ],
            ),
        },
        valid_from="2026-03-19T00:00:00+09:00",
        credentialStatus=bitstring_entry(REVOCATION, 101_877),
    )
    return DemoBadge(
        slug="statistics-for-public-services",
        issuer=HISAKATA,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="json",
        created="2026-03-19T00:30:00Z",
        drawing=pictures.statistics,
        image_url=f"{SITE}/images/mc-d202.svg",
        evidence=(revocations(),),
    )
