"""A small portfolio in every state, made of values alone: what pages are tried on."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from wallet.credentials.model import (
    Achievement,
    AchievementSubject,
    Address,
    Alignment,
    Criteria,
    EndorsementCredential,
    Evidence,
    IdentityObject,
    OpenBadgeCredential,
    Profile,
    Result,
    ResultDescription,
    RubricCriterionLevel,
)
from wallet.fields import JsonValue
from wallet.language.text import LanguageValue, Text
from wallet.portfolio.model import BadgeChoices, Collection, Link, OwnerName, OwnPage, Portfolio
from wallet.site.entries import BadgeEntry, BadgeImage, Original, Rendition, SiteInput
from wallet.verification.kept_answers import CheckMaterial
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport
from wallet.verification.signed_forms import SignedForm
from wallet.verification.trust import KnownIssuer

__all__ = ["CHECKED_AT", "badge", "picture", "report", "sample_badges", "sample_portfolio", "sample_site_input"]

TOKYO = timezone(timedelta(hours=9))
CHECKED_AT = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
ISSUER = Profile(
    id="did:web:badges.tosa-kaihin.example",
    type=("Profile",),
    name=Text(
        (
            LanguageValue(value="土佐海浜大学", language="ja"),
            LanguageValue(value="Tosa Coastal University", language="en"),
        )
    ),
    url="https://tosa-kaihin.example/",
    address=Address(address_country_code="JP"),
)

_PASSING: Mapping[Check, tuple[Outcome, str, Mapping[str, JsonValue]]] = {
    Check.CONFORMANCE: (Outcome.PASSED, "conformance.conforms", {"specification": "OB 3.0"}),
    Check.COVERAGE: (Outcome.PASSED, "coverage.every-member-signed", {}),
    Check.PROOF: (
        Outcome.PASSED,
        "proof.signature-valid",
        {"suite": "eddsa-rdfc-2022", "method": "did:web:badges.tosa-kaihin.example#key-1"},
    ),
    Check.ISSUER: (
        Outcome.PASSED,
        "issuer.key-is-the-issuers",
        {"method": "did:web:badges.tosa-kaihin.example#key-1", "issuer": "did:web:badges.tosa-kaihin.example"},
    ),
    Check.STATUS: (Outcome.NOT_APPLICABLE, "status.none", {}),
    Check.VALIDITY: (Outcome.PASSED, "validity.in-force-without-end", {}),
    Check.RECIPIENT: (Outcome.NOT_APPLICABLE, "recipient.not-asked", {}),
    Check.ENDORSEMENT: (Outcome.NOT_APPLICABLE, "endorsement.none", {}),
    Check.TRUST: (Outcome.NOT_APPLICABLE, "trust.no-list", {}),
}


def report(
    changes: Mapping[Check, tuple[Outcome, str, Mapping[str, JsonValue]]] | None = None, at: datetime = CHECKED_AT
) -> VerificationReport:
    """A report that passes everywhere but in `changes`."""
    found = {**_PASSING, **(changes or {})}
    results = tuple(
        CheckResult(check=check, outcome=outcome, code=code, facts=facts)
        for check, (outcome, code, facts) in found.items()
    )
    return VerificationReport(digest="0" * 64, checked_at=at, results=results)


def picture(width: int = 40, height: int = 40, colour: tuple[int, int, int] = (32, 58, 110)) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def badge(
    slug: str,
    achievement: Achievement,
    *,
    verdict: Verdict = Verdict.VERIFIED,
    found: VerificationReport | None = None,
    subject: AchievementSubject | None = None,
    issuer: Profile = ISSUER,
    issued: datetime | None = datetime(2022, 12, 16, tzinfo=TOKYO),
    until: datetime | None = None,
    evidence: tuple[Evidence, ...] = (),
    endorsement: tuple[EndorsementCredential, ...] = (),
    image: BadgeImage | None = None,
    choices: BadgeChoices | None = None,
    notes: Mapping[str, str] | None = None,
    content: bytes | None = None,
    file_name: str = "credential.json",
    text: str | None = None,
) -> BadgeEntry:
    """An entry with everything that is not said left plain."""
    source = content or ('{"id": "urn:sample:' + slug + '", "note": "</script><b>"}').encode()
    credential = OpenBadgeCredential(
        specification="OB 3.0",
        data_model="VCDM 2.0",
        id=f"urn:sample:{slug}",
        type=("VerifiableCredential", "OpenBadgeCredential"),
        issuer=issuer,
        credential_subject=subject or AchievementSubject(id="did:example:learner", achievement=achievement),
        valid_from=issued,
        valid_until=until,
        evidence=evidence,
        endorsement=endorsement,
    )
    return BadgeEntry(
        slug=slug,
        credential=credential,
        report=found or report(),
        verdict=verdict,
        securing="eddsa-rdfc-2022",
        original=Original(
            file_name=file_name,
            content=source,
            media_type="application/vc+ld+json",
            digest=hashlib.sha256(source).hexdigest(),
            text=text,
        ),
        image=image,
        choices=choices or BadgeChoices(),
        notes=notes or {},
    )


def _full() -> BadgeEntry:
    achievement = Achievement(
        id="https://tosa-kaihin.example/achievements/ds-literacy",
        name=Text.of("データサイエンス・AI全学教育プログラム（リテラシーレベル）", "ja"),
        description=Text.of(
            "数理・データサイエンス・AIの基礎を学び、身近な課題にデータで取り組めることを証明します。", "ja"
        ),
        criteria=Criteria(
            id="https://tosa-kaihin.example/criteria/ds-literacy",
            narrative=Text.of(
                "次の**すべて**を満たすこと。\n\n- 必修の4科目に合格\n- 最終課題の提出\n\n<script>alert(1)</script>"
                "![x](https://tracker.example/x.png) [詳細](javascript:alert(1))",
                "ja",
            ),
        ),
        achievement_type="MicroCredential",
        alignment=(
            Alignment(
                target_name=Text.of("データ・AI利活用", "ja"),
                target_url="https://frameworks.example/dss/literacy/2",
                target_framework="デジタルスキル標準",
                target_code="DSS-L2",
                target_type="CFItem",
                target_description=Text.of("日常や仕事の場で使われるデータを扱う。", "ja"),
            ),
            Alignment(target_name=Text.of("EQF level 5", "en"), target_code="5", target_type="ext:EQF"),
        ),
        credits_available=8.0,
        field_of_study="情報学",
        human_code="DS-100",
        in_language="ja",
        result_description=(
            ResultDescription(
                id="urn:rd:1",
                name=Text.of("総合成績", "ja"),
                result_type="RubricCriterionLevel",
                rubric_criterion_level=(
                    RubricCriterionLevel(id="urn:l:1", name=Text.of("可", "ja")),
                    RubricCriterionLevel(id="urn:l:2", name=Text.of("良", "ja")),
                    RubricCriterionLevel(id="urn:l:3", name=Text.of("優", "ja")),
                ),
                required_level="urn:l:1",
            ),
            ResultDescription(
                id="urn:rd:2", result_type="Percent", value_min="0", value_max="100", required_value="60"
            ),
        ),
        tag=("データサイエンス", "AI"),
    )
    subject = AchievementSubject(
        id="did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        identifier=(
            IdentityObject(hashed=True, identity_hash="sha256$" + "ab" * 32, identity_type="emailAddress", salt="s1"),
            IdentityObject(hashed=False, identity_hash="浜口 澪", identity_type="name"),
        ),
        achievement=achievement,
        activity_start_date=datetime(2022, 4, 8, tzinfo=TOKYO),
        activity_end_date=datetime(2022, 11, 30, tzinfo=TOKYO),
        credits_earned=8.0,
        result=(
            Result(achieved_level="urn:l:3", result_description="urn:rd:1"),
            Result(value="92", result_description="urn:rd:2"),
        ),
        role="学生",
        term="2022年度",
    )
    endorsed = EndorsementCredential(
        id="urn:endorsement:1",
        issuer=Profile(id="did:web:data-kyokai.example", name=Text.of("全国データ教育協会", "ja")),
        subject_id="https://tosa-kaihin.example/achievements/ds-literacy",
        endorsement_comment=Text.of("教育課程を審査し、推薦します。", "ja"),
        valid_from=datetime(2022, 6, 1, tzinfo=TOKYO),
    )
    changes: dict[Check, tuple[Outcome, str, Mapping[str, JsonValue]]] = {
        Check.STATUS: (Outcome.PASSED, "status.not-withdrawn", {"confirmed_at": "2026-11-23T08:29:00+00:00"}),
        Check.ENDORSEMENT: (
            Outcome.PASSED,
            "endorsement.all-verified",
            {
                "total": 1,
                "endorsements": [
                    {"id": "urn:endorsement:1", "issuer": "x", "outcome": "passed", "code": "endorsement.verified"}
                ],
            },
        ),
        Check.TRUST: (Outcome.PASSED, "trust.known-to-learner", {"name": "土佐海浜大学"}),
    }
    return badge(
        "ds-literacy",
        achievement,
        found=report(changes),
        subject=subject,
        evidence=(
            Evidence(
                id="https://works.example/report",
                name=Text.of("最終課題「漁港の水温と水揚げ」", "ja"),
                description=Text.of("三つの漁港の十年分の水温と水揚げを比べた報告書。", "ja"),
                genre="報告書",
            ),
        ),
        endorsement=(endorsed,),
        choices=BadgeChoices(
            featured=True,
            order=1,
            tags=("統計",),
            name={"en": "Data Science and AI for All Students (Literacy Level)"},
            summary={"en": "Certifies the basics of mathematics, data science and AI, applied to problems at hand."},
        ),
        notes={
            "ja": "水温のデータは、父の船で自分で測りました。",
            "en": "I took the temperatures myself, on my father’s boat.",
        },
        image=BadgeImage(
            content=picture(600, 400),
            extension="png",
            width=600,
            height=400,
            caption=None,
            renditions=tuple(
                Rendition(content=f"{side}".encode(), extension=extension, width=side, height=round(side * 2 / 3))
                for side, extension in ((112, "webp"), (224, "webp"), (208, "webp"), (416, "webp"), (224, "png"))
            ),
        ),
    )


def _simple(name: Text, kind: str | None = "Course", description: str | None = None) -> Achievement:
    return Achievement(
        id="urn:achievement",
        name=name,
        achievement_type=kind,
        description=Text.of(description) if description else None,
    )


def _material() -> CheckMaterial:
    form = SignedForm(
        securing="eddsa-rdfc-2022",
        method="did:web:badges.tosa-kaihin.example#key-1",
        hash_name="sha256",
        statements='<urn:sample:ds-literacy> <https://schema.org/name> "</script><b>" .\n',
        configuration='_:c14n0 <https://w3id.org/security#cryptosuite> "eddsa-rdfc-2022" .\n',
    )
    return CheckMaterial(members={"issuer": ISSUER.id}, is_jws=False, signed=(form,), evidence=())


def sample_badges() -> tuple[BadgeEntry, ...]:
    """One badge in each state, and some awkward ones."""
    undetermined = Outcome.UNDETERMINED
    failed = Outcome.FAILED
    png = picture(30, 30, (30, 120, 90))
    return (
        replace(_full(), material=_material()),
        badge(
            "python-basics",
            _simple(Text.of("Python Basics", "en"), "Course", "Reads, writes and tests small programs.\n\nIn English."),
            found=report(
                {Check.STATUS: (Outcome.PASSED, "status.not-withdrawn", {"confirmed_at": "2026-10-02T00:00:00+00:00"})}
            ),
            issued=datetime(2025, 3, 31, tzinfo=UTC),
            choices=BadgeChoices(featured=True, name={"ja": "Python入門"}),
            notes={"ja": "# はじめての言語\n\n夏休みに**毎日**書きました。"},
            content=png,
            file_name="credential.png",
            text='{"id": "urn:sample:python-basics"}',
            image=BadgeImage(content=png, extension="png", width=30, height=30, caption="A green square"),
        ),
        badge(
            "first-aid",
            _simple(Text.of("救命講習", "ja"), "Certification"),
            verdict=Verdict.EXPIRED,
            found=report({Check.VALIDITY: (failed, "validity.expired", {"valid_until": "2024-06-30T23:59:59+09:00"})}),
            issued=datetime(2021, 6, 30, tzinfo=TOKYO),
            until=datetime(2024, 6, 30, 23, 59, 59, tzinfo=TOKYO),
        ),
        badge(
            "spring-course",
            _simple(Text.of("春の集中講座", "ja")),
            verdict=Verdict.NOT_YET_VALID,
            found=report({Check.VALIDITY: (failed, "validity.not-yet", {"valid_from": "2027-04-01T00:00:00+09:00"})}),
            issued=datetime(2027, 4, 1, tzinfo=TOKYO),
        ),
        badge(
            "harbour-guide",
            _simple(Text.of("Harbour Guide", "en"), "Membership"),
            verdict=Verdict.SUSPENDED,
            found=report({Check.STATUS: (failed, "status.suspended", {"confirmed_at": "2026-11-23T08:29:00+00:00"})}),
            issued=datetime(2023, 5, 1, tzinfo=UTC),
        ),
        badge(
            "old-licence",
            _simple(Text.of("旧課程修了証", "ja"), "License"),
            verdict=Verdict.REVOKED,
            found=report({Check.STATUS: (failed, "status.revoked", {"confirmed_at": "2026-11-23T08:29:00+00:00"})}),
            issued=datetime(2020, 2, 29, tzinfo=TOKYO),
        ),
        badge(
            "workshop",
            _simple(Text.of("‮gnihsif‬ ワークショップ 🎣 שלום")),
            verdict=Verdict.UNDETERMINED,
            found=report(
                {
                    Check.PROOF: (undetermined, "proof.not-canonical", {}),
                    Check.ISSUER: (undetermined, "issuer.no-verified-proof", {}),
                    Check.COVERAGE: (undetermined, "coverage.not-examined", {}),
                    Check.STATUS: (undetermined, "status.not-asked", {}),
                }
            ),
            issuer=Profile(id="https://workshop.example/issuer", name=Text.of("浜のものづくり工房", "ja")),
            issued=None,
            content=b"eyJhbGciOiJub25lIn0.e30.",
            file_name="credential.txt",
        ),
        badge(
            "legacy-suite",
            _simple(Text.of("長い名前" * 60, "ja"), None),
            verdict=Verdict.UNSUPPORTED,
            found=report(
                {
                    Check.PROOF: (undetermined, "proof.unsupported-suite", {"suite": "ecdsa-sd-2023"}),
                    Check.ISSUER: (undetermined, "issuer.no-verified-proof", {}),
                    Check.COVERAGE: (undetermined, "coverage.not-examined", {}),
                }
            ),
        ),
        badge(
            "altered",
            _simple(Text.of("Altered Badge", "en")),
            verdict=Verdict.INVALID,
            found=report({Check.PROOF: (failed, "proof.signature-wrong", {"suite": "eddsa-rdfc-2022"})}),
        ),
    )


def sample_portfolio() -> Portfolio:
    """The learner behind the sample, in both languages."""
    return Portfolio(
        root=Path("sample"),
        url="https://mio.example/portfolio/",
        languages=("ja", "en"),
        theme="default",
        owner=OwnerName(
            family="浜口", given="澪", family_reading="はまぐち", given_reading="みお", latin="HAMAGUCHI Mio"
        ),
        headline={"ja": "海のデータで、浜の仕事を支える", "en": "Data from the sea, for those who live by it"},
        profile={
            "ja": "高知の漁港で育ちました。大学では**データサイエンス**を学び、水温と水揚げの関係を調べています。",
            "en": "I grew up by a fishing harbour in Kochi and study how the warmth of the sea changes the catch.",
        },
        links=(Link(url="https://code.example/mio", label={"ja": "作ったもの", "en": "Things I made"}),),
        pages=(OwnPage(slug="works", title={"ja": "作品", "en": "Works"}, body={"ja": "## 水温計\n\n一覧です。"}),),
        badges=(),
        known_issuers=(KnownIssuer(id="did:web:badges.tosa-kaihin.example", name="土佐海浜大学"),),
        collections=(
            Collection(
                slug="for-the-harbour",
                title={"ja": "漁協の皆さまへ", "en": "For the fishing cooperative"},
                badges=("python-basics", "not-on-the-site", "old-licence", "ds-literacy"),
                summary={"ja": "水温計の仕事のために"},
                letter={"ja": "水温の記録を**お手伝い**できます。<script>alert(1)</script>"},
            ),
        ),
    )


def sample_site_input(base_url: str = "https://mio.example/portfolio/") -> SiteInput:
    """The whole sample."""
    return SiteInput(portfolio=sample_portfolio(), badges=sample_badges(), base_url=base_url)
