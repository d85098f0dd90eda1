from __future__ import annotations

from pathlib import Path

import pytest

from wallet.language.added import read_catalog
from wallet.language.catalogs import Catalog, load_catalog
from wallet.render.english import mark_english

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return added(tmp_path_factory.mktemp("ko"), "ko")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return added(tmp_path_factory.mktemp("ar"), "ar")


def added(folder: Path, language: str) -> Catalog:
    """A catalog that knows one word."""
    file = folder / "pages.po"
    file.write_text(f'{HEAD}\nmsgid "Badges"\nmsgstr "배지"\n', "utf-8")
    return read_catalog(language, [file])


def test_a_sentence_without_a_translation_says_that_it_is_english(korean: Catalog) -> None:
    assert mark_english("<p>Issued by</p>", korean) == '<p><span lang="en">Issued by</span></p>'
    assert mark_english("<h2>\nAll badges </h2>", korean) == '<h2>\n<span lang="en">All badges</span> </h2>'


def test_in_a_line_from_right_to_left_it_keeps_its_own_direction(arabic: Catalog) -> None:
    assert mark_english("<p>All badges</p>", arabic) == '<p><bdi lang="en" dir="ltr">All badges</bdi></p>'


def test_a_translation_and_a_text_of_others_stay_as_they_are(korean: Catalog) -> None:
    for page in ("<p>배지</p>", "<p>Badges</p>", "<p>Sample badge</p>", "<p>A day at the sea</p>", "<p>KR</p>"):
        assert mark_english(page, korean) == page


def test_values_in_a_sentence_do_not_hide_it(korean: Catalog) -> None:
    assert mark_english("<p>12 badges</p>", korean) == '<p><span lang="en">12 badges</span></p>'
    assert mark_english("<p>The original, a.json</p>", korean) == '<p><span lang="en">The original, a.json</span></p>'
    page = "<p>Checked on <time>2026년 11월</time></p>"
    assert mark_english(page, korean) == '<p><span lang="en">Checked on</span> <time>2026년 11월</time></p>'


def test_a_label_is_marked_and_its_value_is_not(korean: Catalog) -> None:
    page = "<li>Period of study: 2025년 10월</li>"
    assert mark_english(page, korean) == '<li><span lang="en">Period of study:</span> 2025년 10월</li>'
    assert mark_english("<li>https://all.example/</li>", korean) == "<li>https://all.example/</li>"


def test_what_is_no_text_of_the_page_is_left_alone(korean: Catalog) -> None:
    for page in (
        '<nav aria-label="All badges"></nav>',
        "<title>All badges</title>",
        "<script>All badges</script>",
        "<svg><title>All badges</title></svg>",
        "<select><option>All badges</option></select>",
        "<!-- All badges -->",
    ):
        assert mark_english(page, korean) == page


def test_what_says_its_language_already_is_not_marked_again(korean: Catalog) -> None:
    for page in ('<span lang="en">All badges</span>', '<p class="a" lang="fr">All badges</p>'):
        assert mark_english(page, korean) == page


def test_a_mark_holds_nothing_but_what_stood_there(korean: Catalog) -> None:
    page = "<p>The original, &lt;script&gt;alert(1)&lt;/script&gt;</p>"
    inside = "The original, &lt;script&gt;alert(1)&lt;/script&gt;"
    assert mark_english(page, korean) == f'<p><span lang="en">{inside}</span></p>'


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_language_of_the_package_has_nothing_to_mark(language: str) -> None:
    page = "<p>All badges</p>"
    assert mark_english(page, load_catalog(language)) is page
