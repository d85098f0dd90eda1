"""The pages about the whole portfolio."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import CardView, CountView, StateView
from wallet.site.views.frame import NavigationLink
from wallet.site.views.holder import PresentationView
from wallet.site.views.listing import FilterView, PlaceView
from wallet.site.views.pathways import PathwayLink
from wallet.site.views.sharing import ShareView
from wallet.site.views.skills import SkillView
from wallet.site.views.values import DateView, LinkView, NoteView, Run

__all__ = [
    "BadgesView",
    "CheckTopic",
    "CheckingView",
    "ChooserView",
    "CollectionLink",
    "HomeView",
    "LanguageChoice",
    "NameView",
    "NotFoundPart",
    "NotFoundView",
    "OwnPageView",
    "YearView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """The learner's name: parts with their readings (or None), and the other script's form where there is one."""

    parts: tuple[tuple[str, str | None], ...]
    language: str | None
    other: Run | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The badges of one year, newest first."""

    year: str | None
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionLink:
    """A collection in a list."""

    address: str
    title: Run
    summary: Run | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Who this is, what they can do, and what was checked."""

    name: NameView
    headline: Run | None
    introduction: NoteView | None
    counts: tuple[CountView, ...]
    total: int
    last_checked: DateView | None
    featured: tuple[CardView, ...]
    years: tuple[YearView, ...]
    skills: tuple[SkillView, ...]
    links: tuple[LinkView, ...]
    collections: tuple[CollectionLink, ...]
    badges_address: str
    skills_address: str
    history_address: str | None
    checking_address: str
    cv_address: str
    share: ShareView
    pathways: tuple[PathwayLink, ...] = ()
    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesView:
    """All badges, each with its place; `told` says how many are shown, the number left as ``{shown}``."""

    cards: tuple[CardView, ...]
    places: tuple[PlaceView, ...]
    filters: tuple[FilterView, ...]
    told: str
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTopic:
    """One check explained: its question, what is compared, and the page's anchor."""

    check: str
    name: str
    question: str
    compared: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingView:
    """What was checked, by what and when; what states mean; what no page can prove."""

    topics: tuple[CheckTopic, ...]
    states: tuple[StateView, ...]
    last_checked: DateView | None
    command: str
    verifiers: tuple[LinkView, ...]
    presentation: PresentationView


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageView:
    """A page of the learner's own; `body` is None when they wrote a title alone."""

    title: Run
    body: NoteView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChoice:
    """The way into one language, in that language; `direction` where it differs from the page's."""

    language: str
    label: str
    address: str
    name: Run
    headline: Run | None
    invitation: str
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """The way into each language."""

    choices: tuple[LanguageChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPart:
    """The same words in one language, with its `direction` where that differs from the page's."""

    language: str
    heading: str
    sentence: str
    home: NavigationLink
    badges: NavigationLink
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """Where am I, in every language."""

    parts: tuple[NotFoundPart, ...]
