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
