from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cli.running import Terminal, given, run_wallet


def test_a_new_portfolio_says_how_to_look_at_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    assert ran.stdout == f"A new portfolio is in {tmp_path / 'mine'}.\n"
    assert ran.complaints == [f"Go there, then look at it: cd {tmp_path / 'mine'} && wallet serve"]
    assert ran.status == 0


def test_answers_may_hold_any_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, url = '星"野\\', "https://learner.example/portfolio/"
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--family", name, "--url", url)
    settings = tomllib.loads((tmp_path / "mine" / "content" / "portfolio.toml").read_text("utf-8"))
    assert (settings["owner"]["family"], settings["site"]["url"]) == (name, url)
    assert run_wallet(tmp_path, capsys, "build", "--portfolio", tmp_path / "mine").status == 0


def test_on_a_terminal_what_was_not_given_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("https://learner.example/\n\n灯\n\n"))
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--family", "汐見")
    settings = tomllib.loads((tmp_path / "mine" / "content" / "portfolio.toml").read_text("utf-8"))
    assert settings["site"]["url"] == "https://learner.example/"
    assert settings["owner"] == {"family": "汐見", "given": "灯", "headline": {}}
    assert "Your family name" not in ran.stderr


def test_what_already_lies_in_the_folder_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    profile = given(tmp_path / "content", "profile.en.md", b"My own words.\n")
    assert run_wallet(tmp_path, capsys, "init", tmp_path).status == 0
    assert profile.read_bytes() == b"My own words.\n"
    assert (tmp_path / "content" / "portfolio.toml").is_file()


@pytest.mark.parametrize(("place", "status"), [("file", 2), ("file/mine", 1)])
def test_a_file_in_the_way_is_one_sentence_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, status: int
) -> None:
    file = given(tmp_path, "file", b"kept")
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / place)
    assert (ran.status, ran.stdout, len(ran.complaints)) == (status, "", 1)
    assert file.read_bytes() == b"kept"


def test_what_is_made_again_by_each_build_is_not_for_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    assert (tmp_path / "mine" / ".gitignore").read_text("utf-8") == ".wallet-cache/\n"


def _url(root: Path) -> str:
    url = tomllib.loads((root / "content" / "portfolio.toml").read_text("utf-8"))["site"]["url"]
    assert isinstance(url, str)
    return url


def test_a_repository_is_all_that_the_address_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "mine"
    ran = run_wallet(tmp_path, capsys, "init", root, "--repository", "Hanako/portfolio", "--languages", "en")
    assert _url(root) == "https://hanako.github.io/portfolio/"
    assert ran.complaints[-1] == f"How it gets to https://hanako.github.io/portfolio/ stands in {root / 'README.md'}."
    assert sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()) == [
        ".gitattributes",
        ".github/dependabot.yml",
        ".github/workflows/portfolio.yml",
        ".github/workflows/weekly.yml",
        ".gitignore",
        "README.md",
        "content/portfolio.toml",
        "content/profile.en.md",
        "output/.gitignore",
        "requirements.txt",
    ]


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("hanako/portfolio\n\n\n\n\n\n", "https://hanako.github.io/portfolio/"),
        ("https://github.com/hanako/hanako.github.io\n\n\n\n\n\n", "https://hanako.github.io/"),
        ("hanako/portfolio\nwww.hanako.example\n\n\n\n\n", "https://www.hanako.example/"),
        ("https://learner.example/\n\n\n\n\n", "https://learner.example/"),
        ("\n\n\n\n\n", "https://name.github.io/portfolio/"),
    ],
)
def test_the_first_answer_may_be_a_repository_or_an_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str, url: str
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert run_wallet(tmp_path, capsys, "init", tmp_path / "mine").status == 0
    assert _url(tmp_path / "mine") == url


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--repository", "hanako"), "no name of a repository"),
        (("--repository", "hanako/port folio"), "no name of a repository"),
        (("--domain", "https://hanako.example"), "no domain"),
        (("--domain", "hanako.github.io"), "belongs to GitHub"),
        (("--languages", "ja,xx"), "“xx”"),
    ],
)
def test_one_wrong_answer_is_one_sentence_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, str], words: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine", *options)
    (complaint,) = ran.complaints
    assert words in complaint
    assert (ran.status, ran.stdout) == (1, "")
    assert not (tmp_path / "mine").exists()


def test_a_repository_that_was_just_cloned_is_no_surprise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine" / ".git").mkdir(parents=True)
    given(tmp_path / "mine", "README.md", b"My own words.\n")
    given(tmp_path / "mine", ".gitignore", b"secret/\n")
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--repository", "hanako/portfolio")
    assert ran.complaints[0] == "These files were there before and stay as they are: .gitignore"
    assert ran.complaints[-1].endswith(f"stands in {tmp_path / 'mine' / 'PORTFOLIO.md'}.")
    assert (tmp_path / "mine" / "README.md").read_bytes() == b"My own words.\n"
    assert "git push" in (tmp_path / "mine" / "PORTFOLIO.md").read_text("utf-8")
    assert not any("Other things" in line for line in ran.complaints)


def test_a_folder_with_other_things_is_named_with_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine").mkdir()
    given(tmp_path / "mine", "taxes.ods", b"")
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    assert ran.status == 0
    assert ran.complaints[0].startswith("Other things lie in this folder already: taxes.ods.")


@pytest.mark.parametrize("place", ["content", "content/pages/mine"])
def test_a_portfolio_within_the_content_of_another_is_warned_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine")
    ran = run_wallet(tmp_path, capsys, "init", tmp_path / "mine" / place)
    assert ran.complaints[0].startswith("This folder lies in the content of another portfolio")


def test_without_a_workflow_github_runs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "mine"
    run_wallet(tmp_path, capsys, "init", root, "--repository", "hanako/portfolio", "--no-workflow")
    assert not (root / ".github").exists()
    assert "wallet build" in (root / "README.md").read_text("utf-8")


def test_what_github_installs_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = "learner-wallet @ https://code.example/learner_wallet-1.0-py3-none-any.whl"
    run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--package", wanted)
    assert (tmp_path / "mine" / "requirements.txt").read_text("utf-8").splitlines()[-1] == wanted
