"""The whole process ``wallet verify FILE``, beside Python with what no such program can do without.

Compiled modules are kept in a temporary folder, as an installation keeps them, so that neither side compiles anything.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.assets.issuers import RETRIEVED_AT
from tests.benchmarks.badges import Badges, write_badges
from tests.benchmarks.timing import seconds

__all__ = ["lines"]

ROUNDS = 15
FEW, MANY = 10, 1_000
IMPORTS = {
    "python": "pass",
    "import cryptography": "import cryptography",
    "import of an Ed25519 key": "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey",
    "import of that, click, dataclasses and json": (
        "import click, dataclasses, json; "
        "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey"
    ),
}
# As Linux counts it for the program alone: the other count begins with what the process that started it held.
PEAK = "import re; print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1], file=sys.stderr)"
"""What a process adds at its end, in kilobytes."""

Environment = Mapping[str, str]


def lines() -> Iterator[str]:
    """The time of the whole process, then its peak of memory with few badges and with many."""
    with tempfile.TemporaryDirectory() as made:
        badges = write_badges(Path(made), MANY)
        # The folder of compiled modules replaces what the machine says about keeping them.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(made) / "compiled")
        yield from _starting(badges, environment)
        yield from _memory(badges, environment)


def _starting(badges: Badges, environment: Environment) -> Iterator[str]:
    commands: dict[str, Sequence[str]] = {name: (sys.executable, "-c", program) for name, program in IMPORTS.items()}
    commands["wallet verify FILE"] = _verify(badges, 1)
    commands["wallet verify --json FILE"] = _verify(badges, 1, "--json")
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, command in commands.items():
            taken = seconds(partial(_run, command, environment), rounds=1)
            # The first round compiles the modules.
            times[name] += [taken] if number else []
    yield f"whole processes, milliseconds (median of {ROUNDS}, taking turns):"
    for name, taken_each in times.items():
        yield f"  {name}: {median(taken_each) * 1000:.0f}"
    whole = times["wallet verify FILE"]
    for name in list(IMPORTS)[1:]:
        pairs = zip(whole, times[name], strict=True)
        yield f"  wallet verify FILE = {median(one / other for one, other in pairs):.1f} × {name}"


def _memory(badges: Badges, environment: Environment) -> Iterator[str]:
    few, many = (_peak(badges, count, environment) for count in (FEW, MANY))
    yield f"peak memory: {few // 1024} MB for {FEW} badges, {many // 1024} MB for {MANY} = {many / few:.2f} ×"


def _verify(badges: Badges, count: int, *options: str) -> Sequence[str]:
    files = [str(path) for path in badges.files[:count]]
    at = RETRIEVED_AT.isoformat()
    return (sys.executable, "-m", "wallet", "verify", *options, "--at", at, "--resources", str(badges.index), *files)


def _peak(badges: Badges, count: int, environment: Environment) -> int:
    arguments = list(_verify(badges, count, "--json"))[3:]
    program = f"import atexit, sys\natexit.register(lambda: exec({PEAK!r}))\nfrom wallet.cli import main\nmain()"
    command = (sys.executable, "-c", program, *arguments)
    ran = subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return int(ran.stderr.split()[-1])


def _run(command: Sequence[str], environment: Environment) -> None:
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
