from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.site.sample import sample_badges, sample_portfolio, sample_site_input
from wallet.errors import BuildError
from wallet.site import Page, Site, assemble
from wallet.site.views import BadgesView, HomeView

SITE = assemble(sample_site_input())


def page(site: Site, path: str) -> Page:
    return next(page for page in site.pages if page.path == path)


def test_every_page_stands_in_every_language_under_equal_slugs() -> None:
    paths = {page.path for page in SITE.pages}
    japanese = {path.removeprefix("ja/") for path in paths if path.startswith("ja/")}
    english = {path.removeprefix("en/") for path in paths if path.startswith("en/")}
    assert japanese == english
    assert len(japanese) == 2 * len(sample_badges()) + 8
    others = paths - {f"{tag}/{path}" for tag in ("ja", "en") for path in japanese}
    assert len({path for path in others if path.startswith("b/")}) == len(sample_badges())
    assert {path for path in others if not path.startswith("b/")} == {"index.html", "404.html"}


def test_alternates_are_absolute_reciprocal_and_name_the_page_itself() -> None:
    by_url = {page.canonical: page for page in SITE.pages if page.canonical and page.indexed}
    for found in by_url.values():
        languages = {alternate.language for alternate in found.alternates}
        assert languages == {"ja", "en", "x-default"}
        for alternate in found.alternates:
            assert by_url[alternate.url].alternates == found.alternates
    inner = page(SITE, "en/badges/index.html")
    assert inner.canonical in {alternate.url for alternate in inner.alternates}


def test_the_same_input_gives_the_same_site() -> None:
    assert assemble(sample_site_input()) == SITE


def test_originals_are_published_byte_for_byte_and_once() -> None:
    files = {file.path: file.content for file in SITE.files}
    assert len(files) == len(SITE.files)
    for entry in sample_badges():
        assert files[f"badges/{entry.slug}/{entry.original.file_name}"] == entry.original.content
    assert json.loads(files["badges/python-basics/credential.json"])["id"] == "urn:sample:python-basics"
    assert "badges/python-basics/image.png" not in files


def test_the_sitemap_lists_every_page_but_those_that_only_lead_to_others() -> None:
    (sitemap,) = (file for file in SITE.files if file.path == "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [loc.text for loc in ElementTree.fromstring(sitemap.content).findall("s:url/s:loc", names)]
    assert found == [page.canonical for page in SITE.pages if page.canonical and page.indexed]
    assert b"lastmod" not in sitemap.content


def test_home_shows_the_featured_badges_and_the_years() -> None:
    home = page(SITE, "ja/index.html").view
    assert isinstance(home, HomeView)
    assert [card.slug for card in home.featured] == ["ds-literacy", "python-basics"]
    assert [year.year for year in home.years] == ["2027年", "2025年", "2023年", "2022年", "2021年", "2020年", None]
    assert sum(count.number for count in home.counts) == home.total == len(sample_badges())
    assert home.name.parts == (("浜口", "はまぐち"), ("澪", "みお"))


def test_without_a_choice_only_verified_badges_are_selected() -> None:
    given = sample_site_input()
    badges = tuple(replace(entry, choices=replace(entry.choices, featured=False)) for entry in given.badges)
    home = page(assemble(replace(given, badges=badges)), "en/index.html").view
    assert isinstance(home, HomeView)
    assert {card.state.kind for card in home.featured} == {"verified", "verified_dated"}


def test_badges_stand_in_the_learners_order_and_then_newest_first() -> None:
    view = page(SITE, "en/badges/index.html").view
    assert isinstance(view, BadgesView)
    assert [card.slug for card in view.cards][:3] == ["ds-literacy", "spring-course", "python-basics"]


def test_an_empty_portfolio_has_all_its_pages() -> None:
    empty = assemble(replace(sample_site_input(), badges=()))
    home = page(empty, "en/index.html").view
    assert isinstance(home, HomeView)
    assert (home.total, home.last_checked, home.featured, home.years) == (0, None, (), ())


def test_a_portfolio_in_one_language_has_one_edition() -> None:
    portfolio = replace(sample_portfolio(), languages=("en",))
    site = assemble(replace(sample_site_input(), portfolio=portfolio))
    assert not [page for page in site.pages if page.path.startswith("ja/")]
    assert page(site, "en/index.html").other_locales == ()


@pytest.mark.parametrize("languages", [("ja", "tlh"), ()])
def test_a_language_without_sentences_is_refused(languages: tuple[str, ...]) -> None:
    portfolio = replace(sample_portfolio(), languages=languages)
    with pytest.raises(BuildError) as caught:
        assemble(replace(sample_site_input(), portfolio=portfolio))
    assert caught.value.code == "build.language-unknown"
