from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.drawing.lines import CLOSING, OPENING, break_lines, phrases_of, shorten


def lines(text: str, width: float, language: str = "ja") -> list[str]:
    return break_lines(phrases_of(text, language), width, len)


@given(
    st.text("海の見える図書館でまなぶ、データ。「（ー）」ャっッ・Ab1 ", min_size=1, max_size=60), st.integers(12, 30)
)
def test_no_line_begins_or_ends_with_what_must_not(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join("".join(found).split()) == "".join(text.split())
    # Beyond this many in a row there is no place left to break at.
    if not any(mark * 4 in "".join(text.split()) for mark in (*CLOSING, *OPENING)) and max(map(len, found), default=0):
        kept = [line for line in found if not set(line) <= set(CLOSING + OPENING + " ")]
        runs = max((len(run) for run in _runs(text)), default=0)
        if runs < width // 2:
            assert not [line for line in kept[1:] if line[0] in CLOSING]
            assert not [line for line in kept[:-1] if line[-1] in OPENING]


def _runs(text: str) -> list[str]:
    marks = set(CLOSING + OPENING)
    return "".join(sign if sign in marks else "\n" for sign in "".join(text.split())).split()


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("コミュニティ通訳者（英語）", 12, ["コミュニティ通訳者", "（英語）"]),
        ("オープンデータ管理者", 8, ["オープンデータ", "管理者"]),
        ("災害時多言語情報ボランティア", 10, ["災害時多言語情報", "ボランティア"]),
        ("データの読み方、海の学び方", 7, ["データの", "読み方、海の", "学び方"]),
        ("ああああ、いい", 4, ["あああ", "あ、いい"]),
        ("「あああ」いい", 5, ["「あああ」", "いい"]),
    ],
)
def test_lines_break_between_phrases(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_words_in_latin_letters_stay_whole_where_they_fit() -> None:
    assert lines("Data for everybody", 10, "en") == ["Data for", "everybody"]
    assert lines("Python入門", 6) == ["Python", "入門"]
    assert lines("antidisestablishmentarianism", 10, "en") == ["antidisest", "ablishment", "arianism"]


def test_chinese_breaks_anywhere_but_at_marks() -> None:
    assert lines("数据科学，基础课程", 4, "zh") == ["数据科", "学，基础", "课程"]


def test_a_row_of_marks_does_not_leave_the_card() -> None:
    assert max(map(len, lines("ー" * 300, 20))) <= 20


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert shorten(["一二三", "四五、", "六"], 2, 3, len) == ["一二三", "四五…"]
    assert shorten(["一二三", "四（五"], 2, 3, len) == ["一二三", "四（五"]
    assert shorten(["一二三", "四（五", "六"], 2, 3, len) == ["一二三", "四…"]
