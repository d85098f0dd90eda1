"""Pictures of the demo's pages, to be looked at: ``python -m tests.browser.screenshots DIR [PAGE…]``.

Every page in both languages on a phone and on a desk, light and dark, and as A4 paper.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from tests.browser.looking import visiting
from tests.browser.serving import served
from tests.browser.site import built_demo
from tests.browser.tools import launched

__all__ = ["main"]

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pictures into a folder; without names, of every page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as ja/badges/")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, launched() as browser:
        site = built_demo(Path(made))
        with served(site.folder, "/portfolio/") as address:
            for page in chosen.pages or site.pages:
                for name, content in pictures(browser, address, page):
                    (chosen.folder / f"{_file_name(page)}{name}").write_bytes(content)


def pictures(browser: Browser, address: str, page: str) -> Iterator[tuple[str, bytes]]:
    """The ending of a file's name, and its content."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            with visiting(browser, address, width=width, scheme=scheme) as visit:
                visit.open(page)
                yield f"-{width}-{scheme}.png", visit.page.screenshot(full_page=True)
    with visiting(browser, address) as visit:
        visit.open(page)
        yield ".pdf", visit.page.pdf(format="A4", print_background=False)


def _file_name(page: str) -> str:
    return page.strip("/").replace("/", "-").replace(".html", "") or "chooser"


if __name__ == "__main__":
    main()
