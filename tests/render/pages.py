"""The sample site as a browser meets it: parsed pages, for tests that look at what is on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from html.parser import HTMLParser

from tests.site.sample import sample_site_input
from wallet.render import load_theme, render
from wallet.site import assemble
from wallet.site.entries import BadgeEntry

__all__ = ["BASE", "ParsedPage", "parsed_pages", "rendered", "rendered_badges"]

BASE = "https://mio.example/portfolio/"
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass
class ParsedPage(HTMLParser):
    """Elements with their attributes in order, whether every element is closed, and the text of scripts."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    scripts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if tag == "script":
            self.scripts.append((found, ""))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        else:
            self.text += data

    def close(self) -> None:
        super().close()
        self.unbalanced += self._open


@lru_cache(maxsize=1)
def rendered() -> dict[str, bytes]:
    """The files of the sample site."""
    return {file.path: file.content for file in render(assemble(sample_site_input(BASE)), load_theme("default"))}


@lru_cache(maxsize=1)
def parsed_pages() -> dict[str, ParsedPage]:
    """Every HTML page of the sample site."""
    pages = {}
    for path, content in rendered().items():
        if path.endswith(".html"):
            pages[path] = ParsedPage()
            pages[path].feed(content.decode())
            pages[path].close()
    return pages


def rendered_badges(badges: tuple[BadgeEntry, ...]) -> dict[str, str]:
    """The pages of the sample learner with these badges alone."""
    files = render(assemble(replace(sample_site_input(), badges=badges)), load_theme("default"))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}
