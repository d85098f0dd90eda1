"""index.json: the shape that programs rely on."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tests.site.machines import file_of_site, json_of_site, site_of
from tests.site.sample import sample_badges, sample_portfolio, sample_site_input

SITE = site_of()
BASE = "https://mio.example/portfolio/"


def test_a_badge_stands_there_with_all_that_is_known() -> None:
    index = json_of_site(SITE, "index.json")
    assert index["version"] == 1
    by_slug = {one["slug"]: one for one in index["badges"]}
    assert by_slug["first-aid"] == {
        "slug": "first-aid",
        "page": {"ja": f"{BASE}ja/badges/first-aid/", "en": f"{BASE}en/badges/first-aid/"},
        "file": f"{BASE}badges/first-aid/credential.json",
        "media_type": "application/vc+ld+json",
        "sha256": hashlib.sha256(file_of_site(SITE, "badges/first-aid/credential.json")).hexdigest(),
        "verdict": "expired",
        "checked_at": "2026-11-23T08:30:00Z",
        "name": {"ja": "救命講習", "en": "救命講習"},
        "issuer": "土佐海浜大学",
        "issued": "2021-06-30T00:00:00+09:00",
        "valid_until": "2024-06-30T23:59:59+09:00",
    }
    assert by_slug["python-basics"]["name"] == {"ja": "Python入門", "en": "Python Basics"}


def test_every_file_is_published_and_has_the_fingerprint() -> None:
    badges = json_of_site(SITE, "index.json")["badges"]
    assert [one["slug"] for one in badges] == [entry.slug for entry in sample_badges()]
    for one in badges:
        content = file_of_site(SITE, one["file"].removeprefix(BASE))
        assert hashlib.sha256(content).hexdigest() == one["sha256"]


def test_a_picture_keeps_its_own_media_type_and_a_token_says_what_it_is() -> None:
    python = next(entry for entry in sample_badges() if entry.slug == "python-basics")
    baked = replace(python, original=replace(python.original, media_type="image/png"))
    site = site_of(replace(sample_site_input(), badges=(baked, sample_badges()[6])))
    assert [one["media_type"] for one in json_of_site(site, "index.json")["badges"]] == [
        "image/png",
        "application/vc+jwt",
    ]


def test_what_is_not_known_is_absent() -> None:
    workshop = json_of_site(SITE, "index.json")["badges"][6]
    assert workshop["slug"] == "workshop"
    assert not {"issued", "valid_until"} & workshop.keys()


def test_every_page_names_it_in_every_language() -> None:
    portfolio = replace(sample_portfolio(), languages=("en",))
    site = site_of(replace(sample_site_input(), portfolio=portfolio))
    assert {tuple(one["page"]) for one in json_of_site(site, "index.json")["badges"]} == {("en",)}
    assert all("index.json" in {link.address for link in page.links} for page in site.pages if page.alternates)


def test_a_note_is_in_no_file_for_programs() -> None:
    secret = "a word of the note alone"
    badges = tuple(replace(entry, notes={"ja": secret, "en": secret}) for entry in sample_badges())
    site = site_of(replace(sample_site_input(), badges=badges))
    plain = site_of(replace(sample_site_input(), badges=tuple(replace(entry, notes={}) for entry in sample_badges())))
    assert site.files == plain.files
    assert [page.path for page in site.pages if secret in page.structured] == []


def test_an_empty_portfolio_has_an_empty_index() -> None:
    assert json_of_site(site_of(replace(sample_site_input(), badges=())), "index.json") == {"version": 1, "badges": []}
