"""A folder's files and folders by name, and making one ready to take the files of a site."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Tree", "clear", "folders_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """Everything below a folder: `files` with the numbers by which the disk knows them; a link is a file."""

    files: Mapping[str, int]
    folders: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> Tree:
        """What is there now; an absent folder is empty."""
        files: dict[str, int] = {}
        folders: set[str] = set()
        if folder.is_dir():
            _look(str(folder), "", files, folders)
        return cls(files=files, folders=frozenset(folders))


def clear(
    folder: Path, kept: Mapping[str, int | None], coming: Collection[str], folders: Collection[str] = ()
) -> set[str]:
    """Leave nothing in `folder` but files that are those of `kept`, by name and number, and return their names.

    All folders that `kept` and `coming` need are there afterwards, those of `folders`, and no other ones.
    """
    found = Tree.of(folder)
    needed = folders_of(kept.keys() | coming | {f"{name}/" for name in folders})
    here = {path for path, number in found.files.items() if number == kept.get(path)}
    # Names, and no paths: of those, thousands would be taken apart and put together again.
    for path in found.files.keys() - here:
        os.unlink(f"{folder}/{path}")
    for path in sorted(found.folders - needed, reverse=True):
        os.rmdir(f"{folder}/{path}")
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(needed - found.folders):
        os.mkdir(f"{folder}/{path}")
    return here


def _look(folder: str, inside: str, files: dict[str, int], folders: set[str]) -> None:
    with os.scandir(folder) as found:
        for entry in found:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(name)
                _look(entry.path, f"{name}/", files, folders)
            else:
                files[name] = entry.inode()


def folders_of(paths: Collection[str]) -> set[str]:
    """Every folder in which one of the files lies."""
    needed: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in needed:
            needed.add(folder)
            folder = folder.rpartition("/")[0]
    return needed
