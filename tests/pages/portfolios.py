"""A learner who begins a portfolio, publishes one badge and pushes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import given, run_wallet
from tests.pages.programs import ROOT
from tests.pages.runner import GitHub, git

__all__ = ["begun", "pushed"]


def begun(tmp_path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Path:
    """A new portfolio with one badge and the learner's public key."""
    root = tmp_path / "mine"
    assert run_wallet(tmp_path, capsys, "init", root, *options).status == 0
    run_wallet(tmp_path, capsys, "add", "--offline", given(tmp_path, "badge.json", badge_json()))
    ran = run_wallet(tmp_path, capsys, "publish", "sample-badge", "--as", "first", "--yes", "--portfolio", root)
    assert ran.status == 0
    shutil.copy(ROOT / "content" / "holder.toml", root / "content" / "holder.toml")
    return root


def pushed(tmp_path: Path, root: Path, address: str) -> GitHub:
    """The portfolio on a GitHub that shows its site at `address`; `root` is the learner's clone."""
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "main", str(remote))
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "config", "user.name", "Hanako")
    git(root, "config", "user.email", "hanako@example.org")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "My portfolio")
    git(root, "remote", "add", "origin", str(remote))
    git(root, "push", "--quiet", "--set-upstream", "origin", "main")
    return GitHub(folder=tmp_path, remote=remote, address=address)
