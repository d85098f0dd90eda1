from __future__ import annotations

import hashlib
import re
from dataclasses import replace

import pytest

from tests.site.sample import sample_badges, sample_portfolio, sample_site_input
from wallet.errors import BuildError
from wallet.site import BadgeEntry, Page, Part, assemble
from wallet.site.short_links import leading, short_address, short_id
from wallet.site.views import ShortView

BADGES = sample_badges()
SITE = assemble(sample_site_input())
SHORT = {page.address: page for page in SITE.pages if page.address.startswith("b/")}


def same_file(entry: BadgeEntry, slug: str) -> BadgeEntry:
    return replace(entry, slug=slug)


def test_an_id_has_no_vowel_and_nothing_that_is_misread() -> None:
    ids = [short_id(hashlib.sha256(str(number).encode()).hexdigest()) for number in range(2000)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[2-9bcdfghjkmnpqrstvwxyz]{10}", one) for one in ids)
    assert set("".join(ids)) == set("23456789bcdfghjkmnpqrstvwxyz")


def test_an_id_never_changes() -> None:
    assert short_id(hashlib.sha256(b"a badge").hexdigest()) == "b3f26vmf64"
    assert short_address(same_file(BADGES[0], "another-folder")) == short_address(BADGES[0])


def test_a_short_link_leads_to_its_badge_in_every_language() -> None:
    assert len(SHORT) == len(BADGES)
    for entry in BADGES:
        page = SHORT[short_address(entry)]
        assert isinstance(page.view, ShortView)
        assert [choice.address for choice in page.view.choices] == [
            f"{tag}/badges/{entry.slug}/" for tag in ("ja", "en")
        ]
        assert page.badge == entry.slug


def test_a_short_link_has_a_card_and_is_no_page_of_its_own_for_search_engines() -> None:
    entry = next(entry for entry in BADGES if entry.slug == "ds-literacy")
    page = SHORT[short_address(entry)]
    assert page.card
    assert page.card.path == "ja/badges/ds-literacy/card.png"
    assert page.canonical == f"https://mio.example/portfolio/{page.address}"
    assert not page.indexed
    (sitemap,) = (file for file in SITE.files if file.path == "sitemap.xml")
    assert b"/b/" not in sitemap.content
    assert b"/embed/" not in sitemap.content
    assert page.title == (
        "データサイエンス・AI全学教育プログラム（リテラシーレベル） / "
        "Data Science and AI for All Students (Literacy Level) | 浜口 澪"
    )


def test_the_same_file_published_twice_has_one_link_which_leads_to_the_first() -> None:
    twice = (BADGES[0], same_file(BADGES[0], "zz-again"))
    site = assemble(replace(sample_site_input(), badges=twice))
    (page,) = (page for page in site.pages if page.address.startswith("b/"))
    assert page.badge == BADGES[0].slug


def test_two_files_with_one_id_stop_the_build_and_lead_nobody_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wallet.site.short_links.LENGTH", 0)
    with pytest.raises(BuildError) as caught:
        leading(BADGES)
    assert caught.value.code == "build.paths-collide"


def test_a_part_of_the_site_has_the_links_of_its_badges_and_counts_the_others() -> None:
    one = BADGES[2]
    alone = assemble(
        replace(sample_site_input(), badges=(one,), overviews=()),
        Part(badges=frozenset({one.slug}), overviews=False),
    )
    made = {page.address: page for page in SITE.pages if page.badge == one.slug}
    assert {page.address: page for page in alone.pages}.keys() == made.keys()
    assert len(made) == 5
    assert {file.path for file in alone.files} == {file.path for file in SITE.files if file.badge == one.slug}
    rest = assemble(sample_site_input(), Part(badges=frozenset({one.slug}), overviews=True))
    assert len(rest.pages) + rest.standing == len(SITE.pages)
    assert [page.address for page in rest.pages if page.address.startswith("b/")] == [short_address(one)]


def test_everything_of_a_badge_says_whose_it_is() -> None:
    for page in SITE.pages:
        parts = page.address.split("/")
        expected = parts[2] if len(parts) > 3 and parts[1] == "badges" else None
        assert isinstance(page, Page)
        if parts[0] != "b":
            assert page.badge == expected, page.address
    for file in SITE.files:
        parts = file.path.split("/")
        inside = parts[parts[0] != "badges" :]
        assert file.badge == (inside[1] if inside[:1] == ["badges"] else None), file.path


def test_a_site_in_one_language_has_one_way_on() -> None:
    portfolio = replace(sample_portfolio(), languages=("en",))
    site = assemble(replace(sample_site_input(), portfolio=portfolio))
    views = [page.view for page in site.pages if page.address.startswith("b/")]
    assert {len(view.choices) for view in views if isinstance(view, ShortView)} == {1}
