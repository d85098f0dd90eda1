"""What a service receives when a reader follows a link, read by a stand-in for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from tests.site.sample import badge, sample_badges, sample_portfolio, sample_site_input
from tests.site.targets import Received, received
from wallet.credentials.model import Achievement, Profile
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site import BadgeEntry, assemble
from wallet.site.badge import badge_view
from wallet.site.reader import Reader
from wallet.site.sharing import badge_share
from wallet.site.views import CollectionView, HomeView, ShareView

BASE = "https://mio.example/portfolio/"
READERS = {tag: Reader(catalog=load_catalog(tag)) for tag in ("ja", "en")}
SERVICES = ["LinkedIn", "X", "LINE", "Facebook", "Hatena", "Bluesky", "mail"]
HARD_NAMES = [
    "C&C++ #1: 50% off? <b>\"x\"</b> 'y' a=b;c",
    "防災士 👩🏽‍💻 養成講座 & 実習 #2（上級）",
    "line\r\nBcc: other@x.example\tend",
    "長" * 300,
    "e" * 500,
    "👩🏽‍💻" * 120,
    "\u202eevil \ud800 half",
    "100%25 %0D%0A",
]


def share(entry: BadgeEntry, language: str = "en") -> ShareView:
    return badge_share(READERS[language], entry, ("ja", "en"), BASE)


def named(name: str, **parts: Any) -> BadgeEntry:
    entry = badge("x", Achievement(id=None, name=Text.of(name)), issuer=Profile(id=None, name=Text.of("港 & Co. #1")))
    return replace(entry, credential=replace(entry.credential, **parts)) if parts else entry


def profile(entry: BadgeEntry, language: str = "en") -> Received:
    view = share(entry, language)
    assert view.profile
    return received(view.profile.url)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("entry", sample_badges(), ids=lambda entry: entry.slug)
def test_every_service_gets_the_page_in_the_readers_language(entry: BadgeEntry, language: str) -> None:
    view = share(entry, language)
    assert view == badge_view(READERS[language], entry, sample_portfolio(), BASE).share
    found = [received(target.url) for target in view.targets]
    assert [one.service for one in found] == SERVICES
    assert {one.page for one in [*found, profile(entry, language)]} == {f"{BASE}{language}/badges/{entry.slug}/"}


@pytest.mark.parametrize("name", HARD_NAMES)
def test_hard_names_arrive_as_they_are_read_on_the_page(name: str) -> None:
    entry = named(name)
    view = share(entry)
    shown = " ".join(view.title.split())
    found = {one.service: one.fields for one in (received(target.url) for target in view.targets)}
    assert profile(entry).fields["name"] == shown
    assert profile(entry).fields["organizationName"] == "港 & Co. #1"
    assert found["mail"] == {"subject": shown, "body": f"{view.text}\r\n{BASE}en/badges/x/"}
    assert found["LINE"]["text"] == found["Hatena"]["btitle"] == view.text == f"“{shown}” (港 & Co. #1)"
    for service in ("X", "Bluesky"):
        text = found[service]["text"].removesuffix(f" {BASE}en/badges/x/")
        assert text == view.text or (text.endswith("…") and view.text.startswith(text[:-1]))
        assert len(text) > 60 or text == view.text


def test_the_words_are_those_of_the_page() -> None:
    entry = {entry.slug: entry for entry in sample_badges()}["ds-literacy"]
    assert share(entry, "ja").text == "「データサイエンス・AI全学教育プログラム（リテラシーレベル）」（土佐海浜大学）"
    english = "“Data Science and AI for All Students (Literacy Level)” (Tosa Coastal University)"
    assert share(entry, "en").text == english
    assert profile(entry, "ja").fields["organizationName"] == "土佐海浜大学"
    assert profile(entry, "en").fields["organizationName"] == "Tosa Coastal University"


def test_months_are_those_of_the_awards_own_offset() -> None:
    new_year = datetime(2024, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    last = datetime(2029, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-11)))
    fields = profile(named("x", valid_from=new_year, valid_until=last)).fields
    assert (fields["issueYear"], fields["issueMonth"]) == ("2024", "1")
    assert (fields["expirationYear"], fields["expirationMonth"]) == ("2029", "12")


def test_the_day_of_the_award_is_told_and_not_that_of_a_new_copy() -> None:
    awarded = datetime(2021, 6, 1, tzinfo=UTC)
    fields = profile(named("x", awarded_date=awarded, valid_from=datetime(2025, 3, 1, tzinfo=UTC))).fields
    assert (fields["issueYear"], fields["issueMonth"]) == ("2021", "6")


def test_what_is_not_stated_is_left_out() -> None:
    entry = named("x", id=None, valid_from=None, awarded_date=None, valid_until=None)
    assert set(profile(entry).fields) == {"startTask", "name", "organizationName", "certUrl"}
    view = share(entry)
    assert view.profile
    assert [fact.label for fact in view.profile.fields] == ["Name", "Issuing organisation", "Credential URL"]


def test_the_form_can_be_filled_in_by_hand() -> None:
    entry = {entry.slug: entry for entry in sample_badges()}["first-aid"]
    view = share(entry)
    assert view.profile
    values = {fact.label: fact.date.text if fact.date else fact.values[0].text for fact in view.profile.fields}
    assert values == {
        "Name": "救命講習",
        "Issuing organisation": "Tosa Coastal University",
        "Issued": "30 June 2021",
        "Valid until": "30 June 2024",
        "Credential ID": "urn:sample:first-aid",
        "Credential URL": f"{BASE}en/badges/first-aid/",
    }
    assert profile(entry).fields["certId"] == "urn:sample:first-aid"


def test_the_link_to_copy_is_short_and_the_pages_of_each_language_stand_beside_it() -> None:
    view = share(sample_badges()[0])
    assert view.url.startswith(f"{BASE}b/")
    assert view.qr
    assert view.qr.url == view.url
    assert [(page.label.text, page.label.language) for page in view.pages] == [("日本語", "ja"), ("English", "en")]
    assert [page.url for page in view.pages] == [
        f"{BASE}{tag}/badges/{sample_badges()[0].slug}/" for tag in ("ja", "en")
    ]


def test_home_and_collections_are_shared_in_the_same_ways() -> None:
    pages = {page.address: page.view for page in assemble(sample_site_input(BASE)).pages}
    for address, kind in (("ja/", HomeView), ("en/collections/for-the-harbour/", CollectionView)):
        view = pages[address]
        assert isinstance(view, HomeView | CollectionView)
        assert isinstance(view, kind)
        found = [received(target.url) for target in view.share.targets]
        assert [one.service for one in found] == SERVICES
        assert {one.page for one in found} == {BASE + address} == {view.share.url}
        assert view.share.profile is None
    home = pages["ja/"]
    assert isinstance(home, HomeView)
    assert home.share.text == "浜口 澪 · 誰でも検証できるバッジのポートフォリオ"
