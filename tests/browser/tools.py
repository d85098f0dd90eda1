"""The programs these tests need; without one a test skips and says so, and in continuous integration it fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, sync_playwright

__all__ = ["checker", "chromium", "launched"]

CHECKERS = Path(__file__).resolve().parents[2] / ".ci" / "node_modules"
# The browser's own errands would be requests to other hosts.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
]


def chromium() -> str:
    """The path of a Chromium that the machine's packages installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or missing("no Chromium is on this machine: install Debian's package chromium")


def checker(*parts: str) -> Path:
    """A file of a checker from the npm registry, installed by ``npm install`` in ``.ci``."""
    file = CHECKERS.joinpath(*parts)
    return file if file.is_file() else missing(f"{parts[0]} is not installed: run npm install in the folder .ci")


def missing(reason: str) -> NoReturn:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def launched() -> Iterator[Browser]:
    """A headless browser."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()
