from __future__ import annotations

import dataclasses

from tests.site.sample import badge, sample_badges
from wallet.credentials.model import Achievement, Alignment
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.portfolio.model import BadgeChoices
from wallet.site.cards import newest_first
from wallet.site.entries import BadgeEntry
from wallet.site.listing import filter_views, place_views
from wallet.site.reader import Reader

JAPANESE, ENGLISH = (Reader(catalog=load_catalog(language)) for language in ("ja", "en"))


def named(slug: str, name: str, reading: str | None = None, skill: str = "Statistics") -> BadgeEntry:
    alignment = (Alignment(target_name=Text.of(skill)),)
    achievement = Achievement(id="urn:a", name=Text.of(name), achievement_type="Course", alignment=alignment)
    return dataclasses.replace(badge(slug, achievement), choices=BadgeChoices(reading=reading))


def issued_by(entry: BadgeEntry, name: str) -> BadgeEntry:
    issuer = dataclasses.replace(entry.credential.issuer, id=f"urn:{name}", name=Text.of(name))
    return dataclasses.replace(entry, credential=dataclasses.replace(entry.credential, issuer=issuer))


def by_reading(reader: Reader, *entries: BadgeEntry) -> list[str]:
    ranks = [place.reading_rank for place in place_views(reader, entries)]
    ordered = newest_first(entries)
    return [ordered[ranks.index(rank)].slug for rank in range(len(entries))]


def test_a_reading_gives_kanji_their_place() -> None:
    entries = (named("a", "図書館"), named("b", "通訳", "つうやく"), named("c", "さくら"), named("d", "Zebra"))
    assert by_reading(JAPANESE, *entries) == ["d", "c", "b", "a"]


def test_every_order_is_a_whole_row_of_numbers() -> None:
    places = place_views(ENGLISH, sample_badges())
    for ranks in zip(*((place.date_rank, place.issuer_rank, place.reading_rank) for place in places), strict=True):
        assert sorted(ranks) == list(range(len(places)))
    assert [place.date_rank for place in places] == list(range(len(places)))


def test_the_badges_of_an_issuer_stand_together() -> None:
    names = {"a": "灯台", "b": "図書館", "c": "灯台", "d": "Academy"}
    entries = tuple(issued_by(named(slug, slug), issuer) for slug, issuer in names.items())
    ordered = newest_first(entries)
    places = place_views(JAPANESE, entries)
    by_issuer = sorted(range(len(ordered)), key=lambda rank: places[rank].issuer_rank)
    assert [ordered[rank].slug for rank in by_issuer] == ["d", "a", "c", "b"]


def test_options_count_the_badges_that_carry_their_value() -> None:
    places = place_views(ENGLISH, sample_badges())
    found = {each.name: each for each in filter_views(ENGLISH, sample_badges())}
    assert "state" in found
    for option in found["state"].options:
        assert option.number == sum(place.state == option.value for place in places)


def test_a_filter_needs_two_values() -> None:
    alike = (named("a", "One"), named("b", "Two"))
    assert filter_views(ENGLISH, alike) == ()
    differing = (*alike, named("c", "Three", skill="Web design"))
    assert [each.name for each in filter_views(ENGLISH, differing)] == ["skill"]


def test_a_value_is_one_plain_word() -> None:
    odd = named("a", "One", skill='"> <script> ')
    assert all(part.isalnum() for place in place_views(ENGLISH, (odd,)) for part in (*place.skills, place.issuer))
