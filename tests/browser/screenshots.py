"""Pictures of every page, to be looked at: ``python -m tests.browser.screenshots DIR [PAGE…]``.

Each page of the output, in every theme, on a phone, a tablet and a desk, light and dark, and as A4 paper; of the demo,
or with ``--portfolio`` of one of the made portfolios. Themes besides the default one get a folder of their own.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, FloatRect

from tests.browser.looking import Visit, visiting
from tests.browser.portfolios import PORTFOLIOS, made_site
from tests.browser.serving import served
from tests.browser.site import THEMES, Site, built_demo
from tests.browser.tools import launched

__all__ = ["main", "pictures", "show_all_pictures"]

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 16_000
"""What Chromium draws in one piece; a longer page is cut."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pictures into a folder; without names, of every page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as ja/badges/")
    parser.add_argument("--portfolio", choices=sorted(PORTFOLIOS), help="a made portfolio in place of the demo")
    parser.add_argument("--theme", action="append", choices=THEMES, help="only this theme; may be given again")
    chosen = parser.parse_intermixed_args(arguments)
    with launched() as browser:
        for theme in chosen.theme or THEMES:
            folder = chosen.folder if theme == "default" else chosen.folder / theme
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as made:
                _write(browser, _site(Path(made), chosen.portfolio, theme), folder, chosen.pages)


def _site(made: Path, portfolio: str | None, theme: str) -> Site:
    return made_site(portfolio, made, theme) if portfolio else built_demo(made, theme=theme)


def _write(browser: Browser, site: Site, folder: Path, pages: Sequence[str]) -> None:
    with served(site.folder, "/portfolio/") as address, visiting(browser, address) as visit:
        for page in pages or site.pages:
            visit.open(page)
            for name, content in pictures(visit):
                (folder / f"{_file_name(page)}{name}").write_bytes(content)


def pictures(visit: Visit) -> Iterator[tuple[str, bytes]]:
    """The ending of a file's name, and its content, of the page that is open."""
    for scheme in SCHEMES:
        visit.page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 900})
            height = show_all_pictures(visit)
            area = FloatRect(x=0, y=0, width=width, height=min(height, TALLEST))
            yield f"-{width}-{scheme}.png", visit.page.screenshot(full_page=True, clip=area)
    visit.page.emulate_media(color_scheme="light")
    yield ".pdf", visit.page.pdf(format="A4", print_background=False)


def show_all_pictures(visit: Visit) -> int:
    """Load what the page would load when it is scrolled to; how high the page is."""
    return int(
        visit.page.evaluate(
            """async () => {
              for (const image of document.images) { image.loading = "eager"; }
              await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
              return document.documentElement.scrollHeight;
            }"""
        )
    )


def _file_name(page: str) -> str:
    return page.strip("/").replace("/", "-").replace(".html", "") or "chooser"


if __name__ == "__main__":
    main()
