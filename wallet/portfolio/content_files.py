"""Every file of content/, with the language that its name tells."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wallet.portfolio.texts import LANGUAGE_FILE, read_text

__all__ = ["ContentFile", "content_files", "line_of", "text_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """One file: `parts` of its path below content/; `language` and `stem` where it is ``<stem>.<language>.md``."""

    place: Path
    parts: tuple[str, ...]
    stem: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.parts[-1]

    @property
    def folder(self) -> tuple[str, ...]:
        """The parts of the folder that it stands in."""
        return self.parts[:-1]

    @property
    def path(self) -> str:
        """The path from the portfolio's folder, with forward slashes."""
        return "/".join(("content", *self.parts))


def content_files(root: Path) -> tuple[ContentFile, ...]:
    """All files in order of their paths, without hidden ones, which belong to the system or an editor."""
    content = root / "content"
    found = []
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder) / name for name in names if not name.startswith(".")]
    return tuple(_content_file(path, path.relative_to(content).parts) for path in sorted(found))


def _content_file(path: Path, parts: tuple[str, ...]) -> ContentFile:
    match = LANGUAGE_FILE.match(path.name)
    if match is None:
        return ContentFile(place=path, parts=parts)
    return ContentFile(place=path, parts=parts, stem=match["name"], language=match["language"])


def text_of(file: ContentFile) -> str:
    """The file's text; raises PortfolioError where it cannot be opened or read."""
    return read_text(file.place)


def line_of(text: str, words: str) -> int | None:
    """The number of the first line that holds the first line of `words`, None where they are written otherwise."""
    wanted = next((line for line in words.splitlines() if line.strip()), "")
    numbered: Iterator[tuple[int, str]] = enumerate(text.splitlines(), start=1)
    return next((number for number, line in numbered if wanted and wanted in line), None)
