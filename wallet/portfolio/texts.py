"""The learner's Markdown files: one for each language, told by the file's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from wallet.errors import PortfolioError

__all__ = ["LANGUAGE_FILE", "read_text", "texts_by_language"]

LANGUAGE_FILE = re.compile(r"^(?P<name>[^.]+)\.(?P<language>[A-Za-z][A-Za-z0-9-]*)\.md\Z")
"""The name of a file in one language, such as about.ja.md."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def texts_by_language(folder: Path, name: str) -> Mapping[str, str]:
    """Every <name>.<language>.md with words in it, by language; raises PortfolioError."""
    found = {}
    for path in sorted(folder.glob(f"{name}.*.md")):
        match = LANGUAGE_FILE.match(path.name)
        if match is not None:
            found[match["language"]] = read_text(path)
    return {language: text for language, text in found.items() if _COMMENT.sub("", text).strip()}


def read_text(path: Path) -> str:
    """A text file whole; raises PortfolioError for one that cannot be opened or is not UTF-8."""
    try:
        # Some editors begin a file with a byte order mark, which nobody sees.
        return path.read_text("utf-8-sig")
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(path)) from None
    except UnicodeDecodeError:
        raise PortfolioError("portfolio.file-unreadable", path=str(path)) from None
