"""What the badges say a person can do: their alignments, each skill once, by framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wallet.credentials.model import Alignment
from wallet.site.cards import newest_first, title_view
from wallet.site.drawing import bar
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.states import state_of, with_published_key
from wallet.site.urls import page_address, web_url
from wallet.site.views import FrameworkView, Run, SkillBadgeView, SkillsView, SkillView
from wallet.verification.report import Verdict

__all__ = ["LEVEL_TYPES", "NO_SKILLS", "has_skills", "is_verified", "skills_view", "top_skills"]

AT_A_GLANCE = 6

LEVEL_TYPES = frozenset({"CFRubricCriterionLevel", "ext:EQF", "ext:NLQF", "ext:QF-EHEA", "ext:JEQF"})
"""Alignments of these types name a level; of no other is a level read out of a name or a code."""

NO_SKILLS = frozenset({"ext:QualityAssurance", "ceterms:Credential"})
"""A seal of quality and a larger award are no skills of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    alignment: Alignment
    entry: BadgeEntry


def has_skills(entries: Sequence[BadgeEntry]) -> bool:
    """Whether any badge names a skill."""
    return any(_skills_of(entry) for entry in entries)


def is_verified(entry: BadgeEntry) -> bool:
    """Whether the issuer's word stands today; never under a key that anybody could have used."""
    return entry.verdict is Verdict.VERIFIED and not with_published_key(entry.report)


def skills_view(reader: Reader, entries: Sequence[BadgeEntry]) -> SkillsView:
    """Every skill once, most badges first, under the framework it belongs to."""
    groups = _grouped(entries)
    largest = max((len(_badges(group)) for group in groups), default=1)
    frameworks: dict[str, list[list[_Found]]] = {}
    for group in groups:
        frameworks.setdefault(_folded(_framework_of(group)), []).append(group)
    return SkillsView(
        frameworks=tuple(
            _framework(reader, found, largest)
            for key, found in sorted(frameworks.items(), key=lambda pair: not pair[0])
        )
    )


def top_skills(view: SkillsView) -> tuple[SkillView, ...]:
    """The few skills with the most badges, verified ones before all others."""
    skills = (skill for framework in view.frameworks for skill in framework.skills)
    return tuple(sorted(skills, key=lambda skill: (-skill.verified, -len(skill.badges)))[:AT_A_GLANCE])


def _grouped(entries: Sequence[BadgeEntry]) -> list[list[_Found]]:
    groups: dict[tuple[str, ...], list[_Found]] = {}
    for entry in newest_first(entries):
        for alignment in _skills_of(entry):
            groups.setdefault(_identity(alignment), []).append(_Found(alignment=alignment, entry=entry))
    return list(groups.values())


def _skills_of(entry: BadgeEntry) -> tuple[Alignment, ...]:
    return tuple(found for found in entry.credential.achievement.alignment if found.target_type not in NO_SKILLS)


def _identity(found: Alignment) -> tuple[str, ...]:
    if found.target_url and found.target_url.strip():
        return "url", found.target_url.strip()
    framework = _folded(found.target_framework)
    if _folded(found.target_code):
        return "code", framework, _folded(found.target_code)
    return "name", framework, _folded(str(found.target_name))


def _framework(reader: Reader, groups: Sequence[Sequence[_Found]], largest: int) -> FrameworkView:
    name = _framework_of(groups[0])
    skills = (_skill(reader, group, largest) for group in groups)
    return FrameworkView(
        name=reader.run(name) if name else None,
        skills=tuple(sorted(skills, key=lambda skill: (-len(skill.badges), -skill.verified))),
    )


def _skill(reader: Reader, group: Sequence[_Found], largest: int) -> SkillView:
    badges = _badges(group)
    verified = sum(is_verified(entry) for entry in badges)
    code = _first(found.alignment.target_code for found in group)
    return SkillView(
        name=_name(reader, group[0].alignment, code),
        code=reader.run(code).text if code else None,
        url=next((url for found in group if (url := web_url(found.alignment.target_url))), None),
        levels=tuple(dict.fromkeys(_levels(reader, group))),
        badges=tuple(_badge(reader, entry) for entry in badges),
        verified=verified,
        bar=bar(verified, len(badges) - verified, largest),
    )


def _name(reader: Reader, found: Alignment, code: str | None) -> Run:
    run = reader.run(found.target_name)
    return run if run.text.strip() else Run(text=code or reader.say("no name stated"))


def _levels(reader: Reader, group: Sequence[_Found]) -> Iterator[Run]:
    for found in group:
        alignment = found.alignment
        if alignment.target_type in LEVEL_TYPES:
            yield reader.run(alignment.target_code or alignment.target_name)


def _badges(group: Sequence[_Found]) -> tuple[BadgeEntry, ...]:
    # One badge may name a skill twice.
    return tuple({found.entry.slug: found.entry for found in group}.values())


def _badge(reader: Reader, entry: BadgeEntry) -> SkillBadgeView:
    return SkillBadgeView(
        address=page_address(reader.language, "badges", entry.slug),
        title=title_view(reader, entry),
        state=state_of(reader, entry),
    )


def _framework_of(group: Sequence[_Found]) -> str | None:
    return _first(found.alignment.target_framework for found in group)


def _first(stated: Iterable[str | None]) -> str | None:
    return next((value.strip() for value in stated if value and value.strip()), None)


def _folded(value: str | None) -> str:
    return " ".join((value or "").split()).casefold()
