"""From the address of a web page to the badge that it offers, and what the page says that the badge does not.

A page may offer a badge only from its own origin: whoever checks a page has named one server, and a page of a stranger
must not send them to others. What stands elsewhere can be checked there, by its own address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from wallet.documents.extraction import extract
from wallet.documents.web_pages import PageOffer, WebPage, read_web_page
from wallet.errors import DocumentError, ResolutionError
from wallet.resolution.fetching import Fetcher
from wallet.stages.page_words import recipient_words, state_words
from wallet.verification.page_claims import COMPARED, claims_of_page, marks_claims, signed_names
from wallet.verification.page_findings import PageFinding, Weight, missing
from wallet.verification.page_state import state_of_page
from wallet.verification.verifier import Verification

__all__ = ["BadgePage", "PageReport", "badge_of_page", "report_of_page", "whole_address"]

MAX_OFFERS = 6
"""A page of ours offers one badge in two or three forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgePage:
    """A page at `url` and the badge it offers: `address` is where the file was found, None within the page."""

    url: str
    page: WebPage = field(repr=False)
    address: str | None
    source: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReport:
    """What was found of the page at `url`, and which of its statements were compared with the badge."""

    url: str
    address: str | None
    compared: tuple[str, ...]
    findings: tuple[PageFinding, ...]

    @property
    def is_false(self) -> bool:
        """Whether the page says something that the badge does not."""
        return any(finding.weight is Weight.FALSE for finding in self.findings)


def badge_of_page(url: str, fetcher: Fetcher) -> BadgePage:
    """The badge of the page at `url`; raises ResolutionError, and DocumentError where it offers none.

    A page that only leads on to the badge's page in each language, as a short link does, stands for the first of them.
    """
    page, place = _opened(url, fetcher)
    editions = [whole_address(place, address) for address in page.editions]
    onward = next((one for one in editions if one != place and _origin(one) == _origin(place)), None)
    if not page.offers and onward is not None:
        page, place = _opened(onward, fetcher)
    return _badge(url, page, place, fetcher)


def _opened(url: str, fetcher: Fetcher) -> tuple[WebPage, str]:
    answer = fetcher.fetch(url)
    return read_web_page(answer.content), answer.answered_at or url


def _badge(url: str, page: WebPage, place: str, fetcher: Fetcher) -> BadgePage:
    elsewhere: list[str] = []
    for offer in page.offers[:MAX_OFFERS]:
        address = whole_address(place, offer.address) if offer.address is not None else None
        if address is not None and _origin(address) != _origin(place):
            elsewhere.append(address)
            continue
        source = _offered(offer, address, fetcher)
        if source is not None:
            return BadgePage(url=place, page=page, address=address, source=source)
    if elsewhere:
        raise DocumentError("page.badge-elsewhere", url=url, other=elsewhere[0])
    raise DocumentError("page.no-badge", url=url)


def whole_address(page_url: str, address: str) -> str:
    """An address of a page as a whole one, without its fragment; as it stands where it cannot be one."""
    try:
        return urljoin(page_url, address.strip()).split("#")[0]
    except ValueError:
        return address


def report_of_page(found: BadgePage, verification: Verification, *, alone: bool) -> PageReport:
    """The page against its badge; where the badge is not `alone`, nobody can say of which the page speaks."""
    marked = {claim.name for claim in found.page.claims}
    compared = tuple(name for name in COMPARED if name in marked) if alone else ()
    findings = _findings(found, verification) if alone else ()
    return PageReport(url=found.url, address=found.address, compared=compared, findings=findings)


def _findings(found: BadgePage, verification: Verification) -> tuple[PageFinding, ...]:
    """What the page says and the badge does not; of a page that marks nothing only whether it names the badge."""
    credential, page = verification.credential, found.page
    if credential is None:
        return ()
    if not marks_claims(page):
        names = signed_names(credential)
        if not names or any(name in text for name in names for text in (page.title, page.heading)):
            return ()
        shown = page.heading or page.title or "–"
        return (missing("audit.nothing-marked", page=found.url, shown=shown, signed=names[0]),)
    words = recipient_words(credential, page.language)
    states = state_of_page(page, found.url, verification.report, verification.verdict, state_words(page.language))
    return (*claims_of_page(page, found.url, credential, words), *states)


def _offered(offer: PageOffer, address: str | None, fetcher: Fetcher) -> bytes | None:
    """The bytes of an offer that holds a badge; schema.org's own descriptions of badges have the same media type."""
    try:
        source = offer.text.encode("utf-8", "replace") if offer.text is not None else b""
        if address is not None:
            source = fetcher.fetch(address).content
        extract(source)
    except (DocumentError, ResolutionError):
        return None
    return source


def _origin(url: str) -> tuple[str, str | None, int | None] | None:
    try:
        parts = urlsplit(url)
        return (parts.scheme, parts.hostname, parts.port or {"https": 443}.get(parts.scheme))
    except ValueError:
        return None
