"""A portfolio that keeps itself true: the weekly run, what it commits, and the one issue that it keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pages.portfolios import begun, pushed
from tests.pages.runner import GitHub, git

ADDRESS = "https://hanako.github.io/portfolio/"
RECORD = "content/badges/first/verification.json"


@pytest.fixture
def github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> GitHub:
    """A portfolio with one badge, pushed and never built."""
    return pushed(tmp_path, begun(tmp_path, capsys, "--repository", "hanako/portfolio"), ADDRESS)


def _weekly(github: GitHub, report: str | None = None, **settings: str) -> Any:
    file = github.folder / "report.md"
    file.write_text(report or "", "utf-8")
    github.settings = {"WALLET_REPORT": str(file), **settings}
    return github.run("weekly.yml", {})


def _issues(github: GitHub) -> Any:
    return json.loads((github.folder / "issues.json").read_text("utf-8"))["issues"]


def test_what_the_issuers_answered_is_committed_with_its_date(github: GitHub) -> None:
    assert _weekly(github) == dict.fromkeys(("build", "deploy", "record", "tell"), "success")
    author, subject, *files = git(github.remote, "log", "-1", "--format=%an%n%s", "--name-only", "main").split("\n")
    assert author == "github-actions[bot]"
    assert subject.startswith("発行者への再確認の記録： 20")
    assert [file for file in files if file] == [RECORD]
    assert _issues(github) == []


def test_a_push_asks_no_issuer_and_commits_nothing(github: GitHub) -> None:
    before = git(github.remote, "rev-parse", "main")
    github.push()
    assert git(github.remote, "rev-parse", "main") == before


def test_what_the_learner_pushed_meanwhile_comes_first(github: GitHub, tmp_path: Path) -> None:
    root = tmp_path / "mine"
    page = root / "content" / "pages" / "about.en.md"
    page.parent.mkdir()
    page.write_text("---\ntitle: About me\n---\nWords.\n", "utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "A page")
    # The record's push meets a branch that has moved since its clone.
    hook = github.remote / "hooks" / "pre-receive"
    hook.write_text(
        f"#!/bin/sh\n[ -e '{tmp_path}/moved' ] && exit 0\ntouch '{tmp_path}/moved'\nunset GIT_QUARANTINE_PATH\n"
        f"env -u GIT_DIR -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES git -C '{root}' push -q\nexit 1\n",
        "utf-8",
    )
    hook.chmod(0o755)
    assert _weekly(github)["record"] == "success"
    subjects = git(github.remote, "log", "--format=%s", "main").splitlines()
    assert [subject.partition("：")[0] for subject in subjects] == ["発行者への再確認の記録", "A page", "My portfolio"]


def test_one_issue_is_opened_updated_and_closed(github: GitHub) -> None:
    _weekly(github, "One badge was revoked.\n")
    (issue,) = _issues(github)
    assert issue["title"] == "バッジの状態が変わりました / Something about your badges has changed"
    assert (issue["body"], issue["comments"]) == ("One badge was revoked.\n", [])

    _weekly(github, "One badge was revoked.\n")
    (issue,) = _issues(github)
    assert issue["comments"] == []

    _weekly(github, "Two badges were revoked.\n")
    (issue,) = _issues(github)
    assert issue["body"] == "Two badges were revoked.\n"
    assert len(issue["comments"]) == 1

    _weekly(github)
    (issue,) = _issues(github)
    assert not issue["open"]


def test_servers_that_are_down_never_take_the_site_down(github: GitHub) -> None:
    assert _weekly(github, "One badge was revoked.\n", WALLET_FAULT="yes") == {
        "build": "success",
        "deploy": "success",
        "record": "skipped",
        "tell": "skipped",
    }
    assert (github.site / "en" / "badges" / "first" / "index.html").is_file()
    assert "::warning::The issuers could not be asked again" in github.said


def test_a_repository_without_issues_is_published_all_the_same(github: GitHub) -> None:
    assert _weekly(github, "One badge was revoked.\n", GH_WITHOUT_ISSUES="yes")["tell"] == "success"
    assert "::notice::This repository has no issues" in github.said


def test_a_version_without_reports_builds_too(github: GitHub) -> None:
    github.settings = {}
    assert github.run("portfolio.yml", {"refresh": True})["deploy"] == "success"
