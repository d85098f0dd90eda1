"""Every link within the site, on the demo and on a sample in every state, below a path and at the top of a host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import etree, html

from tests.browser.site import AT, REPOSITORY
from tests.site.sample import sample_site_input
from wallet.portfolio.reading import read_portfolio
from wallet.render import load_theme, render
from wallet.render.links import Fault, LinkFault, link_faults, page_links, target_file
from wallet.site import SiteInput, assemble
from wallet.stages.building import entries_of
from wallet.stages.presented import presented
from wallet.stages.social_cards import card_paths

BASES = ("https://learner.example/portfolio/", "https://learner.example/")
SITES = [(name, base) for name in ("demo", "sample") for base in BASES]
UNLINKED: Mapping[str, str] = {
    ".nojekyll": "a mark for the host",
    "CNAME": "the domain, for a host that publishes from a branch",
    "404.html": "shown by the host in place of a missing page",
    "robots.txt": "asked for by its name",
    "sitemap.xml": "named by robots.txt",
    ".well-known/did.json": "where the identifier of a host without a path is looked up",
    "static/ending.js": "for shared pages, which no page leads to",
    "static/locked.js": "for locked pages, which no page leads to",
}
"""Files that no page refers to, and why they are there."""

BASE = "https://learner.example/portfolio/"
NOT_INDEXED = b'<meta name="robots" content="noindex">'


@lru_cache(maxsize=4)
def site(name: str, base_url: str) -> Mapping[str, bytes]:
    """The files of a site by path."""
    return _files(sample_site_input(base_url) if name == "sample" else _demo(base_url), "default")


def _files(site_input: SiteInput, theme: str) -> Mapping[str, bytes]:
    site = assemble(site_input)
    rendered = {file.path: file.content for file in render(site, load_theme(theme))}
    return {**rendered, **dict.fromkeys(card_paths(site), b"")}


def _demo(base_url: str) -> SiteInput:
    portfolio = read_portfolio(Path(REPOSITORY))
    entries = entries_of(portfolio, AT)
    state = presented(portfolio, {entry.slug: entry.original.presentable for entry in entries}, base_url, AT)
    return SiteInput(
        portfolio=portfolio, badges=entries, base_url=base_url, holder=state.holder, presentation=state.file
    )


@pytest.mark.parametrize(("name", "base"), SITES)
def test_no_page_has_a_faulty_link(name: str, base: str) -> None:
    files = site(name, base)
    assert sum(len(page_links(content).references) for path, content in files.items() if path.endswith(".html")) > 500
    assert link_faults(files, base) == ()


def test_no_page_of_the_theme_for_paper_has_a_faulty_link() -> None:
    assert link_faults(_files(sample_site_input(BASE), "paper"), BASE) == ()


@pytest.mark.parametrize(("name", "base"), SITES)
def test_the_walk_misses_no_address_that_another_parser_finds(name: str, base: str) -> None:
    attributes = ("href", "src", "poster", "data", "action")
    for path, content in site(name, base).items():
        if path.endswith(".html"):
            tree = html.document_fromstring(content)
            found = {element.get(name) for name in attributes for element in tree.iter() if element.get(name)}
            sources = (source for element in tree.iter() for source in (element.get("srcset") or "").split(","))
            found |= {source.split()[0] for source in sources if source.strip()}
            assert {reference.target for reference in page_links(content).references} >= found, path
            assert sorted(page_links(content).ids) == sorted(
                element.attrib["id"] for element in tree.iter() if element.get("id")
            )


@pytest.mark.parametrize(("name", "base"), SITES)
def test_nothing_that_is_loaded_comes_without_encryption(name: str, base: str) -> None:
    for path, content in site(name, base).items():
        if path.endswith(".html"):
            loaded = [one.target for one in page_links(content).references if one.loaded]
            assert [target for target in loaded if target.startswith("http:")] == [], path
        if path.endswith(".css"):
            assert re.findall(rb"url\(\s*['\"]?(?:https?:|//)", content) == [], path


@pytest.mark.parametrize(("name", "base"), SITES)
def test_every_address_of_the_sitemap_is_a_page_and_every_page_is_in_it(name: str, base: str) -> None:
    files = site(name, base)
    tree = etree.fromstring(files["sitemap.xml"])
    listed = {str(element.text) for element in tree.iter("{*}loc")}
    others = {str(element.get("href")) for element in tree.iter("{*}link")}
    assert {target_file(url, files, base) for url in listed} == {
        path for path, content in files.items() if path.endswith(".html") and NOT_INDEXED not in content
    }
    assert NOT_INDEXED in files["404.html"]
    assert {
        url for url in listed | others if target_file(url, files, base) is None or not url.startswith(base)
    } == set()
    assert f"Sitemap: {base}sitemap.xml\n".encode() in files["robots.txt"]


@pytest.mark.parametrize(("name", "base"), SITES)
def test_every_file_is_reached_from_the_chooser(name: str, base: str) -> None:
    files = site(name, base)
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for file in _referred(waiting.pop(), files, base) - reached:
            reached.add(file)
            waiting.append(file)
    assert set(files) - reached == (set(UNLINKED) & set(files)) - reached


def _referred(path: str, files: Mapping[str, bytes], base: str) -> set[str]:
    here = base + path.removesuffix("index.html")
    if path.endswith(".css"):
        targets = [found.decode() for found in re.findall(rb"(?:url\(|@import )\s*['\"]?([^'\")]+)", files[path])]
    elif path.endswith(".html"):
        targets = [reference.target for reference in page_links(files[path]).references]
    elif path.endswith("/check.json"):
        targets = [found.decode() for found in re.findall(rb'"file": "([^"]+)"', files[path])]
    else:
        return set()
    urls = (urldefrag(urljoin(here, target)).url for target in targets)
    found = (target_file(url, files, base) for url in urls if url.startswith(base))
    return {file for file in found if file is not None}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../gone/">x</a>', Fault.MISSING),
        ('<a href="/portfolio/gone/">x</a>', Fault.MISSING),
        (f'<a href="{BASE}gone.pdf">x</a>', Fault.MISSING),
        ('<img src="gone.png">', Fault.MISSING),
        ('<img srcset="../icon.svg 1x, gone.png 2x">', Fault.MISSING),
        ('<video poster="gone.png"></video>', Fault.MISSING),
        ('<link rel="canonical" href="gone/">', Fault.MISSING),
        (f'<meta property="og:image" content="{BASE}gone.png">', Fault.MISSING),
        ('<a href="#gone">x</a>', Fault.NO_PLACE),
        ('<a href="../#nowhere">x</a>', Fault.NO_PLACE),
        ('<a href="/elsewhere/">x</a>', Fault.OUTSIDE),
        ('<a href="../../../">x</a>', Fault.OUTSIDE),
        ('<a href="javascript:x">x</a>', Fault.OUTSIDE),
        ('<img src="https://cdn.example/x.png">', Fault.FOREIGN),
        ('<script src="//cdn.example/x.js"></script>', Fault.FOREIGN),
        ('<link rel="stylesheet" href="http://cdn.example/x.css">', Fault.FOREIGN),
        ('<p id="a"></p><p id="a"></p>', Fault.ID_TWICE),
        ('<a href="#here" id="here">x</a> <a href="../">x</a> <a href="../icon.svg">x</a>', None),
        ('<a href="..">x</a> <a href="../../portfolio/#top">x</a> <a href="/portfolio/">x</a>', None),
        ('<a href="https://learner.example/other/">x</a> <a href="mailto:a@b.example">x</a>', None),
        ('<img src="data:image/png;base64,AA==">', None),
    ],
)
def test_each_fault_is_found(body: str, fault: Fault | None) -> None:
    files = {"index.html": b'<p id="top">', "en/index.html": body.encode(), "icon.svg": b"<svg/>"}
    assert [found.fault for found in link_faults(files, BASE)] == ([fault] if fault else [])


def test_the_page_for_wrong_addresses_is_followed_from_anywhere() -> None:
    files = {"404.html": b'<a href="en/">x</a><a href="/portfolio/en/">y</a>', "en/index.html": b""}
    assert link_faults(files, BASE) == (LinkFault(page="404.html", fault=Fault.MISSING, target="en/"),)
