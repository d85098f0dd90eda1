from __future__ import annotations

from pathlib import Path

from wallet.portfolio.chosen import files_that_choose


def test_collections_and_pathways_that_name_a_badge_are_found(tmp_path: Path) -> None:
    for folder in ("collections", "pathways"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    collections, pathways = tmp_path / "content" / "collections", tmp_path / "content" / "pathways"
    (collections / "one.toml").write_text('badges = ["other", "mine"]\n')
    (collections / "two.toml").write_text('badges = ["minefield"]\n[title]\nen = "mine"\n')
    (collections / "broken.toml").write_text('badges = ["mine"\n')
    (collections / "odd.toml").write_text('badges = "mine"\n')
    (pathways / "degree.toml").write_text('[[requirement]]\nbadges = ["mine"]\n')
    found = files_that_choose(tmp_path, "mine")
    assert [path.name for path in found] == ["one.toml", "degree.toml"]


def test_a_portfolio_without_any_chooses_nothing(tmp_path: Path) -> None:
    assert files_that_choose(tmp_path, "mine") == ()
