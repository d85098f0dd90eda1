"""Sharing as a visitor does it, with a stand-in for every service: no address outside this machine is asked."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browser.looking import Visit, visiting
from tests.browser.serving import served
from tests.browser.site import LANGUAGES, Site
from tests.site.targets import Received, received

BADGE = "badges/plain-japanese/"
SERVICES = ["LinkedIn profile", "LinkedIn", "X", "LINE", "Facebook", "Hatena", "Bluesky"]
CLIPBOARD = ["clipboard-read", "clipboard-write"]
SHARING = """navigator.share = (given) => { window.given = given; return window.refuse
  ? Promise.reject(new DOMException("no", window.refuse)) : Promise.resolve(); };
  navigator.canShare = () => true;"""


class StandIn:
    """Answers every other host, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def answer(self, route: Route) -> None:
        self.asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>received</title>")

    def received(self) -> list[Received]:
        return [received(url) for url in self.asked]


@contextmanager
def sharing(browser: Browser, address: str, path: str, **options: object) -> Iterator[tuple[Visit, StandIn]]:
    stand_in = StandIn()
    with visiting(browser, address, **options) as visit:  # type: ignore[arg-type]
        visit.page.context.route(lambda url: not url.startswith(address), stand_in.answer)
        visit.open(path)
        yield visit, stand_in


def services(visit: Visit) -> list[Locator]:
    found = visit.page.locator(".share a[rel=noopener]").all()
    return [link for link in found if not (link.get_attribute("href") or "").startswith("mailto:")]


def short_link(site: Site, visit: Visit) -> str:
    """The address within the site to which the short link leads."""
    found = visit.page.inner_text("#copy-link").split("/b/")[1]
    assert (site.folder / "b" / found / "index.html").is_file()
    return f"b/{found}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_click_tells_one_service_what_the_page_says(browser: Browser, address: str, language: str) -> None:
    with sharing(browser, address, f"{language}/{BADGE}") as (visit, stand_in):
        title = visit.page.inner_text("h1")
        number = len(services(visit))
        assert stand_in.asked == []
        for place in range(number):
            services(visit)[place].click()
            visit.page.wait_for_load_state()
            visit.page.go_back(wait_until="load")
        found = stand_in.received()
    assert [one.service for one in found] == SERVICES
    assert {one.page for one in found} == {f"https://shiomi.example/portfolio/{language}/{BADGE}"}
    assert found[0].fields["name"] == title
    assert all(title in text for one in found for name, text in one.fields.items() if name in ("text", "btitle"))


@pytest.mark.parametrize("path", ["ja/", "en/", f"ja/{BADGE}", "en/collections/multilingual-services/"])
def test_nothing_is_asked_of_a_service_before_a_click(browser: Browser, address: str, path: str) -> None:
    with sharing(browser, address, path) as (visit, stand_in):
        for details in visit.page.locator(".share summary").all():
            details.click()
        visit.page.hover(".share-targets a >> nth=0")
        visit.page.wait_for_timeout(200)
    assert stand_in.asked == []
    assert visit.faults == []


def test_a_mail_opens_with_subject_and_body(browser: Browser, address: str) -> None:
    with sharing(browser, address, f"ja/{BADGE}") as (visit, _):
        link = visit.page.get_attribute(".share a[href^=mailto]", "href") or ""
        assert received(link).fields["subject"] == visit.page.inner_text("h1")
        assert "\r\nhttps://shiomi.example/portfolio/ja/" in received(link).fields["body"]


@pytest.mark.parametrize(("language", "said"), [("ja", "コピーしました。"), ("en", "Copied.")])
def test_every_text_is_copied_and_the_page_says_so(browser: Browser, address: str, language: str, said: str) -> None:
    with sharing(browser, address, f"{language}/{BADGE}", permissions=CLIPBOARD) as (visit, stand_in):
        page = visit.page
        for summary in page.locator(".share summary").all():
            summary.click()
        buttons = page.locator("button[data-copy]").all()
        assert len(buttons) == 11
        status = page.locator(".share [role=status]")
        for button in buttons:
            button.click()
            expect(button).to_have_attribute("data-done", "")
            expect(status).to_have_text(said)
            source = page.locator(f"#{button.get_attribute('data-copy')}")
            written = source.evaluate("(one) => one.localName === 'textarea' ? one.value : one.textContent")
            assert page.evaluate("navigator.clipboard.readText()") == written != ""
            assert page.locator("button[data-done]").count() == 1
        expect(status).to_be_visible()
    assert visit.faults == []
    assert stand_in.asked == []


def test_where_copying_fails_the_text_is_selected_and_the_page_says_so(browser: Browser, address: str) -> None:
    with sharing(browser, address, f"en/{BADGE}") as (visit, _):
        page = visit.page
        page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
        page.click("button[data-copy=copy-link]")
        expect(page.locator(".told")).to_contain_text("This could not be done")
        assert page.evaluate("getSelection().toString()") == page.inner_text("#copy-link")


def test_another_app_gets_the_short_link_and_the_words(browser: Browser, address: str) -> None:
    with sharing(browser, address, f"ja/{BADGE}") as (visit, _):
        page = visit.page
        assert page.locator("button[data-share]").is_hidden() == (not page.evaluate("'share' in navigator"))
        page.add_init_script(SHARING)
        page.reload()
        page.click("button[data-share]")
        title = page.inner_text("h1")
        given = page.evaluate("window.given")
        assert given["url"] == page.inner_text("#copy-link")
        assert given["title"] == title
        assert title in given["text"]
        status = page.locator(".share [role=status]")
        for name, told in (
            ("AbortError", re.compile("^$")),
            ("NotAllowedError", re.compile("^共有できませんでした。")),
        ):
            page.evaluate("(name) => { window.refuse = name; }", name)
            page.click("button[data-share]")
            page.wait_for_timeout(200)
            expect(status).to_have_text(told)


@pytest.mark.parametrize(("locale", "language"), [("ja-JP", "ja"), ("en-GB", "en"), ("fr-FR", None)])
def test_a_short_link_leads_to_the_visitors_language(
    browser: Browser, site: Site, address: str, locale: str, language: str | None
) -> None:
    with sharing(browser, address, f"en/{BADGE}", locale=locale) as (visit, stand_in):
        path = short_link(site, visit)
        visit.page.goto(address + path, wait_until="commit")
        if language:
            visit.page.wait_for_url(f"{address}{language}/{BADGE}")
            visit.page.go_back()
            assert visit.page.url == f"{address}en/{BADGE}"
        else:
            visit.page.wait_for_load_state()
            assert visit.page.url == address + path
            visit.page.click("a[hreflang=en]")
            assert visit.page.url == f"{address}en/{BADGE}"
    assert stand_in.asked == []
    assert visit.faults == []


def test_a_short_link_keeps_to_the_language_that_was_chosen_before(browser: Browser, site: Site, address: str) -> None:
    with sharing(browser, address, f"ja/{BADGE}", locale="ja-JP") as (visit, _):
        path = short_link(site, visit)
        visit.page.click("nav.languages a[hreflang=en]")
        visit.page.goto(address + path, wait_until="commit")
        visit.page.wait_for_url(f"{address}en/{BADGE}")


def test_without_scripts_a_short_link_is_two_links(browser: Browser, site: Site, address: str) -> None:
    with sharing(browser, address, f"ja/{BADGE}", scripts=False) as (visit, _):
        assert visit.page.locator(".share button:visible").count() == 0
        path = short_link(site, visit)
        visit.open(path)
        targets = [link.evaluate("(one) => one.href") for link in visit.page.locator("main a").all()]
        assert targets == [f"{address}{language}/{BADGE}" for language in LANGUAGES]


def test_everything_is_reached_by_keyboard_and_works(browser: Browser, address: str) -> None:
    with sharing(browser, address, f"en/{BADGE}", permissions=CLIPBOARD) as (visit, stand_in):
        page = visit.page
        page.focus("#copy-link")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".told")).to_have_text("Copied.")
        assert page.evaluate("navigator.clipboard.readText()") == page.inner_text("#copy-link")
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-share]')"):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("https://www.linkedin.com/**")
    assert [one.service for one in stand_in.received()] == ["LinkedIn profile"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_camera_finds_the_short_link_on_the_screen_and_on_paper(
    browser: Browser, site: Site, address: str, language: str
) -> None:
    with sharing(browser, address, f"{language}/{BADGE}") as (visit, _):
        link = visit.page.inner_text("#copy-link")
        schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
        for scheme in schemes:
            visit.page.emulate_media(color_scheme=scheme)
            seen = Image.open(io.BytesIO(visit.page.locator(".share .qr").screenshot()))
            assert [found.text for found in zxingcpp.read_barcodes(seen)] == [link]
        visit.page.emulate_media(media="print", color_scheme="light")
        visit.page.evaluate("scrollTo(0, 0)")
        sheet = Image.open(io.BytesIO(visit.page.screenshot(clip={"x": 0, "y": 0, "width": 1280, "height": 900})))
        assert [found.text for found in zxingcpp.read_barcodes(sheet)] == [link]
        assert visit.page.locator(".share .qr figcaption").inner_text() == link


def test_every_badges_code_in_points_leads_to_a_short_link(site: Site) -> None:
    codes = sorted((site.folder / "badges").glob("*/qr.png"))
    assert len(codes) == 16
    for code in codes:
        (found,) = zxingcpp.read_barcodes(Image.open(code))
        path = found.text.removeprefix("https://shiomi.example/portfolio/")
        assert code.parent.name in (site.folder / path / "index.html").read_text("utf-8")


def test_a_frame_in_another_website_shows_the_badge_and_its_link_leaves_the_frame(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with visiting(browser, address) as visit, served(tmp_path, "/") as other:
        visit.open(f"ja/{BADGE}")
        code = visit.page.input_value("#copy-code-3").replace("https://shiomi.example/portfolio/", address)
        head = '<meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
        page = f'<!doctype html><html lang="ja">{head}{code}</html>'
        (tmp_path / "index.html").write_text(page, "utf-8")
        visit.requested.clear()
        # The same machine by another name is another website.
        visit.page.goto(other.replace("127.0.0.1", "localhost"))
        frame = visit.page.frame_locator("iframe")
        assert frame.locator("h1").inner_text() == "やさしい日本語 窓口編"
        assert "検証済み" in frame.locator("main").inner_text()
        inner = visit.page.frames[1]
        assert inner.evaluate("[document.documentElement.scrollHeight, innerWidth]") == [180, 480]
        assert inner.evaluate("getComputedStyle(document.querySelector('main')).display") == "grid"
        frame.locator("a").click()
        visit.page.wait_for_url(f"{address}ja/{BADGE}")
    assert visit.faults == []
