"""Building the wheel and the sdist of a tree with the build backend, at the time of its last commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.architecture.sources import ROOT, tracked_files

__all__ = ["build", "copy_tree", "last_commit_time"]


def last_commit_time() -> Mapping[str, str]:
    """The time of the last commit as SOURCE_DATE_EPOCH; outside a clone none, and the build backend has its own."""
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=False, capture_output=True, text=True)
    return {"SOURCE_DATE_EPOCH": asked.stdout.strip()} if asked.returncode == 0 else {}


def copy_tree(place: Path) -> Path:
    """The files that git knows, in a folder of their own, with the times of their copying."""
    for path in tracked_files():
        copy = place / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return place


def build(tree: Path, place: Path, *targets: str) -> Mapping[str, bytes]:
    """The built files of `targets` ("wheel", "sdist") by name; they are left in `place`."""
    chosen = [part for target in targets for part in ("-t", target)]
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(place), *chosen]
    environment = {**os.environ, **last_commit_time()}
    subprocess.run(command, cwd=tree, check=True, env=environment, stdout=subprocess.DEVNULL)
    return {path.name: path.read_bytes() for path in sorted(place.iterdir())}
