"""A visitor who follows every link of a site that is served under its own path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from tests.browser.serving import served

__all__ = ["Visit", "visit"]

_LINK = re.compile(r'\b(?:href|src)="([^"]+)"')


class Visit:
    """What the visitor saw: every address with its status, the page for an address that is none, and more by `get`."""

    def __init__(self, address: str, base_url: str) -> None:
        self.address, self.base_url = address, base_url
        self.found: dict[str, int] = {}
        self.missing = self.get("no/such/page/")
        self._follow()

    def get(self, place: str) -> tuple[int, str]:
        """Status and text of what stands at `place`, counted from the site's own address."""
        return self._ask(urljoin(self.address, place))

    def links_of(self, page: str, text: str) -> Iterator[str]:
        """The links of a page that stay on the site, as this computer reaches them."""
        for link in _LINK.findall(text):
            whole = urldefrag(urljoin(page, unquote(link)))[0]
            if whole.startswith(self.base_url):
                whole = self.address + whole.removeprefix(self.base_url)
            if urlsplit(whole).netloc == urlsplit(self.address).netloc:
                yield whole

    def _follow(self) -> None:
        waiting = [self.address, *self.links_of(urljoin(self.address, "no/such/page/"), self.missing[1])]
        while waiting:
            page = waiting.pop()
            if page in self.found:
                continue
            self.found[page], text = self._ask(page)
            if "<html" in text[:400]:
                waiting += self.links_of(page, text)

    def _ask(self, url: str) -> tuple[int, str]:
        try:
            with urlopen(url, timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except HTTPError as error:
            return error.code, error.read().decode("utf-8", "replace")


@contextmanager
def visit(site: Path, base_url: str) -> Iterator[Visit]:
    """Serve `site` as Pages serves it at `base_url`, and look at everything."""
    with served(site, urlsplit(base_url).path) as address:
        yield Visit(address, base_url)
