"""The page of one badge, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import PictureView, StateView
from wallet.site.views.editions import EditionView
from wallet.site.views.holder import ControlView
from wallet.site.views.past import PastView
from wallet.site.views.recheck import RecheckView
from wallet.site.views.recipients import RecipientForm
from wallet.site.views.sharing import ShareView
from wallet.site.views.values import DateView, Fact, LinkView, NoteView, Prose, Run, TitleView

__all__ = [
    "AlignmentView",
    "BadgeView",
    "CheckView",
    "Descriptor",
    "EmbeddedView",
    "EndorsementView",
    "EvidenceView",
    "IssuerView",
    "OriginalView",
    "ResultView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerView:
    """Who issued: `identifier` is what tells one issuer from another; `known_as` the name the learner gave."""

    name: Run
    url: str | None
    identifier: str | None
    known: bool
    known_as: Run | None


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
    """One descriptor of a microcredential that somebody stated; `source` is "issuer" or "learner"."""

    label: str
    source: str
    values: tuple[Run, ...] = ()


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
    editions: tuple[EditionView, ...]
    results: tuple[ResultView, ...]
    alignments: tuple[AlignmentView, ...]
    tags: tuple[Run, ...]
    own_tags: tuple[Run, ...]
    evidence: tuple[EvidenceView, ...]
    narrative: Prose | None
    endorsements: tuple[EndorsementView, ...]
    descriptors: tuple[Descriptor, ...]
    unstated: tuple[str, ...]
    note: NoteView | None
    checks: tuple[CheckView, ...]
    checked: DateView
    securing: str
    original: OriginalView
    embedded: EmbeddedView
    share: ShareView
    checking_address: str
    badges_address: str
    control: ControlView | None = None
    recheck: RecheckView | None = None
    recipient: RecipientForm | None = None
    past: tuple[PastView, ...] = ()
    last_look: DateView | None = None
