from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.language.controls import one_line, unbroken, unmarked, visible
from wallet.language.tags import (
    autonym,
    guess_language,
    language_name,
    locale_of,
    same_language,
    territory_name,
)
from wallet.language.text import LanguageValue, Text


def test_overrides_are_shown_as_what_they_are() -> None:
    assert visible("abc\u202edef\u202c") == "abc⟨U+202E⟩def⟨U+202C⟩"
    assert unmarked(visible("\u202eabc")) == "abc"


def test_marks_that_writing_needs_are_left_alone() -> None:
    written = "👩\u200d🌾 می\u200cخواهم שלום\u200e\nab\tc"
    assert visible(written) == written


@pytest.mark.parametrize(
    "gap", ["\n", "\r\n", " \t ", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\u2800 \u3164"]
)
def test_a_foreign_value_is_one_line(gap: str) -> None:
    assert one_line(f"{gap}Data{gap}Science\x1b{gap}") == " Data Science⟨U+001B⟩ "


def test_one_space_of_any_width_is_left_alone() -> None:
    assert one_line("山田\u3000花子 5\u00a0000") == "山田\u3000花子 5\u00a0000"


def test_a_line_of_ours_keeps_its_indentation_and_no_break() -> None:
    assert unbroken("  a\tb\r\nc\u2028d") == "  a\tb⟨U+000A⟩c⟨U+2028⟩d"


@given(st.text(alphabet=st.characters()))
def test_what_is_one_line_never_becomes_two(text: str) -> None:
    for shown in (one_line(text), unbroken(text)):
        assert len(shown.splitlines()) <= 1
        assert one_line(one_line(text)) == one_line(text)


@given(st.text(alphabet=st.characters()))
def test_visible_text_can_always_be_written(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "language"),
    [("データ", "ja"), ("統計", "zh"), ("Python Basics", "en"), ("한국어", "ko"), ("Déjà vu", None), ("A2", None)],
)
def test_only_the_script_gives_a_language_away(text: str, language: str | None) -> None:
    assert guess_language(text, han="zh") == language


def test_names_of_languages_and_countries() -> None:
    assert language_name("ja", "en") == "Japanese"
    assert language_name("en", "ja") == "英語"
    assert language_name("not a tag", "en") == "not a tag"
    assert (autonym("ja"), autonym("en"), autonym("fr")) == ("日本語", "English", "Français")
    assert territory_name("JP", "ja") == "日本"
    assert territory_name("Atlantis", "en") == "Atlantis"
    assert (locale_of("ja"), locale_of("en"), locale_of("pt-PT")) == ("ja_JP", "en_US", "pt_PT")


def test_regions_do_not_part_languages() -> None:
    assert same_language("en-GB", "en_US")
    assert not same_language("en", "ja")


def test_the_best_value_is_the_readers_then_the_undeclared_then_the_first() -> None:
    both = Text((LanguageValue(value="a", language="fr"), LanguageValue(value="b", language="ja-JP")))
    undeclared = Text((LanguageValue(value="a", language="fr"), LanguageValue(value="c")))
    assert both.best("ja").value == "b"
    assert both.best("en").value == "a"
    assert undeclared.best("en").value == "c"
    with pytest.raises(ValueError, match="at least one"):
        Text(())
