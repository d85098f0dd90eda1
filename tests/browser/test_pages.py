from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import visiting
from tests.browser.site import LANGUAGES, Site
from tests.browser.tools import checker

WEIGHT = 60_000
WIDTHS = (320, 360, 768, 1280)


def test_no_page_complains_or_asks_another_host(browser: Browser, site: Site, address: str) -> None:
    with visiting(browser, address) as visit:
        for page in site.pages:
            visit.open(page)
    assert visit.faults == []
    assert visit.elsewhere == []
    assert len(visit.requested) > 2 * len(site.pages)


# In the dark only colours are others.
QUESTIONS = {
    "light": "async () => (await axe.run()).violations",
    "dark": "async () => (await axe.run({runOnly: ['color-contrast']})).violations",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, site: Site, address: str, scheme: Literal["light", "dark"]) -> None:
    source = checker("axe-core", "axe.min.js").read_text("utf-8")
    found: dict[str, list[str]] = {}
    with visiting(browser, address, width=360, scheme=scheme) as visit:
        for page in site.pages:
            visit.open(page)
            visit.page.evaluate(source)
            violations = visit.page.evaluate(QUESTIONS[scheme])
            found[page] = [f"{one['id']}: {one['nodes'][0]['html']}" for one in violations]
    assert {page: faults for page, faults in found.items() if faults} == {}


def test_nothing_is_wider_than_the_screen(browser: Browser, site: Site, address: str) -> None:
    wider: list[tuple[str, int]] = []
    with visiting(browser, address) as visit:
        for page in site.pages:
            visit.open(page)
            for width in WIDTHS:
                visit.page.set_viewport_size({"width": width, "height": 900})
                if visit.page.evaluate("document.documentElement.scrollWidth") > width:
                    wider.append((page, width))
    assert wider == []


def test_every_page_says_the_same_with_scripts_off(browser: Browser, site: Site, address: str) -> None:
    texts: dict[bool, dict[str, str]] = {True: {}, False: {}}
    for scripts, found in texts.items():
        with visiting(browser, address, scripts=scripts, locale="en-GB") as visit:
            for page in site.pages[1:]:
                visit.open(page)
                if scripts:
                    # What only a script can answer is shown by the script.
                    made_by_scripts = "document.querySelectorAll('.filters, form.recipient, button.copy, .recheck')"
                    visit.page.evaluate(f"{made_by_scripts}.forEach((one) => one.remove())")
                found[page] = visit.page.inner_text("body")
    assert texts[True] == texts[False]
    assert all(len(text) > 40 for text in texts[False].values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_leads_to_its_twin(
    browser: Browser, site: Site, address: str, language: str
) -> None:
    other = next(one for one in LANGUAGES if one != language)
    with visiting(browser, address) as visit:
        for page in site.in_language(language):
            visit.open(page)
            assert visit.page.get_attribute("html", "lang") == language
            visit.page.click(f"nav.languages a[hreflang={other}]")
            assert visit.page.url == address + page.replace(language, other, 1)


@pytest.mark.parametrize(("locale", "expected"), [("ja-JP", "ja"), ("en-GB", "en"), ("fr-FR", None)])
def test_the_chooser_points_out_the_readers_language(
    browser: Browser, address: str, locale: str, expected: str | None
) -> None:
    with visiting(browser, address, locale=locale) as visit:
        visit.open("")
        likely = [link.get_attribute("hreflang") for link in visit.page.locator("a.likely").all()]
    assert likely == ([expected] if expected else [])


def test_the_chooser_remembers_a_choice(browser: Browser, address: str) -> None:
    with visiting(browser, address, locale="en-GB") as visit:
        visit.open("en/")
        visit.page.click("nav.languages a[hreflang=ja]")
        visit.open("")
        visit.page.wait_for_url(address + "ja/")


def test_without_scripts_the_chooser_is_two_links(browser: Browser, address: str) -> None:
    with visiting(browser, address, scripts=False) as visit:
        visit.open("")
        assert [link.get_attribute("href") for link in visit.page.locator("main a").all()] == ["ja/", "en/"]


def test_the_site_works_at_the_root_of_a_host(browser: Browser, root_site: Site, root_address: str) -> None:
    with visiting(browser, root_address) as visit:
        for page in root_site.pages:
            visit.open(page)
    assert visit.faults == []
    assert visit.elsewhere == []


@pytest.mark.parametrize("path", ["nowhere", "ja/badges/nowhere/", "en/nowhere/deeper/still"])
def test_a_missing_page_is_answered_in_both_languages(browser: Browser, address: str, path: str) -> None:
    with visiting(browser, address) as visit:
        for language in LANGUAGES:
            visit.open(path)
            visit.page.locator(f"main section[lang={language}] a").first.click()
            assert visit.page.url == f"{address}{language}/"
    # The browser itself notes the missing page, once at each opening; nothing that the page needs is missing.
    assert len(visit.faults) == len(LANGUAGES)
    assert all("404" in fault for fault in visit.faults)


def test_a_page_is_light(site: Site) -> None:
    pages = {page: sum(map(_compressed, _loaded(site.folder, page))) for page in site.pages}
    assert min(pages.values()) > 1_000
    assert {page: weight for page, weight in pages.items() if weight > WEIGHT} == {}


def _loaded(folder: Path, page: str) -> set[Path]:
    """The page itself, and the style and scripts that it names."""
    file = _file(folder, page)
    names = re.findall(r'(?:src|href)="[^"]*static/([^"/]+\.(?:css|js))"', file.read_text("utf-8"))
    return {file, *(folder / "static" / name for name in names)}


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _file(folder: Path, page: str) -> Path:
    return folder / page / "index.html" if page.endswith("/") or not page else folder / page


def test_a_printed_page_shows_where_it_stands_and_nothing_to_click(browser: Browser, address: str) -> None:
    with visiting(browser, address, scheme="dark") as visit:
        visit.open("ja/badges/plain-japanese/")
        visit.page.emulate_media(media="print", color_scheme="light")
        assert visit.page.locator("nav:visible").count() == 0
        background = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert re.fullmatch(r"rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)", background)
        assert "https://shiomi.example/portfolio/ja/badges/plain-japanese/" in visit.page.inner_text("body")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cv_takes_two_sheets_at_most_and_its_code_can_be_scanned_from_paper(
    browser: Browser, address: str, language: str
) -> None:
    with visiting(browser, address, width=680) as visit:
        visit.open(f"{language}/cv/")
        paper = visit.page.pdf(format="A4")
        visit.page.emulate_media(media="print")
        assert visit.page.locator("nav:visible, header.masthead:visible, .no-print:visible").count() == 0
        box = visit.page.locator(".qr img").bounding_box()
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b(?!s)", paper)) <= 2
    # 96 CSS pixels are an inch; four of the 41 squares on each side at least are the white margin.
    assert box is not None
    assert box["width"] / 96 * 2.54 * 33 / 41 >= 2.5


@pytest.mark.parametrize(
    ("density", "card", "page"), [(1, "image-112.webp", "image-208.webp"), (2, "image-224.webp", "image-400.webp")]
)
def test_the_picture_that_fits_the_screen_is_the_only_one_loaded(
    browser: Browser, address: str, density: int, card: str, page: str
) -> None:
    baked = "img[src$='credential.png']"
    for path, name, width in (("ja/badges/", card, 112), ("ja/badges/town-map-making/", page, 208)):
        with visiting(browser, address, device_scale_factor=density) as visit:
            visit.open(path)
            shown = visit.page.eval_on_selector_all(
                baked, "all => all.map(one => [one.currentSrc, one.naturalWidth, one.width])"
            )
        assert shown
        assert {source.rsplit("/", 1)[1] for source, _, _ in shown} == {name}
        # The picture fills its place without being stretched, whatever the density of the copy.
        assert all(abs(natural - width) <= 1 and shown_width <= width for _, natural, shown_width in shown)
        assert [url for url in visit.requested if url.endswith(".png")] == []


def test_pictures_with_copies_stand_where_drawings_do(browser: Browser, address: str) -> None:
    measure = "all => all.map(one => one.getBoundingClientRect().top - one.closest('div').getBoundingClientRect().top)"
    with visiting(browser, address) as visit:
        visit.open("ja/badges/")
        found = {
            kind: visit.page.eval_on_selector_all(f".card-picture {kind}", measure) for kind in ("picture > img", "svg")
        }
    assert all(found.values())
    assert {round(top, 1) for tops in found.values() for top in tops} == {0}
