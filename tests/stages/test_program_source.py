"""GitHub installs the program that made the portfolio, from where it can be had."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from wallet.fields import JsonObject
from wallet.stages import program_source as module
from wallet.stages.program_source import ProgramSource, program_source

PINNED = "learner-wallet==0.1.0"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> type[Installed]:
    monkeypatch.setattr(module, "distribution", lambda _: Installed())
    return Installed


class Installed:
    """What an installation recorded about itself."""

    origin = ""

    def read_text(self, _name: str) -> str:
        return self.origin

    @classmethod
    def of(cls, origin: JsonObject | None) -> ProgramSource:
        cls.origin = json.dumps(origin) if origin else ""
        return program_source({"PATH": os.environ["PATH"]})


def test_a_published_version_is_named_as_such(said: type[Installed]) -> None:
    assert said.of(None) == ProgramSource(requirement=PINNED, found=True)


def test_an_address_is_asked_again(said: type[Installed]) -> None:
    commit: JsonObject = {"url": "https://code.example/w.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}
    assert said.of(commit).requirement == "learner-wallet @ git+https://code.example/w.git@abc"
    wheel = said.of({"url": "https://code.example/w.whl"})
    assert wheel == ProgramSource(requirement="learner-wallet @ https://code.example/w.whl", found=True)


def test_a_folder_is_nowhere_else(said: type[Installed], tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "gone"):
        assert said.of({"url": place.as_uri(), "dir_info": {}}) == ProgramSource(requirement=PINNED, found=False)


@pytest.mark.parametrize("address", ["https://github.com/ann/wallet.git", "git@github.com:ann/wallet.git"])
def test_a_clone_is_had_from_its_host_at_the_commit_that_the_host_has(
    said: type[Installed], tmp_path: Path, address: str
) -> None:
    def git(*arguments: str) -> str:
        alone = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")
        command = ["git", *alone, "-C", str(tmp_path), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    git("init", "--quiet")
    (tmp_path / "program").write_text("1")
    git("add", ".")
    git("commit", "--quiet", "--message", "one")
    git("remote", "add", "origin", address)
    here: JsonObject = {"url": tmp_path.as_uri(), "dir_info": {}}
    assert not said.of(here).found
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    commit = git("rev-parse", "HEAD")
    wanted = f"learner-wallet @ git+https://github.com/ann/wallet@{commit}"
    assert said.of(here) == ProgramSource(requirement=wanted, found=True)
    (tmp_path / "program").write_text("2")
    assert not said.of(here).found
