"""Hisakata University: did:web, eddsa-rdfc-2022, bilingual microcredentials that stack towards a certificate."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.credentials import LEARNER_DID, OB_CONTEXT, VCDM_2_CONTEXT, both, in_japanese, urn
from tests.assets.frameworks import dss, eqf, jeqf, larger_award, quality_assurance
from tests.assets.issuers import HISAKATA, MANABI, json_resource
from tests.assets.keys import Ed25519Key
from tests.assets.pictures import hisakata as pictures
from tests.assets.signing import sign_eddsa_rdfc
from tests.assets.status_lists import bitstring_entry, bitstring_list
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource

__all__ = ["badges"]

_SITE = "https://credentials.hisakata-u.example"
_REVOCATION = f"{_SITE}/status/revocation-2025"
_SUSPENSION = f"{_SITE}/status/suspension-2025"
_PROGRAMME = larger_award(
    both("地域データ活用プログラム（履修証明プログラム）", "Certificate Programme in Community Data"),
    "https://hisakata-u.example/programmes/community-data",
    both(
        "6単位以上を修得し、修了課題に合格すると履修証明書を受けられます。",
        "The certificate asks for six credits and a final project.",
    ),
)


def badges() -> tuple[DemoBadge, ...]:
    """The three microcredentials, first to last."""
    return (_working_with_data(), _community_data(), _statistics())


def _list(url: str, purpose: str, marked: tuple[int, ...]) -> Resource:
    document = bitstring_list(url, HISAKATA, valid_from="2026-11-15T00:00:00+09:00", marked=marked, purpose=purpose)
    return json_resource(url, document, "application/vc+ld+json")


def _revocations() -> Resource:
    return _list(_REVOCATION, "revocation", (411, 20_817, 63_004, 99_120))


def _working_with_data() -> DemoBadge:
    url = f"{_SITE}/achievements/mc-d101"
    subject: JsonObject = {
        "id": LEARNER_DID,
        "activityStartDate": "2024-10-01T00:00:00+09:00",
        "activityEndDate": "2025-01-31T00:00:00+09:00",
        "creditsEarned": 2,
        "term": "2024年度後期",
        "narrative": both(
            "夜間のオンライン授業を15回受講し、市立図書館の貸出記録を題材に課題レポートを提出しました。",
            "Attended fifteen evening classes online "
            "and wrote the final report on the lending records of a city library.",
        ),
        "result": [
            {"type": ["Result"], "resultDescription": f"{url}#score", "value": "92"},
            {"type": ["Result"], "resultDescription": f"{url}#report", "achievedLevel": f"{url}#report-advanced"},
        ],
        "achievement": _working_with_data_achievement(url),
    }
    made = credential(
        f"{_SITE}/credentials/{urn('working-with-data')[9:]}",
        HISAKATA,
        subject,
        valid_from="2025-03-20T00:00:00+09:00",
        awardedDate="2025-03-15T00:00:00+09:00",
        name=both("データ活用の基礎", "Foundations of Working with Data"),
        evidence=[_report()],
        endorsement=[_endorsement(url)],
        credentialStatus=bitstring_entry(_REVOCATION, 48_213),
    )
    return DemoBadge(
        slug="working-with-data",
        issuer=HISAKATA,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="png",
        created="2025-03-20T01:12:40Z",
        drawing=pictures.working_with_data,
        evidence=(_revocations(), *MANABI.evidence),
    )


def _working_with_data_achievement(url: str) -> JsonObject:
    return achievement(
        url,
        name=both("データ活用の基礎", "Foundations of Working with Data"),
        description=both(
            "身近な業務の記録を集め、整え、図表にまとめ、読み誤りなく人に伝える力を認めるマイクロクレデンシャルです。",
            "A microcredential for gathering the records of everyday work, tidying them, "
            "putting them into charts and tables, and reporting them without misleading anyone.",
        ),
        criteria=both(
            "次のすべてを満たすこと。\n\n"
            "- 全15回（学修時間90時間）のうち12回以上に出席する\n"
            "- 小テストと課題レポートの総合評価が60点以上である\n"
            "- 課題レポートが「標準」以上に達している\n\n"
            "受講要件はありません。評価はオンラインで行い、最終試験では本人確認をします。",
            "All of the following:\n\n"
            "- attend at least 12 of 15 classes (90 hours of study)\n"
            "- reach 60 points or more over the quizzes and the final report\n"
            "- reach the level *Proficient* or above in the final report\n\n"
            "No prerequisites. Assessment is online; identity is checked at the final test.",
        ),
        kind="MicroCredential",
        creator=HISAKATA.profile,
        creditsAvailable=2,
        fieldOfStudy="データサイエンス",
        humanCode="MC-D101",
        version="2024",
        image=image(
            f"{_SITE}/images/mc-d101.png",
            both("藍の空にのぼる朝日と、三本の棒グラフ", "A sun rising in an indigo sky behind three bars"),
        ),
        tag=["データリテラシー", "data literacy", "社会人学習"],
        resultDescription=[_score(url), _report_levels(url)],
        alignment=[
            eqf(5, both("EQF レベル5相当", "Comparable to EQF level 5")),
            dss(both("データ理解・活用", "Understanding and using data")),
            quality_assurance(
                both("2024年度 第三者評価「適合」", "External review 2024: meets the standard"),
                "https://manabi-quality.example/decisions/2024-031",
                "Minamo",
            ),
            _PROGRAMME,
        ],
    )


def _score(url: str) -> JsonObject:
    return {
        "id": f"{url}#score",
        "type": ["ResultDescription"],
        "name": both("総合評価", "Overall score"),
        "resultType": "Percent",
        "valueMin": "0",
        "valueMax": "100",
        "requiredValue": "60",
    }


def _report_levels(url: str) -> JsonObject:
    levels = (
        ("basic", "基礎", "Basic", "手順に沿って集計できる", "Can follow the steps of a given analysis", "1"),
        (
            "proficient",
            "標準",
            "Proficient",
            "問いを立て、適した図表を選べる",
            "Asks a question and chooses a fitting chart",
            "2",
        ),
        (
            "advanced",
            "発展",
            "Advanced",
            "限界を示し、次の一歩を提案できる",
            "States limits and proposes a next step",
            "3",
        ),
    )
    return {
        "id": f"{url}#report",
        "type": ["ResultDescription"],
        "name": both("課題レポートの到達度", "Level of the final report"),
        "resultType": "RubricCriterionLevel",
        "requiredLevel": f"{url}#report-proficient",
        "rubricCriterionLevel": [
            {
                "id": f"{url}#report-{key}",
                "type": ["RubricCriterionLevel"],
                "name": both(ja, en),
                "description": both(can_ja, can_en),
                "level": en,
                "points": points,
            }
            for key, ja, en, can_ja, can_en, points in levels
        ],
    }


def _report() -> JsonObject:
    return {
        "id": "https://shiomi.example/works/lending-by-hour",
        "type": ["Evidence"],
        "name": both("課題レポート「夜の貸出はなぜ減ったか」", "Final report: Why did evening loans fall?"),
        "description": both(
            "5年分の貸出記録を時間帯ごとに集計し、開館時間の見直しを提案しました。",
            "Five years of loans by hour of the day, with a proposal for new opening hours.",
        ),
        "genre": "Report",
    }


def _endorsement(achievement_url: str) -> JsonObject:
    unsigned: JsonObject = {
        "@context": [VCDM_2_CONTEXT, OB_CONTEXT],
        "id": urn("endorsement of working-with-data"),
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": both("第三者評価の結果", "Result of an external review"),
        "issuer": MANABI.profile,
        "validFrom": "2024-09-10T00:00:00+09:00",
        "credentialSubject": {
            "id": achievement_url,
            "type": ["EndorsementSubject"],
            "endorsementComment": both(
                "学修成果、学習量、評価の方法がはっきり示され、評価は記載のとおりに行われていると判断しました。",
                "Learning outcomes, workload and assessment are stated clearly, "
                "and assessment is carried out as stated.",
            ),
        },
    }
    assert isinstance(MANABI.key, Ed25519Key)
    return sign_eddsa_rdfc(unsigned, MANABI.key, MANABI.method, "2024-09-10T02:00:00Z")


def _community_data() -> DemoBadge:
    url = f"{_SITE}/achievements/mc-d201"
    grades: JsonValue = ["D", "C", "B", "A", "S"]
    made = credential(
        f"{_SITE}/credentials/{urn('community-data-practice')[9:]}",
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
                    f"{_SITE}/images/mc-d201.svg",
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
                    _PROGRAMME,
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
            bitstring_entry(_REVOCATION, 75_590),
            bitstring_entry(_SUSPENSION, 75_590, "suspension"),
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
        image_url=f"{_SITE}/images/mc-d201.svg",
        evidence=(_revocations(), _list(_SUSPENSION, "suspension", (8_100, 75_589))),
    )


def _statistics() -> DemoBadge:
    url = f"{_SITE}/achievements/mc-d202"
    made = credential(
        f"{_SITE}/credentials/{urn('statistics-for-public-services')[9:]}",
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
                image=image(f"{_SITE}/images/mc-d202.svg", "ばらつきの山と、その頂にかかる月"),
                tag=["統計", "調査設計"],
                resultDescription=[{**_score(url), "name": "総合評価"}],
                alignment=[
                    jeqf(6, in_japanese("JEQF レベル6（学士課程の科目）")),
                    dss("データ理解・活用"),
                    _PROGRAMME,
                ],
            ),
        },
        valid_from="2026-03-19T00:00:00+09:00",
        credentialStatus=bitstring_entry(_REVOCATION, 101_877),
    )
    return DemoBadge(
        slug="statistics-for-public-services",
        issuer=HISAKATA,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="json",
        created="2026-03-19T00:30:00Z",
        drawing=pictures.statistics,
        image_url=f"{_SITE}/images/mc-d202.svg",
        evidence=(_revocations(),),
    )
