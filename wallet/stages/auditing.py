"""A whole published portfolio, checked from outside: every badge, what pages and index say of it, and every link.

Nothing that the site says of itself is believed. The file of each badge is verified here, and page and index are held
against it; the site's own lists only tell where to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from wallet.documents.document import SecuredDocument
from wallet.documents.site_index import IndexedBadge
from wallet.documents.web_pages import WebPage
from wallet.errors import DocumentError, WalletError
from wallet.stages.audited_badges import examine_file, findings_of_badge
from wallet.stages.badge_pages import whole_address
from wallet.stages.page_words import state_words
from wallet.stages.visited_site import VisitedSite, absence
from wallet.verification.page_cards import claims_of_card
from wallet.verification.page_claims import signed_names
from wallet.verification.page_findings import PageFinding, Weight, missing, untrue
from wallet.verification.report import Check, CheckResult, Outcome, Verdict
from wallet.verification.verifier import Verification

__all__ = ["Audit", "AuditedBadge", "audit"]

MAX_ADDRESSES = 20_000
"""A thousand badges in two languages have half as many addresses; a site must not keep a checker busy for ever."""

_DECISIVE = (Check.PROOF, Check.ISSUER, Check.STATUS)
"""What other checks could not examine often follows from these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedBadge:
    """One badge of the site: its file, the pages that show it, and what was found. `verdict` is that of this check.

    `reason` is the check that keeps the badge from being confirmed or refuted, or that refutes it.
    """

    slug: str
    file: str
    pages: tuple[str, ...]
    names: tuple[str, ...]
    verdict: Verdict | None
    reason: CheckResult | None
    translated: bool
    findings: tuple[PageFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What came of the whole site; `findings` are those that belong to no one badge."""

    base_url: str
    from_index: bool
    badges: tuple[AuditedBadge, ...]
    findings: tuple[PageFinding, ...]
    pages: int
    addresses: int

    def count(self, weight: Weight) -> int:
        """How many findings have this weight."""
        every = (*self.findings, *(finding for badge in self.badges for finding in badge.findings))
        return sum(finding.weight is weight for finding in every)


@dataclass(slots=True, kw_only=True)
class _Place:
    """Where a badge was met: the pages that show its file, and its entries in the index: one, as a rule."""

    pages: dict[str, None] = field(default_factory=dict)
    entries: list[IndexedBadge] = field(default_factory=list)


def audit(site: VisitedSite, check: Callable[[SecuredDocument], Verification]) -> Audit:
    """Check everything of the site; raises DocumentError where it shows no badge at all."""
    places = _places(site)
    if not places:
        raise DocumentError("audit.no-badges", url=site.base_url)
    badges = tuple(_audited(site, file, place, check) for file, place in places.items())
    of_lists = tuple(_of_lists(site, badges))
    of_pages = tuple(_absent_pages(site, {page for place in places.values() for page in place.pages}))
    # A badge's file was fetched already, and is told with its badge where it is not there.
    addresses = {address: page for address, page in _addresses(site).items() if address not in places}
    return Audit(
        base_url=site.base_url,
        from_index=site.index is not None,
        badges=badges,
        findings=(*_of_index(site, places), *of_pages, *of_lists, *_broken(site, addresses)),
        pages=sum(isinstance(page, WebPage) for page in site.pages.values()),
        addresses=len(addresses),
    )


def _places(site: VisitedSite) -> dict[str, _Place]:
    """Every file that the index lists or a page shows, with the pages that show it."""
    places: dict[str, _Place] = {}
    for entry in site.index or ():
        place = places.setdefault(entry.file, _Place())
        place.entries.append(entry)
        place.pages.update(dict.fromkeys(entry.pages.values()))
    for address in site.sitemap:
        page = site.page(address)
        for file in _shown_files(page, address) if isinstance(page, WebPage) else ():
            places.setdefault(file, _Place()).pages[address] = None
    return {file: place for file, place in places.items() if site.holds(file)}


def _shown_files(page: WebPage, address: str) -> Iterator[str]:
    """The original that a page of ours marks, else the file that it offers as the same badge."""
    files = [whole_address(address, claim.value) for claim in page.claimed("original") if claim.value]
    offered = [whole_address(address, offer.address) for offer in page.offers if offer.address is not None]
    yield from (files or offered)[:1]


def _audited(
    site: VisitedSite, file: str, place: _Place, check: Callable[[SecuredDocument], Verification]
) -> AuditedBadge:
    examined = examine_file(site, file, check)
    verification = examined.verification
    credential = verification.credential if verification is not None else None
    pages = {url: page for url in place.pages if site.holds(url) and isinstance(page := site.page(url), WebPage)}
    findings = (*examined.findings, *findings_of_badge(site, examined, pages, place.entries))
    return AuditedBadge(
        slug=place.entries[0].slug if place.entries else (urlsplit(file).path.split("/")[-2:-1] or ["–"])[0],
        file=file,
        pages=tuple(place.pages),
        names=signed_names(credential) if credential is not None else (),
        verdict=verification.verdict if verification is not None else None,
        reason=_reason(verification) if verification is not None else None,
        translated=any(_is_translated(page) for page in pages.values()),
        findings=findings,
    )


def _of_lists(site: VisitedSite, badges: Sequence[AuditedBadge]) -> Iterator[PageFinding]:
    """Badges that a list calls otherwise than they and their own page do, or whose state it gives otherwise."""
    by_page = {page: badge for badge in badges for page in badge.pages}
    pages = {url: page for url, page in site.pages.items() if isinstance(page, WebPage)}
    for url, page in pages.items():
        for card in page.cards:
            address = whole_address(url, card.address)
            badge, own = by_page.get(address), pages.get(address)
            if badge is not None and badge.verdict is not None and own is not None:
                # What a translation is called is compared with the page of the badge alone.
                names = (*badge.names, own.heading) if badge.names else ()
                yield from claims_of_card(card, url, names, badge.verdict, state_words(page.language))


def _reason(verification: Verification) -> CheckResult | None:
    wanted = Outcome.FAILED if verification.verdict is Verdict.INVALID else Outcome.UNDETERMINED
    if verification.verdict not in (Verdict.INVALID, Verdict.UNDETERMINED, Verdict.UNSUPPORTED):
        return None
    results = sorted(verification.report.results, key=lambda result: result.check not in _DECISIVE)
    return next((result for result in results if result.outcome is wanted), None)


def _is_translated(page: WebPage) -> bool:
    names = [claim.text for claim in page.claimed("name")]
    return bool(names) and page.heading not in names


def _of_index(site: VisitedSite, places: dict[str, _Place]) -> Iterator[PageFinding]:
    if site.index_fault:
        yield untrue("audit.index-not-understood", page=site.index_url)
    for entry in site.index or ():
        for address in (entry.file, *entry.pages.values()):
            if not site.holds(address):
                yield untrue("audit.index-elsewhere", page=site.index_url, url=address)
    for file, place in places.items():
        if site.index is not None and not place.entries:
            yield untrue("audit.not-in-index", page=next(iter(place.pages)), file=file)


def _absent_pages(site: VisitedSite, badge_pages: set[str]) -> Iterator[PageFinding]:
    """Pages that the site's lists name and that are not there."""
    for address in dict.fromkeys((*site.sitemap, *sorted(page for page in badge_pages if site.holds(page)))):
        page = site.page(address)
        if isinstance(page, WalletError):
            yield (untrue if absence(page) else missing)(
                "audit.page-absent" if absence(page) else "audit.page-not-read", page=address
            )


def _addresses(site: VisitedSite) -> dict[str, str]:
    """Every address of the site that one of its pages names, with the first such page."""
    found: dict[str, str] = {}
    for url, page in site.pages.items():
        for address in page.addresses if isinstance(page, WebPage) else ():
            whole = whole_address(url, address).split("?")[0]
            if site.holds(whole) and whole not in site.pages:
                found.setdefault(whole, url)
    return found


def _broken(site: VisitedSite, addresses: dict[str, str]) -> Iterator[PageFinding]:
    for number, (address, page) in enumerate(addresses.items()):
        if number >= MAX_ADDRESSES:
            yield missing("audit.too-many-addresses", page=site.base_url, limit=MAX_ADDRESSES)
            return
        try:
            site.fetch(address)
        except WalletError as error:
            if absence(error):
                yield untrue("audit.link-broken", page=page, url=address)
            else:
                yield missing("audit.link-not-followed", page=page, url=address)
