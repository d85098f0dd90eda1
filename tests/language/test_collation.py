from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from wallet.language.collation import name_key, sort_key

INDEX = (
    *("ヴァイオリン", "うえだ", "おおた", "おーでぃお", "カード", "かあど", "さとう", "しみず"),
    *("しゅん", "じゅん", "はしもと", "ハシモト", "はっとり", "ばば", "ぱんだ"),
)


def test_kana_stand_as_in_an_index() -> None:
    mixed = random.Random(3).sample(INDEX, len(INDEX))
    assert sorted(mixed, key=sort_key) == list(INDEX)


def test_half_width_kana_sort_as_full_width() -> None:
    assert sort_key("ｶﾞｲﾄﾞ")[:3] == sort_key("ガイド")[:3]


def test_latin_names_ignore_case_and_kanji_come_last() -> None:
    names = ["図書館", "かな", "beta", "Alpha", "éclair"]
    assert sorted(names, key=sort_key) == ["Alpha", "beta", "éclair", "かな", "図書館"]


def test_kanji_without_a_reading_keep_the_order_they_came_in() -> None:
    assert sorted(["通訳", "図書館", "地図"], key=sort_key) == ["通訳", "図書館", "地図"]


def test_a_reading_counts_where_the_name_is_japanese() -> None:
    assert name_key("地図", "ちず", "ja") == sort_key("ちず")
    assert name_key("地図", "ちず", "en") == sort_key("ちず")
    assert name_key("Map", "ちず", "en") == sort_key("Map")
    assert name_key("Map", None, "ja") == sort_key("Map")


@given(st.lists(st.text()))
def test_any_texts_have_one_order(texts: list[str]) -> None:
    ordered, backwards = sorted(texts, key=sort_key), texts[::-1]
    assert [sort_key(text) for text in sorted(backwards, key=sort_key)] == [sort_key(text) for text in ordered]
    assert sorted(ordered, key=sort_key) == ordered
