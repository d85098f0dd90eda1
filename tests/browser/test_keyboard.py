"""Every page by keyboard alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TypedDict

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Visit, visiting
from tests.browser.seeing import first_of_each_kind, set_width
from tests.browser.site import LANGUAGES, Site

MOST_SCROLLED = 8
REACHABLE = """() => {
  // Of a group of radio buttons one is reached, and arrows lead to the others.
  window.reachable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0)
    .filter((one) => one.type !== "radio" || one.checked);
  return window.reachable.length;
}"""
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    number: window.reachable.indexOf(one), name: one.outerHTML.slice(0, 120), top: box.top + scrollY,
    bottom: box.bottom + scrollY, outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


class Focused(TypedDict):
    number: int
    name: str
    top: float
    bottom: float
    outlined: bool
    seen: bool


def walked(visit: Visit) -> list[Focused]:
    """What the Tab key leads to, one after the other, up to the last; boxes that are only scrolled are passed by."""
    number: int = visit.page.evaluate(REACHABLE)
    found: list[Focused] = []
    for _ in range(number + MOST_SCROLLED):
        if len(found) == number:
            break
        visit.page.keyboard.press("Tab")
        step: Focused = visit.page.evaluate(FOCUSED)
        if step["number"] >= 0:
            found.append(step)
    return found


@pytest.mark.parametrize("width", [360, 1280])
def test_tab_leads_to_everything_in_the_order_of_the_eye(
    browser: Browser, site: Site, address: str, width: int
) -> None:
    with visiting(browser, address) as visit:
        set_width(visit, width)
        for page in first_of_each_kind(site):
            visit.open(page)
            steps = walked(visit)
            assert [step["number"] for step in steps] == list(range(visit.page.evaluate(REACHABLE))), page
            assert [step["name"] for step in steps if not step["outlined"] or not step["seen"]] == [], page
            content = steps[1:] if steps and "skip" in steps[0]["name"] else steps
            back = [(one["name"], two["name"]) for one, two in pairwise(content) if above(two, one)]
            assert back == [], page


def above(one: Focused, other: Focused) -> bool:
    """Whether the first stands wholly above the other."""
    return one["bottom"] <= other["top"] + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_stop_skips_to_the_content(browser: Browser, site: Site, address: str, language: str) -> None:
    with visiting(browser, address) as visit:
        for page in site.in_language(language):
            visit.open(page)
            visit.page.keyboard.press("Tab")
            skip = visit.page.locator(".skip")
            box = skip.bounding_box()
            assert box
            assert box["y"] >= 0
            visit.page.keyboard.press("Enter")
            assert visit.page.evaluate("document.activeElement.id") == "content", page
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("document.activeElement.closest('main, footer, body') !== null"), page
            assert not visit.page.evaluate("document.activeElement.closest('header.masthead') !== null"), page
