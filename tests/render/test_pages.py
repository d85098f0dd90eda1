from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.render.pages import BASE, ParsedPage, parsed_pages, rendered
from tests.site.sample import sample_badges
from wallet.site.urls import file_of

PATHS = sorted(parsed_pages())


def test_there_are_pages() -> None:
    assert len(PATHS) == 2 * (2 * len(sample_badges()) + 8) + len(sample_badges()) + 2


def page(path: str) -> ParsedPage:
    return parsed_pages()[path]


def references(found: ParsedPage) -> Iterator[tuple[str, str]]:
    for tag, attributes in found.elements:
        for name in ("href", "src"):
            if name in attributes:
                yield tag, attributes[name]


@pytest.mark.parametrize("path", PATHS)
def test_every_link_within_the_site_leads_to_a_file(path: str) -> None:
    here = BASE + ("no/such/place" if path == "404.html" else path.removesuffix("index.html"))
    for _tag, target in references(page(path)):
        url = urldefrag(urljoin(here, target)).url
        if url.startswith(BASE):
            assert file_of(url.removeprefix(BASE)) in rendered(), target


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_loaded_from_another_host(path: str) -> None:
    for tag, target in references(page(path)):
        if tag in ("img", "script") or (tag == "link" and "style.css" in target):
            assert urlsplit(target).netloc == ""
    assert not [tag for tag, _ in page(path).elements if tag in ("iframe", "object", "embed", "video", "audio")]
    # A form is answered by a script of ours within the page, and names nowhere to send anything to.
    for tag, attributes in page(path).elements:
        assert tag != "form" or ("hidden" in attributes and not {"action", "method", "target"} & attributes.keys())
        assert not {"formaction", "ping"} & attributes.keys()


@pytest.mark.parametrize("path", PATHS)
def test_the_policy_has_nothing_to_forbid(path: str) -> None:
    found = page(path)
    policies = [a["content"] for tag, a in found.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert len(policies) == 1
    assert "default-src 'none'" in policies[0]
    assert not [tag for tag, attributes in found.elements if "style" in attributes or tag == "style"]
    assert not [name for _, attributes in found.elements for name in attributes if name.startswith("on")]
    assert all(
        "src" in attributes or attributes["type"].startswith(("application/vc", "application/ld+json"))
        for attributes, _ in found.scripts
    )


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_well_formed(path: str) -> None:
    found = page(path)
    assert found.unbalanced == []
    ids = [attributes["id"] for _, attributes in found.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    referred = {a["aria-labelledby"] for _, a in found.elements if "aria-labelledby" in a}
    fragments = {href[1:] for _, href in references(found) if href.startswith("#")}
    assert referred | fragments <= set(ids)
    assert all("alt" in a and "width" in a and "height" in a for tag, a in found.elements if tag == "img")


@pytest.mark.parametrize("path", PATHS)
def test_headings_are_in_order_and_there_is_one_first(path: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(path).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert sum(tag == "main" for tag, _ in page(path).elements) == 1


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_small(path: str) -> None:
    sent = (
        gzip.compress(rendered()[path]),
        *(gzip.compress(rendered()[f"static/{name}"]) for name in ("style.css", "language.js", "share.js")),
    )
    assert sum(map(len, sent)) < 60_000


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_hash_salt_or_secret_of_a_recipient_is_printed(language: str) -> None:
    text = page(f"{language}/badges/ds-literacy/index.html").text
    assert "ab" * 32 not in text
    assert "sha256$" not in text


def test_the_signed_text_inside_a_page_is_the_original() -> None:
    for entry in sample_badges():
        (script,) = [
            text
            for attributes, text in page(f"en/badges/{entry.slug}/index.html").scripts
            if attributes.get("type", "").startswith("application/vc")
        ]
        if entry.original.file_name == "credential.json":
            assert json.loads(script) == json.loads(entry.original.content)
        elif entry.original.text is None:
            assert script.encode() == entry.original.content
        assert "<" not in script


def test_the_three_voices_are_told_apart_in_words() -> None:
    signed = page("en/badges/ds-literacy/index.html").text
    unsigned = page("en/badges/workshop/index.html").text
    for words in (
        "Signed by the issuer",
        "Written by the learner",
        "Translated by the learner",
        "Found by this site’s",
    ):
        assert words in signed
    assert "Signed by the issuer" not in unsigned
    assert "Stated in the file, signature not confirmed" in unsigned


@pytest.mark.parametrize(
    ("slug", "sealed"),
    [("ds-literacy", True), ("python-basics", True), ("workshop", False), ("altered", False), ("first-aid", False)],
)
def test_only_a_verified_badge_carries_the_seal(slug: str, sealed: bool) -> None:
    classes = [attributes.get("class") for tag, attributes in page(f"ja/badges/{slug}/index.html").elements]
    assert ("seal" in classes) is sealed


def test_the_badge_page_answers_in_order() -> None:
    elements = page("en/badges/ds-literacy/index.html").elements
    sections = [attributes["id"] for tag, attributes in elements if tag == "h2"]
    assert sections == [
        *("state", "about", "summary", "facts", "skills", "evidence", "endorsements"),
        *("microcredential", "note", "verification", "share", "download"),
    ]


def test_text_in_another_language_says_so() -> None:
    elements = page("en/badges/ds-literacy/index.html").elements
    assert ("html", {"lang": "en"}) in elements
    assert ("span", {"lang": "ja"}) in elements
    assert ("div", {"class": "prose", "lang": "ja"}) in elements


def test_right_to_left_text_is_kept_apart() -> None:
    elements = page("en/badges/workshop/index.html").elements
    assert ("bdi", {"lang": "ja", "dir": "auto"}) in elements


def test_the_chooser_and_the_page_for_wrong_addresses_speak_both_languages() -> None:
    assert "日本語で読む" in page("index.html").text
    assert "Read in English" in page("index.html").text
    assert "Page not found" in page("404.html").text
    assert "ページが見つかりません" in page("404.html").text
    assert [href for tag, href in references(page("404.html")) if tag == "a"] == [
        f"/portfolio/{path}" for path in ("ja/", "ja/badges/", "en/", "en/badges/")
    ]


def test_two_renderings_are_the_same_bytes() -> None:
    first = dict(rendered())
    rendered.cache_clear()
    assert rendered() == first
