"""Portfolios of other sizes, and names and texts at their extremes, held to what the demo is held to."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Route

from tests.browser import test_pages
from tests.browser.looking import Visit, visiting
from tests.browser.portfolios import PORTFOLIOS, made_site
from tests.browser.seeing import WIDTHS, cut_off, first_of_each_kind, set_width, wider
from tests.browser.serving import served
from tests.browser.site import Site
from tests.browser.tools import checker

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
ALL = "async () => (await axe.run()).violations"
CONTRAST = "async () => (await axe.run({runOnly: ['color-contrast']})).violations"


@pytest.fixture(scope="module", params=sorted(PORTFOLIOS))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of one made portfolio after the other."""
    return made_site(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """Where it is served."""
    with served(site.folder, "/portfolio/") as url:
        yield url


def test_nothing_is_wider_than_the_screen_or_cut_off(browser: Browser, site: Site, address: str) -> None:
    faults: list[tuple[str, int, object]] = []
    with visiting(browser, address) as visit:
        for page in first_of_each_kind(site):
            visit.open(page)
            for width in WIDTHS:
                set_width(visit, width)
                faults += [
                    (page, width, found) for found in (*cut_off(visit), *([wider(visit)] if wider(visit) else []))
                ]
    assert faults == []
    assert visit.faults == []


# What five hundred badges are built of, forty are built of too.
@pytest.mark.parametrize("site", sorted(PORTFOLIOS.keys() - {"five-hundred"}), indirect=True)
def test_axe_finds_nothing(browser: Browser, site: Site, address: str) -> None:
    source = checker("axe-core", "axe.min.js").read_text("utf-8")
    found: list[tuple[str, str]] = []
    with visiting(browser, address, width=360) as visit:
        # A page's twin in the other language is built alike; that is looked at with the demo.
        for page in [one for one in first_of_each_kind(site) if not one.startswith("en/")]:
            visit.open(page)
            visit.page.evaluate(source)
            for scheme, question in zip(SCHEMES, (ALL, CONTRAST), strict=True):
                visit.page.emulate_media(color_scheme=scheme)
                answer = visit.page.evaluate(question)
                found += [(page, f"{one['id']}: {one['nodes'][0]['html']}") for one in answer]
            visit.page.emulate_media(color_scheme="light")
    assert found == []


def test_the_seal_stands_clear_of_the_words(browser: Browser, site: Site, address: str) -> None:
    badges = [page for page in first_of_each_kind(site) if page.count("/") == 3 and "/badges/" in page]
    with visiting(browser, address) as visit:
        for page in badges:
            visit.open(page)
            for width in WIDTHS:
                set_width(visit, width)
                assert not _overlap(visit, ".verdict-shape > svg", ".verdict-words"), (page, width)
                assert not _overlap(visit, ".badge-picture > *", ".badge-words"), (page, width)


def _overlap(visit: Visit, one: str, other: str) -> bool:
    first, second = (visit.page.locator(selector).first.bounding_box() for selector in (one, other))
    assert first
    assert second
    across = first["x"] < second["x"] + second["width"] and second["x"] < first["x"] + first["width"]
    return across and first["y"] < second["y"] + second["height"] and second["y"] < first["y"] + first["height"]


def test_a_page_is_light(site: Site) -> None:
    test_pages.test_a_page_is_light(site)


def test_printing_forty_badges_loses_no_picture(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    forty = made_site("forty", tmp_path_factory.mktemp("printed"))
    with served(forty.folder, "/portfolio/") as url, visiting(browser, url) as visit:
        # A slow line: pictures that are fetched only for the printer would come too late.
        visit.page.route("**/*.png", _late)
        visit.open("ja/badges/")
        printed = visit.page.pdf(format="A4")
        assert visit.page.locator("main img").count() == 40
    assert printed.count(b"/Subtype /Image") == 40


def _late(route: Route) -> None:
    time.sleep(0.02)
    route.continue_()
