from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wallet.language.conventions import cv_layout, is_katakana
from wallet.language.dates import format_month


@pytest.mark.parametrize(
    ("language", "layout"), [("ja", "form"), ("ja-JP", "form"), ("en", "list"), ("fr", "list"), ("jam", "list")]
)
def test_a_language_without_a_custom_of_its_own_has_the_international_layout(language: str, layout: str) -> None:
    assert cv_layout(language) == layout


@pytest.mark.parametrize(("reading", "found"), [("ハマグチ ミオ", True), ("はまぐち", False), ("ハマぐち", False)])
def test_katakana_is_told_from_hiragana(reading: str, found: bool) -> None:
    assert is_katakana(reading) is found


def test_a_month_is_written_as_its_readers_do() -> None:
    moment = datetime(2022, 12, 16, tzinfo=UTC)
    assert (format_month(moment, "en"), format_month(moment, "ja")) == ("December 2022", "2022年12月")
