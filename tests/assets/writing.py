"""Writing generated files into the tree, or comparing them with what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["differences", "write_files"]


def write_files(folder: Path, files: Mapping[str, bytes], owned: tuple[str, ...]) -> int:
    """Write what differs and remove what is owned but no longer made; the number of files touched."""
    touched = 0
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            touched += 1
    for path in _strays(folder, files, owned):
        path.unlink()
        touched += 1
    return touched


def differences(folder: Path, files: Mapping[str, bytes], owned: tuple[str, ...]) -> Iterator[str]:
    """One line for each file that is missing, different or no longer made."""
    for name, content in files.items():
        path = folder / name
        if not path.is_file():
            yield f"missing: {path}"
        elif path.read_bytes() != content:
            yield f"different: {path}"
    yield from (f"not made by the script: {path}" for path in _strays(folder, files, owned))


def _strays(folder: Path, files: Mapping[str, bytes], owned: tuple[str, ...]) -> Iterator[Path]:
    made = {folder / name for name in files}
    found = {path for pattern in owned for path in folder.glob(pattern) if path.is_file()}
    return iter(sorted(found - made))
