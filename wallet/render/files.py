"""The output: files by path."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["OutputFile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputFile:
    """One file of the site; `path` is relative to the output folder, with forward slashes.

    `badge` is the slug of the badge from which alone the file is made.
    """

    path: str
    content: bytes = field(repr=False)
    badge: str | None = None
