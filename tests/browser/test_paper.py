"""The demo in the theme `paper`, held to the same rules as in `default`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser import test_modes, test_pages
from tests.browser.seeing import first_of_each_kind
from tests.browser.serving import served
from tests.browser.site import Site, built_demo


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo in `paper`, with a page of each kind: the rules for every single page are tried in `default`."""
    whole = built_demo(tmp_path_factory.mktemp("paper-site"), theme="paper")
    return replace(whole, pages=first_of_each_kind(whole))


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    """Where it is served."""
    with served(site.folder, "/portfolio/") as url:
        yield url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Site, address: str, scheme: Literal["light", "dark"]) -> None:
    test_pages.test_axe_finds_nothing(browser, site, address, scheme)


def test_nothing_is_wider_than_the_screen(browser: Browser, site: Site, address: str) -> None:
    test_pages.test_nothing_is_wider_than_the_screen(browser, site, address)


def test_no_page_complains_or_asks_another_host(browser: Browser, site: Site, address: str) -> None:
    test_pages.test_no_page_complains_or_asks_another_host(browser, site, address)


def test_targets_are_large_enough_to_hit(browser: Browser, site: Site, address: str) -> None:
    test_modes.test_targets_are_large_enough_to_hit(browser, site, address, 360)


def test_zoom_keeps_every_word_on_the_screen(browser: Browser, site: Site, address: str) -> None:
    test_modes.test_zoom_keeps_every_word_on_the_screen(browser, site, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_the_readers_few_colours_all_is_still_told_apart(
    browser: Browser, site: Site, address: str, scheme: Literal["light", "dark"]
) -> None:
    test_modes.test_with_the_readers_few_colours_all_is_still_told_apart(browser, site, address, scheme)
