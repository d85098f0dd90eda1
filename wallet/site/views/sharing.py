"""How a page is handed on: links, codes, and what stands at the other end of them."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.cards import CardView
from wallet.site.views.values import Fact, LinkView, Run

__all__ = ["EmbedView", "ProfileView", "QrView", "ShareView", "ShortChoice", "ShortView", "SnippetView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QrView:
    """A picture of `url` for cameras, published at `address`; `size` in CSS pixels, its white margin included."""

    address: str
    url: str
    alt: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """An entry of a LinkedIn profile: the link that fills in its form, and what the form asks for."""

    url: str
    fields: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnippetView:
    """Text to copy into another page."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """The ways to share a page. `url` is the link to hand on, `title` and `text` what is said of it.

    `pages` are the page in each language, under the language's own name; `code_address` is the code as a PNG,
    `embed_address` the page for frames.
    """

    url: str
    title: str
    text: str
    targets: tuple[LinkView, ...]
    profile: ProfileView | None = None
    pages: tuple[LinkView, ...] = ()
    snippets: tuple[SnippetView, ...] = ()
    qr: QrView | None = None
    code_address: str | None = None
    embed_address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortChoice:
    """The way from a short link to a badge's page in one language; `direction` as in `LanguageChoice`."""

    language: str
    address: str
    title: Run
    issuer: Run
    invitation: str
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortView:
    """Where a short link leads."""

    choices: tuple[ShortChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedView:
    """A badge within a page of somebody else; `owner` is whose it is, `place` the site it comes from."""

    card: CardView
    owner: Run
    place: str
