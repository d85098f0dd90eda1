"""Whether files are as they were, told by their sizes and times and without reading them."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import wallet

__all__ = ["Stamp", "stamp_by_folder", "stamp_of", "stamp_of_program"]

DEEPEST = 12
"""No folder of ours is so deep; one that leads into itself by a link would be without end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a folder's files looked like from outside; `newest` is the latest change, in nanoseconds of its disk."""

    digest: str
    newest: int


def stamp_of(*folders: Path, without: Path | None = None, times_of_names: bool = True) -> Stamp:
    """The stamp of all files below `folders` but those below `without`; an absent folder has none.

    `times_of_names` counts the times when a file was renamed or linked, which a build itself does to its output.
    """
    left_out = str(without)
    return _stamp(line for folder in folders for line in _lines(str(folder), left_out, times_of_names, 0))


def stamp_by_folder(folder: Path) -> dict[str, Stamp]:
    """The stamp of each folder in `folder`, by name; what lies beside them has the empty name."""
    stamps = {}
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            stamps[entry.name] = stamp_of(folder / entry.name)
    beside = (_line(entry, True) for entry in entries if not entry.is_dir())
    return {**stamps, "": _stamp(beside)}


def stamp_of_program() -> str:
    """What made the site: this package and its themes, the other packages and the interpreter."""
    package = Path(wallet.__file__).parent
    ours = stamp_of(package, package.parent / "themes", times_of_names=False)
    others = sorted(name for folder in sys.path for name in _installed(folder))
    return hashlib.sha256("\n".join((ours.digest, sys.version, *others)).encode()).hexdigest()


def _installed(folder: str) -> Iterator[str]:
    try:
        yield from (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
    except OSError:
        return


Line = tuple[str, int]
"""A file as it looks, and when it last changed."""


def _stamp(lines: Iterator[Line]) -> Stamp:
    found = list(lines)
    digest = hashlib.sha256("\n".join(text for text, _ in found).encode("utf-8", "surrogateescape")).hexdigest()
    return Stamp(digest=digest, newest=max((newest for _, newest in found), default=0))


def _lines(folder: str, without: str, times_of_names: bool, depth: int) -> Iterator[Line]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir():
            yield _line(entry, times_of_names)
        elif depth < DEEPEST and entry.name != "__pycache__" and entry.path != without:
            yield from _lines(entry.path, without, times_of_names, depth + 1)


def _line(entry: os.DirEntry[str], times_of_names: bool) -> Line:
    try:
        seen = entry.stat()
    except OSError:
        # A link that leads nowhere.
        return f"{entry.path} -", 0
    named = seen.st_ctime_ns if times_of_names else 0
    return f"{entry.path} {seen.st_size} {seen.st_mtime_ns} {seen.st_ino} {named}", max(seen.st_mtime_ns, named)
