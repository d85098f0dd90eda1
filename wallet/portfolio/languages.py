"""The learner's own catalogs: content/languages/<tag>/*.po, so that a site can speak a language that they add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.language.added import CatalogFaultError, read_catalog
from wallet.language.catalogs import Catalog
from wallet.language.tags import has_locale

__all__ = ["read_catalogs"]

_CODES = {
    "unreadable": "portfolio.catalog-unreadable",
    "places": "portfolio.catalog-places",
    "markup": "portfolio.catalog-markup",
}


def read_catalogs(folder: Path, languages: Sequence[str]) -> tuple[Catalog, ...]:
    """The catalogs in `folder` for the site's languages; raises PortfolioError with file and line."""
    return tuple(_catalogs(folder, languages))


def _catalogs(folder: Path, languages: Sequence[str]) -> Iterator[Catalog]:
    for language in languages:
        files = sorted((folder / language).glob("*.po"))
        if files and not has_locale(language):
            raise PortfolioError("portfolio.no-locale", path=str(folder / language), language=language)
        if files:
            yield _catalog(language, files)


def _catalog(language: str, files: Sequence[Path]) -> Catalog:
    try:
        return read_catalog(language, files)
    except CatalogFaultError as fault:
        raise PortfolioError(_CODES[fault.fault], path=str(fault.path), line=fault.line) from None
    except OSError as error:
        raise PortfolioError("portfolio.file-closed", path=str(error.filename)) from None
