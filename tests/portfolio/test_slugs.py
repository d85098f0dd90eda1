from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.credentials.model import Achievement, AchievementSubject, OpenBadgeCredential, Profile
from wallet.errors import PortfolioError
from wallet.language.text import LanguageValue, Text
from wallet.portfolio.slugs import MAX_SLUG_LENGTH, free_slug, require_slug, suggest_slug


def _credential(name: Text, human_code: str | None = None, identifier: str | None = None) -> OpenBadgeCredential:
    return OpenBadgeCredential(
        specification="OB 3.0",
        data_model="VCDM 2.0",
        id=identifier,
        type=("VerifiableCredential",),
        issuer=Profile(id="did:web:issuer.example"),
        credential_subject=AchievementSubject(achievement=Achievement(id=None, name=name, human_code=human_code)),
    )


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Data Literacy", "data-literacy"),
        ("データサイエンス DS-101 Basic", "ds-101-basic"),
        ("Économie générale", "economie-generale"),
        ("ＰＹＴＨＯＮ入門", "python"),
        ("C++ & Rust: systems", "c-rust-systems"),
    ],
)
def test_a_slug_comes_from_the_latin_part_of_the_name(name: str, slug: str) -> None:
    assert suggest_slug(_credential(Text.of(name)), "00") == slug


def test_the_human_code_comes_first() -> None:
    assert suggest_slug(_credential(Text.of("Data Literacy"), human_code="DSCI-101"), "00") == "dsci-101"


def test_the_english_name_comes_before_the_japanese() -> None:
    values = (LanguageValue(value="AIリテラシー basic", language="ja"), LanguageValue(value="AI Basics", language="en"))
    assert suggest_slug(_credential(Text(values)), "00") == "ai-basics"


@pytest.mark.parametrize("name", ["データリテラシー", "AI入門", "2026年度", "Index", "🎓"])
def test_a_name_that_names_nothing_in_latin_gives_a_short_digest(name: str) -> None:
    slug = suggest_slug(_credential(Text.of(name), identifier="urn:uuid:1"), "00")
    assert re.fullmatch(r"badge-[0-9a-f]{8}", slug)
    assert slug == suggest_slug(_credential(Text.of(name), identifier="urn:uuid:1"), "ff")
    assert slug != suggest_slug(_credential(Text.of(name), identifier="urn:uuid:2"), "00")


def test_a_credential_without_an_id_is_told_by_its_digest() -> None:
    credential = _credential(Text.of("証明"))
    assert suggest_slug(credential, "00") != suggest_slug(credential, "ff")


def test_a_long_name_is_cut_between_words() -> None:
    slug = suggest_slug(_credential(Text.of("introduction to " * 10)), "00")
    assert len(slug) <= MAX_SLUG_LENGTH
    assert slug.endswith(("introduction", "to"))


@given(st.text(max_size=200), st.text(max_size=80) | st.none())
def test_every_suggestion_can_stand_in_an_address(name: str, human_code: str | None) -> None:
    credential = replace(_credential(Text.of(name), human_code=human_code), id="urn:uuid:1")
    require_slug(suggest_slug(credential, "00"))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=58, max_size=200))
def test_a_name_of_one_long_word_still_gives_a_slug(name: str) -> None:
    require_slug(suggest_slug(_credential(Text.of(name)), "00"))


def test_a_taken_slug_gets_a_number() -> None:
    assert free_slug("data", {"art"}) == "data"
    assert free_slug("data", {"data", "data-2"}) == "data-3"


@pytest.mark.parametrize("wanted", ["word-" * 11 + "words", "w" * MAX_SLUG_LENGTH, "a-" * 29 + "aa"])
def test_a_taken_slug_that_is_long_makes_room_for_its_number(wanted: str) -> None:
    taken = {wanted}
    for _ in range(12):
        slug = free_slug(wanted, taken)
        require_slug(slug)
        assert slug[:20] == wanted[:20]
        taken.add(slug)
    assert len(taken) == 13


@pytest.mark.parametrize("slug", ["data", "data-101", "2026"])
def test_a_good_slug_is_accepted(slug: str) -> None:
    require_slug(slug)


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "Data",
        "data literacy",
        "-data",
        "data-",
        "da--ta",
        "../data",
        "data/x",
        "データ",
        "badges",
        "nul",
        "a" * 61,
        "a\n",
    ],
)
def test_a_slug_that_cannot_stand_in_an_address_is_refused(slug: str) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.bad-slug"):
        require_slug(slug)
