"""What readers set for themselves: zoom, wider text, few colours, no motion; and targets for unsteady hands."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import visiting
from tests.browser.seeing import cut_off, first_of_each_kind, said, set_width, wider
from tests.browser.site import Site

# 200 % and 400 % of a window that is 1280 pixels wide.
ZOOMED = (640, 320)
# WCAG 1.4.12, set by the reader; a style element would be barred by the page's policy.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets.push(sheet);
}"""
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  return style.animationName !== "none" || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
}).length"""
# Of drawings, every line or surface that would be told from the ground by a colour that is not the reader's own.
FOREIGN = """() => {
  const probe = document.createElement("i");
  document.body.append(probe);
  const own = new Set(["none", "rgba(0, 0, 0, 0)"]);
  for (const name of ["Canvas", "CanvasText", "LinkText", "VisitedText"]) {
    probe.style.color = name;
    own.add(getComputedStyle(probe).color);
  }
  probe.remove();
  return [...document.querySelectorAll("main svg *")].filter((one) => !one.closest("filter")).flatMap((one) => {
    const style = getComputedStyle(one);
    return [style.fill, style.stroke].filter((found) => !own.has(found)).map((found) => `${found} ${one.outerHTML}`);
  });
}"""
PLAIN_LINKS = """() => [...document.querySelectorAll("a[href]")].filter((one) => {
  const style = getComputedStyle(one), body = getComputedStyle(document.body);
  return style.color === body.color && !style.textDecorationLine.includes("underline");
}).map((one) => one.outerHTML)"""
# Smaller than 24 by 24 with the label that belongs to it, and not a link in a sentence, whose height its line gives.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, select")]
  .filter((one) => one.checkVisibility() && !one.matches(".skip"))
  .filter((one) => {
    const block = one.closest("p, li, dd, td, th, h1, h2, h3, h4, dt");
    const inSentence = getComputedStyle(one).display === "inline" && block
      && block.innerText.trim().length > one.innerText.trim().length;
    const small = [one, ...(one.labels || [])].every((target) => {
      const area = target.getBoundingClientRect();
      return area.width < 24 || area.height < 24;
    });
    return small && !inSentence;
  })
  .map((one) => { const box = one.getBoundingClientRect(); return `${box.width} x ${box.height} ${one.outerHTML}`; })"""


def test_zoom_keeps_every_word_on_the_screen(browser: Browser, site: Site, address: str) -> None:
    with visiting(browser, address) as visit:
        for page in site.pages:
            set_width(visit, 1280)
            visit.open(page)
            whole = said(visit)
            for width in ZOOMED:
                set_width(visit, width)
                assert (said(visit), cut_off(visit), wider(visit)) == (whole, [], 0), (page, width)


@pytest.mark.parametrize("width", [320, 1280])
def test_text_set_wider_apart_loses_nothing(browser: Browser, site: Site, address: str, width: int) -> None:
    with visiting(browser, address) as visit:
        set_width(visit, width)
        for page in site.pages:
            visit.open(page)
            whole = said(visit)
            visit.page.evaluate(SPACED)
            assert (said(visit), cut_off(visit), wider(visit)) == (whole, [], 0), page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_the_readers_few_colours_all_is_still_told_apart(
    browser: Browser, site: Site, address: str, scheme: Literal["light", "dark"]
) -> None:
    with visiting(browser, address, scheme=scheme, forced_colors="active") as visit:
        for page in first_of_each_kind(site):
            visit.open(page)
            assert visit.page.evaluate(FOREIGN) == [], page
            assert visit.page.evaluate(PLAIN_LINKS) == [], page


def test_no_state_or_voice_is_told_by_its_colour(browser: Browser, site: Site, address: str) -> None:
    with visiting(browser, address, forced_colors="active") as visit:
        visit.open("ja/checking/")
        for selector, number in ((".states .state", 9), (".voice-samples .voice", 3)):
            found = visit.page.locator(selector).all()
            drawings = {one.locator("svg").first.inner_html() for one in found}
            words = {one.inner_text() for one in found}
            assert (len(found), len(drawings), len(words)) == (number, number, number)
        borders = visit.page.locator(".voice-samples .voice").evaluate_all(
            "(all) => all.map((one) => getComputedStyle(one).borderLeftStyle)"
        )
        assert sorted(borders) == ["dashed", "double", "solid"]


def test_nothing_moves_for_who_wants_no_motion(browser: Browser, site: Site, address: str) -> None:
    moving: dict[str, int] = {}
    for motion in ("reduce", "no-preference"):
        with visiting(browser, address, reduced_motion=motion) as visit:
            moving[motion] = 0
            for page in first_of_each_kind(site):
                visit.open(page)
                moving[motion] += visit.page.evaluate(MOVING)
    assert moving["reduce"] == 0
    assert moving["no-preference"] > 0


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_are_large_enough_to_hit(browser: Browser, site: Site, address: str, width: int) -> None:
    small: set[str] = set()
    with visiting(browser, address) as visit:
        set_width(visit, width)
        for page in site.pages:
            visit.open(page)
            small.update(f"{page} {found}" for found in visit.page.evaluate(SMALL))
    assert small == set()
