"""A small site, byte for byte. `UPDATE_GOLDEN=1 pytest tests/render/test_golden.py` accepts what is rendered now."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from tests.site.sample import sample_badges, sample_site_input
from wallet.render import load_theme, render, write_site
from wallet.site import assemble

GOLDEN = Path(__file__).parent / "golden"


def small_site() -> dict[str, bytes]:
    badges = tuple(entry for entry in sample_badges() if entry.slug in ("ds-literacy", "workshop"))
    site = assemble(replace(sample_site_input(), badges=badges))
    files = {file.path: file.content for file in render(site, load_theme("default"))}
    return {path: content for path, content in files.items() if not path.startswith("static/")}


def kept_site() -> dict[str, bytes]:
    return {
        path.relative_to(GOLDEN).as_posix(): path.read_bytes() for path in sorted(GOLDEN.rglob("*")) if path.is_file()
    }


def test_the_small_site_is_as_it_was_accepted() -> None:
    found = small_site()
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in found.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(content)
    kept = kept_site()
    assert len(kept) > 15
    assert sorted(found) == sorted(kept)
    assert [path for path in kept if found[path] != kept[path]] == []


def test_the_small_site_is_written_as_it_is_rendered(tmp_path: Path) -> None:
    site = assemble(sample_site_input())
    files = render(site, load_theme("default"))
    first = write_site(files, tmp_path / "output")
    second = write_site(files, tmp_path / "output")
    assert (first.written, second.unchanged, second.written) == (len(files), len(files), 0)
