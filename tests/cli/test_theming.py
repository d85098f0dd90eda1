from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Ran, run_wallet
from tests.preview.test_server import free_port


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run_wallet(tmp_path, capsys, "init", tmp_path / "mine").status == 0
    return tmp_path / "mine"


def _theme(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> Ran:
    return run_wallet(root.parent, capsys, "theme", *arguments, "--portfolio", root, language=language)


def test_the_themes_are_listed_and_the_one_in_use_is_marked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _theme(root, capsys, "list", "--json")
    assert {theme["name"]: theme["in_use"] for theme in ran.json} == {"default": True, "paper": False}
    assert "象牙色" in _theme(root, capsys, "list", language="ja").stdout


def test_a_file_is_shown_with_the_theme_it_comes_from(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {one["file"]: one["from"] for one in _theme(root, capsys, "show", "--theme", "paper", "--json").json}
    assert files["static/tokens.css"] == "paper"
    assert files["templates/home.html"] == "default"
    assert "--vermilion" in _theme(root, capsys, "show", "static/tokens.css").stdout


def test_a_copy_takes_the_place_of_the_themes_own_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _theme(root, capsys, "copy", "templates/404.html", "static/style.css", "static/icon.svg").status == 0
    own = root / "themes" / "default"
    (own / "templates" / "404.html").write_text('{% extends "base.html" %}{% block body %}<p>Mine</p>{% endblock %}')
    (own / "static" / "style.css").write_text("p { color: inherit; }\n")
    (own / "static" / "icon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert run_wallet(root.parent, capsys, "build", "--portfolio", root).status == 0
    output = root / "output"
    assert "<p>Mine</p>" in (output / "404.html").read_text("utf-8")
    assert (output / "static" / "style.css").read_text("utf-8") == "p { color: inherit; }\n"
    assert (output / "static" / "icon.svg").read_bytes() == (own / "static" / "icon.svg").read_bytes()
    files = {one["file"]: one["from"] for one in _theme(root, capsys, "show", "--json").json}
    assert (files["static/icon.svg"], files["static/tokens.css"]) == ("own", "default")


def test_a_file_that_stands_is_not_replaced_unasked(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = root / "themes" / "default" / "static" / "style.css"
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    ran = _theme(root, capsys, "copy", "static/tokens.css", "static/style.css")
    assert (ran.status, own.read_text(), (own.parent / "tokens.css").exists()) == (1, "mine", False)
    assert "--force" in ran.stderr
    assert _theme(root, capsys, "copy", "--force", "static/style.css").status == 0
    assert own.read_text() != "mine"


@pytest.mark.parametrize("name", ["../../pyproject.toml", "/etc/hostname", "static/nothing.css"])
def test_only_files_of_the_theme_are_copied(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    ran = _theme(root, capsys, "copy", name)
    assert ran.status == 1
    assert "has no file" in ran.stderr
    assert not (root / "themes").exists()


def test_a_theme_that_is_not_there_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _theme(root, capsys, "show", "--theme", "papper")
    assert ran.status == 1
    assert "papper" in ran.stderr


def test_the_portfolios_own_words_about_a_theme_are_listed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = root / "themes" / "paper"
    own.mkdir(parents=True)
    (own / "theme.toml").write_text('description.en = "Mine, on blue paper."\n', "utf-8")
    said = _theme(root, capsys, "list").stdout
    assert "paper  [your portfolio]  Mine, on blue paper." in said.splitlines()
    assert "An ivory certificate" not in said
    (own / "theme.toml").write_text('title.en = "Blue"\n', "utf-8")
    assert "An ivory certificate" in _theme(root, capsys, "list").stdout


def test_whoever_copies_from_a_theme_that_is_not_in_use_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hint = "write its name after theme in content/portfolio.toml"
    assert hint in _theme(root, capsys, "copy", "static/tokens.css", "--theme", "paper").stderr
    assert hint not in _theme(root, capsys, "copy", "static/tokens.css", "--theme", "default").stderr
    assert hint not in _theme(root, capsys, "copy", "static/style.css").stderr


def test_what_cannot_be_built_is_not_shown_as_it_would_be_published(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_wallet(root.parent, capsys, "build", "--portfolio", root).status == 0
    assert _theme(root, capsys, "copy", "templates/404.html").status == 0
    (root / "themes" / "default" / "templates" / "404.html").write_text("{% if %}")
    ran = run_wallet(root.parent, capsys, "serve", "--production", "--portfolio", root, "--port", str(free_port()))
    assert (ran.status, "line 1" in ran.stderr) == (1, True)
