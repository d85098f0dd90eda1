"""Nothing moves under the visitor's eyes while a page loads."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import visiting
from tests.browser.seeing import first_of_each_kind
from tests.browser.site import Site

# A slow line shows what a fast one hides: scripts come when the page has been seen for a while.
SLOWLY = {"offline": False, "latency": 40, "downloadThroughput": 500_000, "uploadThroughput": 90_000}
WATCH = """
window.shifts = [];
new PerformanceObserver((seen) => {
  for (const one of seen.getEntries()) {
    window.shifts.push([one.value, one.sources.map((source) => String(source.node?.className))]);
  }
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_no_page_moves_while_it_loads(browser: Browser, site: Site, address: str, width: int) -> None:
    moved: dict[str, object] = {}
    with visiting(browser, address, width=width) as visit:
        visit.page.add_init_script(WATCH)
        network = visit.page.context.new_cdp_session(visit.page)
        network.send("Network.enable")
        network.send("Network.emulateNetworkConditions", SLOWLY)
        for page in [one for one in first_of_each_kind(site) if not one.startswith("en/")]:
            visit.open(page)
            visit.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            moved[page] = visit.page.evaluate("window.shifts")
    assert {page: shifts for page, shifts in moved.items() if shifts} == {}
