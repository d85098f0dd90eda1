"""What badges say a person can do, by framework."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import StateView
from wallet.site.views.drawing import Bar
from wallet.site.views.values import Run, TitleView

__all__ = ["FrameworkView", "SkillBadgeView", "SkillView", "SkillsView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBadgeView:
    """A badge behind a skill."""

    address: str
    title: TitleView
    state: StateView


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """One skill with the badges behind it; `levels` as stated; `verified` counts the badges that are."""

    name: Run
    code: str | None
    url: str | None
    levels: tuple[Run, ...]
    badges: tuple[SkillBadgeView, ...]
    verified: int
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkView:
    """The skills of one framework; `name` is None where the badges name none."""

    name: Run | None
    skills: tuple[SkillView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsView:
    """All skills, by framework."""

    frameworks: tuple[FrameworkView, ...]
