"""Portfolios that are unlike the demo: none, one or five hundred badges, and names and texts at their extremes.

Made of values alone, without verifying, so that one is laid out in a moment and pages can be looked at in any of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.browser.site import Site, site_in
from tests.site.sample import badge, picture, report, sample_badges, sample_portfolio
from wallet.credentials.model import Achievement, AchievementSubject, Alignment, Criteria, Profile
from wallet.language.text import Text
from wallet.portfolio.model import BadgeChoices, OwnerName, Portfolio
from wallet.render import load_theme, render, write_site
from wallet.site import assemble
from wallet.site.entries import BadgeEntry, BadgeImage, SiteInput
from wallet.verification.report import Check, Outcome, Verdict

__all__ = ["PORTFOLIOS", "made_site"]

ADDRESS = "https://shiomi.example/portfolio/"
SUBJECTS = ("統計学入門", "地域調査の方法", "Harbour Ecology", "やさしい日本語", "Data Ethics", "海洋観測実習")
ISSUERS = (("did:web:minato.example", "港町大学"), ("https://makers.example/issuer", "Makers of the North Coast"))
SHAPES = ((60, 60), (120, 40), (40, 120), (90, 70))
HEBREW = "תעודה במדעי הנתונים של האוניברסיטה העברית, קורס מתקדם"
ARABIC = "شهادة في علم البيانات من جامعة الساحل، المستوى الثاني"
EMOJI = "🎣🌊 海のデータ 👩🏽‍🔬👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇯🇵 ✨"


def made_site(name: str, folder: Path, theme: str = "default") -> Site:
    """Write the pages of one of `PORTFOLIOS` into a folder."""
    write_site(render(assemble(PORTFOLIOS[name]()), load_theme(theme)), folder)
    return site_in(folder)


def _of(badges: tuple[BadgeEntry, ...], portfolio: Portfolio | None = None) -> SiteInput:
    return SiteInput(portfolio=portfolio or sample_portfolio(), badges=badges, base_url=ADDRESS)


def _one(number: int) -> BadgeEntry:
    """A plain badge, each with a name, issuer, date, shape of picture and skill of its own."""
    identifier, issuer = ISSUERS[number % len(ISSUERS)]
    width, height = SHAPES[number % len(SHAPES)]
    skill = Alignment(
        target_name=Text.of(SUBJECTS[number % 4]), target_code=f"S-{number % 4}", target_framework="枠組み / Skills"
    )
    achievement = Achievement(
        id=f"urn:achievement:{number}",
        name=Text.of(f"{SUBJECTS[number % len(SUBJECTS)]} {number + 1}", "ja"),
        achievement_type="Course",
        description=Text.of("講義と実習を終え、課題を出したことを示します。", "ja"),
        criteria=Criteria(narrative=Text.of("全十五回に出席すること。", "ja")),
        alignment=(skill,),
    )
    content = picture(width, height, (20 + number * 7 % 120, 60 + number * 13 % 100, 110))
    return badge(
        f"badge-{number + 1}",
        achievement,
        subject=AchievementSubject(achievement=achievement, credits_earned=float(number % 3)),
        issuer=Profile(id=identifier, type=("Profile",), name=Text.of(issuer)),
        issued=datetime(2026, 11, 1, tzinfo=UTC) - timedelta(days=23 * number),
        image=BadgeImage(content=content, extension="png", width=width, height=height),
        choices=BadgeChoices(featured=number < 4),
    )


def _many(count: int) -> Callable[[], SiteInput]:
    return lambda: _of(tuple(_one(number) for number in range(count)))


def _named(*names: str) -> tuple[BadgeEntry, ...]:
    """Badges whose name, issuer, description, skill, tags and note are all the same text."""
    return tuple(_all_of(number, name) for number, name in enumerate(names))


def _all_of(number: int, name: str) -> BadgeEntry:
    entry = _one(number)
    skill = Alignment(target_name=Text.of(name), target_code=name[:60], target_framework=name)
    achievement = replace(
        entry.credential.achievement,
        name=Text.of(name),
        description=Text.of(name),
        criteria=Criteria(narrative=Text.of(f"# {name}\n\n- {name}\n- {name}")),
        alignment=(skill,),
        tag=(name, name[:12]),
    )
    subject = replace(entry.credential.credential_subject, achievement=achievement)
    issuer = Profile(id=f"did:web:{'long-name-' * 5}.example", type=("Profile",), name=Text.of(name))
    credential = replace(entry.credential, issuer=issuer, credential_subject=subject)
    choices = BadgeChoices(featured=True, tags=(name,))
    return replace(entry, credential=credential, choices=choices, notes={"ja": name, "en": name}, image=None)


def _owned_by(name: str) -> Portfolio:
    owner = OwnerName(family=name, given=name[:20], latin=name)
    return replace(sample_portfolio(), owner=owner, headline={"ja": name, "en": name})


def _undescribed() -> SiteInput:
    """Badges whose issuers said as little as the standard allows."""
    return _of(
        tuple(
            badge(
                f"bare-{number}",
                Achievement(id=f"urn:bare:{number}", name=Text.of("無題" if number else "")),
                issued=None,
            )
            for number in range(3)
        )
    )


def _dated() -> BadgeEntry:
    """Verified, by a list of withdrawn badges that was read on an earlier day."""
    facts = {"confirmed_at": "2026-10-02T00:00:00+00:00"}
    found = report({Check.STATUS: (Outcome.PASSED, "status.not-withdrawn", facts)})
    return replace(_one(0), slug="dated", report=found, verdict=Verdict.VERIFIED)


def _every_state() -> SiteInput:
    return _of((*sample_badges(), _dated()))


PORTFOLIOS: Mapping[str, Callable[[], SiteInput]] = {
    "none": _many(0),
    "one": _many(1),
    "twelve": _many(12),
    "forty": _many(40),
    "five-hundred": _many(500),
    "long": lambda: _of(_named("海辺の町で学ぶ統計" * 34, "Unbreakable" * 28), _owned_by("寿限無" * 30)),
    "right-to-left": lambda: _of(_named(HEBREW, ARABIC, f"統計 {ARABIC} 2026"), _owned_by("דנה ים")),
    "emoji": lambda: _of(_named(EMOJI, "🎓"), _owned_by("🐟 澪")),
    "no-pictures": lambda: _of(tuple(replace(_one(number), image=None) for number in range(6))),
    "no-descriptions": _undescribed,
    "every-state": _every_state,
}
"""By name, what each is made of."""
