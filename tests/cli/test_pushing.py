from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.deployed import HIDDEN, HIDDEN_ID, PUBLISHED, Learner, made_once


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learner") / "made"


@pytest.fixture
def learner(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: Path) -> Learner:
    """The badge is not published yet."""
    found = made_once(tmp_path, capsys, made)
    shutil.rmtree(found.mine / "content" / "badges" / PUBLISHED)
    return found


def publish(learner: Learner, *options: str, language: str = "en") -> list[str]:
    """What is said; the last line is the status."""
    arguments = ("publish", PUBLISHED, "--push", "--portfolio", str(learner.mine), *options)
    ran = learner.wallet(*arguments, language=language)
    return [*ran.stdout.splitlines(), *ran.complaints, str(ran.status)]


def test_with_a_workflow_the_badge_alone_is_committed_and_the_branch_pushed(learner: Learner) -> None:
    learner.make_repository(workflow=True)
    learner.git("push", "--quiet", "-u", "origin", "main", folder=learner.mine)
    (learner.mine / "draft.txt").write_text("a draft")
    (learner.mine / "content" / "profile.en.md").write_text("not ready\n")
    learner.git("add", "draft.txt", folder=learner.mine)
    said = publish(learner, "--yes")
    assert said[-1] == "0", said
    assert any("branch main goes to" in line and "where a workflow builds the site" in line for line in said)
    changed = learner.git("diff", "--name-only", "main~1", "main").splitlines()
    assert changed
    assert all(path.startswith(f"content/badges/{PUBLISHED}/") for path in changed)
    assert "gh-pages" not in learner.git("for-each-ref")
    status = learner.git("status", "--porcelain", folder=learner.mine).splitlines()
    assert {line.strip().split()[-1] for line in status} >= {"draft.txt", "content/profile.en.md"}


def test_files_are_committed_byte_for_byte(learner: Learner) -> None:
    assert learner.wallet("publish", PUBLISHED, "--yes", "--portfolio", learner.mine).status == 0
    learner.make_repository(workflow=True)
    note = learner.mine / "content" / "badges" / PUBLISHED / "note.en.md"
    note.write_bytes(b"One line\r\nand another\r\n")
    learner.git("config", "--global", "core.autocrlf", "input", folder=learner.mine)
    said = publish(learner, "--yes")
    assert said[-1] == "0", said
    kept = learner.git("rev-parse", f"main:content/badges/{PUBLISHED}/note.en.md")
    assert kept == learner.git("hash-object", "--no-filters", note)


def test_without_a_workflow_only_the_site_goes_out(learner: Learner) -> None:
    other = learner.mine / ".github" / "workflows" / "spelling.yml"
    other.parent.mkdir(parents=True)
    other.write_text("on: push\n# uses: actions/deploy-pages@v5\n")
    learner.make_repository()
    said = publish(learner, "--yes")
    assert said[-1] == "0", said
    assert any("The files of your portfolio stay here." in line for line in said)
    assert learner.git("for-each-ref", "--format=%(refname)") == "refs/heads/gh-pages"
    assert f"en/badges/{PUBLISHED}/index.html" in learner.tree()
    assert "content/portfolio.toml" not in learner.tree()
    assert HIDDEN_ID.encode() not in learner.everything()


@pytest.mark.parametrize("workflow", [True, False])
def test_it_says_what_it_would_do_and_does_nothing_without_a_yes(learner: Learner, workflow: bool) -> None:
    learner.make_repository(workflow=workflow)
    said = publish(learner)
    assert said[-3:] == ["Publish it and push?", "Nothing was done. Add --yes to confirm.", "1"]
    assert not (learner.mine / "content" / "badges" / PUBLISHED).exists()
    assert learner.everything() == b""


def break_repository(learner: Learner, wrong: str) -> None:
    learner.make_repository(workflow=True)
    if wrong == "detached":
        learner.git("checkout", "--quiet", "--detach", folder=learner.mine)
    elif wrong == "no remote":
        learner.git("remote", "remove", "origin", folder=learner.mine)
    elif wrong == "conflict":
        for branch, text in (("other", "one"), ("main", "two")):
            learner.git("switch", "--quiet", *(["-c"] if branch == "other" else []), branch, folder=learner.mine)
            (learner.mine / "notes.txt").write_text(text)
            learner.git("add", "notes.txt", folder=learner.mine)
            learner.git("commit", "--quiet", "-m", text, folder=learner.mine)
        with pytest.raises(subprocess.CalledProcessError):
            learner.git("merge", "other", folder=learner.mine)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("detached", "stands on a single commit and on no branch."),
        ("no remote", "has no remote."),
        ("conflict", "is in the middle of a merge."),
    ],
)
def test_nothing_is_published_where_it_could_not_be_pushed(learner: Learner, wrong: str, sentence: str) -> None:
    break_repository(learner, wrong)
    said = publish(learner, "--yes")
    assert said[-1] == "1"
    assert sentence in said[-2]
    assert not (learner.mine / "content" / "badges" / PUBLISHED).exists()
    assert learner.everything() == b""


def test_a_badge_that_git_passes_over_is_not_said_to_be_public(learner: Learner) -> None:
    learner.make_repository(workflow=True)
    (learner.mine / ".gitignore").write_text("badges/\noutput/\n.wallet-cache/\n")
    said = publish(learner, "--yes")
    assert said[-1] == "1"
    assert "A rule in .gitignore keeps" in said[-2]
    assert learner.everything() == b""


def test_a_private_badge_in_a_commit_that_would_go_along_stops_the_push(learner: Learner) -> None:
    (learner.mine / "scratch.json").write_bytes(HIDDEN)
    learner.make_repository(workflow=True)
    learner.git("rm", "--quiet", "scratch.json", folder=learner.mine)
    learner.git("commit", "--quiet", "-m", "Taken out", folder=learner.mine)
    said = publish(learner, "--yes")
    assert said[-1] == "1"
    assert "scratch.json" in said[-2]
    assert "the history of git" in said[-2]
    assert learner.everything() == b""


def test_commits_of_others_are_not_overwritten(learner: Learner) -> None:
    learner.make_repository(workflow=True)
    learner.git("push", "--quiet", "-u", "origin", "main", folder=learner.mine)
    clone = learner.place / "clone"
    learner.git("clone", "--quiet", learner.remote, clone, folder=learner.place)
    learner.git("commit", "--quiet", "--allow-empty", "-m", "Elsewhere", folder=clone)
    learner.git("push", "--quiet", "origin", "main", folder=clone)
    head = learner.git("rev-parse", "main")
    said = publish(learner, "--yes")
    assert said[-1] == "1"
    assert "has commits that are not here. Run git pull" in said[-2]
    assert learner.git("rev-parse", "main") == head


@pytest.mark.parametrize(("language", "words"), [("en", "git does not have it yet"), ("ja", "まだgitに入っていません")])
def test_a_workflow_that_was_never_pushed_is_no_way_to_the_public_yet(
    learner: Learner, language: str, words: str
) -> None:
    learner.make_repository(workflow=True)
    learner.git("rm", "--quiet", "--cached", "-r", ".github", folder=learner.mine)
    said = publish(learner, "--yes", language=language)
    assert (words in said[-2], said[-1]) == (True, "1")
    assert learner.git("for-each-ref") == ""
    assert not (learner.mine / "content" / "badges" / PUBLISHED).exists()


def test_where_it_is_not_known_where_to_push_to_no_option_is_advised_that_there_is_not(learner: Learner) -> None:
    assert "is no git repository yet. Push the portfolio once" in publish(learner, "--yes")[-2]
    learner.make_repository()
    learner.git("remote", "rename", "origin", "one", folder=learner.mine)
    learner.git("remote", "add", "two", learner.remote, folder=learner.mine)
    assert "git remote rename NAME origin" in publish(learner, "--yes")[-2]
    learner.git("remote", "remove", "one", folder=learner.mine)
    learner.git("remote", "remove", "two", folder=learner.mine)
    assert publish(learner, "--yes")[-2].endswith("Add one: git remote add origin ADDRESS")
