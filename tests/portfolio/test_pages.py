from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.pages import read_own_pages


def _refusal(folder: Path, text: str) -> PortfolioError:
    (folder / "works.ja.md").write_text(text, "utf-8")
    with pytest.raises(PortfolioError) as caught:
        read_own_pages(folder)
    assert caught.value.facts["path"] == str(folder / "works.ja.md")
    return caught.value


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("本文\n", 1),
        ("\n---\ntitle: 作品\n---\n", 1),
        ("---\n---\n本文\n", 2),
        ("---\ndraft: true\ntitle:\n---\n", 3),
        ('---\n\n\ntitle: ""\n---\n', 4),
    ],
)
def test_a_page_without_a_title_is_named_with_the_line_where_one_is_expected(
    tmp_path: Path, text: str, line: int
) -> None:
    refusal = _refusal(tmp_path, text)
    assert (refusal.code, refusal.facts["line"]) == ("portfolio.page-without-title", line)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("---\nauthor: A\n---\n", "author", 2),
        ("---\ntitle: A\n\nDraft: true\n---\n", "Draft", 4),
        ("---\ntitle: A\ndraft true\n---\n", "draft true", 3),
    ],
)
def test_an_unknown_key_is_refused_with_its_line_and_the_keys_that_are_allowed(
    tmp_path: Path, text: str, key: str, line: int
) -> None:
    refusal = _refusal(tmp_path, text)
    assert (refusal.code, refusal.facts["key"], refusal.facts["line"]) == ("portfolio.unknown-key", key, line)
    assert refusal.facts["known"] == "title, draft"


def test_lines_at_the_top_that_have_no_end_are_refused(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, "---\ntitle: 作品\n本文\n")
    assert (refusal.code, refusal.facts["line"]) == ("portfolio.page-head-open", 3)


def test_a_comment_at_the_top_and_a_rule_in_the_body_are_the_learners_own(tmp_path: Path) -> None:
    text = "---\n# a remark: mine\ntitle: Works: all\n---\nOne\n\n---\n\nTwo\n"
    (tmp_path / "works.en.md").write_text(text, "utf-8")
    (page,) = read_own_pages(tmp_path)
    assert (page.title, page.body) == ({"en": "Works: all"}, {"en": "One\n\n---\n\nTwo\n"})
