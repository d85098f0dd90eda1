"""What is handed to somebody: a collection of badges, and the CV."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import CardView, CountView
from wallet.site.views.sharing import QrView, ShareView
from wallet.site.views.site import NameView
from wallet.site.views.values import DateView, Fact, LinkView, NoteView, Run

__all__ = ["CollectionView", "CvRow", "CvView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionView:
    """A choice of badges in the learner's order, with their letter."""

    title: Run
    summary: Run | None
    letter: NoteView | None
    cards: tuple[CardView, ...]
    counts: tuple[CountView, ...]
    last_checked: DateView | None
    qr: QrView
    checking_address: str
    share: ShareView


@dataclass(frozen=True, slots=True, kw_only=True)
class CvRow:
    """One badge on the CV. `name` is the issuer's own, `translation` the learner's; `verb` says what was done.

    `date` is a month; `year` and `month` are the same in figures, empty where no date is stated. `found` is what the
    check found, `url` the whole address of the badge's page.
    """

    address: str
    url: str
    name: Run
    translation: Run | None
    issuer: Run
    kind: str | None
    verb: str
    date: DateView | None
    year: str
    month: str
    state: str
    found: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CvView:
    """The CV; `layout` is "form" or "list", `reading` how the name is read, under the word for such a reading.

    `not_genuine` counts the badges that did not stand up to the check, `not_chosen` those that the learner left out.
    """

    layout: str
    name: NameView
    reading: Fact | None
    headline: Run | None
    introduction: NoteView | None
    rows: tuple[CvRow, ...]
    not_genuine: int
    not_chosen: int
    skills: tuple[Run, ...]
    links: tuple[LinkView, ...]
    last_checked: DateView | None
    qr: QrView
    text_address: str
    csv_address: str
    resume_address: str
    badges_address: str
    checking_address: str
