"""Opening a page as a visitor would, and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

__all__ = ["Visit", "visiting"]


class Visit:
    """A page, the faults its console showed, and every address that was asked for."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        self.requested: list[str] = []
        page.on("console", lambda message: self._said(message.type, message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))

    def _said(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.faults.append(text)

    def open(self, path: str) -> None:
        """Open a page by its address in the site."""
        self.page.goto(self.address + path, wait_until="load")

    @property
    def elsewhere(self) -> list[str]:
        """The requests that left the host; a ``data:`` address leaves nothing."""
        host = urlsplit(self.address).netloc
        return [url for url in self.requested if not url.startswith("data:") and urlsplit(url).netloc != host]


@contextmanager
def visiting(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
    **options: Any,
) -> Iterator[Visit]:
    """A visitor's own fresh browser profile."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts, **options
    )
    try:
        yield Visit(context.new_page(), address)
    finally:
        context.close()
