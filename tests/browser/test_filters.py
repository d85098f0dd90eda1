from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import visiting

CARDS = "#badges > li:visible"


def ranks(page: Page, name: str) -> list[int]:
    return [int(card.get_attribute(f"data-{name}-rank") or "") for card in page.locator(CARDS).all()]


def pick(page: Page, name: str, place: int = 1) -> str:
    page.locator(f"select[name={name}]").select_option(index=place)
    return page.locator(f"select[name={name}]").input_value()


def test_filters_combine_and_are_kept_in_the_address(browser: Browser, address: str) -> None:
    with visiting(browser, address) as visit:
        visit.open("en/badges/")
        page, total = visit.page, visit.page.locator(CARDS).count()
        year = pick(page, "year")
        by_year = page.locator(CARDS).count()
        assert 0 < by_year < total
        assert page.locator("[role=status]").inner_text() == f"{by_year} of {total} badges"
        state = pick(page, "state")
        assert page.url.endswith(f"?year={year}&state={state}")
        both = page.locator(CARDS).count()
        assert both == page.locator(f"#badges > li[data-year='{year}'][data-state='{state}']").count()
        page.reload()
        assert page.locator(CARDS).count() == both
        page.go_back()
        assert page.locator("select[name=state]").input_value() == ""
        assert page.locator(CARDS).count() == by_year
        page.go_back()
        assert page.locator(CARDS).count() == total
    assert visit.faults == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_order_is_the_order_of_its_ranks(browser: Browser, address: str, language: str) -> None:
    with visiting(browser, address) as visit:
        visit.open(f"{language}/badges/")
        for name in ("issuer", "reading", "date"):
            visit.page.select_option("select[name=sort]", name)
            assert ranks(visit.page, name) == sorted(ranks(visit.page, name))


def test_unknown_values_are_ignored(browser: Browser, address: str) -> None:
    with visiting(browser, address) as visit:
        visit.open("en/badges/")
        total = visit.page.locator(CARDS).count()
        visit.open("en/badges/?year=1066&sort=colour&nothing=1")
        assert visit.page.locator(CARDS).count() == total
        assert not visit.page.locator(".filters button").is_visible()


def test_nothing_found_is_said_and_the_keyboard_leads_back(browser: Browser, address: str) -> None:
    with visiting(browser, address, width=360) as visit:
        visit.open("en/badges/")
        page = visit.page
        total = page.locator(CARDS).count()
        page.focus(".filters summary")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        assert page.locator(CARDS).count() < total
        states = page.locator("select[name=state] option").count()
        for place in range(1, states):
            pick(page, "state", place)
            if page.locator(CARDS).count() == 0:
                break
        assert page.locator(".filters .none").is_visible()
        page.focus(".filters button")
        page.keyboard.press("Enter")
        assert page.locator(CARDS).count() == total
        assert page.evaluate("document.activeElement.localName") == "summary"


def test_without_scripts_every_badge_is_there_and_no_control(browser: Browser, address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        visit.open("en/badges/?year=2020")
        assert visit.page.locator(CARDS).count() == visit.page.locator("#badges > li").count() > 1
        assert visit.page.locator(".filters").is_hidden()
