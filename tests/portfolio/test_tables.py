from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallet.errors import PortfolioError
from wallet.portfolio.tables import Table, read_table

TEXT = """\
[site]
url = "https://example.org/"
languages = ["ja", "en"]

[owner]
family = "星野"

[owner.headline]
ja = "見出し"

[[links]]
url = "https://example.org/1"
order = 3
featured = true
"""


def _table(tmp_path: Path, text: str = TEXT) -> Table:
    (tmp_path / "portfolio.toml").write_text(text, "utf-8")
    return read_table(tmp_path / "portfolio.toml")


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    table = _table(tmp_path)
    assert table.table("site").required_text("url") == "https://example.org/"
    assert table.table("site").texts("languages") == ("ja", "en")
    assert table.table("owner").by_language("headline") == {"ja": "見出し"}
    (link,) = table.tables("links")
    assert (link.integer("order"), link.flag("featured")) == (3, True)


def test_what_is_absent_is_empty(tmp_path: Path) -> None:
    table = _table(tmp_path, "")
    assert (table.text("a"), table.integer("a"), table.flag("a"), table.texts("a")) == (None, None, False, ())
    assert (table.tables("a"), table.by_language("a"), table.table("a").text("b")) == ((), {}, None)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[site]\nurl = \n", "portfolio.not-toml", 2),
        ("a = 1\na = 2\n", "portfolio.not-toml", 2),
        ('a = "unended', "portfolio.not-toml", 1),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(PortfolioError) as caught:
        _table(tmp_path, text)
    assert (caught.value.code, caught.value.facts["line"]) == (code, line)
    assert caught.value.facts["path"] == str(tmp_path / "portfolio.toml")


def test_a_file_that_is_not_there_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.file-missing"):
        read_table(tmp_path / "portfolio.toml")
    (tmp_path / "portfolio.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PortfolioError, match=r"portfolio\.file-unreadable"):
        read_table(tmp_path / "portfolio.toml")


def test_an_unknown_key_names_the_one_that_was_meant(tmp_path: Path) -> None:
    table = _table(tmp_path, '[owner]\nfamily = "星野"\nfamly_reading = "ほしの"\n').table("owner")
    with pytest.raises(PortfolioError) as caught:
        table.allow(("family", "family_reading"))
    assert caught.value.code == "portfolio.unknown-key-meant"
    assert (caught.value.facts["line"], caught.value.facts["meant"]) == (3, "family_reading")


def test_an_unknown_key_that_resembles_none_gets_the_list(tmp_path: Path) -> None:
    table = _table(tmp_path, "colour = 1\n")
    with pytest.raises(PortfolioError) as caught:
        table.allow(("site", "owner"))
    assert (caught.value.code, caught.value.facts["known"]) == ("portfolio.unknown-key", "site, owner")


def test_an_unknown_table_has_a_line_too(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError) as caught:
        _table(tmp_path, "[site]\n\n[ownr]\n").allow(("site", "owner"))
    assert caught.value.facts["line"] == 3


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        ("text", "portfolio.wants-text"),
        ("texts", "portfolio.wants-texts"),
        ("integer", "portfolio.wants-number"),
        ("flag", "portfolio.wants-flag"),
        ("by_language", "portfolio.wants-languages"),
        ("table", "portfolio.wants-table"),
        ("tables", "portfolio.wants-tables"),
    ],
)
def test_a_value_of_the_wrong_shape_is_named_with_its_line(tmp_path: Path, reader: str, code: str) -> None:
    table = _table(tmp_path, "\n\nvalue = 2026-05-01\n")
    with pytest.raises(PortfolioError) as caught:
        getattr(table, reader)("value")
    assert (caught.value.code, caught.value.facts["line"], caught.value.facts["key"]) == (code, 3, "value")


def test_true_is_no_number(tmp_path: Path) -> None:
    with pytest.raises(PortfolioError, match=r"portfolio\.wants-number"):
        _table(tmp_path, "order = true\n").integer("order")


@pytest.mark.parametrize("text", ["", 'url = ""\n'])
def test_a_key_that_must_be_there_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(PortfolioError) as caught:
        _table(tmp_path, text).required_text("url")
    assert (caught.value.code, caught.value.facts["key"]) == ("portfolio.missing-key", "url")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("tables") / "portfolio.toml"
    path.write_bytes(content)
    try:
        table = read_table(path)
    except PortfolioError as error:
        assert error.facts["path"] == str(path)  # noqa: PT017 - both ways are right
    else:
        table.table("none")


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ('[title]\nen = "For you"\nbadges = "x"\n', "badges", 3),
        ('title.en = "For you"\ntitle.badges = "x"\n', "badges", 2),
        ('title = { en = "For you", English = "x" }\n', "English", 1),
        ('badges = "y"\n[title]\nja_JP = "あなたへ"\n', "ja_JP", 3),
    ],
)
def test_a_word_that_is_no_language_is_named_with_its_line(tmp_path: Path, text: str, found: str, line: int) -> None:
    with pytest.raises(PortfolioError) as caught:
        _table(tmp_path, text).by_language("title")
    assert caught.value.code == "portfolio.no-language"
    assert (caught.value.facts["found"], caught.value.facts["line"]) == (found, line)
    assert caught.value.facts["key"] == "title"


def test_any_language_tag_may_have_its_words(tmp_path: Path) -> None:
    text = 'title = { ja = "あ", en-GB = "a", zh-Hant = "一", haw = "ʻaʻahu" }\n'
    assert list(_table(tmp_path, text).by_language("title")) == ["ja", "en-GB", "zh-Hant", "haw"]
