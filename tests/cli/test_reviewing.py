from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.assets.presenting import signed_demo
from tests.browser.site import REPOSITORY
from tests.cli.running import AT, Ran, run_wallet


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demo, signed by its learner on the day of the run."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "demo" / "content")
    (tmp_path / "demo" / "content" / "presentation.json").write_bytes(signed_demo(created=AT))
    return tmp_path / "demo"


@pytest.fixture
def faulty(demo: Path) -> Path:
    """The demo with one of every fault, and nothing signed."""
    (demo / "content" / "presentation.json").unlink()
    settings = demo / "content" / "portfolio.toml"
    text = settings.read_text("utf-8").replace("https://shiomi.example/portfolio/", "https://name.github.io/portfolio/")
    settings.write_text(text.replace('label.en = "Projects and reports"\n', ""), "utf-8")
    for path, words in {
        "notes.txt": "stray",
        "profile.md": "no language",
        "badges/working-with-data/note.fr.md": "Bonjour",
        "badges/town-map-making/note.en.md": "In English only.",
        "pages/links.ja.md": "---\ntitle: リンク\n---\n",
        "pages/links.en.md": "---\ntitle: Links\n---\n[a](../gone/)\n[b](../../badges/#gone)\n[c](../../../../)\n"
        "[d](htps://typo.example/)\n\n![](https://pictures.example/x.png)\n\n![x](gone.png)\n",
        "pages/later.ja.md": "---\ntitle: あとで\ndraft: true\n---\n",
        "pages/later.en.md": "---\ntitle: Later\ndraft: true\n---\n",
    }.items():
        (demo / "content" / path).write_text(words, "utf-8")
    profile = demo / "content" / "profile.en.md"
    profile.write_text("![me](me.png)\n\n" + profile.read_text("utf-8"), "utf-8")
    badge = demo / "content" / "badges" / "plain-japanese" / "badge.toml"
    badge.write_text('tags = ["ことば"]\n', "utf-8")
    return demo


def _check(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, language: str = "en") -> Ran:
    return run_wallet(root.parent, capsys, "check", "--portfolio", root, *arguments, language=language)


def test_the_demo_has_nothing_to_mend(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _check(demo, capsys, "--strict")
    assert (ran.status, ran.stdout, ran.stderr) == (0, "There is nothing to mend.\n", "")
    assert _check(demo, capsys, "--json").json == []
    assert _check(demo, capsys, language="ja").stdout == "直すべき点はありません。\n"


def test_one_of_every_fault_is_found(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _check(faulty, capsys, "--json")
    found = {(one["code"], one["file"].removeprefix("content/"), one["line"], one["level"]) for one in ran.json}
    assert found == {
        ("review.not-read", "notes.txt", None, "fault"),
        ("review.no-language", "profile.md", None, "fault"),
        ("review.language-not-used", "badges/working-with-data/note.fr.md", None, "fault"),
        ("review.text-untranslated", "badges/town-map-making/note.en.md", None, "fault"),
        ("review.words-untranslated", "portfolio.toml", 19, "fault"),
        ("review.example-address", "portfolio.toml", 2, "fault"),
        ("review.link-missing", "pages/links.en.md", 4, "fault"),
        ("review.link-no-place", "pages/links.en.md", 5, "fault"),
        ("review.link-outside", "pages/links.en.md", 6, "fault"),
        ("review.link-malformed", "pages/links.en.md", 7, "fault"),
        ("review.picture-without-words", "pages/links.en.md", 9, "fault"),
        ("review.picture-elsewhere", "pages/links.en.md", 9, "fault"),
        ("review.picture-missing", "pages/links.en.md", 11, "fault"),
        ("review.picture-not-here", "profile.en.md", 1, "fault"),
        ("review.name-untranslated", "badges/plain-japanese/badge.toml", None, "hint"),
        ("review.draft", "pages/later.en.md", 3, "hint"),
        ("review.draft", "pages/later.ja.md", 3, "hint"),
    }
    assert ran.status == 3
    assert all({"code", "file", "line", "facts", "message"} <= one.keys() for one in ran.json)


def test_the_list_is_grouped_and_counted(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = _check(faulty, capsys).stdout.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        "Files that nothing uses",
        "Missing translations",
        "Broken links",
        "Pictures",
        "Not finished yet",
        "Missing translations (hints)",
        "Not finished yet (hints)",
        "To mend: 14. Hints: 3.",
    ]
    at = lines.index("  content/pages/links.en.md, line 4")
    assert "../gone/" in lines[at + 1]


def test_every_sentence_is_said_in_japanese_too(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = _check(faulty, capsys, "--json", language="ja")
    assert len(ran.json) == 17
    assert all("。" in one["message"] for one in ran.json)


def test_hints_alone_end_well_unless_one_is_strict(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (demo / "content" / "badges" / "plain-japanese" / "badge.toml").write_text("", "utf-8")
    assert _check(demo, capsys).status == 0
    assert _check(demo, capsys, "--strict").status == 3


def test_a_portfolio_that_cannot_be_read_is_refused_as_build_refuses_it(
    demo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (demo / "content" / "portfolio.toml").write_text("[site\n", "utf-8")
    ran = _check(demo, capsys)
    built = run_wallet(demo.parent, capsys, "build", "--portfolio", demo, "--output", demo / "output")
    assert (ran.status, ran.stdout, ran.stderr) == (1, "", built.complaints[-1] + "\n")
    assert "portfolio.toml, line 1" in ran.stderr


def test_a_name_of_a_file_cannot_play_with_the_terminal(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (demo / "content" / "a\x1b[2Jb.txt").write_text("", "utf-8")
    assert "a⟨U+001B⟩[2Jb.txt" in _check(demo, capsys).stdout
