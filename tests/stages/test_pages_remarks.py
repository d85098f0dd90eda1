from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import given, run_wallet
from tests.pages.runner import git
from wallet.language.catalogs import load_catalog
from wallet.language.sentences import sentence
from wallet.stages.pages_files import PagesOrder, pages_files
from wallet.stages.pages_remarks import PagesRemark, pages_remarks
from wallet.store.wallet import Wallet, WalletEntry

URL = "https://hanako.github.io/portfolio/"
WORKFLOW = ".github/workflows/portfolio.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A portfolio in a repository that is pushed to GitHub, with nothing wrong."""
    root = tmp_path / "mine"
    (root / "content").mkdir(parents=True)
    order = PagesOrder(url=URL, catalogs=[load_catalog("en")], requirement="learner-wallet==0.1.0")
    for name, text in pages_files(order).items():
        _write(root, name, text)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "remote", "add", "origin", "git@github.com:hanako/portfolio.git")
    return root


def _write(root: Path, name: str, text: str) -> Path:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
    return root / name


def _found(root: Path, url: str = URL, home: Path | None = None, private: tuple[WalletEntry, ...] = ()) -> list[str]:
    git(root, "add", "--all", "--force")
    remarks = pages_remarks(root, url, home or root.parent / "wallet", private, os.environ)
    return [_told(remark) and remark.code for remark in remarks]


def _told(remark: PagesRemark) -> str:
    return " ".join(sentence(load_catalog(language), remark.code, remark.facts) for language in ("en", "ja"))


def test_nothing_is_wrong_with_what_init_writes(root: Path) -> None:
    assert _found(root) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://name.github.io/portfolio/", "pages.other-address"),
        ("https://taro.github.io/portfolio/", "pages.other-address"),
        ("https://hanako.github.io/", "pages.other-path"),
        ("https://hanako.github.io/Portfolio/", "pages.other-path"),
        ("https://www.hanako.example/portfolio/", "pages.domain-with-path"),
        ("http://www.hanako.example/", "pages.not-https"),
        ("http://hanako.github.io/portfolio/", "pages.not-https"),
        ("https://www.hanako.example/", None),
        ("https://Hanako.GitHub.io/portfolio/", None),
    ],
)
def test_the_address_is_held_against_the_remote(root: Path, url: str, code: str | None) -> None:
    assert _found(root, url) == ([code] if code else [])


def test_the_site_of_a_person_has_no_path(root: Path) -> None:
    git(root, "remote", "set-url", "origin", "https://github.com/hanako/hanako.github.io.git")
    assert _found(root, "https://hanako.github.io/") == []
    assert _found(root, URL) == ["pages.other-path"]


def _without_hidden(root: Path) -> None:
    text = (root / WORKFLOW).read_text("utf-8").replace("include-hidden-files: true", "name: github-pages")
    _write(root, WORKFLOW, text)


def _with_schedule(root: Path) -> None:
    text = (root / WORKFLOW).read_text("utf-8").replace("\non:\n", '\non:\n  schedule:\n    - cron: "7 3 * * 1"\n')
    _write(root, WORKFLOW, text)


def _without_workflow(root: Path) -> None:
    (root / WORKFLOW).unlink()


def _in_capitals(root: Path) -> None:
    _write(root, "content/pages/a.png", "")
    _write(root, "content/pages/A.png", "")


def _large_file(root: Path) -> None:
    with (root / "content" / "film.mp4").open("wb") as stream:
        stream.truncate(101 * 1024 * 1024)


def _large_site(root: Path) -> None:
    for number in range(11):
        _write(root, f"output/{number}.bin", "")
        with (root / "output" / f"{number}.bin").open("wb") as stream:
            stream.truncate(95_000_000)
    _write(root, ".gitignore", "output/\n")


def _cname(root: Path) -> None:
    _write(root, "CNAME", "www.hanako.example\n")


def _output(root: Path) -> None:
    _write(root, "output/.gitignore", "*\n")
    _write(root, "output/index.html", "<!doctype html>")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_without_hidden, "pages.hidden-left-out"),
        (_with_schedule, "pages.schedule-in-workflow"),
        (_without_workflow, "pages.no-workflow"),
        (_in_capitals, "pages.case-collision"),
        (_large_file, "pages.file-too-large"),
        (_cname, "pages.other-cname"),
        (_output, "pages.output-in-git"),
    ],
)
def test_each_fault_is_named_alone(root: Path, change: Callable[[Path], None], code: str) -> None:
    change(root)
    assert _found(root) == [code]


def test_a_site_beyond_the_limit_is_named(root: Path) -> None:
    _large_site(root)
    (remark,) = pages_remarks(root, URL, root.parent / "wallet", (), os.environ)
    assert (remark.code, remark.facts["size"]) == ("pages.site-too-large", 1045)


def test_the_line_of_a_fault_in_a_workflow_is_named(root: Path) -> None:
    _without_hidden(root)
    (remark,) = pages_remarks(root, URL, root.parent / "wallet", (), os.environ)
    line = (root / WORKFLOW).read_text("utf-8").splitlines()[int(remark.facts["line"]) - 1]
    assert "uses: actions/upload-pages-artifact@" in line
    assert f"{WORKFLOW}, line {remark.facts['line']}:" in _told(remark)


def test_a_branch_with_the_finished_site_needs_no_workflow(root: Path) -> None:
    _without_workflow(root)
    git(root, "-c", "user.name=H", "-c", "user.email=h@example.org", "commit", "-q", "--allow-empty", "-m", "x")
    git(root, "branch", "gh-pages")
    assert _found(root) == []


def test_the_wallet_and_its_private_badges_are_seen_in_git(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_wallet(tmp_path, capsys, "add", "--offline", given(tmp_path, "badge.json", badge_json()))
    private = Wallet(tmp_path / "wallet").entries()
    assert _found(root, private=private) == []
    _write(root, "downloads/badge.json", badge_json().decode("utf-8"))
    assert _found(root, private=private) == ["pages.private-in-git"]
    assert _found(root, private=()) == []
    (root / ".wallet").mkdir()
    assert _found(root, home=root / ".wallet") == ["pages.wallet-in-repository"]


def test_a_folder_that_no_git_knows_has_no_remarks_about_git(tmp_path: Path, root: Path) -> None:
    (tmp_path / "alone" / "content").mkdir(parents=True)
    assert pages_remarks(tmp_path / "alone", "https://name.github.io/portfolio/", tmp_path, (), os.environ) == ()
    git(root, "remote", "remove", "origin")
    assert _found(root, "https://taro.github.io/") == []
