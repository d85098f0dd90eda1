"""Files that take long to make, kept under a digest of everything they were made from.

What is kept is only ever a saving of time: where nothing can be read or written, as in a portfolio on a read-only
disk, everything is made anew.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from wallet.errors import StoreError
from wallet.store.files import write_file

__all__ = ["CACHE_FOLDER", "MadeFiles"]

CACHE_FOLDER = ".wallet-cache"
"""The folder of a portfolio that may be deleted at any time."""


class MadeFiles:
    """One kind of file below a folder; `used` are the names that were asked for, so that others can be removed."""

    def __init__(self, folder: Path) -> None:
        self.used: set[str] = set()
        self._folder = folder

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The file of that name, made by `make` when it is not kept yet; what cannot be kept is no error."""
        self.used.add(name)
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            content = make()
        with contextlib.suppress(StoreError):
            write_file(self._folder / name, content)
        return content
