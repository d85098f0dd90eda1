"""The part of a page from which it is handed on, and the pages at the other end, as a browser meets them."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.render.pages import BASE, ParsedPage, parsed_pages, rendered
from tests.site.sample import sample_badges
from tests.site.targets import received

BADGES = [f"{language}/badges/{entry.slug}/" for language in ("ja", "en") for entry in sample_badges()]
SHARED = [*BADGES, "ja/", "en/", "ja/collections/for-the-harbour/"]


def page(address: str) -> ParsedPage:
    return parsed_pages()[f"{address}index.html"]


def with_attribute(found: ParsedPage, name: str) -> list[dict[str, str]]:
    return [attributes for _, attributes in found.elements if name in attributes]


@pytest.mark.parametrize("address", SHARED)
def test_what_needs_a_script_is_hidden_and_names_what_it_copies(address: str) -> None:
    found = page(address)
    buttons = [
        attributes for tag, attributes in found.elements if tag == "button" and "copy" in attributes.get("class", "")
    ]
    assert buttons
    assert all("hidden" in one and one["type"] == "button" for one in buttons)
    ids = {attributes["id"] for attributes in with_attribute(found, "id")}
    copied = [one["data-copy"] for one in with_attribute(found, "data-copy")]
    assert len(set(copied)) == len(copied) > 0
    assert set(copied) <= ids
    (status,) = with_attribute(found, "data-copied")
    assert all(status[name] for name in ("data-copied", "data-failed", "data-unshared"))


@pytest.mark.parametrize("address", SHARED)
def test_links_to_services_tell_them_nothing_about_this_window(address: str) -> None:
    links = [attributes for tag, attributes in page(address).elements if tag == "a"]
    services = [one for one in links if urlsplit(one.get("href", "")).hostname in HOSTS]
    assert len({one["href"] for one in services}) == (7 if address in BADGES else 6)
    assert all(one["rel"] == "noopener" for one in services)
    assert {received(one["href"]).page for one in services} == {BASE + address}


HOSTS = {
    *("www.linkedin.com", "x.com", "social-plugins.line.me", "www.facebook.com", "b.hatena.ne.jp", "bsky.app"),
}


@pytest.mark.parametrize("address", [f"{address}embed/" for address in BADGES])
def test_a_page_for_frames_is_one_link_out_of_the_frame(address: str) -> None:
    found = page(address)
    links = [attributes for tag, attributes in found.elements if tag == "a"]
    assert links == [{"href": "../", "target": "_top", "rel": "noopener"}]
    assert ("meta", {"name": "robots", "content": "noindex"}) in found.elements
    assert not [tag for tag, _ in found.elements if tag in ("script", "nav", "header", "footer", "button")]
    (policy,) = [one["content"] for _, one in found.elements if one.get("http-equiv")]
    assert policy == "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"


def test_a_page_for_frames_says_what_was_found_and_when() -> None:
    assert "Verified checked on 23 November 2026" in page("en/badges/ds-literacy/embed/").text
    assert "失効" in page("ja/badges/old-licence/embed/").text
    assert "浜口 澪" in page("ja/badges/old-licence/embed/").text


def test_a_short_link_is_plain_links_a_card_and_no_entry_of_an_index() -> None:
    short = [path for path in parsed_pages() if path.startswith("b/")]
    assert len(short) == len(sample_badges())
    for path in short:
        found = parsed_pages()[path]
        links = [attributes for tag, attributes in found.elements if tag == "a"]
        assert [link["hreflang"] for link in links] == ["ja", "en"]
        assert ("meta", {"name": "robots", "content": "noindex"}) in found.elements
        place = BASE + path.removesuffix("index.html")
        assert ("meta", {"property": "og:url", "content": place}) in found.elements
        assert ("link", {"rel": "canonical", "href": place}) in found.elements
        assert [one for _, one in found.elements if one.get("property") == "og:image"]


def test_every_code_is_published_beside_its_badge() -> None:
    for entry in sample_badges():
        assert rendered()[f"badges/{entry.slug}/qr.svg"].startswith(b"<svg")
        assert rendered()[f"badges/{entry.slug}/qr.png"].startswith(b"\x89PNG")
