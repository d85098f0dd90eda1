"""content/collections: choices of badges for somebody, each with a letter."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.model import Collection
from wallet.portfolio.slugs import require_slug
from wallet.portfolio.tables import Table, read_table
from wallet.portfolio.texts import LANGUAGE_FILE, texts_by_language

__all__ = ["read_collections"]


def read_collections(folder: Path, slugs: Sequence[str]) -> tuple[Collection, ...]:
    """Each <slug>.toml in the order of the slugs; `slugs` are the published badges. Raises PortfolioError."""
    if not folder.is_dir():
        return ()
    found = tuple(_collection(path, slugs) for path in sorted(folder.glob("*.toml")))
    _refuse_lone_letters(folder, [collection.slug for collection in found])
    return found


def _collection(path: Path, slugs: Sequence[str]) -> Collection:
    _require_name(path)
    table = read_table(path)
    table.allow(("title", "badges", "summary"))
    title = table.by_language("title")
    if not any(text.strip() for text in title.values()):
        raise PortfolioError("portfolio.collection-without-title", path=str(path))
    return Collection(
        slug=path.stem,
        title=title,
        badges=_badges(table, slugs),
        summary=table.by_language("summary"),
        letter=texts_by_language(path.parent, path.stem),
    )


def _require_name(path: Path) -> None:
    try:
        require_slug(path.stem)
    except PortfolioError:
        raise PortfolioError("portfolio.collection-bad-slug", path=str(path), slug=path.stem[:80]) from None


def _badges(table: Table, slugs: Sequence[str]) -> tuple[str, ...]:
    badges = table.texts("badges")
    for slug in badges:
        if slug in slugs:
            continue
        meant = difflib.get_close_matches(slug, slugs, 1)
        if meant:
            raise table.refuse("badges", "portfolio.collection-badge-meant", slug, meant=meant[0])
        raise table.refuse("badges", "portfolio.collection-badge-unknown", slug)
    return tuple(dict.fromkeys(badges))


def _refuse_lone_letters(folder: Path, slugs: Sequence[str]) -> None:
    for path in sorted(folder.glob("*.md")):
        match = LANGUAGE_FILE.match(path.name)
        if match is None:
            raise PortfolioError("portfolio.page-without-language", path=str(path))
        if match["name"] not in slugs:
            raise PortfolioError("portfolio.letter-without-collection", path=str(path), collection=match["name"])
