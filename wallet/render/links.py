"""Every link of a rendered site followed within it: from each page to each file and each place in a page.

Pure: files in, faults out. What leads to another host is taken as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

__all__ = ["Fault", "LinkFault", "PageLinks", "Reference", "link_faults", "page_links", "page_place", "target_file"]

ANYWHERE = "404.html"
"""The page that a server shows in any place."""

_LOADING_RELATIONS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})
_LINKING = frozenset({"a", "area", "form"})
_PREVIEWS = frozenset({"og:image", "og:url", "twitter:image"})


class Fault(StrEnum):
    """What is wrong with a reference: no such file, no such place, beyond the site, or loaded from elsewhere."""

    MISSING = "missing"
    NO_PLACE = "no-place"
    OUTSIDE = "outside"
    FOREIGN = "foreign"
    ID_TWICE = "id-twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFault:
    """A fault of the page at the path `page`; `target` as it stands there."""

    page: str
    fault: Fault
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An address in a page; `loaded` where a browser asks for it without being told to."""

    target: str
    loaded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """What a page refers to, and the ids in it, in order."""

    references: tuple[Reference, ...]
    ids: tuple[str, ...]


@dataclass
class _Reader(HTMLParser):
    references: list[Reference] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        self.references += _references(tag, found)


def _references(tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    relations = set(attributes.get("rel", "").split())
    linked = tag in _LINKING or (tag == "link" and not relations & _LOADING_RELATIONS)
    for name in ("href", "src", "poster", "data", "action"):
        if name in attributes:
            yield Reference(target=attributes[name], loaded=not linked)
    for candidate in attributes.get("srcset", "").split(","):
        if candidate.strip():
            yield Reference(target=candidate.split()[0], loaded=True)
    if tag == "meta" and (attributes.get("property") or attributes.get("name")) in _PREVIEWS:
        yield Reference(target=attributes.get("content", ""), loaded=False)


def page_links(content: bytes) -> PageLinks:
    """The references and ids of one HTML page."""
    reader = _Reader()
    reader.feed(content.decode("utf-8", "replace"))
    reader.close()
    return PageLinks(references=tuple(reader.references), ids=tuple(reader.ids))


def link_faults(files: Mapping[str, bytes], base_url: str) -> tuple[LinkFault, ...]:
    """Every fault of every page of the site at `base_url`, whose files are `files` by path."""
    pages = {path: page_links(content) for path, content in files.items() if path.endswith(".html")}
    ids = {path: frozenset(links.ids) for path, links in pages.items()}
    faults = []
    for path, links in pages.items():
        twice = (one for one, count in Counter(links.ids).items() if count > 1)
        faults += [LinkFault(page=path, fault=Fault.ID_TWICE, target=one) for one in twice]
        for reference in dict.fromkeys(links.references):
            fault = _fault(path, reference, files, ids, base_url)
            if fault is not None:
                faults.append(LinkFault(page=path, fault=fault, target=reference.target))
    return tuple(faults)


def _fault(
    page: str, reference: Reference, files: Mapping[str, bytes], ids: Mapping[str, frozenset[str]], base_url: str
) -> Fault | None:
    url, fragment = urldefrag(urljoin(base_url + page_place(page), reference.target))
    if urlsplit(url).scheme in ("mailto", "data"):
        return None
    if not url.startswith(base_url):
        # A whole address may name anything; a relative one that leaves the site was meant to stay in it.
        return Fault.OUTSIDE if not urlsplit(reference.target).netloc else Fault.FOREIGN if reference.loaded else None
    file = target_file(url, files, base_url)
    if file is None:
        return Fault.MISSING
    place = unquote(fragment)
    return Fault.NO_PLACE if place and file in ids and place not in ids[file] else None


def page_place(page: str) -> str:
    """The address at which the page at this path is read."""
    return "no/such/place/" if page == ANYWHERE else page.removesuffix("index.html")


def target_file(url: str, files: Mapping[str, bytes], base_url: str) -> str | None:
    """The file of the site that answers `url`; a folder is found with and without its slash, as servers do."""
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(base_url).path))
    candidates = (path, f"{path}index.html" if not path or path.endswith("/") else f"{path}/index.html")
    return next((candidate for candidate in candidates if candidate in files), None)
