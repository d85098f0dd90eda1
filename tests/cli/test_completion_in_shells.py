"""The completion scripts in the shells that they are for, where those are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.assets import badge_json
from tests.cli.running import given, run_wallet
from wallet.fields import JsonObject

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these shells")

NAME = "Listening, level 2: the city"
PATIENCE = 60


def _rename(credential: JsonObject) -> None:
    subject = credential["credentialSubject"]
    assert isinstance(subject, dict)
    achievement = subject["achievement"]
    assert isinstance(achievement, dict)
    achievement["name"] = NAME


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program, in bin, and an empty home."""
    place = tmp_path_factory.mktemp("shells")
    (place / "home").mkdir()
    program = place / "bin" / "wallet"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wallet "$@"\n')
    program.chmod(0o700)
    return place


@pytest.fixture
def environment(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Mapping[str, str]:
    """What a shell finds around it, with one badge in the wallet."""
    badge = given(tmp_path, "badge.json", badge_json(before=_rename))
    assert run_wallet(tmp_path, capsys, "add", "--offline", badge).status == 0
    return {
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "HOME": str(place / "home"),
        "TERM": "dumb",
        "WALLET_LANG": "en",
        "WALLET_HOME": str(tmp_path / "wallet"),
    }


def _shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def _said(command: list[str], environment: Mapping[str, str], folder: Path) -> str:
    ran = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=PATIENCE)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_bash_completes(environment: Mapping[str, str], tmp_path: Path) -> None:
    script = (
        'eval "$(wallet completion bash)"\n'
        "COMP_WORDS=(wallet show li) COMP_CWORD=2\n"
        '_wallet_completion wallet\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    command = [_shell("bash"), "--norc", "--noprofile", "-c", script]
    assert _said(command, environment, tmp_path) == "listening-level-2-the-city\n"


def test_fish_completes(environment: Mapping[str, str], tmp_path: Path) -> None:
    lines = ("wallet bu", "wallet show ", "wallet build --base", "wallet verify ba")
    script = "wallet completion fish | source\n" + "".join(f"complete -C '{line}'\n" for line in lines)
    assert _said([_shell("fish"), "--no-config", "-c", script], environment, tmp_path).splitlines() == [
        "build",
        f"listening-level-2-the-city\t{NAME}",
        "--base-url\tThe site's address, instead of the one in portfolio.toml.",
        "badge.json",
    ]


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("wallet bu", "wallet build "),
        ("wallet show l", "wallet show listening-level-2-the-city "),
        ("wallet verify ba", "wallet verify badge.json "),
    ],
)
def test_zsh_completes_at_a_terminal(
    environment: Mapping[str, str], tmp_path: Path, typed: str, completed: str
) -> None:
    terminal = _Terminal([_shell("zsh"), "-f", "-i"], {**environment, "PS1": "ready> "}, tmp_path)
    try:
        terminal.until("ready> ")
        # A shell of somebody who has never set up completion.
        # What is typed is shown as well, and must not look like the answer.
        terminal.type('eval "$(wallet completion zsh)" && PS1="se""t> "\n')
        assert "not found" not in terminal.until("set> ")
        terminal.type(typed + "\t")
        assert completed in terminal.until(completed)
    finally:
        terminal.close()


class _Terminal:
    """A program at a terminal: what is typed goes in, and what it shows is read until something stands there."""

    def __init__(self, command: list[str], environment: Mapping[str, str], folder: Path) -> None:
        import pty

        self._own, theirs = pty.openpty()
        self._running = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        os.set_blocking(self._own, False)

    def type(self, text: str) -> None:
        os.write(self._own, text.encode())

    def until(self, wanted: str) -> str:
        shown, deadline = "", time.monotonic() + PATIENCE
        while wanted not in shown.rpartition("\n")[2] and time.monotonic() < deadline:
            try:
                shown += os.read(self._own, 65536).decode("utf-8", "replace")
            except BlockingIOError:
                time.sleep(0.01)
        return shown

    def close(self) -> None:
        self._running.kill()
        self._running.wait()
        os.close(self._own)
