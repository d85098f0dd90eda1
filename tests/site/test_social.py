from __future__ import annotations

from dataclasses import replace

from tests.site.sample import sample_portfolio, sample_site_input
from wallet.portfolio.model import Collection
from wallet.site import Site, assemble
from wallet.site.model import Card
from wallet.site.views import BadgeView, Run

SITE = assemble(sample_site_input())


def card(address: str, site: Site = SITE) -> Card:
    (page,) = (page for page in site.pages if page.address == address)
    assert page.card is not None
    return page.card


def test_every_page_that_links_lead_to_has_a_card() -> None:
    without = [page.path for page in SITE.pages if page.card is None]
    assert [path for path in without if not path.endswith("/embed/index.html")] == ["404.html"]
    assert card("ja/badges/") == card("ja/") != card("en/")
    assert card("en/badges/first-aid/").path == "en/badges/first-aid/card.png"
    assert card("en/").url == "https://mio.example/portfolio/en/card.png"


def test_only_a_verified_badge_has_a_stamp() -> None:
    for page in SITE.pages:
        if isinstance(page.view, BadgeView) and page.card:
            kind, subject = page.view.state.kind, page.card.subject
            assert (subject.stamp is not None) is (kind in ("verified", "verified_dated"))
            assert (subject.shape, subject.lines[0]) == (kind, page.view.state.label)


def test_a_card_says_what_its_page_says() -> None:
    subject = card("en/badges/ds-literacy/").subject
    assert [run.text for run in subject.titles] == [
        "Data Science and AI for All Students (Literacy Level)",
        "データサイエンス・AI全学教育プログラム（リテラシーレベル）",
    ]
    assert [run.text for run in subject.owners] == ["HAMAGUCHI Mio", "浜口 澪"]
    assert subject.lines == ("Verified", "checked on 23 November 2026")
    assert subject.place == "mio.example/portfolio"
    assert card("ja/badges/workshop/").subject.lines[1] == "2026年11月23日時点"


def test_the_alternative_text_are_the_words_on_the_card() -> None:
    assert card("ja/badges/old-licence/").alt == "旧課程修了証 · 土佐海浜大学 · 浜口 澪 · 失効 · 2026年11月23日に確認"


def test_marks_of_hidden_controls_are_not_drawn() -> None:
    assert "U+202E" not in card("ja/badges/workshop/").subject.titles[0].text


def test_the_home_card_counts_the_badges_and_shows_the_chosen_ones() -> None:
    subject = card("ja/").subject
    assert subject.lines == ("バッジ9件（うち検証済み2件）", "最終確認：2026年11月23日")
    assert (subject.stamp, subject.shape, len(subject.pictures)) == (None, None, 2)
    assert subject.subtitles == (Run(text="海のデータで、浜の仕事を支える"),)


def test_an_empty_portfolio_has_a_card_without_counts() -> None:
    bare = replace(sample_portfolio(), headline={})
    subject = card("en/", assemble(replace(sample_site_input(), portfolio=bare, badges=()))).subject
    assert (subject.subtitles, subject.lines, subject.pictures) == ((), (), ())


def test_a_collection_has_a_card_of_its_own() -> None:
    letter = Collection(
        slug="town",
        title={"ja": "町へ", "en": "For the town"},
        summary={},
        badges=("workshop", "ds-literacy"),
        letter={},
    )
    portfolio = replace(sample_portfolio(), collections=(letter,))
    site = assemble(replace(sample_site_input(), portfolio=portfolio))
    found = card("en/collections/town/", site)
    assert (found.path, found.subject.titles, found.subject.subtitles) == (
        "en/collections/town/card.png",
        (Run(text="For the town"),),
        (),
    )
    assert (found.subject.lines[0], len(found.subject.pictures)) == ("Badges: 2, verified: 1", 2)
