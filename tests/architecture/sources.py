"""The project's own files, for tests that look at them."""

from __future__ import annotations

import ast
import subprocess
from functools import lru_cache
from pathlib import Path

__all__ = ["ROOT", "modules", "tracked_files", "tree_of"]

ROOT = Path(__file__).resolve().parents[2]


def modules(folder: str) -> tuple[Path, ...]:
    """Every Python module below a folder of the project."""
    found = tuple(sorted((ROOT / folder).rglob("*.py")))
    assert found, folder
    return found


@lru_cache(maxsize=512)
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def tracked_files() -> tuple[Path, ...]:
    """The files that git tracks, or outside a clone those that the distribution carries."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return tuple(
            ROOT / name for name in listed.stdout.decode("utf-8").split("\0") if name and (ROOT / name).is_file()
        )
    return tuple(
        path for folder in ("wallet", "themes", "tests") for path in (ROOT / folder).rglob("*") if path.is_file()
    )
