from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.shell_completion import CompletionItem, ShellComplete

from tests.architecture.sources import ROOT
from tests.assets import badge_json
from tests.cli.running import given, run_wallet
from wallet.cli.console import Console
from wallet.cli.main import program, run
from wallet.language.catalogs import load_catalog


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portfolio, in which the reader stands, with one badge that is in the wallet and published."""
    badge = given(tmp_path, "badge.json", badge_json())
    assert run_wallet(tmp_path, capsys, "add", "--offline", badge).status == 0
    assert run_wallet(tmp_path, capsys, "init", tmp_path / "mine").status == 0
    (name,) = (one["handle"] for one in run_wallet(tmp_path, capsys, "list", "--json").json)
    published = run_wallet(
        tmp_path, capsys, "publish", name, "--as", "listening", "--portfolio", tmp_path / "mine", "--yes"
    )
    monkeypatch.chdir(tmp_path / "mine")
    assert published.status == 0, published.stderr
    return tmp_path


def _offered(place: Path, words: Sequence[str], incomplete: str = "") -> list[CompletionItem]:
    console = Console(
        catalog=load_catalog("en"),
        clock=lambda: datetime(2026, 6, 1, tzinfo=UTC),
        environment={"WALLET_HOME": str(place / "wallet")},
    )
    return ShellComplete(program(console), {}, "wallet", "_WALLET_COMPLETE").get_completions(list(words), incomplete)


def _names(place: Path, words: Sequence[str], incomplete: str = "") -> list[str]:
    return [str(item.value) for item in _offered(place, words, incomplete)]


def test_commands_and_options_are_offered(tmp_path: Path) -> None:
    assert _names(tmp_path, [], "pub") == ["publish"]
    assert "--production" in _names(tmp_path, ["serve"], "--p")
    assert _names(tmp_path, ["theme"]) == ["copy", "list", "show"]
    assert _names(tmp_path, ["help"], "un") == ["unpublish"]
    assert _names(tmp_path, ["help", "theme"], "c") == ["copy"]
    assert _names(tmp_path, ["completion"]) == ["bash", "zsh", "fish"]


@pytest.mark.parametrize("command", ["show", "remove", "publish"])
def test_badges_of_the_wallet_are_offered_by_name(place: Path, command: str) -> None:
    (item,) = _offered(place, [command])
    assert (item.value, item.help) == ("sample-badge", "Sample badge")
    assert _offered(place, [command], "other") == []


def test_badges_of_the_portfolio_are_offered(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _names(place, ["unpublish"]) == _names(place, ["new", "note"], "l") == ["listening"]
    assert _names(place, ["new", "collection", "city", "listening"]) == []
    monkeypatch.chdir(place)
    assert _names(place, ["unpublish"]) == []
    assert _names(place, ["unpublish", "--portfolio", "mine"]) == ["listening"]


def test_themes_languages_collections_and_files_are_offered(place: Path) -> None:
    (place / "mine" / "themes" / "own").mkdir(parents=True)
    assert _names(place, ["theme", "show", "--theme"]) == ["default", "own", "paper"]
    assert "static/tokens.css" in _names(place, ["theme", "copy"], "static/t")
    assert _names(place, ["--lang"]) == ["en", "ja"]
    (place / "wallet" / "collections" / "for-kaido").mkdir(parents=True)
    (place / "wallet" / "collections" / "for-kaido" / "collection.toml").write_text("")
    assert _names(place, ["collection", "share"]) == ["for-kaido"]
    assert [item.type for item in _offered(place, ["verify"], "ba")] == ["file"]


def test_what_cannot_be_read_is_not_offered(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder,) = (place / "wallet" / "badges").iterdir()
    (folder / "entry.json").write_text("{")
    assert _offered(place, ["show"]) == []
    assert _offered(place, ["theme", "show", "--theme", "../x"]) == []
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("shell", "words"),
    [("bash", "complete -o nosort -F"), ("zsh", "#compdef wallet"), ("fish", "complete --no-files --command wallet")],
)
def test_the_script_of_each_shell_is_printed_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], shell: str, words: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "completion", shell)
    assert words in ran.stdout
    assert (ran.status, ran.stderr) == (0, "")


def test_another_shell_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run_wallet(tmp_path, capsys, "completion", "tcsh")
    said = "bash|zsh|fish cannot be used: Give one of these: bash, zsh, fish."
    assert (ran.status, ran.stdout, ran.stderr.startswith(said)) == (2, "", True)


def test_a_shell_asks_by_the_environment(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"_WALLET_COMPLETE": "bash_complete", "COMP_WORDS": "wallet unpublish li", "COMP_CWORD": "2"}
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    capsys.readouterr()
    with pytest.raises(SystemExit):
        run([], {"WALLET_HOME": str(place / "wallet")}, lambda: datetime(2026, 6, 1, tzinfo=UTC))
    assert capsys.readouterr().out == "plain,listening\n"


def test_to_name_the_commands_none_is_imported() -> None:
    program = (
        "import sys\n"
        "from click.shell_completion import ShellComplete\n"
        "from wallet.cli.main import Console, load_catalog, program\n"
        "console = Console(catalog=load_catalog('en'), clock=None, environment={})\n"
        "offered = ShellComplete(program(console), {}, 'wallet', '_WALLET_COMPLETE').get_completions([], '')\n"
        "assert {'verify', 'help'} <= {item.value for item in offered}\n"
        "assert not {'wallet.cli.verify', 'wallet.cli.building'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
