"""What a withdrawing page or list is quoted with."""

from __future__ import annotations

import pytest

from wallet.fields import JsonValue
from wallet.verification.assertions_pages import quoted_reason


@pytest.mark.parametrize("blank", [None, "", " \n", 7, ["a"], {"en": "a"}])
def test_nothing_is_quoted_where_no_reason_is_written(blank: JsonValue) -> None:
    assert quoted_reason(blank) is None


def test_a_long_reason_is_quoted_in_part() -> None:
    assert quoted_reason("Left early") == "Left early"
    assert quoted_reason("あ" * 1000) == "あ" * 300
