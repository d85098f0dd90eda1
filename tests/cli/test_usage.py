from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import wallet
from tests.assets import badge_json
from tests.cli.running import run_wallet
from wallet.cli.main import reader_language

COMMANDS = ("verify", "add", "list", "show", "remove", "publish", "unpublish", "init", "build", "serve", "status")


@pytest.mark.parametrize(("language", "heading"), [("en", "Commands:"), ("ja", "コマンド：")])
def test_help_lists_every_command_in_the_readers_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, heading: str
) -> None:
    ran = run_wallet(tmp_path, capsys, "--help", language=language)
    listed = ran.stdout.split(heading.rstrip(":："), 1)[1]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2:3].isalpha()][
        : len(COMMANDS)
    ] == list(COMMANDS)
    assert ran.status == 0


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "word"), [("en", "Example: "), ("ja", "例：")])
def test_every_command_has_help_with_an_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, language: str, word: str
) -> None:
    ran = run_wallet(tmp_path, capsys, command, "-h", language=language)
    assert f"{word}wallet {command}" in ran.stdout
    assert ran.status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["verfy"], "There is no command “verfy”. Did you mean verify? For help, run: wallet --help"),
        (
            ["verify", "--jsn", "x"],
            "There is no option --jsn. Did you mean --json? For help, run: wallet verify --help",
        ),
        (["init"], "DIR is missing. For help, run: wallet init --help"),
        (
            ["init", "my", "portfolio"],
            "“portfolio” is more than this command takes. Write a name with spaces in quotation marks. "
            "For help, run: wallet init --help",
        ),
        (
            ["list", "--quiet"],
            "--quiet stands before the command: wallet --quiet list",
        ),
        (
            ["theme", "list", "--lang", "en"],
            "--lang stands before the command: wallet --lang TAG theme list",
        ),
        (["verify"], "PATH|URL|-... is missing. For help, run: wallet verify --help"),
        (
            ["verify", "--at", "yesterday", "x"],
            "--at cannot be used: Give the time with its offset, such as 2026-04-01T09:00:00+09:00. "
            "For help, run: wallet verify --help",
        ),
        (
            ["verify", "--resources", "nowhere", "x"],
            "--resources cannot be used: Give a file or folder that exists. For help, run: wallet verify --help",
        ),
        (
            ["serve", "--port", "0"],
            "--port cannot be used: Give a number from 1 to 65535. For help, run: wallet serve --help",
        ),
    ],
)
def test_wrong_usage_says_what_is_wrong_and_where_help_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    ran = run_wallet(tmp_path, capsys, *arguments)
    assert (ran.status, ran.stdout, ran.complaints) == (2, "", [said])


def test_without_a_command_help_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run_wallet(tmp_path, capsys)
    assert ran.status == 2
    assert "unpublish" in ran.stderr


def test_the_version_is_that_of_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert wallet.__version__ in run_wallet(tmp_path, capsys, "--version").stdout


def test_the_module_is_the_same_program() -> None:
    command = [sys.executable, "-m", "wallet", "--version"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert wallet.__version__ in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "ja_JP.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "WALLET_LANG": "ja"}, "ja"),
        (["--lang", "en"], {"WALLET_LANG": "ja"}, "en"),
        (["--lang=ja"], {}, "ja"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"WALLET_LANG": "tlh"}, "en"),
    ],
)
def test_the_language_is_the_readers(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert reader_language(arguments, environment) == language


def test_quiet_leaves_results_and_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_wallet(tmp_path, capsys, "--quiet", "list").stderr == ""
    assert run_wallet(tmp_path, capsys, "--quiet", "show", "nothing").stderr != ""


def test_verifying_an_ordinary_badge_imports_no_processor_no_network_and_no_words(tmp_path: Path) -> None:
    badge = tmp_path / "badge.json"
    badge.write_bytes(badge_json())
    program = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from wallet.cli.main import run\n"
        "assert run(sys.argv[1:], {}, lambda: datetime(2026, 6, 1, tzinfo=UTC)) == 0\n"
        "heavy = {'pyld', 'lxml', 'jinja2', 'babel', 'asyncio', 'wallet.site', 'wallet.store', 'wallet.portfolio',\n"
        "         'socket', 'http', 'ssl', 'email', 'pickle', 'PIL', 'wallet.language.sentences.proofs'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()\n"
    )
    command = [sys.executable, "-c", program, "verify", "--json", str(badge)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
