from __future__ import annotations

from pathlib import Path

import pytest

from wallet.errors import PortfolioError
from wallet.portfolio.collections import read_collections
from wallet.portfolio.model import Collection
from wallet.portfolio.reading import read_badge, read_portfolio

SLUGS = ("data", "python-basics", "first-aid")
PLAIN = 'badges = ["data"]\ntitle.en = "For you"\n'


def _read(folder: Path, files: dict[str, str]) -> tuple[Collection, ...]:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return read_collections(folder, SLUGS)


def _refusal(folder: Path, files: dict[str, str]) -> PortfolioError:
    with pytest.raises(PortfolioError) as caught:
        _read(folder, files)
    return caught.value


def test_a_collection_has_title_badges_summary_and_letter(tmp_path: Path) -> None:
    files = {
        "city.toml": (
            'badges = ["python-basics", "data", "python-basics"]\n'
            '[title]\nja = "市へ"\nen = "For the city"\n[summary]\nen = "Two badges"\n'
        ),
        "city.ja.md": "はじめまして。\n",
        "city.en.md": "<!-- later -->\n",
        "another.toml": PLAIN,
    }
    another, city = _read(tmp_path, files)
    assert (another.slug, another.letter) == ("another", {})
    assert city == Collection(
        slug="city",
        title={"ja": "市へ", "en": "For the city"},
        badges=("python-basics", "data"),
        summary={"en": "Two badges"},
        letter={"ja": "はじめまして。\n"},
    )


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert read_collections(tmp_path / "collections", SLUGS) == ()


@pytest.mark.parametrize(
    ("files", "code", "named"),
    [
        ({"city.toml": 'badges = ["data"]\n'}, "portfolio.collection-without-title", "city.toml"),
        ({"city.toml": 'title.en = "  "\n'}, "portfolio.collection-without-title", "city.toml"),
        ({"city.toml": 'title = "For you"\n'}, "portfolio.wants-languages", "city.toml"),
        ({"city.toml": PLAIN + 'badge = "data"\n'}, "portfolio.unknown-key-meant", "city.toml"),
        ({"The City.toml": PLAIN}, "portfolio.collection-bad-slug", "The City.toml"),
        ({"city.toml": PLAIN, "town.en.md": "Hello"}, "portfolio.letter-without-collection", "town.en.md"),
        ({"city.toml": PLAIN, "city.md": "Hello"}, "portfolio.page-without-language", "city.md"),
    ],
)
def test_a_fault_names_its_file(tmp_path: Path, files: dict[str, str], code: str, named: str) -> None:
    refusal = _refusal(tmp_path, files)
    assert (refusal.code, refusal.facts["path"]) == (code, str(tmp_path / named))


def test_an_unknown_badge_is_named_with_its_line_and_what_was_meant(tmp_path: Path) -> None:
    text = 'badges = [\n  "data",\n  "pyton-basics",\n]\ntitle.en = "For you"\n'
    facts = _refusal(tmp_path, {"city.toml": text}).facts
    assert (facts["line"], facts["found"], facts["meant"]) == (3, "pyton-basics", "python-basics")


def test_a_badge_like_no_other_is_only_named(tmp_path: Path) -> None:
    refusal = _refusal(tmp_path, {"city.toml": 'title.en = "For you"\nbadges = ["zzz"]\n'})
    assert (refusal.code, refusal.facts["line"]) == ("portfolio.collection-badge-unknown", 2)


def test_a_portfolio_knows_its_collections_and_what_stays_out_of_the_cv(tmp_path: Path) -> None:
    badge, collections = tmp_path / "content/badges/data", tmp_path / "content/collections"
    badge.mkdir(parents=True)
    (badge / "credential.json").write_text("{}")
    (tmp_path / "content/portfolio.toml").write_text('[site]\nurl = "https://ann.example/"\n')
    collections.mkdir()
    (collections / "city.toml").write_text(PLAIN)
    portfolio = read_portfolio(tmp_path)
    assert [collection.badges for collection in portfolio.collections] == [("data",)]
    assert portfolio.badges[0].choices.cv
    (badge / "badge.toml").write_text("cv = false\n")
    assert not read_badge(badge).choices.cv
