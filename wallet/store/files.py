"""Writing a file or a folder whole or not at all.

What is written goes to a temporary place beside its target and is renamed: whoever reads, or is cut off, sees the old
state or the new one.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from wallet.errors import StoreError

__all__ = ["remove_folder", "replace_folder", "write_file"]

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def write_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `path`, replacing what stands there; raises StoreError("store.not-writable")."""
    temporary = _beside(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(temporary, content, private)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise StoreError("store.not-writable", path=str(path)) from None


def replace_folder(
    folder: Path, files: Mapping[str, bytes], *, kept: Iterable[Path] = (), private: bool = False
) -> None:
    """Make `folder` hold exactly `files` (relative name → content) and what is `kept` of it, files or folders.

    Raises StoreError("store.not-writable").
    """
    temporary, old = _beside(folder), _beside(folder)
    try:
        for path in kept:
            _copy(path, temporary / path.name)
        for name, content in files.items():
            (temporary / name).parent.mkdir(parents=True, exist_ok=True)
            _write(temporary / name, content, private)
        if private:
            for part in (temporary, *(path for path in temporary.rglob("*") if path.is_dir())):
                part.chmod(PRIVATE_FOLDER)
        if folder.exists():
            folder.rename(old)
        temporary.rename(folder)
    except OSError:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise StoreError("store.not-writable", path=str(folder)) from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def remove_folder(folder: Path) -> None:
    """Remove a folder so that it is gone at once, even when the removal of its files is cut off."""
    old = _beside(folder)
    try:
        folder.rename(old)
        shutil.rmtree(old)
    except OSError:
        raise StoreError("store.not-writable", path=str(folder)) from None


def _copy(path: Path, target: Path) -> None:
    """As it is: a link stays a link, and leads on to wherever it led."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, target, symlinks=True)
    else:
        shutil.copy2(path, target, follow_symlinks=False)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def _write(path: Path, content: bytes, private: bool) -> None:
    mode = PRIVATE_FILE if private else 0o644
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
