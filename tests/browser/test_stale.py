"""A page that nobody has checked for long says so itself, by the visitor's clock."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import visiting

PAGES = ("ja/", "en/badges/plain-japanese/")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("clock", "shown"), [("2026-12-30T00:00:00Z", False), ("2027-01-02T00:00:00Z", True)])
def test_the_notice_stands_there_after_45_days_and_not_before(
    browser: Browser, address: str, page: str, clock: str, shown: bool
) -> None:
    with visiting(browser, address) as visit:
        visit.page.clock.set_fixed_time(clock)
        visit.open(page)
        notice = visit.page.locator(".stale")
        assert notice.is_visible() is shown
        assert visit.faults == []


def test_without_scripts_the_page_is_whole_and_gives_no_false_alarm(browser: Browser, address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        visit.open(PAGES[1])
        assert not visit.page.locator(".stale").is_visible()
        assert visit.page.locator("#verification ~ p time").first.is_visible()
