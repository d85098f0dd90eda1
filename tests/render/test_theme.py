from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sample import sample_site_input
from wallet.errors import ThemeError
from wallet.render import load_theme, render
from wallet.render.theme import packaged_themes
from wallet.site import assemble


def own_theme(root: Path, name: str, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = root / "themes" / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def test_the_default_theme_is_packaged() -> None:
    theme = load_theme("default")
    assert {"base.html", "home.html", "badges.html", "badge.html", "checking.html", "404.html"} <= set(theme.templates)
    assert {"tokens.css", "style.css", "character.css", "language.js", "icon.svg"} <= set(theme.static)


def test_an_own_theme_replaces_the_packaged_one_file_by_file(tmp_path: Path) -> None:
    own_theme(tmp_path, "default", {"static/style.css": "p{}", "templates/.badge.html.swp": "x"})
    theme = load_theme("default", tmp_path)
    assert theme.static["style.css"] == b"p{}"
    assert theme.templates == load_theme("default").templates


def test_a_theme_of_a_new_name_starts_from_the_default(tmp_path: Path) -> None:
    own_theme(tmp_path, "mine", {"templates/page.html": "<!doctype html>{{ view.title.text }}"})
    theme = load_theme("mine", tmp_path)
    pages = {file.path: file.content for file in render(assemble(sample_site_input()), theme)}
    assert pages["ja/pages/works/index.html"] == "<!doctype html>作品".encode()
    assert b"<html" in pages["ja/index.html"]


@pytest.mark.parametrize("name", ["nowhere", "../default", "", "a/b"])
def test_a_theme_that_does_not_exist_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme(name, tmp_path)
    assert caught.value.facts == {"theme": name}


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("<p>\n{{ view.titel }}", 2, "titel"),
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("{{ view.title|shout }}", 1, "shout"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(tmp_path: Path, text: str, line: int, reason: str) -> None:
    own_theme(tmp_path, "default", {"templates/page.html": text})
    with pytest.raises(ThemeError) as caught:
        render(assemble(sample_site_input()), load_theme("default", tmp_path))
    facts = caught.value.facts
    assert caught.value.code == "theme.template-wrong"
    assert (facts["file"], facts["line"]) == (str(tmp_path / "themes/default/templates/page.html"), line)
    assert reason in str(facts["reason"])


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    own_theme(tmp_path, "default", {"templates/page.html": "{% extends 'bass.html' %}"})
    with pytest.raises(ThemeError) as caught:
        render(assemble(sample_site_input()), load_theme("default", tmp_path))
    assert caught.value.code == "theme.template-missing"
    assert caught.value.facts["template"] == "bass.html"


def test_themes_lie_beside_the_package_or_in_it() -> None:
    assert (packaged_themes() / "default" / "theme.toml").is_file()
