"""The learner's Markdown, one file for each language: ``<name>.<language>.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from wallet.errors import PortfolioError

__all__ = ["language_file", "read_text", "texts_by_language"]

_LANGUAGE_FILE = re.compile(r"^(?P<name>[^.]+)\.(?P<language>[A-Za-z][A-Za-z0-9-]*)\.md\Z")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def language_file(path: Path) -> tuple[str, str] | None:
    """The name and the language that a file's own name tells; None where it tells no language."""
    match = _LANGUAGE_FILE.match(path.name)
    return (match["name"], match["language"]) if match else None


def texts_by_language(folder: Path, name: str) -> Mapping[str, str]:
    """Every ``<name>.<language>.md`` that holds more than comments."""
    found = {}
    for path in sorted(folder.glob(f"{name}.*.md")):
        match = language_file(path)
        if match is not None:
            found[match[1]] = read_text(path)
    return {language: text for language, text in found.items() if _COMMENT.sub("", text).strip()}


def read_text(path: Path) -> str:
    """A text file; raises PortfolioError where it cannot be opened or read."""
    try:
        # Some editors begin a file with a byte order mark, which nobody sees.
        return path.read_text("utf-8-sig")
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(path)) from None
    except UnicodeDecodeError:
        raise PortfolioError("portfolio.file-unreadable", path=str(path)) from None
