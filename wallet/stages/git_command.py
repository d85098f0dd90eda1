"""The program git: run without a question to anybody, without hooks, and with nothing of the caller's own git around.

A command has no terminal, so that neither git nor ssh can ask for a password and wait for ever.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from wallet.errors import DeployError

__all__ = ["Git", "GitError", "find_git"]

_KEPT = frozenset({"GIT_SSH", "GIT_SSH_COMMAND", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"})
"""How the learner reaches their host; every other such variable would turn git to another repository or index."""

_ASKING = frozenset({"SSH_ASKPASS", "DISPLAY"})

_QUIET = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    # A signed file goes on byte for byte, whatever the computer's line ends are.
    "core.autocrlf": "false",
    "commit.gpgSign": "false",
    "push.gpgSign": "false",
    "push.followTags": "false",
    "credential.interactive": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
}


class GitError(Exception):
    """A command of git ended with an error; `said` is what it wrote."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """Git in one folder; `settings` are added to what its configuration says."""

    program: str
    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)

    def run(self, *arguments: str, given: bytes = b"", index: Path | None = None) -> bytes:
        """What the command wrote; `given` is its input, `index` the index to use. Raises GitError."""
        ended = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            env=self._environment(index),
            input=given,
            capture_output=True,
            start_new_session=True,
            check=False,
        )
        if ended.returncode:
            raise GitError((ended.stderr + ended.stdout).decode("utf-8", "replace").strip())
        return ended.stdout

    def line(self, *arguments: str) -> str:
        """The command's answer, which is one line; raises GitError."""
        return self.run(*arguments).decode("utf-8", "surrogateescape").strip()

    def line_or_none(self, *arguments: str) -> str | None:
        """The command's answer, or None where it has none."""
        try:
            return self.line(*arguments) or None
        except GitError:
            return None

    def top(self) -> Path | None:
        """The top folder of the working tree around the folder; None outside of one."""
        found = self.line_or_none("rev-parse", "--show-toplevel")
        return Path(found) if found else None

    def tracked(self, *paths: str) -> tuple[str, ...]:
        """The files that git has of these paths, or of the whole folder, by their path from it; none outside of git."""
        try:
            listed = self.run("ls-files", "-z", "--", *paths).decode("utf-8", "surrogateescape")
        except GitError:
            return ()
        return tuple(name for name in listed.split("\0") if name)

    def within(self, folder: Path, settings: Mapping[str, str]) -> Git:
        """Git in another folder, with more settings."""
        return replace(self, folder=folder, settings={**self.settings, **settings})

    def _environment(self, index: Path | None) -> dict[str, str]:
        settings = {**self.settings, **_QUIET}
        # Not as arguments, which every user of the computer can read: a setting may be a token.
        numbered = enumerate(settings.items())
        told = {f"GIT_CONFIG_{part}_{n}": text for n, pair in numbered for part, text in zip(_PARTS, pair, strict=True)}
        own = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", "LANGUAGE": "C", "GIT_CONFIG_COUNT": str(len(settings))}
        return {**self.environment, **told, **own, **({"GIT_INDEX_FILE": str(index)} if index else {})}


_PARTS = ("KEY", "VALUE")


def find_git(environment: Mapping[str, str], folder: Path) -> Git:
    """Git in `folder`; raises DeployError("deploy.no-git")."""
    program = shutil.which("git", path=environment.get("PATH", ""))
    if program is None:
        raise DeployError("deploy.no-git")
    kept = {
        name: value
        for name, value in environment.items()
        if (not name.startswith("GIT_") or name in _KEPT) and name not in _ASKING
    }
    return Git(program=program, folder=folder, environment=kept)
