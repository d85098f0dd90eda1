"""What pages say about who presents the badges: no more than was shown."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.site.sample import sample_site_input
from wallet.site import BadgeEntry, Holder, PresentationFile, SiteInput, assemble
from wallet.site.editions import edition
from wallet.site.holder import control_view, holder_files, presentation_view, shown_on_home
from wallet.site.reader import Reader
from wallet.site.views import BadgeView, CheckingView, HomeView

DID = "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp"
SHOWN = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
BASE = "https://mio.example/portfolio/"


def _to(entry: BadgeEntry, subject: str | None, presentable: str | None = "{}") -> BadgeEntry:
    credential = entry.credential
    return replace(
        entry,
        credential=replace(credential, credential_subject=replace(credential.credential_subject, id=subject)),
        original=replace(entry.original, presentable=presentable),
    )


def _given(*, shown: datetime | None = SHOWN, signed: bool = True, base: str = BASE) -> SiteInput:
    """Two badges of the holder's, one of the site's own identifier, one of somebody else's, one of nobody's."""
    subjects = (DID, DID, "did:web:mio.example:portfolio", "did:example:learner", "mailto:a@mio.example")
    given = sample_site_input(base)
    badges = tuple(_to(entry, subject) for entry, subject in zip(given.badges, subjects, strict=False))
    hosted = _to(given.badges[len(subjects)], None, None)
    file = PresentationFile(content=b"{}", slugs=frozenset(entry.slug for entry in badges[:4]), signed=signed)
    return replace(given, badges=(*badges, hosted), holder=Holder(did=DID, shown_on=shown), presentation=file)


def _reader(given: SiteInput, language: str = "en") -> Reader:
    return edition(given, language).reader


@pytest.mark.parametrize(("place", "shown"), [(0, True), (1, True), (2, True), (3, False), (4, None), (5, None)])
def test_a_badges_page_speaks_of_its_own_recipient_alone(place: int, shown: bool | None) -> None:
    given = _given()
    view = control_view(_reader(given), given, given.badges[place])
    assert (view.shown if view else None) is shown


def test_it_says_on_which_day_it_was_shown() -> None:
    given = _given()
    english, japanese = (control_view(_reader(given, tag), given, given.badges[0]) for tag in ("en", "ja"))
    assert english is not None
    assert japanese is not None
    assert "1 May 2026" in english.sentence
    assert "2026年5月1日" in japanese.sentence


@pytest.mark.parametrize("given", [_given(shown=None), replace(_given(), holder=None)])
def test_where_nothing_was_shown_it_is_said_so(given: SiteInput) -> None:
    view = control_view(_reader(given), given, given.badges[0])
    assert view is not None
    assert not view.shown
    assert shown_on_home(_reader(given), given) is None


def test_the_identifier_of_another_site_is_not_this_sites() -> None:
    given = _given(base="https://copy.example/portfolio/")
    view = control_view(_reader(given), given, given.badges[2])
    assert view is not None
    assert not view.shown


def test_the_home_page_counts_the_badges_of_the_key() -> None:
    given = _given()
    said = shown_on_home(_reader(given), given)
    assert said is not None
    assert "(badges: 3)" in said


def test_the_home_page_says_nothing_where_no_badge_names_the_key() -> None:
    given = _given()
    badges = tuple(_to(entry, "did:example:learner") for entry in given.badges)
    assert shown_on_home(_reader(given), replace(given, badges=badges)) is None


def test_the_page_about_checking_tells_how_to_check_it() -> None:
    given = _given()
    view = presentation_view(_reader(given), given)
    assert view.command == f"wallet verify --domain {BASE} {BASE}presentation.json"
    assert (view.did, view.site_did, view.document_address) == (DID, "did:web:mio.example:portfolio", "did.json")
    assert "(badges in it: 4)" in view.told[0]
    assert [line[-2] for line in view.missing] == ["1", "1"]


def test_an_unsigned_file_is_said_to_show_nothing() -> None:
    given = _given(shown=None, signed=False)
    view = presentation_view(_reader(given), given)
    assert view.told == (
        "All badges that are Verifiable Credentials stand together in one file. The owner of this site has not "
        "signed it: it does not show who put it together.",
    )
    assert (view.command, view.question) == (f"wallet verify {BASE}presentation.json", None)


def test_without_a_file_there_is_nothing_to_link_to() -> None:
    given = sample_site_input()
    view = presentation_view(_reader(given), given)
    assert (view.address, view.did, view.missing) == (None, None, ())
    assert holder_files(given) == ()


@pytest.mark.parametrize(
    ("base", "did", "paths"),
    [
        (BASE, "did:web:mio.example:portfolio", ["did.json"]),
        ("https://mio.example/", "did:web:mio.example", ["did.json", ".well-known/did.json"]),
        ("http://mio.example/", None, []),
    ],
)
def test_the_document_of_the_sites_identifier_stands_where_it_is_looked_for(
    base: str, did: str | None, paths: list[str]
) -> None:
    files = {file.path: file.content for file in holder_files(_given(base=base))}
    assert list(files) == ["presentation.json", *paths]
    assert {json.loads(files[path])["id"] for path in paths} == ({did} if did else set())


def test_every_page_of_the_site_carries_its_part() -> None:
    pages = {page.path: page.view for page in assemble(_given()).pages}
    home, checking = pages["ja/index.html"], pages["ja/checking/index.html"]
    assert isinstance(home, HomeView)
    assert isinstance(checking, CheckingView)
    assert home.holder is not None
    assert checking.presentation.address == "presentation.json"
    badges = [view for view in pages.values() if isinstance(view, BadgeView)]
    assert sum(view.control is not None and view.control.shown for view in badges) == 2 * 3
