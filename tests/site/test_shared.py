"""Pages of collections that are not for everybody: complete, unlisted, and silent once they have ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from tests.site.sample import sample_badges, sample_site_input
from wallet.portfolio.model import Collection
from wallet.render import load_theme, render
from wallet.site import SharedCollection, SiteInput, assemble
from wallet.site.model import Page, Site
from wallet.site.urls import is_private
from wallet.site.views import EndedView, LockedView, SharedView

UNTIL = datetime(2027, 3, 31, 15, tzinfo=UTC)
ENTRIES = sample_badges()
WORDS = Collection(
    slug="x", title={"ja": "担当者様へ", "en": "For you"}, badges=(), letter={"en": "Dear **reader**, SECRET-WORDS"}
)
OPEN = SharedCollection(address="a1", until=UNTIL, words=WORDS, entries=ENTRIES)
LOCKED = SharedCollection(address="b2", until=UNTIL, asks=True, sealed=b"SEALED")
ENDED = SharedCollection(address="c3", ended=True)


def _input(*shared: SharedCollection) -> SiteInput:
    return replace(sample_site_input(), shared=shared)


def _site() -> Site:
    return assemble(_input(OPEN, LOCKED, ENDED))


def _pages(site: Site, address: str) -> list[Page]:
    return [page for page in site.pages if f"/shared/{address}/" in page.path]


def test_each_address_has_a_page_in_every_language() -> None:
    site = _site()
    for address, view in (("a1", SharedView), ("b2", LockedView), ("c3", EndedView)):
        pages = _pages(site, address)
        assert [page.language for page in pages] == ["ja", "en"]
        assert all(isinstance(page.view, view) for page in pages)


def test_no_list_names_them_and_their_heads_ask_not_to_be_indexed() -> None:
    site = _site()
    files = {file.path: file.content.decode(errors="replace") for file in render(site, load_theme("default"))}
    public = {path: text for path, text in files.items() if not is_private(path)}
    assert [
        path for path, text in public.items() if "shared/" in text and path.endswith((".html", ".xml", ".txt"))
    ] == []
    for page in (page for page in site.pages if is_private(page.path)):
        assert '<meta name="robots" content="noindex">' in files[page.path]
        assert "og:" not in files[page.path]
        assert (page.canonical, page.alternates, page.card) == (None, (), None)


def test_the_rest_of_the_site_is_as_it_would_be_without_them() -> None:
    theme = load_theme("default")
    with_them = {file.path: file.content for file in render(_site(), theme) if not is_private(file.path)}
    assert with_them == {file.path: file.content for file in render(assemble(sample_site_input()), theme)}


def test_an_unlisted_page_brings_every_file_that_it_names() -> None:
    site = _site()
    files = {file.path: file.content for file in site.files}
    view = _pages(site, "a1")[1].view
    assert isinstance(view, SharedView)
    assert len(view.badges) == len(ENTRIES) > 3
    for badge, entry in zip(view.badges, ENTRIES, strict=True):
        assert files[badge.original.address] == entry.original.content
        assert badge.original.digest == entry.original.digest
        assert badge.picture is None or files[badge.picture.address]
        assert "" not in (badge.state.label, badge.checked.text)
    assert (view.until and view.until.text, view.end) == ("31 March 2027", UNTIL.isoformat())


def test_a_locked_page_says_nothing_of_what_is_in_it() -> None:
    site = _site()
    assert {file.path: file.content for file in site.files}["shared/b2.json"] == b"SEALED"
    text = next(
        file.content.decode() for file in render(site, load_theme("default")) if file.path == "en/shared/b2/index.html"
    )
    assert "SECRET-WORDS" not in text
    assert "For you" not in text
    assert 'data-content="../../../shared/b2.json"' in text
    assert 'integrity="sha384-' in text


def test_a_locked_page_asks_for_a_passphrase_or_speaks_of_the_key() -> None:
    for asks in (True, False):
        site = assemble(_input(replace(LOCKED, asks=asks)))
        text = next(
            file.content.decode()
            for file in render(site, load_theme("default"))
            if file.path == "en/shared/b2/index.html"
        )
        assert ('id="passphrase"' in text, "The key is the end of the link" in text) == (asks, not asks)


def test_what_has_ended_has_no_files_and_says_so() -> None:
    site = assemble(_input(ENDED, replace(OPEN, address="d4", ended=True), replace(LOCKED, address="e5", ended=True)))
    assert [file.path for file in site.files if is_private(file.path)] == []
    assert {type(page.view) for page in site.pages if is_private(page.path)} == {EndedView}


def test_the_last_day_is_the_learners_own() -> None:
    for hours in (-10, 0, 9):
        until = datetime(2027, 4, 1, tzinfo=timezone(timedelta(hours=hours)))
        page = _pages(assemble(_input(replace(LOCKED, until=until))), "b2")[1]
        assert isinstance(page.view, LockedView)
        assert (page.view.until and page.view.until.text, page.view.end) == ("31 March 2027", until.isoformat())


def test_private_paths_are_known() -> None:
    assert [is_private(path) for path in ("shared/a/b.png", "ja/shared/a/index.html", "shared/a.json")] == [True] * 3
    assert [is_private(path) for path in ("ja/index.html", "badges/shared/x", "ja/badges/shared/index.html")] == [
        False,
        False,
        False,
    ]
