"""``python -m tests.assets``: make the term tables, the demo portfolio's signed files and the fixtures.

``--check`` only compares.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.assets.demo import demo_files
from tests.assets.fixtures import fixture_files
from tests.assets.term_tables import term_table_files
from tests.assets.writing import differences, write_files

_ROOT = Path(__file__).resolve().parents[2]
_GENERATED_CONTENT = ("badges/*/credential.*", "badges/*/evidence/*", "badges/*/verification.json", "presentation.json")
_GENERATED_FIXTURES = ("badges/*", "resources/*", "unreadable/*")


def main() -> int:
    """Exit status 1 when `--check` finds a difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.assets", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the tree and write nothing")
    check = parser.parse_args().check
    places: tuple[tuple[Path, Mapping[str, bytes], tuple[str, ...]], ...] = (
        (_ROOT / "wallet" / "resolution" / "contexts", term_table_files(), ("*.json",)),
        (_ROOT / "content", demo_files(_ROOT / "content"), _GENERATED_CONTENT),
        (_ROOT / "tests" / "fixtures", fixture_files(), _GENERATED_FIXTURES),
    )
    if check:
        found = [line for place in places for line in differences(*place)]
        sys.stdout.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    touched = sum(write_files(*place) for place in places)
    sys.stdout.write(f"{sum(len(files) for _, files, _ in places)} files made, {touched} of them new\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
