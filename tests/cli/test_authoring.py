from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets import badge_json
from tests.cli.running import Ran, run_wallet

KINDS = (("page", "works"), ("collection", "for-you"), ("pathway", "diploma"), ("note", "data-basics"))


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run_wallet(tmp_path, capsys, "init", tmp_path / "mine", "--url", "https://ann.example/").status == 0
    badge = tmp_path / "mine" / "content" / "badges" / "data-basics" / "credential.json"
    badge.parent.mkdir(parents=True)
    badge.write_bytes(badge_json())
    return tmp_path / "mine"


def _new(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> Ran:
    return run_wallet(root.parent, capsys, "new", *arguments, "--portfolio", root, language=language)


@pytest.mark.parametrize(("kind", "slug"), KINDS)
@pytest.mark.parametrize(
    ("language", "next_step"), [("en", "Look at it with: wallet serve"), ("ja", "表示の確認：wallet serve")]
)
def test_files_are_begun_and_the_next_step_is_said(
    root: Path, capsys: pytest.CaptureFixture[str], kind: str, slug: str, language: str, next_step: str
) -> None:
    ran = _new(root, capsys, kind, slug, language=language)
    assert ran.status == 0
    assert all(Path(line).is_file() for line in ran.stdout.splitlines())
    assert next_step in ran.stderr
    again = _new(root, capsys, kind, slug, language=language)
    assert (again.status, again.stdout) == (1, "")
    assert ran.stdout.splitlines()[0] in again.stderr


@pytest.mark.parametrize(("kind", "slug"), KINDS)
def test_programs_are_told_the_files(root: Path, capsys: pytest.CaptureFixture[str], kind: str, slug: str) -> None:
    told = _new(root, capsys, kind, slug, "--json").json
    assert (told["kind"], told["slug"]) == (kind, slug)
    assert [Path(file).is_file() for file in told["files"]] == [True] * (2 if kind in ("page", "note") else 3)


def test_what_is_begun_is_built_at_once_and_shown_when_it_is_no_draft(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind, slug in KINDS:
        _new(root, capsys, kind, slug)
    assert run_wallet(root.parent, capsys, "build", "--portfolio", root).status in (0, 3)
    assert not (root / "output" / "en" / "pathways").exists()
    for file in (*(root / "content" / "pages").iterdir(), root / "content" / "pathways" / "diploma.toml"):
        text = file.read_text("utf-8").replace("draft: true\n", "").replace("draft = true\n", "")
        file.write_text(text, "utf-8")
    ran = run_wallet(root.parent, capsys, "build", "--portfolio", root)
    assert ran.status in (0, 3), ran.stderr
    assert "受け入れ機関" in (root / "output" / "ja" / "pathways" / "diploma" / "index.html").read_text("utf-8")
    page = (root / "output" / "en" / "pages" / "works" / "index.html").read_text("utf-8")
    assert "A title for this page" in page
    assert "This remark" not in page


def test_a_name_that_cannot_be_used_is_answered_with_one_that_can(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = _new(root, capsys, "page", "My Works")
    assert (ran.status, ran.complaints[0].rsplit(" ", 1)[1]) == (1, "my-works")


@pytest.mark.parametrize("kind", ["page", "collection", "pathway", "note"])
@pytest.mark.parametrize(("language", "word"), [("en", "Example: "), ("ja", "例：")])
def test_each_has_help_with_an_example(
    root: Path, capsys: pytest.CaptureFixture[str], kind: str, language: str, word: str
) -> None:
    ran = _new(root, capsys, kind, "-h", language=language)
    assert (ran.status, f"{word}wallet new {kind}" in ran.stdout) == (0, True)
    assert f"  {kind} " in run_wallet(root.parent, capsys, "new", "-h", language=language).stdout


def test_outside_a_portfolio_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run_wallet(tmp_path, capsys, "new", "page", "works", "--portfolio", tmp_path)
    assert ran.status == 1
    assert "wallet init DIR" in ran.stderr
