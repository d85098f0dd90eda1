"""A portfolio that keeps itself true: the weekly run, what it commits, and the one issue that it keeps."""

from __future__ import annotations

import json
import re
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
    ended = _weekly(github, "One badge was revoked.\n")
    assert ended == dict.fromkeys(("build", "deploy", "record", "tell"), "success")
    author, subject, *files = git(github.remote, "log", "-1", "--format=%an%n%s", "--name-only", "main").split("\n")
    assert author == "github-actions[bot]"
    assert re.fullmatch("発行者への再確認の記録（20[0-9]{2}-[0-9]{2}-[0-9]{2}）", subject)
    assert [file for file in files if file] == [RECORD]
    assert [issue["body"] for issue in _issues(github)] == ["One badge was revoked.\n"]


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
    # A version that reports nothing builds and records all the same.
    assert github.run("weekly.yml", {})["record"] == "success"
    subjects = git(github.remote, "log", "--format=%s", "main").splitlines()
    assert [subject.partition("（")[0] for subject in subjects] == ["発行者への再確認の記録", "A page", "My portfolio"]


def _told(github: GitHub, report: str) -> Any:
    github.job("portfolio.yml", "tell", {"report.md": report} if report else {"answers.patch": ""})
    (issue,) = _issues(github)
    return issue


def test_one_issue_is_opened_updated_and_closed(github: GitHub) -> None:
    opened = _told(github, "One badge was revoked.\n")
    assert opened["title"] == "バッジの状態が変わりました / Something about your badges has changed"
    assert (opened["body"], opened["comments"]) == ("One badge was revoked.\n", [])
    assert _told(github, "One badge was revoked.\n") == opened

    changed = _told(github, "Two badges were revoked.\n")
    assert (changed["body"], len(changed["comments"])) == ("Two badges were revoked.\n", 1)
    named = _told(github, "<!-- title: 「地図」が失効しました $(false) -->\nA badge was revoked.\n")
    assert (named["title"], named["number"]) == ("「地図」が失効しました $(false)", 1)
    assert _told(github, "")["open"] is False


REPORT = "Told.\n\n<!-- reasons: {} -->\n"


def _close(github: GitHub) -> None:
    """As the learner does, on the page of the newest issue."""
    file = github.folder / "issues.json"
    state = json.loads(file.read_text("utf-8"))
    state["issues"][-1]["open"] = False
    file.write_text(json.dumps(state), "utf-8")


def _tell(github: GitHub, *reasons: str) -> list[bool]:
    """What a week's run does with these reasons; which issues are open then."""
    found = {"report.md": REPORT.format(" ".join(reasons))} if reasons else {"answers.patch": ""}
    github.job("portfolio.yml", "tell", found)
    return [issue["open"] for issue in _issues(github)]


def test_what_the_learner_closed_is_told_again_only_with_something_new(github: GitHub) -> None:
    assert _tell(github, "a", "b") == [True]
    _close(github)
    assert _tell(github, "a", "b") == [False]
    assert _tell(github, "b") == [False]
    assert _tell(github, "b", "c") == [False, True]
    _close(github)
    assert _tell(github, "c") == [False, False]
    assert _tell(github, "a") == [False, False, True]


def test_what_was_settled_is_news_when_it_comes_again(github: GitHub) -> None:
    assert _tell(github, "a") == [True]
    assert _tell(github) == [False]
    assert _tell(github, "a") == [False, True]


def test_a_report_without_reasons_is_told_whatever_was_closed(github: GitHub) -> None:
    assert _tell(github, "a") == [True]
    _close(github)
    github.job("portfolio.yml", "tell", {"report.md": "One badge was revoked.\n"})
    assert [issue["open"] for issue in _issues(github)] == [False, True]


def test_servers_that_are_down_never_take_the_site_down(github: GitHub) -> None:
    assert _weekly(github, "One badge was revoked.\n", WALLET_FAULT="yes") == {
        "build": "success",
        "deploy": "success",
        "record": "skipped",
        "tell": "skipped",
    }
    assert (github.site / "en" / "badges" / "first" / "index.html").is_file()
    assert "::warning::The issuers could not be asked again" in github.said


def test_a_repository_without_issues_is_no_failure(github: GitHub) -> None:
    github.settings = {"GH_WITHOUT_ISSUES": "yes"}
    github.job("portfolio.yml", "tell", {"report.md": "One badge was revoked.\n"})
    assert "::notice::This repository has no issues" in github.said
