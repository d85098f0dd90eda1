"""The pages of collections that are not for everybody: open to whoever has the link, locked, or ended."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import StateView
from wallet.site.views.values import DateView, Fact, NoteView, Run, TitleView

__all__ = ["EndedView", "LockedView", "SharedBadge", "SharedFile", "SharedPicture", "SharedView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """A file of a shared badge at its `address`; `size` is written for the reader."""

    address: str
    name: str
    size: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPicture:
    """A badge's picture at its `address` and the size it is shown."""

    address: str
    width: int
    height: int
    alt: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedBadge:
    """A badge in a shared collection, whole: it need not have a page. `issuer_at` is the issuer's address or DID.

    `expires` is the exact moment after which it is genuine but no longer valid.
    """

    title: TitleView
    issuer: Run
    issuer_at: str | None
    state: StateView
    checked: DateView
    expires: str | None
    picture: SharedPicture | None
    description: tuple[Run, ...]
    facts: tuple[Fact, ...]
    original: SharedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """A letter and badges; `until` is the last day, `end` the exact moment from which a script hides the page."""

    title: Run
    summary: Run | None
    letter: NoteView | None
    badges: tuple[SharedBadge, ...]
    until: DateView | None
    end: str | None
    checking_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedView:
    """A page that a script opens with the encrypted file at `content_address`; `asks` for a passphrase or needs a key.

    `kinds` are the states of which the page holds shapes, `expired` the words for a badge that expired since.
    """

    address: str
    content_address: str
    asks: bool
    until: DateView | None
    end: str | None
    kinds: tuple[str, ...]
    expired: str
    checking_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedView:
    """Where a shared page was; `home` is the address of the portfolio that everybody may read."""

    home: str
