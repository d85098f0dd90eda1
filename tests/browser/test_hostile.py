"""A browser opens pages full of hostile texts: nothing runs, nothing is asked of another host, nothing is forbidden.

That the page's own policy forbids nothing shows that blocks of data are no scripts to a browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Visit, visiting
from tests.browser.serving import served
from tests.browser.site import Site, site_in
from tests.site.hostile import hostile_site_input
from wallet.render import load_theme, render, write_site
from wallet.site import assemble

ADDRESS = "https://shiomi.example/portfolio/"
WATCH = """
window.ran = [];
window.boom = (name) => window.ran.push(name);
window.violations = [];
addEventListener("securitypolicyviolation", (found) => window.violations.push(found.violatedDirective));
"""
DATA = """() => [...document.querySelectorAll("script:not([src])")].filter((one) => one.type.includes("json"))
  .map((one) => { try { JSON.parse(one.textContent); return true; } catch { return one.textContent; } })"""
ACTIVE = """() => [...document.querySelectorAll("*")]
  .filter((one) => ["IFRAME", "OBJECT", "EMBED", "BASE", "STYLE", "evil"].includes(one.tagName)
    || (one.tagName === "FORM" && (one.className !== "recipient no-print" || one.hasAttribute("action")))
    || [...one.attributes].some((found) => found.name.startsWith("on") || found.name === "style")
    || ["javascript:", "data:"].includes(one.protocol)
    || (one.tagName === "SCRIPT" && !one.src && !one.type.includes("json")))
  .map((one) => one.outerHTML.slice(0, 120))"""
TOUCH = """() => { for (const one of document.querySelectorAll("body *"))
  for (const kind of ["mouseover", "focus", "pointerenter", "animationstart"]) one.dispatchEvent(new Event(kind)); }"""
FEED = """async (path) => new DOMParser().parseFromString(await (await fetch(path)).text(), "application/xml")
  .querySelectorAll("parsererror, evil, script").length"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The pages of the hostile portfolio."""
    folder = tmp_path_factory.mktemp("hostile")
    write_site(render(assemble(hostile_site_input(ADDRESS)), load_theme("default")), folder)
    return site_in(folder)


@pytest.fixture(scope="module")
def hostile_address(hostile: Site) -> Iterator[str]:
    """Where they are served."""
    with served(hostile.folder, "/portfolio/") as url:
        yield url


def _watched(visit: Visit) -> list[str]:
    dialogs: list[str] = []

    def dismissed(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", dismissed)
    visit.page.add_init_script(WATCH)
    return dialogs


def test_no_text_does_anything_on_any_page(browser: Browser, hostile: Site, hostile_address: str) -> None:
    with visiting(browser, hostile_address) as visit:
        dialogs = _watched(visit)
        for page in hostile.pages:
            visit.open(page)
            visit.page.evaluate(TOUCH)
            assert visit.page.evaluate(ACTIVE) == [], page
            assert visit.page.evaluate("ran") == [], page
            assert visit.page.evaluate("violations") == [], page
            data = visit.page.evaluate(DATA)
            assert data == [True] * len(data), page
            assert len(data) > 1 or not re.fullmatch(r"../badges/hostile-\d+/", page)
        assert len(hostile.pages) > 40
    assert (dialogs, visit.faults, visit.elsewhere) == ([], [], [])


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_feed_of_hostile_texts_is_read_by_a_browser(browser: Browser, hostile_address: str, language: str) -> None:
    with visiting(browser, hostile_address) as visit:
        visit.open(f"{language}/")
        assert visit.page.evaluate(FEED, f"{hostile_address}{language}/feed.xml") == 0


def test_the_manifest_is_one_that_a_browser_takes(browser: Browser, hostile_address: str) -> None:
    with visiting(browser, hostile_address) as visit:
        visit.open("ja/")
        found = visit.page.context.new_cdp_session(visit.page).send("Page.getAppManifest")
    assert found["url"] == f"{hostile_address}manifest.webmanifest"
    assert found["errors"] == []
    assert visit.faults == []


@pytest.mark.parametrize(
    ("fragment", "directive"),
    [
        ("<script>boom('inline')</script>", "script-src-elem"),
        ("<img src=nowhere.png onerror=boom('handler')>", "script-src-attr"),
        ("<p style='color:red'>x</p>", "style-src-attr"),
        ("<iframe src='https://elsewhere.example/'></iframe>", "frame-src"),
    ],
)
def test_what_got_through_would_be_seen_and_stopped_by_the_policy(
    browser: Browser, hostile: Site, tmp_path: Path, fragment: str, directive: str
) -> None:
    page = (hostile.folder / "en" / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(page.replace("</main>", f"{fragment}</main>"), "utf-8")
    (tmp_path / "404.html").write_text("", "utf-8")
    with served(tmp_path, "/") as url, visiting(browser, url) as visit:
        _watched(visit)
        visit.open("")
        visit.page.wait_for_function("violations.length > 0")
        assert directive in visit.page.evaluate("violations")
        assert visit.page.evaluate("ran") == []
        assert visit.page.evaluate(ACTIVE)


def test_without_the_policy_the_watch_sees_a_script_run(browser: Browser, hostile_address: str) -> None:
    with visiting(browser, hostile_address) as visit:
        dialogs = _watched(visit)
        visit.page.goto("about:blank")
        visit.page.set_content("<script>boom('seen'); alert('heard')</script>")
        assert visit.page.evaluate("ran") == ["seen"]
    assert dialogs == ["heard"]
