"""Building a large portfolio as whole processes: everything, when nothing changed, and when one badge did.

Social cards are left out: they are pictures, drawn once and kept, and `building` says what one costs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import sleep

from tests.assets.issuers import RETRIEVED_AT
from tests.benchmarks.badges import write_portfolio
from tests.benchmarks.timing import seconds
from wallet.stages.made_files import CACHE_FOLDER

__all__ = ["lines"]

COUNT = 1_000
ROUNDS = 1
A_WHILE = 0.5
"""Seconds after which a change can be told from what was there before."""

# The peak as Linux counts it for the program alone: the other count begins with what the process that started it held.
# A process that was split counts what it shares with the other one twice.
PROGRAM = """
import functools, pathlib, re, resource, sys
from wallet.cli import building
from wallet.cli.main import run
building.rebuild = functools.partial(building.rebuild, cards=False)
status = run(sys.argv[2:], {"WALLET_HOME": sys.argv[1]}, __import__("datetime").datetime.now)
own = int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(own + others, file=sys.stderr)
"""


def lines() -> Iterator[str]:
    """The times of each kind of build as parts of a whole one, and the peak of memory."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "mine"
        write_portfolio(root, COUNT)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        build = _Build(root, {**environment, "PYTHONPYCACHEPREFIX": str(Path(made) / "compiled")})
        yield from _lines(build)


def _lines(build: _Build) -> Iterator[str]:
    build.run()
    pages = sum(1 for _ in (build.root / "output").rglob("*.html"))
    cold = build.timed(build.forget)
    yield f"a site of {COUNT} badges, {pages} pages, whole processes (rounds: {ROUNDS}):"
    yield f"  everything: {cold:.2f} s, {cold / pages * 1000:.2f} ms a page; {build.peak // 1024} MB"
    for name, change in (
        ("nothing changed", lambda: None),
        # The first change after a whole build makes the second set of folders, in which the sites take turns.
        ("one note changed, for the first time", build.change_note),
        ("one note changed", build.change_note),
        ("one name changed, which other pages list", build.change_name),
    ):
        taken = build.timed(change)
        yield f"  {name}: {taken:.2f} s = {taken / cold:.2f} of everything; {build.peak // 1024} MB"


class _Build:
    """Builds one portfolio again and again."""

    def __init__(self, root: Path, environment: dict[str, str]) -> None:
        self.root, self.peak, self._environment, self._number = root, 0, environment, 0

    def run(self) -> float:
        return seconds(self._process, rounds=1)

    def timed(self, change: Callable[[], object]) -> float:
        times = []
        for _ in range(ROUNDS):
            change()
            sleep(A_WHILE)
            times.append(self.run())
        return median(times)

    def forget(self) -> None:
        rmtree(self.root / "output")
        for record in (self.root / CACHE_FOLDER).glob("build-*"):
            record.unlink()

    def change_note(self) -> None:
        self._number += 1
        self._badge("note.en.md").write_text(f"Said otherwise, for the {self._number}th time.", "utf-8")

    def change_name(self) -> None:
        self._number += 1
        self._badge("badge.toml").write_text(f'[name]\nen = "Name {self._number}"\n', "utf-8")

    def _badge(self, name: str) -> Path:
        return self.root / "content" / "badges" / "badge-0007" / name

    def _process(self) -> None:
        at = RETRIEVED_AT.isoformat()
        home = self.root.parent / "wallet"
        home.mkdir(exist_ok=True)
        command = (sys.executable, "-c", PROGRAM, str(home), "build", "--portfolio", str(self.root), "--at", at)
        ran = subprocess.run(
            command, env=self._environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        self.peak = int(ran.stderr.split()[-1])
