"""What the site is assembled from: one entry for each published badge, already verified and judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials.model import OpenBadgeCredential
from wallet.portfolio.model import BadgeChoices, Collection, Portfolio
from wallet.portfolio.past_findings import PastFinding
from wallet.verification.kept_answers import CheckMaterial
from wallet.verification.report import Verdict, VerificationReport

__all__ = [
    "BadgeEntry",
    "BadgeImage",
    "Holder",
    "Original",
    "PagePicture",
    "Part",
    "PresentationFile",
    "Rendition",
    "SharedCollection",
    "SiteInput",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The signed file as it came: `file_name` is the name to publish it under, which Pages serves readably.

    `text` is the credential inside a picture: the JSON as it stood there or the compact JWS, to be published beside the
    picture. It is None where the file itself is that text. `presentable` is the credential as it stands in a
    presentation, None for one that can stand in none.
    """

    file_name: str
    content: bytes = field(repr=False)
    media_type: str
    digest: str
    text: str | None = field(default=None, repr=False)
    presentable: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A smaller copy of a picture, in WebP or in the picture's own format."""

    content: bytes = field(repr=False)
    extension: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeImage:
    """A badge's picture, kept beside its page; `extension` is png, svg, jpg, gif or webp; sizes in CSS pixels."""

    content: bytes = field(repr=False)
    extension: str
    width: int
    height: int
    caption: str | None = None
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeEntry:
    """A published badge. `securing` as in `Verification`; `notes` are the learner's Markdown by language.

    `material` is None where nothing can be published for checking it again; `past` is what was found over time, the
    latest last.
    """

    slug: str
    credential: OpenBadgeCredential
    report: VerificationReport
    verdict: Verdict
    securing: str
    original: Original
    image: BadgeImage | None
    choices: BadgeChoices
    notes: Mapping[str, str]
    material: CheckMaterial | None = field(default=None, repr=False)
    past: tuple[PastFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A picture of the learner's own pages, by the name of its file; sizes in CSS pixels."""

    name: str
    content: bytes = field(repr=False)
    width: int
    height: int


_NO_WORDS = Collection(slug="", title={}, badges=())


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCollection:
    """A collection that is not for everybody, at an `address` nobody guesses, until the moment `until`.

    A locked one is the bytes `sealed`, which open with a passphrase if it `asks` for one, else with the key of its
    link; an unlisted one has `words` and `entries`. One that has `ended` has nothing of both.
    """

    address: str
    until: datetime | None = None
    ended: bool = False
    asks: bool = False
    sealed: bytes | None = field(default=None, repr=False)
    words: Collection = _NO_WORDS
    entries: tuple[BadgeEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The learner's key by its did:key; `shown_on` is when they signed for this site with it, None where they did not.

    It is set only where the signature was verified, and is published for everybody to check.
    """

    did: str
    shown_on: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentationFile:
    """The credentials of the badges `slugs` in one file, and whether the holder signed it."""

    content: bytes = field(repr=False)
    slugs: frozenset[str]
    signed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteInput:
    """Everything that pages are made of; `base_url` ends with a slash and may carry a path.

    There is no clock: pages take their dates from the reports, so that a later build of the same content is the same.
    `overviews` names the pages about all badges that the site has, where `badges` are not all of them.
    """

    portfolio: Portfolio
    badges: tuple[BadgeEntry, ...]
    base_url: str
    overviews: tuple[str, ...] | None = None
    pictures: tuple[PagePicture, ...] = ()
    holder: Holder | None = None
    presentation: PresentationFile | None = None
    shared: tuple[SharedCollection, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What of a site is to be made: the pages and files of `badges`, by slug, and with `overviews` all other pages."""

    badges: frozenset[str]
    overviews: bool
