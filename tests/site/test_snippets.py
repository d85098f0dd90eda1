"""Code for other people's pages, read as those pages would read it."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import markdown

from tests.site.sample import badge, sample_badges
from wallet.credentials.model import Achievement, Profile
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site import BadgeEntry
from wallet.site.cards import card_view
from wallet.site.reader import Reader
from wallet.site.snippets import snippets

BASE = "https://mio.example/portfolio/"
HOSTILE = "</a><script>alert(1)</script>\"' [x](javascript:alert(1)) *b* `c` |d| ![e](f) &amp; \\"


def texts(entry: BadgeEntry, language: str = "en") -> tuple[str, str, str]:
    reader = Reader(catalog=load_catalog(language))
    one, two, three = (snippet.text for snippet in snippets(reader, card_view(reader, entry), BASE))
    return one, two, three


def hostile() -> BadgeEntry:
    return badge("x", Achievement(id=None, name=Text.of(HOSTILE)), issuer=Profile(id=None, name=Text.of(HOSTILE)))


@pytest.mark.parametrize("entry", [*sample_badges(), hostile()], ids=lambda entry: entry.slug)
def test_html_is_a_link_and_a_picture_and_nothing_else(entry: BadgeEntry) -> None:
    tree = html.fragment_fromstring(texts(entry, "ja")[0])
    assert {element.tag for element in tree.iter()} <= {"p", "a", "img", "br"}
    assert {name for element in tree.iter() for name in element.attrib} <= {
        "lang",
        "href",
        "src",
        "alt",
        "width",
        "height",
    }
    (link,) = tree.iter("a")
    assert link.get("href") == f"{BASE}ja/badges/{entry.slug}/"
    pictures = list(tree.iter("img"))
    assert len(pictures) == (entry.image is not None)
    assert all(picture.attrib["src"].startswith(f"{BASE}badges/{entry.slug}/") for picture in pictures)


def test_a_hostile_name_stays_words() -> None:
    as_html, as_markdown, frame = texts(hostile())
    assert html.fragment_fromstring(as_html).text_content() == HOSTILE * 2
    rendered = html.fragment_fromstring(markdown(as_markdown), create_parent="div")
    assert [link.get("href") for link in rendered.iter("a")] == [f"{BASE}en/badges/x/"]
    assert {element.tag for element in rendered.iter()} == {"div", "p", "a"}
    assert html.fragment_fromstring(frame).get("title") == HOSTILE


def test_markdown_is_a_picture_and_the_name_as_links() -> None:
    entry = next(entry for entry in sample_badges() if entry.slug == "python-basics")
    rendered = html.fragment_fromstring(markdown(texts(entry)[1]), create_parent="div")
    assert {link.get("href") for link in rendered.iter("a")} == {f"{BASE}en/badges/python-basics/"}
    (picture,) = rendered.iter("img")
    assert picture.attrib["src"].startswith(f"{BASE}badges/python-basics/")


def test_a_frame_shows_the_page_for_frames() -> None:
    (frame,) = html.fragment_fromstring(texts(sample_badges()[0], "ja")[2], create_parent="div").iter("iframe")
    assert frame.get("src") == f"{BASE}ja/badges/{sample_badges()[0].slug}/embed/"
    assert (frame.get("width"), frame.get("height")) == ("480", "180")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_can_change_is_not_frozen_into_code(language: str) -> None:
    for entry in sample_badges():
        label = card_view(Reader(catalog=load_catalog(language)), entry).state.label
        assert all(label not in text for text in texts(entry, language))
