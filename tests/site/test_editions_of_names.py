from __future__ import annotations

from dataclasses import replace

from tests.site.sample import badge, sample_portfolio, sample_site_input
from wallet.credentials.model import Achievement, Related
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.portfolio.model import BadgeChoices, SplitName
from wallet.site import assemble
from wallet.site.badge import badge_view
from wallet.site.cards import title_view
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.related import edition_views
from wallet.site.views import HistoryView, Run

JAPANESE, ENGLISH = (Reader(catalog=load_catalog(language)) for language in ("ja", "en"))
NAME = "データサイエンス入門 / Introduction to Data Science"
SPLIT = SplitName(separator=" / ", languages=("ja", "en"))


def named(name: str, split: SplitName | None = SPLIT, **translations: str) -> BadgeEntry:
    achievement = Achievement(id="urn:a", name=Text.of(name))
    return badge("crammed", achievement, choices=BadgeChoices(split_name=split, name=translations))


def test_a_divided_name_shows_the_part_of_the_page_and_the_whole_beside_it() -> None:
    entry = named(NAME)
    japanese, english = title_view(JAPANESE, entry), title_view(ENGLISH, entry)
    assert (japanese.main, english.main) == (
        Run(text="データサイエンス入門"),
        Run(text="Introduction to Data Science"),
    )
    assert not japanese.translated
    assert not english.translated
    assert "".join(run.text for run in english.divided) == NAME
    assert [run.language for run in english.divided] == ["ja", None, None]
    assert [run.language for run in japanese.divided] == [None, None, "en"]


def test_the_part_of_the_page_goes_before_a_translation() -> None:
    assert title_view(ENGLISH, named(NAME, en="Data, a beginning")).main.text == "Introduction to Data Science"


def test_a_name_that_does_not_divide_stays_whole() -> None:
    for entry in (named("データサイエンス入門"), named("一 / 二 / 三"), named(NAME, None)):
        view = title_view(ENGLISH, entry)
        assert (view.main.text, view.divided) == (str(entry.credential.achievement.name), ())


def test_a_page_in_no_language_of_the_parts_shows_the_whole_or_the_translation() -> None:
    only = SplitName(separator=" / ", languages=("ja", "ko"))
    assert title_view(ENGLISH, named(NAME, only)).main.text == NAME
    assert title_view(ENGLISH, named(NAME, only, en="Data Science")).main.text == "Data Science"


def test_head_card_and_history_follow_the_division() -> None:
    site = assemble(replace(sample_site_input(), badges=(named(NAME),)))
    pages = {page.path: page for page in site.pages}
    assert pages["en/badges/crammed/index.html"].title.startswith("Introduction to Data Science |")
    history = pages["ja/history/index.html"].view
    assert isinstance(history, HistoryView)
    assert "データサイエンス入門" in repr(history)
    assert NAME not in repr(history)


# Other editions of an achievement


def edition(slug: str, *related: Related, language: str | None = None, version: str | None = None) -> BadgeEntry:
    achievement = Achievement(
        id=f"https://a.example/{slug}",
        name=Text.of(slug, "en"),
        related=related,
        in_language=language,
        version=version,
    )
    return badge(slug, achievement)


def test_a_twin_in_the_portfolio_is_linked_from_both_pages() -> None:
    first = edition("first", Related(id="https://a.example/second", in_language="en"))
    second = edition("second", language="en")
    (there,) = edition_views(JAPANESE, first, (first, second))
    assert (there.label, there.name.text, there.address) == (
        "同じアチーブメントの英語版：",
        "second",
        "ja/badges/second/",
    )
    (back,) = edition_views(ENGLISH, second, (first, second))
    assert (back.label, back.name.text, back.address) == (
        "The same achievement in another edition:",
        "first",
        "en/badges/first/",
    )


def test_mutual_relations_are_shown_once() -> None:
    first = edition("first", Related(id="https://a.example/second", in_language="en", version="2"))
    second = edition("second", Related(id="https://a.example/first", in_language="ja"))
    assert [view.label for view in edition_views(ENGLISH, first, (first, second))] == [
        "The same achievement in English, version 2:"
    ]
    assert [view.label for view in edition_views(ENGLISH, second, (first, second))] == [
        "The same achievement in Japanese:"
    ]


def test_an_edition_elsewhere_is_a_fact_with_a_link_that_is_safe() -> None:
    entry = edition(
        "first", Related(id="https://b.example/x", version="3"), Related(id="javascript:alert(1)"), Related(id=None)
    )
    web, unsafe = edition_views(ENGLISH, entry, (entry,))
    assert (web.label, web.name.text, web.url, web.address) == (
        "The same achievement, version 3:",
        "b.example",
        "https://b.example/x",
        None,
    )
    assert (unsafe.url, unsafe.address, unsafe.name.text) == (None, None, "javascript:alert(1)")


def test_an_achievement_is_no_edition_of_its_own() -> None:
    itself = Related(id="https://a.example/first")
    entry = edition("first", itself)
    again = replace(entry, slug="again")
    assert [view.address for view in edition_views(ENGLISH, entry, (entry,))] == []
    assert edition_views(ENGLISH, entry, (entry, again))[0].address == "en/badges/again/"


def test_the_badge_page_has_its_editions() -> None:
    first, second = edition("first", Related(id="https://a.example/second")), edition("second")
    view = badge_view(ENGLISH, first, sample_portfolio(), "https://x.example/", entries=(first, second))
    assert [found.address for found in view.editions] == ["en/badges/second/"]
