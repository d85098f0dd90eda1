"""Files that a learner begins: a page, a collection, a pathway, a note. What stands is never written over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.language.catalogs import Catalog, available_languages, load_catalog
from wallet.portfolio.model import Portfolio
from wallet.portfolio.slugs import require_published, require_slug, slug_of
from wallet.stages import starters
from wallet.store.files import write_file

__all__ = ["begin_collection", "begin_note", "begin_page", "begin_pathway"]


def begin_page(portfolio: Portfolio, catalog: Catalog, slug: str, title: str | None = None) -> tuple[Path, ...]:
    """content/pages/<slug>.<lang>.md in every language, as drafts; raises PortfolioError."""
    _require_slug(slug, "my-page")
    folder = portfolio.root / "content" / "pages"
    languages = _catalogs(portfolio, catalog)
    return _written({folder / f"{slug}.{tag}.md": starters.page(own, _line(title)) for tag, own in languages.items()})


def begin_collection(
    portfolio: Portfolio, catalog: Catalog, slug: str, badges: Sequence[str] = (), title: str | None = None
) -> tuple[Path, ...]:
    """content/collections/<slug>.toml of these badges, and a letter in every language; raises PortfolioError."""
    _require_slug(slug, "my-collection")
    for badge in badges:
        _require_badge(portfolio, badge)
    folder = portfolio.root / "content" / "collections"
    languages = _catalogs(portfolio, catalog)
    text = starters.collection_toml(catalog, languages, _line(title), tuple(dict.fromkeys(badges)))
    return _written({folder / f"{slug}.toml": text, **_letters(folder, slug, languages)})


def begin_pathway(portfolio: Portfolio, catalog: Catalog, slug: str, title: str | None = None) -> tuple[Path, ...]:
    """content/pathways/<slug>.toml as a draft, and a letter in every language; raises PortfolioError."""
    _require_slug(slug, "my-pathway")
    folder = portfolio.root / "content" / "pathways"
    languages = _catalogs(portfolio, catalog)
    text = starters.pathway_toml(catalog, languages, _line(title))
    return _written({folder / f"{slug}.toml": text, **_letters(folder, slug, languages)})


def begin_note(portfolio: Portfolio, catalog: Catalog, slug: str) -> tuple[Path, ...]:
    """note.<lang>.md beside a published badge, in every language; raises PortfolioError."""
    _require_badge(portfolio, slug)
    folder = portfolio.root / "content" / "badges" / slug
    languages = _catalogs(portfolio, catalog)
    return _written({folder / f"note.{tag}.md": starters.note(own) for tag, own in languages.items()})


def _letters(folder: Path, slug: str, languages: Mapping[str, Catalog]) -> dict[Path, str]:
    return {folder / f"{slug}.{tag}.md": starters.letter(own) for tag, own in languages.items()}


def _catalogs(portfolio: Portfolio, catalog: Catalog) -> Mapping[str, Catalog]:
    # A language that the program does not speak has its remarks in the learner's.
    spoken = available_languages()
    return {tag: load_catalog(tag) if tag in spoken else catalog for tag in portfolio.languages}


def _line(title: str | None) -> str | None:
    return (" ".join(title.split()) or None) if title else None


def _require_slug(slug: str, example: str) -> None:
    try:
        require_slug(slug)
    except PortfolioError:
        raise PortfolioError("authoring.bad-slug", slug=slug[:80], meant=slug_of(slug) or example) from None


def _require_badge(portfolio: Portfolio, slug: str) -> None:
    require_published(slug, [badge.slug for badge in portfolio.badges])


def _written(texts: Mapping[Path, str]) -> tuple[Path, ...]:
    standing = next((path for path in texts if path.exists()), None)
    if standing is not None:
        raise PortfolioError("authoring.file-stands", file=str(standing))
    for path, text in texts.items():
        write_file(path, text.encode("utf-8"))
    return tuple(texts)
