"""Issued to whom? The browser's answer is that of ``wallet verify --recipient``, and nothing leaves the page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import visiting
from tests.browser.serving import served
from tests.browser.site import Site
from tests.render.pages import rendered_badges
from tests.site.sample import badge
from wallet.credentials.model import Achievement, AchievementSubject, IdentityObject
from wallet.language.text import Text
from wallet.render import load_theme
from wallet.site.entries import BadgeEntry
from wallet.verification.identity import Identity, examine_recipient

EMAIL = "hanako@learner.example"
ANSWERS = {
    "recipient.id-matches": "same",
    "recipient.plain-matches": "same",
    "recipient.hash-matches": "same",
    "recipient.salted-hash-matches": "same",
    "recipient.other": "other",
    "recipient.other-spelling": "spelling",
    "recipient.hashed-is-wrong": "flag",
    "recipient.not-comparable": "weak",
}
SHAPES = {
    "same": "passed",
    "other": "failed",
    "spelling": "undetermined",
    "flag": "undetermined",
    "weak": "undetermined",
}
KIND = "emailAddress"


def hashed(value: str, salt: str | None = None, algorithm: str = "sha256", kind: str = KIND) -> IdentityObject:
    digest = hashlib.new(algorithm, (value + (salt or "")).encode()).hexdigest()
    return IdentityObject(hashed=True, identity_hash=f"{algorithm}${digest}", identity_type=kind, salt=salt)


def plain(value: str, kind: str = KIND) -> IdentityObject:
    return IdentityObject(hashed=False, identity_hash=value, identity_type=kind)


SUBJECTS: dict[str, tuple[IdentityObject, ...]] = {
    "salted": (hashed(EMAIL, "塩 s1"),),
    "unsalted": (hashed(EMAIL),),
    "long-hash": (hashed(EMAIL, "s", "sha512"),),
    "middle-hash": (hashed(EMAIL, "s", "sha384"),),
    "upper-hex": (
        IdentityObject(
            hashed=True, identity_hash=hashed(EMAIL).identity_hash.upper().replace("SHA", "sha"), identity_type=KIND
        ),
    ),
    "mail": (plain(EMAIL),),
    "capitals": (plain("Hanako@Learner.example"),),
    "wide": (plain("ｈａｎａｋｏ@learner.example"),),
    "name": (plain("浜口　花子", "name"),),
    "hashed-name": (hashed("Ｈ1", "x", kind="name"),),
    "flag-missing": (
        IdentityObject(hashed=False, identity_hash=hashed(EMAIL, "s").identity_hash, identity_type=KIND, salt="s"),
    ),
    "flag-lies": (IdentityObject(hashed=True, identity_hash=EMAIL, identity_type=KIND),),
    "unknown": (IdentityObject(hashed=True, identity_hash="bcrypt$00", identity_type=KIND),),
    "several": (hashed("other@learner.example", "a"), plain("Hanako@learner.example"), hashed(EMAIL, "b")),
    "weak": (hashed(EMAIL, "s", "md5"),),
}
TYPED = (
    EMAIL,
    f" {EMAIL}",
    f"{EMAIL}\u3000",
    f"\ufeff{EMAIL}",
    f"\x1c{EMAIL}\x85",
    EMAIL.upper(),
    "hanako@Learner.EXAMPLE",
    "Hanako@learner.example",
    "ｈａｎａｋｏ＠learner.example",
    "taro@learner.example",
    f"{EMAIL}s",
    "浜口　花子",
    "浜口 花子",
    "H1",
    "Ｈ1",
    "h1",
    "@",
    "İ@x",
    "ΑΣ@x",
)


def subject(*identifiers: IdentityObject, id: str | None = None) -> AchievementSubject:
    return AchievementSubject(id=id, identifier=identifiers, achievement=Achievement(id="urn:x:a", name=Text.of("A")))


def entries() -> tuple[BadgeEntry, ...]:
    found = {name: subject(*identifiers) for name, identifiers in SUBJECTS.items()}
    found |= {"did": subject(id="did:key:z6Mk"), "nobody": subject()}
    return tuple(badge(name, one.achievement, subject=one) for name, one in found.items())


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a badge for each way of naming a recipient."""
    folder: Path = tmp_path_factory.mktemp("recipients")
    for path, text in rendered_badges(entries()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    for entry in entries():
        (folder / "badges" / entry.slug).mkdir(parents=True, exist_ok=True)
        (folder / "badges" / entry.slug / "qr.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    for name, content in load_theme("default").static.items():
        (folder / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "static" / name).write_bytes(content)
    with served(folder, "/portfolio/") as url:
        yield url


def answer(page: Page, kind: str, typed: str) -> str:
    """What the form answers; the value is set as it is, for a browser tidies what is typed."""
    page.select_option("#recipient-kind", kind)
    page.fill("#recipient-value", typed)
    page.click(".recipient button")
    page.wait_for_selector(".recipient [role=status] .outcome")
    told = page.inner_text(".recipient [role=status]")
    answers = page.eval_on_selector_all(
        ".recipient template", "all => all.map((one) => [one.dataset.answer, one.content.textContent.trim()])"
    )
    (means,) = [name for name, words in answers if words == told.strip()]
    assert page.query_selector(f".recipient [role=status] .shape-{SHAPES[means]}")
    return str(means)


@pytest.mark.parametrize("name", SUBJECTS)
def test_the_browser_answers_as_the_command_line(browser: Browser, asked: str, name: str) -> None:
    named = subject(*SUBJECTS[name])
    with visiting(browser, asked) as visit:
        visit.open(f"en/badges/{name}/")
        loaded = len(visit.requested)
        for kind in dict.fromkeys(one.identity_type for one in SUBJECTS[name]):
            for typed in TYPED:
                code = examine_recipient(named, (Identity(type=kind, value=typed),)).code
                # MD5 was broken long ago: a browser has no such function, and none is brought along.
                wanted = "weak" if name == "weak" else ANSWERS[code]
                assert (typed, answer(visit.page, kind, typed)) == (typed, wanted)
        # The picture of the tab comes when the browser has time for it.
        assert [url for url in visit.requested[loaded:] if not url.endswith("/icon.svg")] == []
    assert visit.faults == []


def test_a_did_is_compared_as_it_stands(browser: Browser, asked: str) -> None:
    with visiting(browser, asked) as visit:
        visit.open("ja/badges/did/")
        assert answer(visit.page, "id", "did:key:z6Mk") == "same"
        assert answer(visit.page, "id", "did:key:z6mk") == "other"


def test_what_is_typed_anew_takes_the_old_answer_away(browser: Browser, asked: str) -> None:
    with visiting(browser, asked) as visit:
        visit.open("ja/badges/salted/")
        assert answer(visit.page, KIND, EMAIL) == "same"
        visit.page.fill("#recipient-value", "taro@learner.example")
        assert visit.page.inner_text(".recipient [role=status]") == ""
        visit.page.press("#recipient-value", "Enter")
        visit.page.wait_for_selector(".recipient [role=status] .shape-failed")
        assert visit.page.url.endswith("ja/badges/salted/")


def test_the_form_is_for_those_badges_that_name_somebody_and_for_browsers_that_can_compare(
    browser: Browser, asked: str
) -> None:
    with visiting(browser, asked) as visit:
        visit.open("en/badges/nobody/")
        assert visit.page.query_selector(".recipient") is None
        assert not [url for url in visit.requested if url.endswith("recipient.js")]
        visit.page.add_init_script("Object.defineProperty(globalThis.crypto, 'subtle', {value: undefined})")
        visit.open("en/badges/salted/")
        assert not visit.page.is_visible(".recipient")
    with visiting(browser, asked, scripts=False) as visit:
        visit.open("en/badges/salted/")
        assert not visit.page.is_visible(".recipient")


def test_no_page_prints_a_plain_mail_address() -> None:
    pages = rendered_badges(entries())
    for name in ("mail", "capitals", "several", "flag-lies"):
        for language in ("ja", "en"):
            page = pages[f"{language}/badges/{name}/index.html"].lower()
            assert "hanako" not in page
            assert 'class="recipient' in page


def test_the_demo_answers_too(browser: Browser, address: str, site: Site) -> None:
    with visiting(browser, address, width=360) as visit:
        visit.open("en/badges/accessible-documents/")
        assert answer(visit.page, KIND, "nobody@learner.example") == "other"
    assert visit.faults == []
