from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.language.catalogs import load_catalog
from wallet.language.sentences import sentence
from wallet.portfolio.model import BadgeChoices, SplitName
from wallet.portfolio.splitting import read_split_name, require_divisible
from wallet.portfolio.tables import read_table

NAME = "データサイエンス入門 / Introduction to Data Science"


def read(folder: Path, text: str) -> SplitName | None:
    file = folder / "badge.toml"
    file.write_text(text, "utf-8")
    return read_split_name(read_table(file))


def test_a_name_divides_where_the_learner_says_so(tmp_path: Path) -> None:
    split = read(tmp_path, 'order = 1\nsplit_name = { separator = " / ", languages = ["ja", "en"] }\n')
    assert split is not None
    assert (split.path, split.line) == (str(tmp_path / "badge.toml"), 2)
    assert split.pieces(NAME) == ("データサイエンス入門", "Introduction to Data Science")


def test_without_the_key_nothing_is_divided(tmp_path: Path) -> None:
    assert read(tmp_path, "order = 1\n") is None


@pytest.mark.parametrize(
    "text",
    [
        'split_name = { separator = "", languages = ["ja", "en"] }',
        'split_name = { separator = " / ", languages = ["ja"] }',
        'split_name = { separator = " / ", languages = ["ja", "ja"] }',
        'split_name = { languages = ["ja", "en"] }',
        'split_name = { separator = " / ", languages = ["ja", "English"] }',
        'split_name = { separator = " / ", language = ["ja", "en"] }',
        'split_name = " / "',
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(PortfolioError) as caught:
        read(tmp_path, f"order = 1\n{text}\n")
    assert caught.value.facts["path"] == str(tmp_path / "badge.toml")
    for language in ("ja", "en"):
        assert "badge.toml" in sentence(load_catalog(language), caught.value.code, caught.value.facts)


@pytest.mark.parametrize("name", ["データサイエンス入門", "一 / 二 / 三", "データ / ", ""])
def test_a_name_without_the_parts_is_an_error_that_shows_it(name: str) -> None:
    split = SplitName(separator=" / ", languages=("ja", "en"), path="badge.toml", line=3)
    with pytest.raises(PortfolioError) as caught:
        require_divisible(BadgeChoices(split_name=split), name)
    said = sentence(load_catalog("en"), caught.value.code, caught.value.facts)
    assert said.startswith(f"badge.toml, line 3: the name “{name}” does not divide into 2 parts at “ / ”.")


def test_a_name_with_the_parts_or_without_a_wish_is_no_error() -> None:
    require_divisible(BadgeChoices(split_name=SplitName(separator=" / ", languages=("ja", "en"))), NAME)
    require_divisible(BadgeChoices(), "")
