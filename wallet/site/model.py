"""What a site is before it is rendered: pages with finished views, and files that are published as they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.language.catalogs import Catalog
from wallet.site.views import CardSubject, Frame, View

__all__ = ["Alternate", "Card", "HeadLink", "Page", "Property", "Site", "SiteFile", "StandingPage", "WebManifest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another language; `language` is a tag or "x-default", `url` absolute."""

    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLink:
    """What a page tells programs to look at too; `whole` where they may not know how to follow a relative link."""

    relation: str
    address: str
    media_type: str | None = None
    title: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One more property of a page for link previews."""

    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The picture that stands for a page elsewhere, still to be drawn: its file, its whole URL, and what it shows.

    `badge` as in `Page`.
    """

    path: str
    url: str
    alt: str
    subject: CardSubject
    badge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page that is not made again: what indexes say of it."""

    canonical: str | None
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `path` is the file under the output folder, `address` the part of its URL after the base URL.

    `title`, `description`, the locales and the `card` are for the head of the page and for previews elsewhere; several
    pages may share a card. `direction` is "rtl" where the language is written from right to left, else None.
    `links`, `properties` and `structured`, JSON-LD or nothing, are for programs that read the head. `absolute_links` is
    set for the page that a server shows in any place. `badge` is the slug of the badge from which alone the page is
    made; `indexed` is not set for pages that only lead to others.
    """

    path: str
    address: str
    template: str
    language: str
    direction: str | None = None
    title: str
    description: str
    canonical: str | None
    locale: str
    other_locales: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    frame: Frame
    view: View
    kind: str = "website"
    card: Card | None = None
    links: tuple[HeadLink, ...] = ()
    properties: tuple[Property, ...] = ()
    structured: str = ""
    absolute_links: bool = False
    badge: str | None = None
    indexed: bool = True

    def listed(self) -> StandingPage:
        """What indexes say of it: nothing where it only leads to others."""
        return StandingPage(canonical=self.canonical if self.indexed else None, alternates=self.alternates)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that is published byte for byte; `badge` as in `Page`."""

    path: str
    content: bytes = field(repr=False)
    badge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebManifest:
    """How a device names the site among its own; colours and icon are the theme's. `direction` is "ltr" or "rtl"."""

    name: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages in all languages, and all files; `base_url` ends with a slash, `catalogs` are one for each language.

    Of a site that is made in part, `standing` counts the pages that stay as they are, and `manifest` may stay too.
    `found` are the pages of one language's edition in their order, made or standing.
    """

    base_url: str
    languages: tuple[str, ...]
    catalogs: tuple[Catalog, ...] = field(repr=False)
    pages: tuple[Page, ...]
    files: tuple[SiteFile, ...]
    standing: int = 0
    found: tuple[Page | StandingPage, ...] = field(default=(), repr=False)
    manifest: WebManifest | None = None

    def listed(self) -> tuple[StandingPage, ...]:
        """What indexes say of the pages of an edition."""
        return tuple(page.listed() if isinstance(page, Page) else page for page in self.found)
