from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.language.phrases import LONGEST, phrases


def test_japanese_breaks_between_phrases() -> None:
    assert phrases("この証明書は検証できませんでした。", "ja") == ("この証明書は", "検証できませんでした。")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("まち歩き地図づくり", ("まち歩き地図づくり",)),
        ("災害時多言語情報ボランティア", ("災害時多言語情報", "ボランティア")),
        ("データ活用の基礎", ("データ活用の", "基礎")),
        ("公共サービスのための統計", ("公共サービスの", "ための", "統計")),
    ],
)
def test_names_break_within_no_word(text: str, pieces: tuple[str, ...]) -> None:
    assert phrases(text, "ja") == pieces


@pytest.mark.parametrize("language", ["en", "ja-Latn", "zh-Hant"])
def test_other_writing_is_left_whole(language: str) -> None:
    assert phrases("この証明書は", language) == ("この証明書は",)


def test_a_text_beyond_any_heading_is_left_whole() -> None:
    text = "漢字とかな" * LONGEST
    assert phrases(text, "ja") == (text,)


@given(st.text())
def test_nothing_is_added_or_lost(text: str) -> None:
    assert "".join(phrases(text, "ja")) == text
