"""A published site as it is read from outside, one request after the other: its lists, its pages, its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from wallet.documents.answers import is_web_page
from wallet.documents.site_index import IndexedBadge, read_site_index, read_sitemap
from wallet.documents.web_pages import WebPage, read_web_page
from wallet.errors import DocumentError, ResolutionError, WalletError
from wallet.resolution.fetching import Fetcher, Resource
from wallet.stages.badge_pages import whole_address

__all__ = ["VisitedSite", "absence", "visit_site"]

MAX_STEPS = 6
"""How many folders above the given address a site may begin."""

_GONE = 410
_ABSENT = (404, _GONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitedSite:
    """A site under `base_url`; `index` and `sitemap` are what its lists name, with whole addresses.

    `index_fault` is set where there is an index that cannot be read.
    """

    base_url: str
    fetcher: Fetcher = field(repr=False)
    index: tuple[IndexedBadge, ...] | None
    index_fault: bool
    sitemap: tuple[str, ...]
    pages: dict[str, WebPage | WalletError] = field(default_factory=dict, repr=False)

    @property
    def index_url(self) -> str:
        """Where the index stands, or would stand."""
        return f"{self.base_url}index.json"

    def holds(self, address: str) -> bool:
        """Whether an address is one of the site's own."""
        return address.startswith(self.base_url)

    def fetch(self, address: str) -> Resource:
        """What stands at an address of the site; raises ResolutionError also where it was withdrawn."""
        answer = self.fetcher.fetch(address)
        if answer.status != 200:
            raise ResolutionError("resolution.http-status", url=address, status=answer.status)
        return answer

    def page(self, address: str) -> WebPage | WalletError:
        """The page at an address, or why there is none."""
        if address not in self.pages:
            try:
                self.pages[address] = read_web_page(self.fetch(address).content)
            except WalletError as error:
                self.pages[address] = error
        return self.pages[address]


def absence(error: WalletError) -> bool:
    """Whether a failure says that there is nothing, rather than that nothing could be learnt."""
    return error.facts.get("status") in _ABSENT


def visit_site(url: str, fetcher: Fetcher) -> VisitedSite:
    """The site to which the page at `url` belongs; raises ResolutionError, or DocumentError where there is none."""
    answer = fetcher.fetch(url)
    if answer.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=answer.status)
    for base_url in _bases(answer.answered_at or url):
        index, sitemap = _content(f"{base_url}index.json", fetcher), _content(f"{base_url}sitemap.xml", fetcher)
        listed = read_sitemap(sitemap) if sitemap is not None else ()
        entries = _entries(index, base_url)
        if entries or any(page.startswith(base_url) for page in listed):
            return VisitedSite(
                base_url=base_url,
                fetcher=fetcher,
                index=entries,
                index_fault=index is not None and entries is None,
                sitemap=tuple(page for page in listed if page.startswith(base_url)),
            )
    raise DocumentError("audit.no-site", url=url)


def _bases(url: str) -> list[str]:
    """The folder of a page, and the folders above it."""
    parts = urlsplit(url)
    folders = parts.path.split("/")[:-1] or [""]
    paths = ["/".join(folders[:length]) + "/" for length in range(len(folders), 0, -1)]
    return [parts._replace(path=path, query="", fragment="").geturl() for path in paths[:MAX_STEPS]]


def _content(url: str, fetcher: Fetcher) -> bytes | None:
    """The file at `url`, if it is there; a server may send a page in place of one that is not."""
    try:
        answer = fetcher.fetch(url)
    except ResolutionError:
        return None
    return answer.content if answer.status == 200 and not is_web_page(answer.content) else None


def _entries(content: bytes | None, base_url: str) -> tuple[IndexedBadge, ...] | None:
    if content is None:
        return None
    try:
        return tuple(_placed(entry, base_url) for entry in read_site_index(content))
    except DocumentError:
        return None


def _placed(entry: IndexedBadge, base_url: str) -> IndexedBadge:
    pages: Mapping[str, str] = {language: whole_address(base_url, page) for language, page in entry.pages.items()}
    return IndexedBadge(
        slug=entry.slug,
        file=whole_address(base_url, entry.file),
        pages=pages,
        names=entry.names,
        digest=entry.digest,
        verdict=entry.verdict,
        issuer=entry.issuer,
        issued=entry.issued,
        valid_until=entry.valid_until,
    )
