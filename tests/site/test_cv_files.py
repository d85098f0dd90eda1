from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest

from tests.site.sample import badge, sample_badges, sample_site_input
from wallet.credentials.model import Achievement
from wallet.language.catalogs import load_catalog
from wallet.language.text import Text
from wallet.site import assemble
from wallet.site.cv import cv_view
from wallet.site.cv_files import cv_csv, cv_text, harmless
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader


def table(language: str, badges: tuple[BadgeEntry, ...]) -> list[list[str]]:
    reader = Reader(catalog=load_catalog(language))
    content = cv_csv(reader, cv_view(reader, replace(sample_site_input(), badges=badges)))
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def text(language: str, badges: tuple[BadgeEntry, ...]) -> list[str]:
    reader = Reader(catalog=load_catalog(language))
    return cv_text(reader, cv_view(reader, replace(sample_site_input(), badges=badges))).decode().splitlines()


def named(name: str) -> BadgeEntry:
    return badge("one", Achievement(id="urn:a", name=Text.of(name, "en"), achievement_type="Course"))


def test_the_japanese_table_can_be_pasted_into_a_form() -> None:
    heading, first, *_ = table("ja", sample_badges())
    assert heading == ["年", "月", "免許・資格", "発行者", "受講期間・番号・有効期限", "検証結果", "アドレス"]
    assert first[:4] == ["2021", "6", "救命講習　取得（土佐海浜大学）", "土佐海浜大学"]
    assert first[-1] == "https://mio.example/portfolio/ja/badges/first-aid/"


def test_the_english_table_has_whole_dates_and_both_names() -> None:
    heading, *rows = table("en", sample_badges())
    assert heading[:4] == ["Date", "Certification or badge", "Kind", "Issued by"]
    assert [row[0] for row in rows] == ["2025-03-31", "2022-12-16", "2021-06-30"]
    assert rows[1][1].startswith("Data Science and AI for All Students (Literacy Level) [データサイエンス")
    assert {len(row) for row in rows} == {len(heading)}


@pytest.mark.parametrize("name", ['=HYPERLINK("https://x.example")', "+1", "-1", "@SUM(A1)", "＝1", " =1", "\t=1"])
def test_no_cell_is_a_formula(name: str) -> None:
    assert harmless(name) == f"'{name}"
    (_, row) = table("en", (named(name),))
    assert row[1].startswith("'")


@pytest.mark.parametrize("name", ["a=b", "", "C++", "第22-1184号"])
def test_other_cells_stay_as_they_are(name: str) -> None:
    assert harmless(name) == name


def test_a_name_over_several_lines_with_quotes_is_one_cell_in_one_line() -> None:
    (_, row) = table("en", (named('Two\nlines, "quoted"'),))
    assert row[1] == 'Two lines, "quoted"'


def test_the_japanese_text_has_one_line_for_each_badge_and_its_end() -> None:
    lines = text("ja", sample_badges())
    assert lines[:2] == ["浜口 澪", "ふりがな：はまぐち みお"]
    assert "2022年12月　データサイエンス・AI全学教育プログラム（リテラシーレベル）　修了（土佐海浜大学）" in lines
    (expired,) = [line for line in lines if "救命講習" in line]
    assert "2024年6月30日まで有効" in expired
    (end,) = [line for line in lines if line.endswith("以上")]
    assert end.startswith("　　")
    assert lines[-1].endswith("https://mio.example/portfolio/ja/")


def test_without_a_badge_the_text_says_so() -> None:
    lines = text("ja", ())
    assert "特になし" in lines
    assert not [line for line in lines if "以上" in line]
    assert "Nothing to state" in text("en", ())


def test_the_english_text_names_date_issuer_and_what_was_verified() -> None:
    lines = text("en", sample_badges())
    at = lines.index("March 2025: Python Basics, Tosa Coastal University")
    assert lines[at + 1 : at + 3] == [
        "  Verified, status last confirmed on 2 October 2026",
        "  https://mio.example/portfolio/en/badges/python-basics/",
    ]


def test_both_files_stand_beside_the_page_in_each_language() -> None:
    files = {file.path for file in assemble(sample_site_input()).files}
    assert {f"{tag}/{name}" for tag in ("ja", "en") for name in ("cv.txt", "cv.csv", "cv/qr.svg")} <= files
