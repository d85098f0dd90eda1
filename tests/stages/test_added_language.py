from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from wallet.errors import BuildError, PortfolioError
from wallet.language.added import read_catalog
from wallet.language.catalogs import load_catalog
from wallet.language.fallbacks import given_back
from wallet.language.sentences import sentence
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build

ROOT = Path(__file__).parents[2]
CATALOGS = ROOT / "tests" / "fixtures" / "languages"
AT = datetime(2026, 11, 23, tzinfo=UTC)
SETTINGS = """
[site]
url = "https://learner.example/site/"
languages = ["ja", "en", "{language}"]

[owner]
family = "汐見"
given = "千鶴"
latin = "SHIOMI Chizuru"

[owner.name]
ko = "시오미 치즈루"

[owner.headline]
ja = "図書館司書"
"""


def portfolio(folder: Path, language: str, *, catalog: bool = True) -> Path:
    """A portfolio of two badges in Japanese, English and one language that no part of the package speaks."""
    root = folder / "mine"
    for slug in ("weekend-mentor", "statistics-for-public-services"):
        shutil.copytree(ROOT / "content" / "badges" / slug, root / "content" / "badges" / slug)
    (root / "content" / "portfolio.toml").write_text(SETTINGS.replace("{language}", language), "utf-8")
    (root / "content" / "profile.ja.md").write_text("図書館で働いています。\n", "utf-8")
    if catalog:
        shutil.copytree(CATALOGS / language, root / "content" / "languages" / language)
    return root


def built(root: Path) -> BuildSummary:
    return build(root, output=root / "output", base_url=None, at=AT, timer=lambda: 0.0)


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildSummary, Path]:
    root = portfolio(tmp_path_factory.mktemp("korean"), "ko")
    return built(root), root / "output"


def html(site: tuple[BuildSummary, Path], path: str) -> str:
    return (site[1] / path / "index.html").read_text("utf-8")


def test_every_page_stands_in_the_third_language(korean: tuple[BuildSummary, Path]) -> None:
    pages = {
        language: {file.relative_to(korean[1] / language) for file in (korean[1] / language).rglob("*.html")}
        for language in ("ja", "en", "ko")
    }
    assert pages["ko"] == pages["ja"] == pages["en"]
    badges = sum("embed" in file.parts for file in pages["ko"])
    # Beside them: the choice of a language, the page for wrong addresses, and a short link for each badge.
    assert korean[0].pages == 3 * len(pages["ko"]) + 2 + badges


def test_chooser_and_switch_offer_it_in_its_own_words(korean: tuple[BuildSummary, Path]) -> None:
    chooser = html(korean, "")
    assert '<li lang="ko">' in chooser
    # Nothing invites to English where the invitation has no translation.
    assert re.search(r'<li lang="ko">.*?invitation">한국어</span>', chooser, re.DOTALL)
    for path in ("ja/badges", "en/badges", "ko/badges"):
        assert re.search(r'hreflang="ko" lang="ko"[^>]*>한국어</a>', html(korean, path))
    assert "페이지를 찾을 수 없습니다" in (korean[1] / "404.html").read_text("utf-8")


def test_head_and_sitemap_name_it(korean: tuple[BuildSummary, Path]) -> None:
    page = html(korean, "ko/badges")
    assert '<html lang="ko">' in page
    assert '<meta property="og:locale" content="ko_KR">' in page
    for language in ("ja", "en", "ko"):
        url = f"https://learner.example/site/{language}/badges/"
        assert f'<link rel="alternate" hreflang="{language}" href="{url}">' in page
    text = (korean[1] / "sitemap.xml").read_text("utf-8")
    assert "https://learner.example/site/ko/badges/weekend-mentor/" in text
    assert 'hreflang="ko"' in text
    ElementTree.fromstring(text)


def test_sentences_dates_and_name_are_in_it(korean: tuple[BuildSummary, Path]) -> None:
    home, badges = html(korean, "ko"), html(korean, "ko/badges")
    assert "<h1>배지</h1>" in badges
    assert re.search(r'<time datetime="[^"]+">20\d\d년 \d+월 \d+일</time> 발급', badges)
    assert re.search(r'<h1 class="owner">시오미 치즈루</h1>', home)
    assert '<span lang="ja">汐見 千鶴</span>' in home
    assert "배지 2개" in home


def test_what_was_not_translated_is_shown_in_its_language_and_said(korean: tuple[BuildSummary, Path]) -> None:
    home = html(korean, "ko")
    assert "아직 번역되지 않아 일본어로 표시합니다." in home
    assert re.search(r'<div class="prose" lang="ja">\s*<p>図書館で働いています。', home)
    badge = html(korean, "ko/badges/statistics-for-public-services")
    assert re.search(r'<span class="phrases">|<h1><span lang="ja">', badge)
    assert "검증됨" in badge


def test_a_sentence_without_a_translation_is_in_english_and_counted(korean: tuple[BuildSummary, Path]) -> None:
    (found,) = korean[0].untranslated
    assert found.language == "ko"
    assert found.number > 50
    assert "All badges" in html(korean, "ko/badges/weekend-mentor")
    assert "불확실" not in html(korean, "ko/badges/weekend-mentor")


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    root = portfolio(tmp_path, "ko")
    first = built(root)
    again = built(root)
    assert (again.written, again.unchanged, again.untranslated) == (0, first.written, first.untranslated)


def test_a_language_from_right_to_left_turns_its_pages_and_no_others(tmp_path: Path) -> None:
    root = portfolio(tmp_path, "ar")
    site = (built(root), root / "output")
    assert '<html lang="ar" dir="rtl">' in html(site, "ar/badges")
    assert '<html lang="ja">' in html(site, "ja/badges")
    assert '<li lang="ar" dir="rtl">' in html(site, "")
    assert re.search(r'<div class="prose" lang="ja" dir="ltr">', html(site, "ar"))
    assert "الشارات" in html(site, "ar/badges")


def test_a_language_without_a_catalog_says_where_one_belongs(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as caught:
        built(portfolio(tmp_path, "ko", catalog=False))
    said = sentence(load_catalog("en"), caught.value.code, caught.value.facts)
    assert "content/languages/ko" in said


def test_a_language_that_has_no_dates_is_refused(tmp_path: Path) -> None:
    root = portfolio(tmp_path, "tlh", catalog=False)
    shutil.copytree(CATALOGS / "ko", root / "content" / "languages" / "tlh")
    with pytest.raises(PortfolioError) as caught:
        built(root)
    assert caught.value.code == "portfolio.no-locale"


def test_a_wrong_translation_names_file_and_line(tmp_path: Path) -> None:
    root = portfolio(tmp_path, "ko")
    file = root / "content" / "languages" / "ko" / "more.po"
    file.write_text('msgid "as of {date}"\nmsgstr "기준"\n', "utf-8")
    with pytest.raises(PortfolioError) as caught:
        built(root)
    assert caught.value.facts == {"path": str(file), "line": 1}
    for language in ("ja", "en"):
        assert "{date}" in sentence(load_catalog(language), caught.value.code, caught.value.facts)


def test_a_name_that_cannot_be_divided_stops_the_build_with_its_place(tmp_path: Path) -> None:
    root = portfolio(tmp_path, "ko")
    file = root / "content" / "badges" / "statistics-for-public-services" / "badge.toml"
    file.write_text('order = 1\nsplit_name = { separator = " / ", languages = ["ja", "en"] }\n', "utf-8")
    with pytest.raises(PortfolioError) as caught:
        built(root)
    assert (caught.value.code, caught.value.facts["line"]) == ("portfolio.cannot-split", 2)
    assert caught.value.facts["name"] == "公共サービスのための統計"


def test_the_sentences_that_stay_english_say_so(korean: tuple[BuildSummary, Path]) -> None:
    sentences = given_back(read_catalog("ko", sorted((CATALOGS / "ko").glob("*.po"))))
    found = 0
    for file in sorted((korean[1] / "ko").rglob("*.html")):
        page = re.sub(r"<(script|svg|title|select)\b.*?</\1>", "", file.read_text("utf-8"), flags=re.DOTALL)
        for opening, text in re.findall(r"(<[^<>]*>)([^<>]+)", page):
            if text.strip() in sentences and sum(map(str.isalpha, text)) > 2:
                assert opening == '<span lang="en">', (file, text)
                found += 1
    assert found > 200


def test_pages_in_a_language_of_the_package_bear_no_such_marks(korean: tuple[BuildSummary, Path]) -> None:
    assert '<span lang="en">' in html(korean, "ko/checking")
    assert '<span lang="en">' not in html(korean, "en/checking") + html(korean, "ja/checking")
