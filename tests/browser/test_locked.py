"""Locked and unlisted pages as their readers meet them."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looking import Visit, visiting
from tests.browser.seeing import cut_off, set_width, wider
from tests.browser.serving import served
from tests.browser.site import LANGUAGES, REPOSITORY
from tests.browser.test_pages import WEIGHT
from tests.browser.tools import checker, missing
from wallet.language.catalogs import load_catalog
from wallet.stages.building import build
from wallet.stages.private_sharing import links_of, plan_share, share
from wallet.stages.private_starting import NewPrivate, begin_private
from wallet.store.shares import Share

AT = datetime(2026, 11, 17, tzinfo=UTC)
BADGES = ("plain-japanese", "town-map-making", "data-practice-exam-grade-2", "disaster-information-volunteer")
PASSPHRASE = "海と 四つの word です"
LETTER = (
    "# なぜ\n\nDear **reader**, see [this](https://a.example/) [that](javascript:alert(1)) <img src=x onerror=alert(1)>"
)
KINDS = {"keyed": ("locked", False), "asking": ("locked", True), "unlisted": ("unlisted", False)}


@dataclass(frozen=True, slots=True)
class Shared:
    """A site with one page of each kind: where it is served, where it lies, and what was shared."""

    address: str
    folder: Path
    content: Path
    shares: dict[str, Share]

    def page(self, name: str, language: str = "en") -> str:
        """The address of a page in the site, with its key."""
        link = links_of(self.shares[name], (language,))[language]
        return link.removeprefix(self.shares[name].site)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    root, home = tmp_path_factory.mktemp("locked"), tmp_path_factory.mktemp("wallet")
    shutil.copytree(REPOSITORY / "content", root / "content", ignore=shutil.ignore_patterns("collections", "pathways"))
    for folder in (root / "content" / "badges").iterdir():
        if folder.name not in BADGES:
            shutil.rmtree(folder)
    shares = {name: _shared(root, home, name) for name in KINDS}
    build(root, output=root / "output", base_url=None, at=AT, timer=float, cards=False, home=home)
    with served(root / "output", "/portfolio/") as address:
        yield Shared(address, root / "output", root / "content", shares)


def _shared(root: Path, home: Path, name: str) -> Share:
    kind, asks = KINDS[name]
    until = datetime(2027, 3, 31, tzinfo=UTC).date()
    wanted = NewPrivate(name=name, kind=kind, asks=asks, badges=BADGES, until=until, title="担当者様へ")
    begin_private(home, wanted, load_catalog("ja"), LANGUAGES)
    (home / "collections" / name / "letter.ja.md").write_text(LETTER, "utf-8")
    return share(plan_share(root, home, name, AT), PASSPHRASE if asks else None)


@pytest.fixture
def visit(browser: Browser, shared: Shared) -> Iterator[Visit]:
    with visiting(browser, shared.address) as one:
        one.page.clock.set_fixed_time(AT)
        yield one


def opened(page: Page) -> None:
    expect(page.locator(".opened")).to_be_visible(timeout=20_000)


def status(page: Page, words: str) -> None:
    expect(page.locator("#lock-status")).to_contain_text(words, timeout=20_000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_of_the_link_opens_it_and_is_sent_nowhere(visit: Visit, shared: Shared, language: str) -> None:
    visit.open(shared.page("keyed", language))
    opened(visit.page)
    assert visit.page.locator("h1").all_inner_texts() == ["担当者様へ"]
    assert visit.page.title() == "担当者様へ"
    assert visit.page.evaluate("document.activeElement.localName") == "h1"
    assert visit.page.locator(".shared-badge").count() == len(BADGES)
    key = shared.shares["keyed"].key or "none"
    assert visit.page.url.endswith(f"#{key}")
    # The browser tells its driver the whole address; what goes over the wire never has the part behind the sign.
    assert [url for url in visit.requested if key in url.split("#")[0]] == []
    assert (visit.faults, visit.elsewhere) == ([], [])


def test_each_badge_says_what_it_is_and_hands_over_its_original(visit: Visit, shared: Shared) -> None:
    visit.open(shared.page("keyed"))
    opened(visit.page)
    for slug, badge in zip(BADGES, visit.page.locator(".shared-badge").all(), strict=True):
        for part in ("h3", ".issuer", ".state", ".found", ".facts"):
            assert badge.locator(part).inner_text().strip()
        assert badge.locator(".state .shape").count() == 1
        assert "2026" in badge.locator(".state .checked").inner_text()
        with visit.page.expect_download() as downloading:
            badge.locator(".original").click()
        content = Path(downloading.value.path()).read_bytes()
        originals = [path.read_bytes() for path in (shared.content / "badges" / slug).glob("credential.*")]
        assert content in originals
        assert badge.locator("code").inner_text() == hashlib.sha256(content).hexdigest()
    pictures = visit.page.locator(".shared-badge > img")
    assert pictures.count() > 1
    assert all(picture.evaluate("one => one.decode().then(() => one.naturalWidth > 0)") for picture in pictures.all())
    assert visit.faults == []


def test_a_letter_is_text_and_a_few_elements_and_nothing_that_acts(visit: Visit, shared: Shared) -> None:
    visit.open(shared.page("keyed"))
    opened(visit.page)
    letter = visit.page.locator(".letter")
    assert letter.locator("h2, strong").all_inner_texts() == ["なぜ", "reader"]
    assert [link.get_attribute("href") for link in letter.locator("a[href]").all()] == ["https://a.example/"]
    assert letter.locator("img, script").count() == 0
    assert letter.get_attribute("lang") == "ja"


def test_a_wrong_passphrase_is_told_in_words_and_the_right_one_opens_by_keyboard(visit: Visit, shared: Shared) -> None:
    page = visit.page
    visit.open(shared.page("asking"))
    assert page.locator(".without-script").is_hidden()
    page.get_by_label("Passphrase").focus()
    page.keyboard.type("four other words here")
    page.keyboard.press("Enter")
    status(page, "It did not open. Check the passphrase")
    assert page.evaluate("document.activeElement.id") == "passphrase"
    assert page.locator(".opened").is_hidden()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(PASSPHRASE)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#passphrase").get_attribute("type") == "text"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    opened(page)
    assert page.locator(".shared-badge").count() == len(BADGES)
    assert page.locator("#passphrase").count() == 0
    assert (visit.faults, visit.elsewhere) == ([], [])


def test_a_passphrase_opens_it_however_it_is_composed(visit: Visit, shared: Shared) -> None:
    visit.open(shared.page("asking", "ja"))
    visit.page.fill("#passphrase", PASSPHRASE.replace("で", "て\u3099"))
    visit.page.click("button")
    opened(visit.page)


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("", "The link is incomplete"),
        ("#abc", "The link is incomplete"),
        ("#" + "A" * 43, "It did not open. Check that the link is whole"),
    ],
)
def test_a_link_that_was_cut_or_changed_says_so_and_goes_on_when_it_is_mended(
    visit: Visit, shared: Shared, ending: str, said: str
) -> None:
    whole = shared.page("keyed")
    visit.open(whole.split("#")[0] + ending)
    status(visit.page, said)
    assert visit.page.locator(".opened").is_hidden()
    visit.page.evaluate("key => { location.hash = key; }", shared.shares["keyed"].key)
    opened(visit.page)


def test_the_key_goes_with_the_reader_into_the_other_language(visit: Visit, shared: Shared) -> None:
    visit.open(shared.page("keyed"))
    opened(visit.page)
    visit.page.click(".languages a[hreflang=ja]")
    opened(visit.page)
    assert visit.page.url == shared.address + shared.page("keyed", "ja")


def test_a_file_that_was_changed_or_is_gone_opens_nothing(browser: Browser, shared: Shared) -> None:
    content = json.loads((shared.folder / "shared" / f"{shared.shares['keyed'].address}.json").read_text("utf-8"))
    for change, said in (({"until": None}, "It did not open."), (None, "The encrypted file could not be loaded.")):
        with visiting(browser, shared.address) as visit:
            visit.page.clock.set_fixed_time(AT)
            body = json.dumps({**content, **change}) if change else "no JSON"
            answer = partial(_answer, body)
            visit.page.route("**/shared/*.json", answer)
            visit.open(shared.page("keyed"))
            status(visit.page, said)
            assert visit.page.locator(".opened").is_hidden()


def _answer(body: str, route: Route) -> None:
    route.fulfill(body=body)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("day", "over"), [("2027-03-30T00:00:00Z", False), ("2027-04-02T00:00:00Z", True)])
def test_the_visitors_clock_ends_it(browser: Browser, shared: Shared, name: str, day: str, over: bool) -> None:
    with visiting(browser, shared.address) as visit:
        visit.page.clock.set_fixed_time(day)
        visit.open(shared.page(name))
        if name == "keyed" and not over:
            opened(visit.page)
        assert visit.page.get_by_role("heading", name="This link has ended").is_visible() is over
        assert visit.page.locator(".while-open").is_visible() is not over
        assert visit.page.locator(".while-open > *").count() == 0 or not over
        asked = [url for url in visit.requested if url.endswith(".json")]
        assert not (over and asked)
        assert visit.faults == []


def test_a_badge_that_expired_since_is_told_so_by_the_visitors_clock(browser: Browser, shared: Shared) -> None:
    with visiting(browser, shared.address) as visit:
        visit.page.clock.set_fixed_time(AT)
        visit.open(shared.page("keyed"))
        opened(visit.page)
        before = visit.page.locator(".state").all_inner_texts()
        # The page itself would have ended long before.
        visit.page.route("**/ending.js", lambda route: route.abort())
        visit.page.clock.set_fixed_time("2126-01-01T00:00:00Z")
        visit.page.reload()
        opened(visit.page)
        after = visit.page.locator(".state").all_inner_texts()
        ends = [badge.locator(".facts").inner_text() for badge in visit.page.locator(".shared-badge").all()]
        changed = [one != other for one, other in zip(before, after, strict=True)]
        assert changed == [
            "no expiry date" not in end and "Verified" in was for end, was in zip(ends, before, strict=True)
        ]
        assert any(changed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["keyed", "asking"])
def test_without_scripts_it_says_that_it_needs_one_and_why(
    browser: Browser, shared: Shared, name: str, language: str
) -> None:
    with visiting(browser, shared.address, scripts=False) as visit:
        visit.open(shared.page(name, language))
        wanted = {"ja": "スクリプトなしでは表示できません", "en": "The content is decrypted on your device alone"}
        assert wanted[language] in visit.page.inner_text(".without-script")
        assert visit.page.locator("form, .opened, .when-ended").evaluate_all("all => all.every((one) => one.hidden)")
        assert visit.page.locator("#passphrase").count() == 0 or visit.page.locator("#passphrase").is_hidden()


def test_without_scripts_an_unlisted_page_is_complete(browser: Browser, shared: Shared) -> None:
    texts = []
    for scripts in (True, False):
        with visiting(browser, shared.address, scripts=scripts) as visit:
            if scripts:
                visit.page.clock.set_fixed_time(AT)
            visit.open(shared.page("unlisted"))
            texts.append(visit.page.inner_text("body"))
    assert texts[0] == texts[1]
    assert "担当者様へ" in texts[0]


def test_an_address_that_is_not_secure_says_what_to_do(browser: Browser, shared: Shared) -> None:
    with visiting(browser, shared.address) as visit:
        visit.page.clock.set_fixed_time(AT)
        visit.page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
        visit.open(shared.page("keyed"))
        status(visit.page, "Open the link with https://")


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, shared: Shared, name: str, scheme: Literal["light", "dark"]) -> None:
    source = checker("axe-core", "axe.min.js").read_text("utf-8")
    with visiting(browser, shared.address, width=360, scheme=scheme) as visit:
        visit.page.clock.set_fixed_time(AT)
        for language in LANGUAGES:
            visit.open(shared.page(name, language))
            if name == "keyed":
                opened(visit.page)
            visit.page.evaluate(source)
            found = visit.page.evaluate("async () => (await axe.run()).violations")
            assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found] == []


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_wider_than_the_screen_or_cut_off(visit: Visit, shared: Shared, name: str) -> None:
    for language in LANGUAGES:
        visit.open(shared.page(name, language))
        if name == "keyed":
            opened(visit.page)
        for width in (320, 1280):
            set_width(visit, width)
            assert (wider(visit), cut_off(visit)) == (0, [])


@pytest.mark.parametrize("name", KINDS)
def test_it_weighs_as_little_as_other_pages(shared: Shared, name: str) -> None:
    for language in LANGUAGES:
        file = shared.folder / shared.page(name, language).split("#")[0] / "index.html"
        text = file.read_text("utf-8")
        loaded = re.findall(r'(?:src|href)="(?:\.\./)+(static/[^"]+\.(?:css|js))"', text)
        contents = (text.encode(), *((shared.folder / path).read_bytes() for path in loaded))
        weight = sum(len(gzip.compress(content)) for content in contents)
        assert 5_000 < weight < WEIGHT


def test_the_validator_finds_nothing(shared: Shared) -> None:
    jar = checker("vnu-jar", "build", "dist", "vnu.jar")
    java = shutil.which("java") or missing("Java is not on this machine: the HTML validator needs it")
    files = [str(shared.folder / shared.page(name).split("#")[0] / "index.html") for name in KINDS]
    command = [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout", *files]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = [one["message"] for one in json.loads(answer.stdout)["messages"]]
    assert [message for message in messages if "Content Security Policy" not in message] == []


def test_no_script_of_these_pages_can_turn_text_into_markup() -> None:
    static = REPOSITORY / "themes" / "default" / "static"
    text = "".join((static / name).read_text("utf-8") for name in ("locked.js", "ending.js"))
    doors = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "DOMParser",
        "srcdoc",
    )
    assert [door for door in doors if door in text] == []
