"""What a site is before it is rendered: pages with finished views, and files that are published as they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.site.views import Frame, View

__all__ = ["Alternate", "Page", "Site", "SiteFile", "StandingPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same page in another language; `language` is a tag or "x-default", `url` absolute."""

    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. `path` is the file under the output folder, `address` the part of its URL after the base URL.

    `title`, `description` and the locales are for the head of the page and for previews elsewhere; `image` is a URL.
    `absolute_links` is set for the page that a server shows in any place.
    """

    path: str
    address: str
    template: str
    language: str
    title: str
    description: str
    canonical: str | None
    locale: str
    other_locales: tuple[str, ...]
    alternates: tuple[Alternate, ...]
    frame: Frame
    view: View
    kind: str = "website"
    image: str | None = None
    absolute_links: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page that is not made again: what indexes say of it."""

    canonical: str | None
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """A file that is published byte for byte."""

    path: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages in all languages, and all files; `base_url` ends with a slash.

    Of a site that is made in part, `standing` counts the pages that stay as they are.
    """

    base_url: str
    languages: tuple[str, ...]
    pages: tuple[Page, ...]
    files: tuple[SiteFile, ...]
    standing: int = 0
