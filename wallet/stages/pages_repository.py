"""What git knows of a portfolio's folder. Nothing is changed, and nobody is asked anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wallet.stages.pages_address import repository_of_remote

__all__ = ["GitFolder", "git_folder", "names_below"]

PATIENCE = 20
"""Seconds; git answers these questions from the disk alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GitFolder:
    """The repository around a portfolio: its top folder, its files by their path from there, and where it is pushed.

    `repository` is OWNER/NAME on GitHub; `published` tells whether a branch gh-pages holds a finished site.
    """

    top: Path
    tracked: tuple[str, ...]
    repository: str | None
    published: bool


def git_folder(root: Path) -> GitFolder | None:
    """The repository that `root` lies in; None where there is none, or no git."""
    top = _asked(root, "rev-parse", "--show-toplevel")
    if top is None:
        return None
    folder = Path(top.rstrip("\n"))
    remote = _asked(root, "remote", "get-url", "origin") or ""
    branches = _asked(root, "for-each-ref", "--format=%(refname)") or ""
    return GitFolder(
        top=folder,
        tracked=tuple(name for name in (_asked(folder, "ls-files", "-z") or "").split("\0") if name),
        repository=repository_of_remote(remote),
        published=any(name.endswith("/gh-pages") for name in branches.split()),
    )


def _asked(folder: Path, *words: str) -> str | None:
    program = shutil.which("git")
    if program is None or not folder.is_dir():
        return None
    try:
        said = subprocess.run([program, *words], cwd=folder, env=_environment(), capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return said.stdout.decode("utf-8", "surrogateescape") if said.returncode == 0 else None


def _environment() -> dict[str, str]:
    # A repository that the caller's environment names would be answered about instead of this folder's.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


def names_below(folder: GitFolder, place: Path) -> Sequence[str]:
    """The tracked files below `place`, by their path from the repository's top folder."""
    try:
        prefix = place.resolve().relative_to(folder.top.resolve()).as_posix()
    except ValueError:
        return ()
    return [name for name in folder.tracked if prefix == "." or name.startswith(f"{prefix}/")]
