"""The demo's site, built once, served under a project path, and a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.serving import served
from tests.browser.site import Site, built_demo
from tests.browser.tools import launched


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo's files and pages."""
    return built_demo(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the demo is served."""
    with served(site.folder, "/portfolio/") as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run."""
    with launched() as one:
        yield one


@pytest.fixture(scope="session")
def root_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The demo, built for an address without a path."""
    return built_demo(tmp_path_factory.mktemp("root-site"), "https://shiomi.example/")


@pytest.fixture(scope="session")
def root_address(root_site: Site) -> Iterator[str]:
    """Where that site is served."""
    with served(root_site.folder, "/") as url:
        yield url
