from __future__ import annotations

import unicodedata

import pytest

from wallet.drawing.fonts import SANS, SERIF, face, is_european, settable


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


def test_where_a_letter_needs_it_all_latin_letters_are_of_the_other_font() -> None:
    assert [is_european(text) for text in ("Dvorak の会", "Dvořák の会", "ゔ")] == [False, True, False]
    plain, other = face(SERIF, 40), face(SERIF, 40, True)
    assert [piece.font for piece in other.pieces("Data の会")] != [plain.font] * 2
    assert other.pieces("Data の会")[-1].font is plain.font
    assert abs(plain.width("Data for everybody") - other.width("Data for everybody")) < 12


def test_a_word_that_would_be_a_mixture_is_not_set() -> None:
    assert (settable("ầ"), settable("ř"), settable("①ř")) == ("ầ", "ř", None)
