"""oEmbed 1.0: the members that an answer of type "rich" must have, and a frame that holds whatever the title is."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.site.hostile import hostile_site_input
from tests.site.machines import json_of_site, site_of
from wallet.site import Site

BASE = "https://mio.example/portfolio/"
SITES = {"sample": site_of(), "hostile": site_of(hostile_site_input())}


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def badge_pages(site: Site) -> list[str]:
    return [page.address for page in site.pages if page.template == "badge.html"]


@pytest.mark.parametrize("name", SITES)
def test_every_badge_page_has_an_answer_with_all_that_is_required(name: str) -> None:
    site = SITES[name]
    assert len(badge_pages(site)) > 15
    for address in badge_pages(site):
        answer = json_of_site(site, f"{address}oembed.json")
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert all(isinstance(answer[size], int) for size in ("width", "height", "thumbnail_width", "thumbnail_height"))
        elements = Elements()
        elements.feed(answer["html"])
        ((tag, attributes),) = elements.found
        assert (tag, elements.text) == ("iframe", "")
        assert attributes["src"] == f"{BASE}{address}embed/"
        assert attributes["title"] == answer["title"]
        assert not [found for found in attributes if found.startswith("on")]


@pytest.mark.parametrize("name", SITES)
def test_a_badge_page_names_its_answer_by_its_whole_address(name: str) -> None:
    for page in SITES[name].pages:
        found = [link for link in page.links if link.media_type == "application/json+oembed"]
        assert [link.address for link in found if link.whole] == (
            [f"{page.address}oembed.json"] if page.template == "badge.html" else []
        )


def test_the_picture_is_the_card_of_the_page() -> None:
    answer = json_of_site(SITES["sample"], "en/badges/ds-literacy/oembed.json")
    card = next(page.card for page in SITES["sample"].pages if page.address == "en/badges/ds-literacy/")
    assert card is not None
    assert answer["thumbnail_url"] == card.url
    assert answer["title"] == "Data Science and AI for All Students (Literacy Level)"
    assert answer["provider_url"] == f"{BASE}en/"
