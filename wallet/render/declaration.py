"""What a theme says of itself in its theme.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wallet.errors import PortfolioError, ThemeError
from wallet.portfolio.tables import read_table

__all__ = ["Declaration", "declaration_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """The theme that this one is laid over, and its title and description by language."""

    base: str | None = None
    title: Mapping[str, str] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)


def declaration_of(folder: Path) -> Declaration:
    """The theme.toml of a theme's folder, empty when absent; raises ThemeError for a wrong one."""
    path = folder / "theme.toml"
    if not path.exists():
        return Declaration()
    try:
        return _read(path, folder.name)
    except PortfolioError as error:
        raise ThemeError(error.code, **error.facts) from error


def _read(path: Path, folder_name: str) -> Declaration:
    table = read_table(path)
    table.allow(("name", "base", "title", "description"))
    name = table.text("name")
    if name not in (None, folder_name):
        raise ThemeError("theme.name-differs", file=str(path), theme=str(name), folder=folder_name)
    return Declaration(
        base=table.text("base"), title=table.by_language("title"), description=table.by_language("description")
    )
