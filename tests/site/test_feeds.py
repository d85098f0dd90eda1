"""The feeds by what RFC 4287 asks of a feed and its entries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from tests.site.machines import file_of_site, site_of
from tests.site.sample import sample_badges, sample_site_input
from wallet.language.dates import parse_moment
from wallet.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://mio.example/portfolio/"
SITE = site_of()


def feed(site: Site, language: str) -> etree._Element:
    return etree.fromstring(file_of_site(site, f"{language}/feed.xml"))


def texts(element: etree._Element, name: str) -> list[str | None]:
    return [found.text for found in element.findall(f"{ATOM}{name}")]


def links(element: etree._Element) -> dict[str | None, etree._Element]:
    return {found.get("rel"): found for found in element.findall(f"{ATOM}link")}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_feed_has_what_the_standard_requires(language: str) -> None:
    root = feed(SITE, language)
    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert texts(root, "id") == [f"{BASE}{language}/"]
    assert len(texts(root, "title")) == len(texts(root, "updated")) == 1
    assert [name.text for name in root.iterfind(f"{ATOM}author/{ATOM}name")] == texts(root, "title")
    assert links(root)["self"].get("href") == f"{BASE}{language}/feed.xml"
    for entry in root.findall(f"{ATOM}entry"):
        (identifier,), (title,), (updated,) = (texts(entry, name) for name in ("id", "title", "updated"))
        assert identifier == links(entry)["alternate"].get("href")
        assert title
        assert parse_moment(str(updated))
    identifiers = [texts(entry, "id")[0] for entry in root.findall(f"{ATOM}entry")]
    assert len(set(identifiers)) == len(identifiers) == len(sample_badges())


def test_the_newest_badge_comes_first_and_one_without_a_date_last() -> None:
    entries = feed(SITE, "en").findall(f"{ATOM}entry")
    published = [(texts(entry, "published") or [""])[0] for entry in entries]
    assert published == [*sorted(filter(None, published), reverse=True), ""]
    assert texts(entries[0], "id") == [f"{BASE}en/badges/spring-course/"]


def test_an_entry_says_what_was_found_and_leads_to_the_file() -> None:
    entry = next(one for one in feed(SITE, "en") if texts(one, "id") == [f"{BASE}en/badges/ds-literacy/"])
    category, related = entry.find(f"{ATOM}category"), links(entry)["related"]
    assert category is not None
    assert (category.get("term"), category.get("label")) == ("verified", "Verified")
    assert texts(entry, "updated") == ["2026-11-23T08:30:00Z"]
    assert (related.get("href"), related.get("type")) == (
        f"{BASE}badges/ds-literacy/credential.json",
        "application/vc+ld+json",
    )
    assert texts(entry, "summary") == [
        "Tosa Coastal University · Verified · "
        "Certifies the basics of mathematics, data science and AI, applied to problems at hand."
    ]


def test_a_title_in_another_language_says_so() -> None:
    entry = next(one for one in feed(SITE, "en") if texts(one, "id") == [f"{BASE}en/badges/first-aid/"])
    title = entry.find(f"{ATOM}title")
    assert title is not None
    assert title.get("{http://www.w3.org/XML/1998/namespace}lang") == "ja"


def test_a_feed_holds_the_newest_fifty() -> None:
    entry = sample_badges()[0]
    many = tuple(replace(entry, slug=f"badge-{number}") for number in range(60))
    assert len(feed(site_of(replace(sample_site_input(), badges=many)), "ja").findall(f"{ATOM}entry")) == 50


def test_without_a_badge_there_is_no_feed_and_no_link_to_one() -> None:
    site = site_of(replace(sample_site_input(), badges=()))
    assert [file.path for file in site.files if file.path.endswith("feed.xml")] == []
    assert {link.media_type for page in site.pages for link in page.links} == {"application/json", None}
