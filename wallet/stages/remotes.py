"""Where a portfolio is pushed to: a remote of its repository by name, or an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from wallet.errors import DeployError
from wallet.stages.git_command import Git

__all__ = ["Remote", "is_repository", "remote_name", "remote_of", "shown_url", "without_passwords"]

_PASSWORD = re.compile(r"(?<=://)[^/@\s]+@")
_OWN_SETTINGS = r"^(user\.|credential\.|http\.|core\.sshcommand$)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """An address, and what the portfolio's repository says about how it is reached and who commits."""

    url: str
    settings: dict[str, str] = field(default_factory=dict, repr=False)


def is_repository(git: Git) -> bool:
    """Whether the folder belongs to a working tree of git."""
    return git.line_or_none("rev-parse", "--is-inside-work-tree") == "true"


def remote_of(git: Git, wanted: str | None) -> Remote:
    """The remote of this name or address, or the only one that can be meant; raises DeployError."""
    settings = _settings(git) if is_repository(git) else {}
    if wanted is not None and wanted not in _names(git):
        return Remote(url=_address(wanted), settings=settings)
    name = remote_name(git, wanted)
    url = git.line("remote", "get-url", "--push", name)
    beside = (git.top() or git.folder) / url
    return Remote(url=str(beside.resolve()) if "://" not in url and beside.exists() else url, settings=settings)


def remote_name(git: Git, wanted: str | None) -> str:
    """The name of the remote, that of the only one that can be meant where none is wanted; raises DeployError."""
    names = _names(git)
    name = wanted or ("origin" if "origin" in names else names[0] if len(names) == 1 else None)
    if name is None:
        inside = is_repository(git)
        code = "deploy.several-remotes" if names else "deploy.no-remote" if inside else "deploy.no-repository"
        raise DeployError(code, path=str(git.folder), names=", ".join(names))
    return name


def _names(git: Git) -> list[str]:
    return (git.line_or_none("remote") or "").split() if is_repository(git) else []


def _address(wanted: str) -> str:
    if Path(wanted).exists():
        return str(Path(wanted).resolve())
    if wanted.startswith("-") or not ("://" in wanted or ":" in wanted):
        raise DeployError("deploy.no-such-remote", name=wanted[:80])
    return wanted


def _settings(git: Git) -> dict[str, str]:
    found = git.line_or_none("config", "--local", "-z", "--get-regexp", _OWN_SETTINGS) or ""
    pairs = (pair.partition("\n") for pair in found.split("\0") if pair)
    return {key: value for key, _, value in pairs}


def shown_url(url: str) -> str:
    """The address as anybody may read it."""
    return without_passwords(url)


def without_passwords(text: str) -> str:
    """What git said, without a name or a token in an address."""
    return _PASSWORD.sub("", text)
