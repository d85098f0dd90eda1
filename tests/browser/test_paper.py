"""The demo in the theme `paper`, held to the same rules as in `default`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser import test_pages
from tests.browser.serving import served
from tests.browser.site import AT, REPOSITORY, Site
from wallet.stages.building import build


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo's files and pages in `paper`."""
    root, output = tmp_path_factory.mktemp("paper"), tmp_path_factory.mktemp("paper-site")
    shutil.copytree(REPOSITORY / "content", root / "content")
    # What the other builds of the demo have drawn needs no drawing again.
    if (REPOSITORY / ".wallet-cache").is_dir():
        shutil.copytree(REPOSITORY / ".wallet-cache", root / ".wallet-cache")
    settings = root / "content" / "portfolio.toml"
    settings.write_text(settings.read_text("utf-8").replace('theme = "default"', 'theme = "paper"'), "utf-8")
    build(root, output=output, base_url=None, at=AT, timer=float)
    files = sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))
    return Site(output, tuple(name.removesuffix("index.html") for name in files))


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
