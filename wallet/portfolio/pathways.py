"""content/pathways: towards which larger qualifications the learner collects badges, as the learner states it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from wallet.errors import PortfolioError
from wallet.portfolio.model import Pathway, Requirement
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.tables import Table, read_table
from wallet.portfolio.texts import LANGUAGE_FILE, texts_by_language

__all__ = ["read_pathways"]

_KEYS = ("title", "summary", "institution", "url", "credits", "draft", "requirements")
_REQUIREMENT_KEYS = ("title", "summary", "credits", "badges", "needed")


def read_pathways(folder: Path, published: Sequence[str]) -> tuple[Pathway, ...]:
    """Every pathway that is no draft, by slug; raises PortfolioError with file and line."""
    for path in sorted(folder.glob("*.md")):
        named = LANGUAGE_FILE.match(path.name)
        slug = named["name"] if named else path.stem
        if named is None or not (folder / f"{slug}.toml").is_file():
            raise PortfolioError("portfolio.words-without-pathway", path=str(path), file=f"{slug}.toml")
    read = (_pathway(path, published) for path in sorted(folder.glob("*.toml")))
    return tuple(pathway for pathway in read if pathway is not None)


def _pathway(file: Path, published: Sequence[str]) -> Pathway | None:
    require_slug(file.stem)
    table = read_table(file)
    table.allow(_KEYS)
    pathway = Pathway(
        slug=file.stem,
        title=table.words("title"),
        summary=table.by_language("summary"),
        institution=table.words("institution"),
        url=_url(table),
        credits=table.number("credits"),
        requirements=tuple(_requirement(entry, published) for entry in table.tables("requirements")),
        words=texts_by_language(file.parent, file.stem),
    )
    if not pathway.requirements:
        raise PortfolioError("portfolio.pathway-without-requirement", path=str(file))
    # A draft is read all the same, for what is wrong in it is easier to mend while it is written.
    return None if table.flag("draft") else pathway


def _url(table: Table) -> str | None:
    url = table.text("url")
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        raise table.refuse("url", "portfolio.bad-link", url) from None
    if parts.scheme != "https" or not parts.hostname or any(character.isspace() for character in url):
        raise table.refuse("url", "portfolio.bad-link", url)
    return url


def _requirement(table: Table, published: Sequence[str]) -> Requirement:
    table.allow(_REQUIREMENT_KEYS)
    credits, needed = table.number("credits"), table.integer("needed")
    if needed is not None and needed < 1:
        raise table.refuse("needed", "portfolio.wants-one-or-more", str(needed))
    badges = tuple(dict.fromkeys(table.texts("badges")))
    for slug in badges:
        _require_published(table, slug, published)
    return Requirement(
        title=table.words("title"),
        summary=table.by_language("summary"),
        credits=credits,
        badges=badges,
        needed=1 if needed is None and credits is None else needed,
    )


def _require_published(table: Table, slug: str, published: Sequence[str]) -> None:
    if slug in published:
        return
    near = difflib.get_close_matches(slug, published, 1)
    if near:
        raise table.refuse("badges", "portfolio.badge-unknown-meant", slug, meant=near[0])
    raise table.refuse("badges", "portfolio.badge-unknown", slug)
