"""content/pages: pages of the learner's own, each with a title between two lines of hyphens and Markdown below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.model import OwnPage
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.texts import LANGUAGE_FILE, read_text

__all__ = ["read_own_pages"]

_KEYS = ("title", "draft")
_FENCE = re.compile(r"^---[ \t]*\Z")


def read_own_pages(folder: Path) -> tuple[OwnPage, ...]:
    """Every page that is no draft, in every language it is written in; raises PortfolioError with file and line."""
    titles: dict[str, dict[str, str]] = {}
    bodies: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.md")):
        named = LANGUAGE_FILE.match(path.name)
        if named is None:
            raise PortfolioError("portfolio.page-without-language", path=str(path))
        slug, language = named["name"], named["language"]
        require_slug(slug)
        head, body = _divided(path)
        values = _values(path, head)
        title = _title(path, values)
        if not _is_draft(path, values):
            titles.setdefault(slug, {})[language] = title
            bodies.setdefault(slug, {})[language] = body
    return tuple(OwnPage(slug=slug, title=titles[slug], body=bodies[slug]) for slug in titles)


def _divided(path: Path) -> tuple[list[str], str]:
    lines = read_text(path).splitlines(keepends=True)
    if not lines or lines[0].rstrip("\r\n") != "---":
        raise PortfolioError("portfolio.page-without-title", path=str(path), line=1)
    end = next((at for at, line in enumerate(lines) if at and _FENCE.match(line.rstrip("\r\n"))), None)
    if end is None:
        raise PortfolioError("portfolio.page-head-open", path=str(path), line=len(lines))
    return [line.strip() for line in lines[1:end]], "".join(lines[end + 1 :])


def _values(path: Path, head: list[str]) -> Mapping[str, tuple[int, str]]:
    values: dict[str, tuple[int, str]] = {}
    # The head begins on the second line of the file, after the hyphens.
    for number, line in enumerate(head, start=2):
        if not line or line.startswith("#"):
            continue
        key, _, value = (part.strip() for part in line.partition(":"))
        if key not in _KEYS:
            known = ", ".join(_KEYS)
            raise PortfolioError("portfolio.unknown-key", path=str(path), line=number, key=key, known=known)
        values.setdefault(key, (number, value))
    return values


def _title(path: Path, values: Mapping[str, tuple[int, str]]) -> str:
    line, value = values.get("title", (2, ""))
    title = value.strip("\"'")
    if not title:
        raise PortfolioError("portfolio.page-without-title", path=str(path), line=line)
    return title


def _is_draft(path: Path, values: Mapping[str, tuple[int, str]]) -> bool:
    line, value = values.get("draft", (0, "false"))
    if value not in ("true", "false"):
        raise PortfolioError("portfolio.wants-flag", path=str(path), line=line, key="draft")
    return value == "true"
