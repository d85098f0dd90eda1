"""One run of the program: arguments, environment and clock in; status, output and errors out."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from wallet.cli.main import run
from wallet.fields import JsonValue

__all__ = ["AT", "OFFLINE", "Ran", "Terminal", "given", "resources", "run_wallet", "typed"]

AT = datetime(2026, 6, 1, tzinfo=UTC)
OFFLINE: Mapping[str, JsonValue] = {}
"""An index in which nothing is listed: every fetch fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """How a run ended and what it said."""

    status: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        """Standard output as the one JSON value that it is."""
        return json.loads(self.stdout)

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error."""
        return self.stderr.splitlines()


class Terminal(io.StringIO):
    """Standard input at which somebody sits and types."""

    def isatty(self) -> bool:
        return True


def run_wallet(tmp_path: Path, capsys: pytest.CaptureFixture[str], *arguments: str | Path, language: str = "en") -> Ran:
    """Run one command with the wallet in ``tmp_path/wallet``, on the first of June 2026."""
    capsys.readouterr()
    environment = {"PATH": os.environ["PATH"], "WALLET_LANG": language, "WALLET_HOME": str(tmp_path / "wallet")}
    status = run([str(argument) for argument in arguments], environment, lambda: AT)
    said = capsys.readouterr()
    return Ran(status=status, stdout=said.out, stderr=said.err)


def given(tmp_path: Path, name: str, content: bytes) -> Path:
    """A file that the reader has."""
    path = tmp_path / name
    path.write_bytes(content)
    return path


def typed(content: bytes) -> io.TextIOWrapper:
    """Standard input into which another program writes."""
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")


def resources(tmp_path: Path, entries: Mapping[str, JsonValue], files: Mapping[str, bytes] | None = None) -> Path:
    """A folder with an ``index.json`` of these entries, and the files that they name."""
    folder = tmp_path / "resources"
    folder.mkdir(exist_ok=True)
    for name, content in (files or {}).items():
        (folder / name).write_bytes(content)
    (folder / "index.json").write_text(json.dumps(entries), "utf-8")
    return folder
