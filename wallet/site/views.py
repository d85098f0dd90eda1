"""What the templates show: finished values, already chosen, translated and formatted.

Nothing in a view is HTML. Foreign and learner's text comes as `Run` (one line) or `Prose` (Markdown), each with its
language where that differs from the page's, so that the renderer can mark and sanitise it in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "AlignmentView",
    "BadgeView",
    "BadgesView",
    "CardView",
    "CheckTopic",
    "CheckView",
    "CheckingView",
    "ChooserView",
    "CountView",
    "DateView",
    "Descriptor",
    "EmbeddedView",
    "EndorsementView",
    "EvidenceView",
    "Fact",
    "Frame",
    "HomeView",
    "ImageView",
    "IssuerView",
    "LanguageChoice",
    "LanguageLink",
    "LinkView",
    "NameView",
    "NavigationLink",
    "NotFoundPart",
    "NotFoundView",
    "NoteView",
    "OriginalView",
    "OwnPageView",
    "PictureView",
    "Prose",
    "ResultView",
    "Run",
    "StateView",
    "TitleView",
    "View",
    "YearView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text; `language` only where it differs from the page's, `direction` where the writer named it."""

    text: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown; `language` and `direction` as in `Run`."""

    source: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as it is read, and the exact value for machines."""

    text: str
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link that leaves the site."""

    url: str
    label: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationLink:
    """A link of the site's own navigation; `address` as in `wallet.site.urls`."""

    address: str
    label: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """The same page in one of the site's languages, named in that language."""

    language: str
    label: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds every page: the site's name, its navigation and the other languages."""

    site_name: Run
    home: str
    navigation: tuple[NavigationLink, ...]
    languages: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """The learner's name: parts with their readings (or None), and the other script's form where there is one."""

    parts: tuple[tuple[str, str | None], ...]
    language: str | None
    other: Run | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleView:
    """A badge's name; when `translated`, `main` is the learner's translation and `original` the issuer's words."""

    main: Run
    translated: bool = False
    original: Run | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """A badge's picture at the size it is shown; `alt` is the issuer's alternative text or ours."""

    address: str
    width: int
    height: int
    alt: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture, or the monogram that is drawn where there is none: a letter and a number of petals."""

    image: ImageView | None
    letter: str
    petals: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """What the checks amount to. `kind` names the shape: a verdict, or "verified_dated".

    `label` is the state in words, `sentence` what was found, `stamp` the lines of the seal, `date` the one that counts.
    """

    kind: str
    label: str
    sentence: str
    reason: str | None
    date: DateView | None
    stamp: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """How many badges are in one state."""

    kind: str
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A badge in a list."""

    address: str
    slug: str
    title: TitleView
    issuer: Run
    picture: PictureView
    state: StateView
    checked: DateView
    issued: DateView | None
    kind: str | None
    summary: Run | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """The badges of one year, newest first."""

    year: str | None
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerView:
    """Who issued: `identifier` is what tells one issuer from another; `known_as` the name the learner gave."""

    name: Run
    url: str | None
    identifier: str | None
    known: bool
    known_as: Run | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One labelled statement of the file, in one or more values; `date` for a time of its own."""

    label: str
    values: tuple[Run, ...] = ()
    date: DateView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """One result with its scale, as the issuer wrote both."""

    name: Run | None
    value: Run
    scale: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentView:
    """What the achievement corresponds to outside it."""

    name: Run
    url: str | None
    framework: Run | None
    code: str | None
    kind: str | None
    description: Run | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """A work or a record that shows the achievement."""

    name: Run
    url: str | None
    description: Run | None
    narrative: Prose | None
    about: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementView:
    """A third party's word, and what was found about it: `outcome` and its words."""

    issuer: Run
    url: str | None
    identifier: str | None
    comment: Prose | None
    date: DateView | None
    outcome: str
    found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """One descriptor of a microcredential; `source` is "issuer", "learner" or "none"."""

    label: str
    source: str
    values: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """The learner's words about a badge or themselves, perhaps only in another language."""

    body: Prose
    other_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """One of the nine checks: what was compared with what, its outcome and what was found, as a whole and in detail."""

    check: str
    name: str
    outcome: str
    outcome_words: str
    compared: str
    found: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalView:
    """The signed file as it came, and the ways to check it without this page."""

    address: str
    url: str
    file_name: str
    size: str
    digest: str
    command: str
    text_address: str | None
    verifiers: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedView:
    """The signed text inside the page, and where the same stands as a file."""

    media_type: str
    text: str | None
    address: str


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
    links: tuple[LinkView, ...]
    badges_address: str
    checking_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesView:
    """All badges."""

    cards: tuple[CardView, ...]
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeView:
    """One badge, in the order of its page.

    `signed` says that the signature and the issuer's key were confirmed; of a badge that is `hosted` and carries no
    signature, that the page at the issuer's address confirms it.
    """

    slug: str
    owner: Run
    title: TitleView
    picture: PictureView
    issuer: IssuerView
    state: StateView
    signed: bool
    hosted: bool
    description: tuple[Run, ...]
    summary: Run | None
    criteria: Prose | None
    criteria_url: str | None
    facts: tuple[Fact, ...]
    results: tuple[ResultView, ...]
    alignments: tuple[AlignmentView, ...]
    tags: tuple[Run, ...]
    own_tags: tuple[Run, ...]
    evidence: tuple[EvidenceView, ...]
    narrative: Prose | None
    endorsements: tuple[EndorsementView, ...]
    descriptors: tuple[Descriptor, ...]
    note: NoteView | None
    checks: tuple[CheckView, ...]
    checked: DateView
    securing: str
    original: OriginalView
    embedded: EmbeddedView
    shares: tuple[LinkView, ...]
    profile_fields: tuple[Fact, ...]
    checking_address: str
    badges_address: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageView:
    """A page of the learner's own; `body` is None when they wrote a title alone."""

    title: Run
    body: NoteView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChoice:
    """The way into one language, in that language."""

    language: str
    label: str
    address: str
    name: Run
    headline: Run | None
    invitation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserView:
    """The way into each language."""

    choices: tuple[LanguageChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPart:
    """The same words in one language: a heading, a sentence and two ways on."""

    language: str
    heading: str
    sentence: str
    home: NavigationLink
    badges: NavigationLink


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView:
    """Where am I, in every language."""

    parts: tuple[NotFoundPart, ...]


View: TypeAlias = HomeView | BadgesView | BadgeView | CheckingView | OwnPageView | ChooserView | NotFoundView
