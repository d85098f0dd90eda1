from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.test_theme import own_theme
from tests.site.sample import sample_site_input
from wallet.errors import ThemeError
from wallet.render import load_theme, render
from wallet.render.declaration import declaration_of
from wallet.render.theme import packaged_themes
from wallet.site import assemble


def test_paper_differs_in_its_style_and_takes_the_rest_from_default() -> None:
    paper, default = load_theme("paper"), load_theme("default")
    assert paper.templates == default.templates
    differing = {name for name, content in paper.static.items() if content != default.static.get(name)}
    assert differing == {"tokens.css", "character.css"}


def test_paper_renders_every_page() -> None:
    site = assemble(sample_site_input())
    paper, default = (render(site, load_theme(name)) for name in ("paper", "default"))
    assert [file.path for file in paper] == [file.path for file in default]


def test_paper_names_every_token_that_default_names() -> None:
    names = [_tokens(load_theme(name).static["tokens.css"]) for name in ("paper", "default")]
    assert names[0] == names[1]


def _tokens(style: bytes) -> list[str]:
    return [line.split(":")[0].strip() for line in style.decode().splitlines() if line.startswith("  --")]


@pytest.mark.parametrize("file", ["templates/page.html", "static/tokens.css", "static/icon.svg"])
def test_one_own_file_over_paper_takes_effect_alone(file: str, tmp_path: Path) -> None:
    own_theme(tmp_path, "paper", {file: "mine"})
    own, packaged = load_theme("paper", tmp_path), load_theme("paper")
    assert {name for name, path in own.files.items() if path != packaged.files[name]} == {file}
    assert own.files[file].read_text() == "mine"


def test_an_own_theme_of_a_new_name_may_start_from_paper(tmp_path: Path) -> None:
    own_theme(tmp_path, "mine", {"theme.toml": 'base = "paper"\n'})
    assert load_theme("mine", tmp_path).files == load_theme("paper").files


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name = ", "portfolio.not-toml"),
        ('nmae = "mine"', "portfolio.unknown-key-meant"),
        ("title = 3", "portfolio.wants-languages"),
        ('name = "other"', "theme.name-differs"),
        ('base = "nowhere"', "theme.missing"),
        ('base = "../default"', "theme.missing"),
    ],
)
def test_a_wrong_declaration_is_refused(text: str, code: str, tmp_path: Path) -> None:
    own_theme(tmp_path, "mine", {"theme.toml": text})
    with pytest.raises(ThemeError) as caught:
        load_theme("mine", tmp_path)
    assert caught.value.code == code


def test_every_packaged_theme_describes_itself_in_both_languages() -> None:
    for folder in packaged_themes().iterdir():
        declared = declaration_of(folder)
        assert set(declared.title) == set(declared.description) == {"ja", "en"}
