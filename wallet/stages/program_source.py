"""Where this program came from, as pip must be told to install it once more on another computer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from wallet import __version__
from wallet.errors import DeployError
from wallet.fields import JsonObject
from wallet.stages.git_command import Git, find_git
from wallet.stages.pages_address import repository_of_remote

__all__ = ["PACKAGE", "ProgramSource", "program_source"]

PACKAGE = "learner-wallet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramSource:
    """A line for pip; one that is not `found` names a version without knowing that anybody offers it."""

    requirement: str
    found: bool


def program_source(environment: Mapping[str, str]) -> ProgramSource:
    """What installation recorded (PEP 610); for a clone, the commit that it stands at and that its host has."""
    origin = _origin()
    url = str(origin.get("url", ""))
    if url.startswith("https://"):
        return ProgramSource(requirement=_at_address(url, origin), found=True)
    clone = _at_clone(_folder(url), environment) if url.startswith("file:") else None
    return ProgramSource(requirement=clone or f"{PACKAGE}=={__version__}", found=clone is not None or not url)


def _origin() -> JsonObject:
    try:
        found = json.loads(distribution(PACKAGE).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _at_address(url: str, origin: JsonObject) -> str:
    source = origin.get("vcs_info")
    commit = source.get("commit_id") if isinstance(source, dict) else None
    return f"{PACKAGE} @ git+{url}@{commit}" if commit else f"{PACKAGE} @ {url}"


def _folder(url: str) -> Path:
    path = unquote(urlsplit(url).path)
    # file:///C:/wallet
    return Path(path[1:] if path[2:3] == ":" else path)


def _at_clone(folder: Path, environment: Mapping[str, str]) -> str | None:
    if not folder.is_dir():
        return None
    try:
        return _pushed(find_git(environment, folder))
    except DeployError:
        return None


def _pushed(git: Git) -> str | None:
    """The commit of a clone from GitHub, where GitHub has it and nothing was changed since."""
    repository = repository_of_remote(git.line_or_none("remote", "get-url", "origin") or "")
    commit = git.line_or_none("rev-parse", "HEAD")
    if repository is None or commit is None or git.line_or_none("status", "--porcelain", "--untracked-files=no"):
        return None
    there = git.line_or_none("branch", "--remotes", "--contains", commit)
    return f"{PACKAGE} @ git+https://github.com/{repository}@{commit}" if there else None
