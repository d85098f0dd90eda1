"""The action that other repositories use: its own steps, run as they stand."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.pages.portfolios import begun
from tests.pages.programs import write_programs
from tests.pages.reading import filled, read_yaml
from tests.pages.test_files import ACTION

BUILT = read_yaml(ACTION)


def _built(tmp_path: Path, **inputs: str) -> tuple[int, str, dict[str, str]]:
    given = {name: str(each["default"]) for name, each in BUILT["inputs"].items()} | inputs
    step: Any = next(each for each in BUILT["runs"]["steps"] if each.get("id") == "build")
    write_programs(tmp_path / "programs")
    outputs = tmp_path / "outputs"
    environment = {
        "PATH": f"{tmp_path / 'programs'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(outputs),
        **{name: filled(value, {"inputs": given}) for name, value in step["env"].items()},
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    said = outputs.read_text("utf-8").splitlines() if outputs.exists() else []
    return done.returncode, done.stderr, {name: value for name, _, value in (line.partition("=") for line in said)}


def test_it_builds_and_says_what_it_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(tmp_path, capsys)
    address = "https://hanako.github.io/other/"
    status, _, outputs = _built(tmp_path, portfolio="mine", output="made", **{"base-url": address})
    assert status == 0
    assert outputs["output"] == "made"
    assert int(outputs["pages"]) > 10
    assert sum(json.loads(outputs["badges"]).values()) == 1
    assert json.loads(outputs["left-out"]) == []
    assert set(outputs) == set(BUILT["outputs"])
    assert f'href="{address}en/"' in (tmp_path / "made" / "index.html").read_text("utf-8")


def test_a_folder_that_is_no_portfolio_is_a_failure_with_its_sentence(tmp_path: Path) -> None:
    status, said, outputs = _built(tmp_path, portfolio="nowhere")
    assert status == 1
    assert "nowhere is no portfolio" in said
    assert outputs == {}
