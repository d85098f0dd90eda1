"""Compiled templates are kept where they are to be, serve the next build, and decide nothing about a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.site.sample import sample_site_input
from wallet.render import CompiledTemplates, OutputFile, Theme, load_theme, render
from wallet.site.assemble import assemble

SITE = assemble(sample_site_input())


def made(theme: Theme, compiled: CompiledTemplates | None = None) -> dict[str, bytes]:
    files: tuple[OutputFile, ...] = render(SITE, theme, compiled)
    return {file.path: file.content for file in files}


def test_the_next_build_finds_them_and_makes_the_same_pages(tmp_path: Path) -> None:
    theme = load_theme("default")
    first = made(theme, CompiledTemplates(tmp_path))
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert kept
    assert made(theme, CompiledTemplates(tmp_path)) == first == made(theme)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


def test_what_is_kept_is_what_is_used(tmp_path: Path) -> None:
    # One template's program put in the place of another one's: were it not used, nothing would differ.
    theme = load_theme("default")
    other = replace(theme, templates={**theme.templates, "404.html": "put in its place"})
    (tmp_path / "other").mkdir()
    (tmp_path / "ours").mkdir()
    made(other, CompiledTemplates(tmp_path / "other"))
    made(theme, CompiledTemplates(tmp_path / "ours"))
    ours = {path.name: path for path in (tmp_path / "ours").iterdir()}
    for path in (tmp_path / "other").iterdir():
        theirs, mine = path.read_bytes(), ours[path.name].read_bytes()
        if theirs != mine:
            ours[path.name].write_bytes(mine[: _head(mine)] + theirs[_head(theirs) :])
    assert made(theme, CompiledTemplates(tmp_path / "ours"))["404.html"] == b"put in its place"


def test_a_template_that_changed_is_compiled_again(tmp_path: Path) -> None:
    theme = load_theme("default")
    made(theme, CompiledTemplates(tmp_path))
    changed = replace(theme, templates={**theme.templates, "404.html": "nothing here"})
    assert made(changed, CompiledTemplates(tmp_path))["404.html"] == b"nothing here"


def test_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    theme = load_theme("default")
    first = made(theme, CompiledTemplates(tmp_path))
    for number, path in enumerate(sorted(tmp_path.iterdir())):
        path.write_bytes(path.read_bytes()[: number * 12])
    assert made(theme, CompiledTemplates(tmp_path)) == first


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"no folder")
    assert made(load_theme("default"), CompiledTemplates(place)) == made(load_theme("default"))


def _head(kept: bytes) -> int:
    """Where the program begins, behind what tells the version and the source."""
    from io import BytesIO
    from pickle import load

    from jinja2.bccache import bc_magic

    rest = BytesIO(kept[len(bc_magic) :])
    load(rest)
    return len(bc_magic) + rest.tell()
