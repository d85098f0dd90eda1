"""Questions to an open page that several tests ask: what it says, what is cut off, where things stand."""

from __future__ import annotations

from tests.browser.looking import Visit
from tests.browser.site import Site

__all__ = ["WIDTHS", "cut_off", "first_of_each_kind", "said", "set_width", "wider"]

WIDTHS = (320, 360, 768, 1280)
BADGES_EACH = 2


def set_width(visit: Visit, width: int) -> None:
    """Make the window this wide."""
    visit.page.set_viewport_size({"width": width, "height": 900})


def wider(visit: Visit) -> int:
    """By how many pixels the page is wider than the window."""
    return int(visit.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def said(visit: Visit) -> str:
    """All that the page shows in words, without its spaces: lines break elsewhere in a narrower window."""
    return "".join(visit.page.inner_text("body").split())


def cut_off(visit: Visit) -> list[str]:
    """Elements whose words do not fit into them and cannot be scrolled to. Labels of drawings stand in tables too."""
    return [
        str(found)
        for found in visit.page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter((one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowX))
              .filter((one) => !one.closest("svg, .hidden, .chart-label, thead, .skip"))
              .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
              .map((one) => one.outerHTML.slice(0, 120))"""
        )
    ]


def first_of_each_kind(site: Site) -> tuple[str, ...]:
    """Every page of the site, of badges' own pages and of those for frames the first in each language."""
    badges = [page for page in site.pages if page.count("/") > 2 and page.split("/")[1] == "badges"]
    kept = {
        page
        for depth in (3, 4)
        for language in ("ja/", "en/")
        for page in [one for one in badges if one.startswith(language) and one.count("/") == depth][:BADGES_EACH]
    }
    return tuple(page for page in site.pages if page not in badges or page in kept)
