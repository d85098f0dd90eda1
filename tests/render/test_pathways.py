from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.render.pages import BASE, ParsedPage
from tests.site.pathways import pathway, requirement
from tests.site.sample import sample_badges, sample_site_input
from wallet.portfolio.model import Pathway
from wallet.render import load_theme, render
from wallet.site import assemble

EVERY = tuple(entry.slug for entry in sample_badges())


def _pages(*pathways: Pathway) -> dict[str, str]:
    given = sample_site_input(BASE)
    site = assemble(replace(given, portfolio=replace(given.portfolio, pathways=pathways)))
    files = render(site, load_theme("default"))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _parsed(page: str) -> ParsedPage:
    found = ParsedPage()
    found.feed(page)
    found.close()
    return found


FULL = pathway(
    requirement("A", *EVERY, credits=12, needed=4),
    requirement("B", "ds-literacy"),
    requirement("C"),
    credits=20,
    words={"ja": "## 目標\n\n来年の春までに。<script>alert(1)</script>"},
)


@pytest.mark.parametrize("path", ["ja/pathways/diploma/index.html", "en/pathways/diploma/index.html"])
def test_the_page_is_well_formed_small_and_within_the_policy(path: str) -> None:
    page = _pages(FULL)[path]
    found = _parsed(page)
    assert found.unbalanced == []
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = ("aria-labelledby", "aria-details")
    assert {a[name] for _, a in found.elements for name in named if name in a} <= set(ids)
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not [tag for tag, attributes in found.elements if "style" in attributes or tag == "style"]
    assert "alert(1)</script>" not in page
    assert len(gzip.compress(page.encode())) < 20_000


def test_the_page_says_who_decides_and_what_counts() -> None:
    pages = _pages(FULL)
    english, japanese = (_parsed(pages[f"{tag}/pathways/diploma/index.html"]).text for tag in ("en", "ja"))
    assert "The receiving institution decides" in english
    assert "単位認定・資格の授与を決めるのは受け入れ機関です。" in japanese
    for words in (
        "does not count",
        "Revoked by the issuer",
        "Suspended by the issuer",
        "Partly met",
        "Open",
        "Credits still missing: 4",
        "counted once",
        "No badge stands for this requirement yet.",
        "Expired on",
        "Not translated yet",
    ):
        assert words in english
    assert "対象外" in japanese


def test_progress_is_told_by_shape_and_words_in_the_drawing_and_in_the_table() -> None:
    page = _pages(FULL)["en/pathways/diploma/index.html"]
    for kind in ("met", "partly", "open"):
        assert f"shape-{kind}" in page
    drawn = page.split('class="chart pathway-chart"')[1].split("<table")[0]
    assert drawn.count('class="drawing"') == 4
    assert 'width="666"' in drawn
    assert 'class="open"' in drawn


def test_hostile_long_and_right_to_left_words_stay_text() -> None:
    names = ('"><script>alert(1)</script>', "長い" * 150, "شهادة \u202eevil")
    page = _pages(pathway(*(requirement(name) for name in names), title=names[0]))["en/pathways/diploma/index.html"]
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert "長い" * 150 in page


def test_the_home_page_and_the_list_lead_to_each_pathway() -> None:
    pages = _pages(pathway(requirement("A", "ds-literacy"), slug="one"), pathway(requirement("A"), slug="two"))
    for path, prefix in (("en/index.html", "pathways/"), ("en/pathways/index.html", "")):
        assert f'href="{prefix}one/"' in pages[path]
        assert f'href="{prefix}two/"' in pages[path]
        assert "1 of 1 requirements met" in pages[path]
    assert "pathways" not in _pages()["en/index.html"]
