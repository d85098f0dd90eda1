"""What git knows of a portfolio's folder. Nothing is changed, and nobody is asked anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wallet.errors import DeployError
from wallet.stages.git_command import find_git
from wallet.stages.pages_address import repository_of_remote

__all__ = ["GitFolder", "git_folder", "names_below"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GitFolder:
    """The repository around a portfolio: its top folder, its files by their path from there, and where it is pushed.

    `repository` is OWNER/NAME on GitHub; `published` tells whether a branch gh-pages holds a finished site.
    """

    top: Path
    tracked: tuple[str, ...]
    repository: str | None
    published: bool


def git_folder(root: Path, environment: Mapping[str, str]) -> GitFolder | None:
    """The repository that `root` lies in; None where there is none, or no git."""
    try:
        git = find_git(environment, root)
    except DeployError:
        return None
    top = git.top() if root.is_dir() else None
    if top is None:
        return None
    remote = git.line_or_none("remote", "get-url", "origin") or ""
    branches = git.line_or_none("for-each-ref", "--format=%(refname)") or ""
    return GitFolder(
        top=top,
        tracked=git.within(top, {}).tracked(),
        repository=repository_of_remote(remote),
        published=any(name.endswith("/gh-pages") for name in branches.split()),
    )


def names_below(folder: GitFolder, place: Path) -> Sequence[str]:
    """The tracked files below `place`, by their path from the repository's top folder."""
    try:
        prefix = place.resolve().relative_to(folder.top.resolve()).as_posix()
    except ValueError:
        return ()
    return [name for name in folder.tracked if prefix == "." or name.startswith(f"{prefix}/")]
