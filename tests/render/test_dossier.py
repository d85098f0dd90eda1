from __future__ import annotations

from dataclasses import replace

import pytest

from tests.render.pages import parsed_pages, rendered, rendered_badges
from tests.site.sample import badge, sample_site_input
from wallet.credentials.model import Achievement
from wallet.language.text import Text
from wallet.portfolio.model import Link
from wallet.render import load_theme, render
from wallet.site import assemble
from wallet.verification.report import Verdict

COLLECTION = "collections/for-the-harbour/index.html"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_collection_shows_letter_badges_and_a_code_with_its_address(language: str) -> None:
    found = parsed_pages()[f"{language}/{COLLECTION}"]
    (image,) = [attributes for tag, attributes in found.elements if tag == "img" and attributes["src"] == "qr.svg"]
    url = f"https://mio.example/portfolio/{language}/collections/for-the-harbour/"
    assert url in image["alt"]
    assert url in found.text
    assert ("strong", {}) in found.elements
    assert "alert(1)" not in rendered()[f"{language}/{COLLECTION}"].decode()
    assert [a["class"] for tag, a in found.elements if tag == "li" and a.get("class") == "card"] == ["card"] * 3


def test_home_leads_to_collections_and_cv() -> None:
    links = [a["href"] for tag, a in parsed_pages()["ja/index.html"].elements if tag == "a"]
    assert {"collections/for-the-harbour/", "cv/"} <= set(links)
    assert "用途別のまとめ" in parsed_pages()["ja/index.html"].text


def test_the_japanese_cv_is_a_form_with_its_end() -> None:
    text = parsed_pages()["ja/cv/index.html"].text
    assert "ふりがな はまぐち みお" in text
    assert "救命講習　取得（土佐海浜大学）" in text
    assert "以上" in text
    assert "特になし" not in text
    assert "6 件は、ここに記載していません" in text


def test_the_english_cv_is_a_list_and_says_what_was_verified() -> None:
    text = parsed_pages()["en/cv/index.html"].text
    assert "What was verified" in text
    assert "Expired (genuine, valid until 30 June 2024)" in text
    assert "6 badges are left out here" in text
    assert "Old" not in text


@pytest.mark.parametrize(("language", "words"), [("ja", "特になし"), ("en", "Nothing to state")])
def test_a_cv_without_genuine_badges_says_so(language: str, words: str) -> None:
    revoked = badge("one", Achievement(id="urn:a", name=Text.of("Gone", "en")), verdict=Verdict.REVOKED)
    pages = rendered_badges((revoked,))
    assert words in pages[f"{language}/cv/index.html"]
    assert "Gone" not in pages[f"{language}/cv/index.html"]
    assert "以上" not in pages[f"{language}/cv/index.html"]


def test_a_hostile_name_stays_text_on_the_cv() -> None:
    entry = badge("one", Achievement(id="urn:a", name=Text.of("<script>alert(2)</script>\u202e", "en")))
    for language in ("ja", "en"):
        page = rendered_badges((entry,))[f"{language}/cv/index.html"]
        assert "<script>alert" not in page
        assert "\u202e" not in page


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_cv_offers_its_lines_as_text_as_table_and_to_programs(language: str) -> None:
    links = {a["href"] for tag, a in parsed_pages()[f"{language}/cv/index.html"].elements if "download" in a}
    assert links == {"../cv.txt", "../cv.csv", "../resume.json"}


def test_a_link_on_the_cv_shows_its_address_once_and_an_e_mail_address_as_such() -> None:
    given = sample_site_input()
    links = (Link(url="https://code.example/x", label={}), Link(url="mailto:mio@mio.example", label={"en": "Write"}))
    portfolio = replace(given.portfolio, links=links)
    files = render(assemble(replace(given, portfolio=portfolio)), load_theme("default"))
    page = next(file.content.decode() for file in files if file.path == "en/cv/index.html")
    assert '<li><a href="https://code.example/x" rel="me noopener">https://code.example/x</a></li>' in page
    assert 'Write <a href="mailto:mio@mio.example" rel="me noopener">mio@mio.example</a>' in page
