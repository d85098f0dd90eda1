from __future__ import annotations

from dataclasses import replace

from tests.site.sample import sample_badges, sample_portfolio, sample_site_input
from wallet.language.catalogs import load_catalog
from wallet.site import assemble
from wallet.site.collections import collection_view
from wallet.site.reader import Reader
from wallet.site.views import CollectionView, HomeView

BASE = "https://mio.example/portfolio/"
(COLLECTION,) = sample_portfolio().collections


def view(language: str = "en") -> CollectionView:
    return collection_view(Reader(catalog=load_catalog(language)), COLLECTION, sample_badges(), BASE)


def test_badges_stand_in_the_learners_order_and_absent_ones_are_not_shown() -> None:
    assert [card.slug for card in view().cards] == ["python-basics", "old-licence", "ds-literacy"]


def test_states_are_counted_for_the_chosen_badges_alone() -> None:
    assert {count.kind: count.number for count in view().counts} == {"verified": 1, "verified_dated": 1, "revoked": 1}


def test_the_letter_is_shown_in_the_language_it_was_written_in() -> None:
    letter = view("en").letter
    assert letter is not None
    assert (letter.body.language, letter.other_language) == ("ja", "Japanese")
    japanese = view("ja").letter
    assert japanese is not None
    assert japanese.other_language is None


def test_the_code_leads_to_the_page_itself() -> None:
    assert view("ja").qr.url == f"{BASE}ja/collections/for-the-harbour/"
    assert view("ja").qr.address == "ja/collections/for-the-harbour/qr.svg"


def test_each_language_has_page_and_code() -> None:
    site = assemble(sample_site_input(BASE))
    pages, files = {page.path: page for page in site.pages}, {file.path for file in site.files}
    for language in ("ja", "en"):
        assert isinstance(pages[f"{language}/collections/for-the-harbour/index.html"].view, CollectionView)
        assert f"{language}/collections/for-the-harbour/qr.svg" in files


def test_home_lists_the_collections_and_nothing_when_there_are_none() -> None:
    given = sample_site_input(BASE)
    none = replace(given, portfolio=replace(given.portfolio, collections=()))
    homes = [next(page.view for page in assemble(one).pages if page.path == "en/index.html") for one in (given, none)]
    assert all(isinstance(home, HomeView) for home in homes)
    links = [
        [(link.title.text, link.number) for link in home.collections] for home in homes if isinstance(home, HomeView)
    ]
    assert links == [[("For the fishing cooperative", 3)], []]


def test_a_collection_of_nothing_that_is_shown_has_no_date() -> None:
    empty = collection_view(Reader(catalog=load_catalog("en")), COLLECTION, (), BASE)
    assert (empty.cards, empty.counts, empty.last_checked) == ((), (), None)
