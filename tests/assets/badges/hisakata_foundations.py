"""Hisakata University's first microcredential, the fullest badge of the portfolio: every kind of member is in it."""

from __future__ import annotations

from tests.assets.badges.demo_badge import DemoBadge, achievement, credential, image
from tests.assets.badges.hisakata_programme import PROGRAMME, REVOCATION, SITE, revocations, score
from tests.assets.credentials import LEARNER_DID, OB_CONTEXT, VCDM_2_CONTEXT, both, urn
from tests.assets.frameworks import dss, eqf, quality_assurance
from tests.assets.issuers import HISAKATA, MANABI
from tests.assets.keys import Ed25519Key
from tests.assets.pictures import hisakata as pictures
from tests.assets.signing import sign_eddsa_rdfc
from tests.assets.status_lists import bitstring_entry
from wallet.fields import JsonObject

__all__ = ["working_with_data"]


def working_with_data() -> DemoBadge:
    """A PNG with an endorsement and a status list."""
    url = f"{SITE}/achievements/mc-d101"
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
        f"{SITE}/credentials/{urn('working-with-data')[9:]}",
        HISAKATA,
        subject,
        valid_from="2025-03-20T00:00:00+09:00",
        awardedDate="2025-03-15T00:00:00+09:00",
        name=both("データ活用の基礎", "Foundations of Working with Data"),
        evidence=[_report()],
        endorsement=[_endorsement(url)],
        credentialStatus=bitstring_entry(REVOCATION, 48_213),
    )
    return DemoBadge(
        slug="working-with-data",
        issuer=HISAKATA,
        credential=made,
        securing="eddsa-rdfc-2022",
        container="png",
        created="2025-03-20T01:12:40Z",
        drawing=pictures.working_with_data,
        evidence=(revocations(), *MANABI.evidence),
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
            f"{SITE}/images/mc-d101.png",
            both("藍の空にのぼる朝日と、三本の棒グラフ", "A sun rising in an indigo sky behind three bars"),
        ),
        tag=["データリテラシー", "data literacy", "社会人学習"],
        resultDescription=[score(url), _report_levels(url)],
        alignment=[
            eqf(5, both("EQF レベル5相当", "Comparable to EQF level 5")),
            dss(both("データ理解・活用", "Understanding and using data")),
            quality_assurance(
                both("2024年度 第三者評価「適合」", "External review 2024: meets the standard"),
                "https://manabi-quality.example/decisions/2024-031",
                "Minamo",
            ),
            PROGRAMME,
        ],
    )


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
