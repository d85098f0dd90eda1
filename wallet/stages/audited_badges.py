"""One badge of a published site: its file verified here, and its pages and its entry in the index held against it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract, extract_credentials
from wallet.documents.site_index import IndexedBadge
from wallet.documents.web_pages import WebPage
from wallet.errors import DocumentError, ResolutionError
from wallet.stages.badge_pages import whole_address
from wallet.stages.page_words import recipient_words, state_words
from wallet.stages.visited_site import VisitedSite, absence
from wallet.verification.index_claims import claims_of_index
from wallet.verification.page_claims import claims_of_page
from wallet.verification.page_findings import PageFinding, missing, untrue
from wallet.verification.page_state import state_of_page
from wallet.verification.report import Verdict
from wallet.verification.verifier import Verification

__all__ = ["ExaminedFile", "examine_file", "findings_of_badge"]

_NO_CREDENTIAL = "credential.not-recognised"
_SHARED_TYPE = "application/ld+json"
"""As which pages carry descriptions that are no credential too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminedFile:
    """The file of a badge at `address`: its bytes and what its check found, as far as there is either."""

    address: str
    content: bytes | None = field(default=None, repr=False)
    verification: Verification | None = None
    findings: tuple[PageFinding, ...] = ()


def examine_file(site: VisitedSite, address: str, check: Callable[[SecuredDocument], Verification]) -> ExaminedFile:
    """Fetch and verify the file; it is a finding where that cannot be done."""
    try:
        content = site.fetch(address).content
    except ResolutionError as error:
        absent = absence(error)
        finding = untrue("audit.file-absent", page=address) if absent else missing("audit.file-not-read", page=address)
        return ExaminedFile(address=address, findings=(finding,))
    try:
        documents = extract_credentials(content)
    except DocumentError:
        documents = ()
    verification = check(documents[0]) if len(documents) == 1 else None
    if verification is None or any(result.code == _NO_CREDENTIAL for result in verification.report.results):
        return ExaminedFile(address=address, content=content, findings=(untrue("audit.file-no-badge", page=address),))
    findings = tuple(_of_verdict(address, verification.verdict))
    return ExaminedFile(address=address, content=content, verification=verification, findings=findings)


def _of_verdict(address: str, verdict: Verdict) -> Iterator[PageFinding]:
    if verdict is Verdict.INVALID:
        yield untrue("audit.badge-invalid", page=address)
    elif verdict in (Verdict.UNDETERMINED, Verdict.UNSUPPORTED):
        yield missing("audit.badge-not-checked", page=address, found_verdict=verdict.value)


def findings_of_badge(
    site: VisitedSite, examined: ExaminedFile, pages: Mapping[str, WebPage], entries: Sequence[IndexedBadge]
) -> Iterator[PageFinding]:
    """What the pages and the index say of the file, and the file does not."""
    for url, page in pages.items():
        yield from _of_file(site, examined, page, url)
        if examined.verification is not None:
            yield from _of_statements(examined.verification, page, url)
    for entry in entries:
        yield from _of_entry(site, examined, pages, entry)


def _of_entry(
    site: VisitedSite, examined: ExaminedFile, pages: Mapping[str, WebPage], entry: IndexedBadge
) -> Iterator[PageFinding]:
    if entry.digest is not None and examined.content is not None and entry.digest.lower() != _digest(examined.content):
        yield untrue("audit.digest-differs", page=site.index_url, file=examined.address)
    verification = examined.verification
    if verification is not None and verification.credential is not None:
        headings = {language: pages[url].heading for language, url in entry.pages.items() if url in pages}
        credential, verdict = verification.credential, verification.verdict
        yield from claims_of_index(entry, site.index_url, credential, verdict, headings)


def _of_statements(verification: Verification, page: WebPage, url: str) -> Iterator[PageFinding]:
    credential = verification.credential
    if credential is not None:
        yield from claims_of_page(page, url, credential, recipient_words(credential, page.language))
        words = state_words(page.language)
        yield from state_of_page(page, url, verification.report, verification.verdict, words)


def _of_file(site: VisitedSite, examined: ExaminedFile, page: WebPage, url: str) -> Iterator[PageFinding]:
    """The page's own words about the file, and every other form in which it offers the badge."""
    originals = [whole_address(url, claim.value) for claim in page.claimed("original") if claim.value]
    if any(address != examined.address for address in originals):
        yield untrue("audit.other-file", page=url, file=examined.address)
    digests = [claim.text.lower() for claim in page.claimed("digest")]
    if examined.content is not None:
        if any(digest != _digest(examined.content) for digest in digests):
            yield untrue("audit.digest-differs", page=url, file=examined.address)
        if not digests:
            yield missing("audit.not-marked", page=url, claim="digest")
        yield from _of_offers(site, examined, page, url)


def _of_offers(site: VisitedSite, examined: ExaminedFile, page: WebPage, url: str) -> Iterator[PageFinding]:
    wanted = _credentials(examined.content or b"")
    for offer in page.offers:
        address = whole_address(url, offer.address) if offer.address is not None else None
        if address == examined.address or (address is not None and not site.holds(address)):
            continue
        try:
            content = site.fetch(address).content if address is not None else (offer.text or "").encode()
        except ResolutionError:
            # A link that leads nowhere is told once, with all other links.
            continue
        found = _credentials(content)
        if found is None and (offer.media_type == _SHARED_TYPE or offer.media_type.startswith("image/")):
            continue
        if found is None or found != wanted:
            yield untrue("audit.text-differs", page=url, file=examined.address)


def _credentials(content: bytes) -> list[object] | None:
    try:
        return [(document.json, document.jws) for document in extract(content)]
    except DocumentError:
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
