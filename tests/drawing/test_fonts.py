from __future__ import annotations

import unicodedata

import pytest

from wallet.drawing.fonts import SANS, SERIF, face, settable


@pytest.mark.parametrize(
    "text",
    ["髙橋・𠮷田", "Ωμέγα Привіт", "Šárka Dvořáková, Žilina", "Erdo\u030bs", "à la carte — “quoted”", "①㈱", "が"],
)
def test_what_has_glyphs_is_set(text: str) -> None:
    assert settable(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "한국어", "ไทย", "हिन्दी", "浜 שלום", "x\u0302", "", "  ", "🎣"])
def test_letters_that_would_be_missing_leave_the_whole_text_out(text: str) -> None:
    assert settable(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ワークショップ 🎣", "ワークショップ"),
        ("浜辺👩🏽‍💻の会", "浜辺の会"),
        ("葛\U000e0100城", "葛城"),
        ("か\u3099く", "がく"),
        ("soft\u00adly\u200b", "softly"),
        ("one\n two", "one two"),
    ],
)
def test_signs_that_are_no_letters_may_go(text: str, expected: str) -> None:
    assert settable(text) == expected


def test_an_opening_bracket_begins_where_its_ink_does() -> None:
    for name in (SERIF, SANS):
        letters = face(name, 40)
        assert letters.pieces("「浜」")[0].x == -20
        assert letters.width("「浜」") == 100


def test_a_thin_space_stands_between_latin_and_japanese_letters() -> None:
    letters = face(SANS, 40)
    assert letters.width("AI入門") == letters.width("AI") + 5 + letters.width("入門")
    assert [piece.x for piece in letters.pieces("学・AI")] == [0, 80]


def test_a_word_is_set_in_one_font() -> None:
    letters = face(SERIF, 40)
    (plain,), (european,) = letters.pieces("Dvorak"), letters.pieces("Dvořák")
    assert (plain.font, european.font) == (letters.font, letters.pieces("Š")[0].font)
    assert abs(letters.width("Dvorak") - letters.width("Dvořák")) < 4
