"""Which files of the portfolio choose a badge by its slug."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

__all__ = ["files_that_choose"]

_FOLDERS = ("collections", "pathways")


def files_that_choose(root: Path, slug: str) -> tuple[Path, ...]:
    """Collections and pathways that name the badge; a file that cannot be read chooses nothing."""
    found = (path for folder in _FOLDERS for path in sorted((root / "content" / folder).glob("*.toml")))
    return tuple(path for path in found if slug in _badges(_table(path)))


def _table(path: Path) -> object:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _badges(value: object) -> Iterator[object]:
    if isinstance(value, list):
        for each in value:
            yield from _badges(each)
    elif isinstance(value, dict):
        chosen = value.get("badges")
        yield from chosen if isinstance(chosen, list) else ()
        for each in value.values():
            yield from _badges(each)
