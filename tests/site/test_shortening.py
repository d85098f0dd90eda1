from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.site.shortening import shortened, without_breaks, x_weight


@given(st.text(), st.integers(min_value=2, max_value=60), st.sampled_from([len, x_weight]))
def test_a_text_fits_and_says_that_it_was_cut(text: str, limit: int, weight: object) -> None:
    measure = x_weight if weight is x_weight else len
    found = shortened(text, limit, measure)
    assert measure(found) <= limit
    assert found == text if measure(text) <= limit else found.endswith("…")


@pytest.mark.parametrize(("text", "weight"), [("abc", 3), ("日本", 4), ("“é”", 3), ("…", 2), ("", 0), ("👩", 2)])
def test_a_japanese_character_counts_twice_on_x(text: str, weight: int) -> None:
    assert x_weight(text) == weight


def test_no_half_emoji_and_no_bare_letter_is_left() -> None:
    woman = "👩🏽‍💻"
    assert shortened(f"ab{woman}cd", 5) == "ab…"
    assert shortened(f"ab{woman}cd", 6) == "ab…"
    assert shortened("か\u3099き\u3099く", 4) == "か\u3099…"
    assert shortened("one two three", 5) == "one…"


def test_lines_become_one() -> None:
    assert without_breaks(" a\r\n\tb  c ") == "a b c"
