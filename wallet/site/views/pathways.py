"""Towards which larger qualification: what it asks for, what counts towards it, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import StateView
from wallet.site.views.drawing import Bar
from wallet.site.views.history import CreditsView
from wallet.site.views.values import NoteView, Run

__all__ = ["PathwayBadge", "PathwayLink", "PathwayProgress", "PathwayView", "PathwaysView", "RequirementView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayBadge:
    """A badge within a requirement; `note` says why it does not count, or with which reservation it does.

    `elsewhere` are the other requirements for which the learner states it too.
    """

    address: str
    title: Run
    issuer: Run
    state: StateView
    credits: str | None
    counts: bool
    note: str | None
    elsewhere: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayProgress:
    """How far: `kind` is "met", "partly" or "open"; `bar` is drawn from what counts and what is missing.

    `amounts` are what counts against what is needed, `missing` what is needed still, each a sentence.
    """

    kind: str
    label: str
    amounts: tuple[str, ...]
    missing: tuple[str, ...]
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementView:
    """One requirement with its badges."""

    title: Run
    summary: Run | None
    progress: PathwayProgress
    badges: tuple[PathwayBadge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayView:
    """One larger qualification; `whole` is its own progress, `met` the number of requirements that are met.

    `total` and `number` are the credits and badges of all `issuers`. `twice`: some badge stands for two requirements.
    """

    title: Run
    summary: Run | None
    institution: Run
    url: str | None
    decides: str
    words: NoteView | None
    met: int
    whole: PathwayProgress
    requirements: tuple[RequirementView, ...]
    issuers: tuple[CreditsView, ...]
    total: str
    number: int
    several_issuers: bool
    twice: bool
    expired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayLink:
    """A pathway in a list: where it leads, who decides, how many of its requirements are met."""

    address: str
    title: Run
    institution: Run
    kind: str
    met: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwaysView:
    """All pathways."""

    pathways: tuple[PathwayLink, ...]
