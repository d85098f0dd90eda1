"""A learner with a portfolio that was built, a private badge, private collections, and bare repositories to push to."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.assets import badge_json, badge_jws
from tests.cli.running import AT, OFFLINE, Ran, given, resources, run_wallet
from wallet.cli.main import run
from wallet.fields import JsonObject

__all__ = ["HIDDEN_ID", "HIDDEN_NAME", "LETTER", "PUBLISHED", "Learner", "made_once"]

PUBLISHED = "sample-badge"
HIDDEN_ID, HIDDEN_NAME = "urn:uuid:2f7c1f3e-0000-4000-8000-000000000000", "Careful Gardening of Public Roses"
LETTER = "Only the gardeners of Kaido may read this sentence"


def _rename(credential: JsonObject) -> None:
    subject = credential["credentialSubject"]
    assert isinstance(subject, dict)
    achievement = subject["achievement"]
    assert isinstance(achievement, dict)
    achievement["name"] = HIDDEN_NAME


HIDDEN = badge_json(id=HIDDEN_ID, before=_rename)


@dataclass(frozen=True, slots=True)
class Learner:
    """Everything below one folder: mine/ is the portfolio, wallet/ the wallet, remote.git what the public sees."""

    place: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def mine(self) -> Path:
        return self.place / "mine"

    @property
    def remote(self) -> Path:
        return self.place / "remote.git"

    def environment(self, language: str = "en") -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.place / "home"),
            "WALLET_LANG": language,
            "WALLET_HOME": str(self.place / "wallet"),
            "GIT_CONFIG_NOSYSTEM": "1",
        }

    def wallet(self, *arguments: str | Path, language: str = "en", environment: Mapping[str, str] | None = None) -> Ran:
        self.capsys.readouterr()
        surrounding = environment if environment is not None else self.environment(language)
        status = run([str(argument) for argument in arguments], surrounding, lambda: AT)
        said = self.capsys.readouterr()
        return Ran(status=status, stdout=said.out, stderr=said.err)

    def deploy(self, *arguments: str | Path, language: str = "en") -> Ran:
        return self.wallet("deploy", "--portfolio", self.mine, *arguments, language=language)

    def git(self, *arguments: str | Path, folder: Path | None = None) -> str:
        command = ["git", *(str(argument) for argument in arguments)]
        ended = subprocess.run(
            command, cwd=folder or self.remote, env=self.environment(), capture_output=True, text=True, check=True
        )
        return ended.stdout.strip()

    def tree(self, branch: str = "gh-pages") -> dict[str, str]:
        """What the public sees: path → object."""
        lines = self.git("ls-tree", "-r", branch).splitlines()
        return {line.split("\t")[1]: line.split()[2] for line in lines}

    def everything(self, folder: Path | None = None) -> bytes:
        """Every object of a repository, also those no branch leads to."""
        command = ["git", "cat-file", "--batch-all-objects", "--batch", "--buffer"]
        return subprocess.run(command, cwd=folder or self.remote, capture_output=True, check=True).stdout

    def hook(self, text: str) -> None:
        """A rule of the remote."""
        path = self.remote / "hooks" / "pre-receive"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def make_repository(self, *, workflow: bool = False) -> None:
        """Put the portfolio under git, with the remote as origin."""
        if workflow:
            path = self.mine / ".github" / "workflows" / "pages.yml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("on: push\njobs: {deploy: {steps: [uses: actions/deploy-pages@v5]}}\n")
        self.git("init", "--quiet", "--initial-branch=main", folder=self.mine)
        (self.mine / ".gitignore").write_text("output/\n.wallet-cache/\n")
        self.git("add", ".", folder=self.mine)
        self.git("commit", "--quiet", "-m", "Begin", folder=self.mine)
        self.git("remote", "add", "origin", self.remote, folder=self.mine)

    def edit_site(self, name: str = "index.html", text: str = "<p>Newer</p>") -> None:
        (self.mine / "output" / name).write_text(text, "utf-8")


def made_once(place: Path, capsys: pytest.CaptureFixture[str], made: Path) -> Learner:
    """The learner in `place`, copied from `made`, which is filled the first time."""
    if not made.exists():
        _make(made, capsys)
    shutil.copytree(made, place, dirs_exist_ok=True)
    learner = Learner(place, capsys)
    (place / "home").mkdir()
    for key, value in (("user.name", "Ann"), ("user.email", "ann@example.org")):
        learner.git("config", "--global", key, value, folder=place)
    learner.git("init", "--quiet", "--bare", "--initial-branch=main", learner.remote, folder=place)
    return learner


def _make(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place.mkdir()
    mine = ("--portfolio", place / "mine")
    run_wallet(place, capsys, "init", place / "mine", "--url", "https://ann.example/")
    for folder in (".git", ".github"):
        # Each test says itself whether there is a repository, and whether a workflow.
        shutil.rmtree(place / "mine" / folder, ignore_errors=True)
    for name, content in (("badge.jws", badge_jws()), ("hidden.json", HIDDEN)):
        index = resources(place, OFFLINE)
        assert run_wallet(place, capsys, "add", "--resources", index, given(place, name, content)).status == 0
    assert run_wallet(place, capsys, "publish", PUBLISHED, "--yes", *mine).status == 0
    hidden = next(one["handle"] for one in run_wallet(place, capsys, "list", "--json").json if one["id"] == HIDDEN_ID)
    for name, kind in (("locked-one", "--locked"), ("unlisted-one", "--unlisted")):
        begun = run_wallet(place, capsys, "collection", "new", name, hidden, kind, "--title", f"Title {name}", *mine)
        assert begun.status == 0, begun.stderr
        letter = place / "wallet" / "collections" / name / "letter.en.md"
        letter.write_text(LETTER + ".\n", "utf-8")
        shared = run_wallet(place, capsys, "collection", "share", name, "--yes", *mine)
        assert shared.status == 0, shared.stderr
    built = run_wallet(place, capsys, "build", *mine)
    assert built.status == 0, built.stderr
    assert list((place / "mine" / "output").glob("*/shared/*"))
