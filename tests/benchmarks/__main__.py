"""Print how long verifying, starting and building take: ``python -m tests.benchmarks``."""

from __future__ import annotations

import sys

from tests.benchmarks import building, sites, starting, verifying


def main() -> None:
    """Print each line as it is measured."""
    for part in (verifying, starting, building, sites):
        for line in part.lines():
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
