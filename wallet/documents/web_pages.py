"""What a web page offers and claims about a badge, read from its HTML without running or fetching anything.

A page that repeats what a badge says marks each statement with `data-claim`: "name", "issuer-name", "issuer-id",
"issued", "valid-from", "valid-until", "recipient", "state", and for the file itself "original" and "digest". A time
counts by its `datetime`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from wallet.errors import DocumentError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["CREDENTIAL_TYPES", "PageCard", "PageClaim", "PageOffer", "WebPage", "read_web_page"]

MAX_PAGE_BYTES = 2_000_000
"""A page of this program has some dozens of kilobytes; a shop window of a platform may have a megabyte."""

MAX_NAMED = 20_000
"""What a page names beyond this is not looked at."""

CREDENTIAL_TYPES = (
    "application/vc",
    "application/vc+ld+json",
    "application/vc+jwt",
    "application/ld+json",
    "application/jose",
    "image/png",
    "image/svg+xml",
)
"""As which a page may offer a badge."""

_LINKED = (("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("iframe", "src"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClaim:
    """A marked statement: its `name`, the text that a reader sees, and the value for machines where it has one."""

    name: str
    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOffer:
    """A badge that the page offers: at an `address`, as it is written there, or as `text` within the page."""

    media_type: str
    address: str | None = None
    text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCard:
    """A badge in a list: where its own page is, and what the list calls it and its state."""

    address: str
    name: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """A page: what it says of itself, what it offers, what it claims and lists, and the addresses that it names.

    `editions` are the addresses at which it says that the same stands in a language.
    """

    language: str | None
    title: str
    shared_title: str | None
    heading: str
    canonical: str | None
    offers: tuple[PageOffer, ...]
    claims: tuple[PageClaim, ...]
    cards: tuple[PageCard, ...] = field(repr=False)
    editions: tuple[str, ...] = field(repr=False)
    addresses: tuple[str, ...] = field(repr=False)

    def claimed(self, name: str) -> tuple[PageClaim, ...]:
        """Every statement of this name."""
        return tuple(claim for claim in self.claims if claim.name == name)


def read_web_page(content: bytes) -> WebPage:
    """The page that a browser would see; raises DocumentError for one that is too large or holds no element."""
    root = _root(content)
    return WebPage(
        language=root.get("lang"),
        title=_text(next(root.iter("title"), None)),
        shared_title=next((one.get("content") for one in root.iter("meta") if one.get("property") == "og:title"), None),
        heading=_text(next(root.iter("h1"), None)),
        canonical=next((one.get("href") for one in root.iter("link") if "canonical" in _relations(one)), None),
        offers=tuple(_offers(root)),
        claims=tuple(islice(_claims(root), MAX_NAMED)),
        cards=tuple(islice(_cards(root), MAX_NAMED)),
        editions=tuple(one.get("href", "") for one in root.iter("a") if one.get("hreflang") and one.get("href")),
        addresses=tuple(islice(_addresses(root), MAX_NAMED)),
    )


def _root(content: bytes) -> etree._Element:
    from lxml import etree

    if len(content) > MAX_PAGE_BYTES:
        raise DocumentError("page.too-large", limit=MAX_PAGE_BYTES // 1_000_000)
    # The parser of the library takes time in proportion to the page, whatever the page is made of.
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise DocumentError("page.empty")
    return root


def _offers(root: etree._Element) -> Iterator[PageOffer]:
    """The original of a page of ours first, then what it links to as the same badge, then what it carries itself."""
    for element in root.iter("a"):
        if element.get("data-claim") == "original" and element.get("href"):
            yield PageOffer(media_type="", address=element.get("href"))
    for element in root.iter("link"):
        kind = _media_type(element)
        if "alternate" in _relations(element) and kind in CREDENTIAL_TYPES and element.get("href"):
            yield PageOffer(media_type=kind, address=element.get("href"))
    for element in root.iter("script"):
        if _media_type(element) in CREDENTIAL_TYPES and element.text:
            yield PageOffer(media_type=_media_type(element), text=element.text)


def _claims(root: etree._Element) -> Iterator[PageClaim]:
    for element in root.iterfind(".//*[@data-claim]"):
        yield PageClaim(name=element.get("data-claim", ""), text=_text(element), value=_value(element))


def _value(element: etree._Element) -> str | None:
    for name in ("datetime", "data-state", "href"):
        if element.get(name) is not None:
            return element.get(name)
    return next((one.get("datetime") for one in element.iter("time") if one.get("datetime")), None)


def _addresses(root: etree._Element) -> Iterator[str]:
    found: dict[str, None] = {}
    for tag, attribute in _LINKED:
        found.update((element.get(attribute, ""), None) for element in root.iter(tag) if element.get(attribute))
    yield from found


def _cards(root: etree._Element) -> Iterator[PageCard]:
    for element in root.iter("li"):
        if "card" not in element.get("class", "").split():
            continue
        link = next((one for one in element.iter("a") if one.get("href")), None)
        state = next((one for one in element.iter("p") if "state" in one.get("class", "").split()), None)
        if link is not None:
            yield PageCard(address=link.get("href", ""), name=_text(link), state=_text(state))


def _relations(element: etree._Element) -> list[str]:
    return element.get("rel", "").lower().split()


def _media_type(element: etree._Element) -> str:
    return element.get("type", "").split(";")[0].strip().lower()


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
