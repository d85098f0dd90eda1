"""What is expensive to make and can be made again: kept in a folder from one run to the next.

Nothing depends on the folder. Whatever is missing, damaged or cannot be read is made again, and where nothing can be
written nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable
from pathlib import Path

from wallet.errors import StoreError
from wallet.store.files import write_file

__all__ = ["CACHE_FOLDER", "CARDS_FOLDER", "MadeFiles", "has_cards", "keep_out_of_git"]

CACHE_FOLDER = ".wallet-cache"
"""Beside content/ and output/ in the portfolio; removing it costs time and nothing else."""

CARDS_FOLDER = "cards"
"""In it: the pictures that links elsewhere show."""

_IGNORING = ".gitignore"
_SEAL = hashlib.sha256().digest_size


def has_cards(root: Path) -> bool:
    """Whether an earlier build of the portfolio has drawn any."""
    return any((root / CACHE_FOLDER / CARDS_FOLDER).glob("*.png"))


def keep_out_of_git(folder: Path) -> None:
    """Let git pass over `folder`: a portfolio that is older than the cache has no rule against committing it.

    Raises StoreError where nothing can be written.
    """
    if not (folder / _IGNORING).exists():
        write_file(folder / _IGNORING, b"*\n")


class MadeFiles:
    """A folder of files by key; a key is a file name that stands for everything its content is made from.

    Behind the content stands its digest: programs that show a picture pass over it, and a damaged file is found out.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def get_or_make(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under `key`, or else what `make` returns, which is kept; raises only what `make` raises."""
        self._asked.add(key)
        kept = self._kept(key)
        if kept is not None:
            return kept
        content = make()
        self._keep(key, content)
        return content

    def forget_others(self) -> None:
        """Remove what was not asked for since this object was made."""
        with contextlib.suppress(OSError):
            for path in tuple(self._folder.iterdir()):
                if path.name not in self._asked and path.name != _IGNORING:
                    with contextlib.suppress(OSError):
                        path.unlink()

    def _kept(self, key: str) -> bytes | None:
        try:
            sealed = (self._folder / key).read_bytes()
        except OSError:
            return None
        content, seal = sealed[:-_SEAL], sealed[-_SEAL:]
        return content if hashlib.sha256(content).digest() == seal else None

    def _keep(self, key: str, content: bytes) -> None:
        with contextlib.suppress(StoreError):
            keep_out_of_git(self._folder)
            write_file(self._folder / key, content + hashlib.sha256(content).digest())
