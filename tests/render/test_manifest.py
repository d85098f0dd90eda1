"""The web manifest: under any base path, and in the colours of the theme."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.site.hostile import hostile_site_input
from tests.site.sample import sample_site_input
from wallet.render import Theme, load_theme, render
from wallet.site import Part, SiteInput, assemble


def manifest(theme: Theme | None = None, site_input: SiteInput | None = None) -> Any:
    files = render(assemble(site_input or sample_site_input()), theme or load_theme("default"))
    (content,) = (file.content for file in files if file.path == "manifest.webmanifest")
    return json.loads(content)


def test_it_names_the_site_in_its_first_language() -> None:
    found = manifest()
    assert (found["name"], found["short_name"], found["lang"], found["dir"]) == ("浜口 澪", "浜口 澪", "ja", "ltr")
    assert manifest(site_input=hostile_site_input())["name"].startswith("</script>")


@pytest.mark.parametrize("base", ["https://mio.example/", "https://mio.example/portfolio/"])
def test_it_starts_and_stays_under_the_base_path(base: str) -> None:
    found = manifest()
    assert {urljoin(f"{base}manifest.webmanifest", found[name]) for name in ("start_url", "scope")} == {base}
    assert urljoin(f"{base}manifest.webmanifest", found["icons"][0]["src"]) == f"{base}static/icon.svg"


@pytest.mark.parametrize("name", ["default", "paper"])
def test_its_colours_are_those_of_the_theme(name: str) -> None:
    theme = load_theme(name)
    colour = manifest(theme)["background_color"]
    assert f"--paper: {colour};".encode() in theme.static["tokens.css"]


def test_a_theme_without_tokens_or_icon_leaves_them_to_the_device() -> None:
    theme = load_theme("default")
    scripts = {name: content for name, content in theme.static.items() if name.endswith(".js")}
    bare = replace(theme, static=scripts | {"tokens.css": b":root { --paper: url(x); }"})
    assert not {"theme_color", "background_color", "icons"} & manifest(bare).keys()


def test_a_part_of_the_site_leaves_it_as_it_is() -> None:
    site = assemble(sample_site_input(), Part(badges=frozenset({"first-aid"}), overviews=False))
    assert "manifest.webmanifest" not in {file.path for file in render(site, load_theme("default"))}
