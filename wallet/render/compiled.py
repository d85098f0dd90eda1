"""Compiled templates, kept for the next page, and in a folder for the next build.

A kept template is a program: whoever may write into the folder decides what a build does. It therefore never lies in a
portfolio, which may come from somebody else.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

    from jinja2 import BytecodeCache
    from jinja2.bccache import Bucket

__all__ = ["CompiledTemplates"]


class CompiledTemplates:
    """What Jinja2 compiled, in memory and in `folder`, where it can be written to.

    Templates are told apart by name, file and source, and by the versions of Python and Jinja2. What else they were
    compiled by, the settings of the environment, is for the name of the folder to say.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._cache: BytecodeCache | None = None

    def for_jinja(self) -> BytecodeCache:
        """The same as Jinja2 asks for it, always one object."""
        if self._cache is None:
            self._cache = _cache(self._folder)
        return self._cache


def _cache(folder: Path | None) -> BytecodeCache:
    from jinja2 import BytecodeCache, FileSystemBytecodeCache

    kept = FileSystemBytecodeCache(str(folder)) if folder is not None else None

    class Compiled(BytecodeCache):
        """In memory by the bucket's key and checksum, which stand for name, file and source."""

        def __init__(self) -> None:
            self._codes: dict[tuple[str, str], CodeType] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = self._codes.get((bucket.key, bucket.checksum))
            if bucket.code is None and kept is not None:
                # Jinja2 passes over an absent file and some damaged ones; whatever else is there is no program of ours.
                try:
                    kept.load_bytecode(bucket)
                except Exception:
                    bucket.reset()
            self._remember(bucket)

        def dump_bytecode(self, bucket: Bucket) -> None:
            self._remember(bucket)
            if kept is not None:
                with suppress(OSError):
                    kept.dump_bytecode(bucket)

        def _remember(self, bucket: Bucket) -> None:
            if bucket.code is not None:
                self._codes[bucket.key, bucket.checksum] = bucket.code

    return Compiled()
