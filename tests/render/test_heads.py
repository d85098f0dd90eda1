"""What the head of every page says to programs: previews, alternates, the policy, and data that is no script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest

from tests.render.pages import BASE, ParsedPage, parsed_pages
from tests.site.hostile import hostile_site_input
from tests.site.sample import sample_portfolio, sample_site_input
from wallet.portfolio.model import OwnerName
from wallet.render import load_theme, render
from wallet.site import SiteInput, assemble

PREVIEW = (
    *("og:type", "og:site_name", "og:title", "og:description", "og:url", "og:locale", "og:locale:alternate"),
    *("og:image", "og:image:type", "og:image:width", "og:image:height", "og:image:alt"),
    *("twitter:card", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt"),
)

# What only leads to a page or shows it in a frame has no other languages of its own.
PATHS = sorted(
    path for path, page in parsed_pages().items() if any("hreflang" in a for tag, a in page.elements if tag == "link")
)


@lru_cache(maxsize=4)
def pages_of(name: str) -> dict[str, ParsedPage]:
    """Every page of a site, parsed."""
    if name == "sample":
        return parsed_pages()
    files = render(assemble(hostile_site_input()), load_theme("default"))
    return {file.path: _parsed(file.content.decode()) for file in files if file.path.endswith(".html")}


def _parsed(text: str) -> ParsedPage:
    page = ParsedPage()
    page.feed(text)
    page.close()
    return page


def properties(page: ParsedPage) -> dict[str, str]:
    named = ((a.get("property") or a.get("name"), a.get("content", "")) for tag, a in page.elements if tag == "meta")
    return {name: content for name, content in named if name}


def head_links(page: ParsedPage, media_type: str) -> Iterator[dict[str, str]]:
    return (a for tag, a in page.elements if tag == "link" and a.get("type") == media_type)


@pytest.mark.parametrize("path", PATHS)
def test_a_preview_is_complete_and_in_the_pages_language(path: str) -> None:
    found = properties(parsed_pages()[path])
    assert [name for name in PREVIEW if not found.get(name)] == []
    assert found["og:title"] == found["twitter:title"]
    assert found["og:description"] == found["twitter:description"] == found["description"]
    assert found["og:image"] == found["twitter:image"]
    assert found["og:locale"] == ("en_US" if path.startswith("en/") else "ja_JP")
    assert found["og:image"].startswith(BASE)
    assert found["twitter:card"] == "summary_large_image"


def test_the_page_for_wrong_addresses_is_not_offered_for_sharing() -> None:
    found = properties(parsed_pages()["404.html"])
    assert found["robots"] == "noindex"
    assert not set(PREVIEW) & found.keys()


def test_the_profile_names_the_parts_of_the_name_where_the_learner_divided_it() -> None:
    japanese, english = (properties(parsed_pages()[f"{tag}/index.html"]) for tag in ("ja", "en"))
    assert (japanese["og:type"], japanese["profile:last_name"], japanese["profile:first_name"]) == (
        "profile",
        "浜口",
        "澪",
    )
    assert not {"profile:last_name", "profile:first_name"} & english.keys()


@pytest.mark.parametrize("path", [*PATHS, "404.html"])
def test_every_page_leads_to_what_programs_read(path: str) -> None:
    page, language = parsed_pages()[path], "en" if path.startswith("en/") else "ja"
    (feed,) = head_links(page, "application/atom+xml")
    assert feed["href"].endswith(f"{language}/feed.xml") or (path.count("/") and feed["href"].endswith("feed.xml"))
    assert [a["href"] for a in head_links(page, "application/json") if a["href"].endswith("index.json")]
    assert [a["href"] for tag, a in page.elements if a.get("rel") == "manifest"]


@pytest.mark.parametrize("path", [path for path in PATHS if "/badges/" in path and path.count("/") == 3])
def test_a_badge_leads_to_its_signed_text_under_its_media_type(path: str) -> None:
    page = parsed_pages()[path]
    (embedded,) = (a["type"] for a, _ in page.scripts if a.get("type", "").startswith("application/vc"))
    (alternate,) = head_links(page, embedded)
    assert alternate["rel"] == "alternate"
    (oembed,) = head_links(page, "application/json+oembed")
    assert oembed["href"] == f"{BASE}{path.removesuffix('index.html')}oembed.json"


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_every_page_has_the_policy_before_anything_is_loaded_and_nothing_that_it_forbids(name: str) -> None:
    for path, page in pages_of(name).items():
        places = [place for place, (_, a) in enumerate(page.elements) if a.get("http-equiv")]
        assert [page.elements[place][1]["http-equiv"] for place in places] == ["Content-Security-Policy"], path
        assert not [tag for tag, _ in page.elements[: places[0]] if tag in ("script", "link", "style", "img")], path
        policy = page.elements[places[0]][1]["content"]
        assert "default-src 'none'" in policy
        # A badge may be checked again with what the issuer's server says, when a visitor asks for it.
        asking = "connect-src 'self' https:;"
        assert not re.search(r"unsafe|\*|https?:", policy.replace(asking, "") if "/badges/" in path else policy), path
        assert not [tag for tag, a in page.elements if tag in ("style", "base") or "style" in a], path
        assert not [found for _, a in page.elements for found in a if found.startswith("on")], path
        assert not [a for _, a in page.elements if a.get("href", "").strip().lower().startswith(("javascript", "data"))]
        assert all("src" in a or "json" in a["type"] or "jwt" in a["type"] for a, _ in page.scripts), path
        assert page.unbalanced == [], path


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_blocks_of_data_hold_json_that_no_parser_can_leave(name: str) -> None:
    number = 0
    for page in pages_of(name).values():
        for attributes, text in page.scripts:
            if "json" in attributes.get("type", ""):
                number += 1
                assert "<" not in text
                assert json.loads(text)
    assert number > 40


def test_a_learner_who_states_no_name_is_named_nowhere() -> None:
    given: SiteInput = replace(sample_site_input(), portfolio=replace(sample_portfolio(), owner=OwnerName()))
    for file in render(assemble(given), load_theme("default")):
        if file.path.endswith((".json", ".xml", ".webmanifest")) and not file.path.startswith("badges/"):
            assert not re.search("浜口|HAMAGUCHI", file.content.decode()), file.path
        if file.path.endswith(".html"):
            head = file.content.decode().partition("</head>")[0]
            assert not re.search("浜口|HAMAGUCHI", re.sub(r"<script type=.application/vc.*", "", head)), file.path
