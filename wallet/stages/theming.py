"""A learner's look at the themes: which there are, where each file comes from, and copies to change."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wallet.errors import ThemeError
from wallet.render.declaration import Declaration, declaration_of
from wallet.render.theme import DEFAULT_THEME, Theme, load_theme, packaged_themes
from wallet.store.files import write_file

__all__ = ["KnownTheme", "copy_files", "known_themes", "origin_of", "original_theme", "theme_file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTheme:
    """A theme that can be named in portfolio.toml; `own` where the portfolio has files for it."""

    name: str
    packaged: bool
    own: bool
    declaration: Declaration


def known_themes(root: Path) -> tuple[KnownTheme, ...]:
    """The packaged themes and the portfolio's own, by name; raises ThemeError for a wrong theme.toml."""
    packaged, own = _folders(packaged_themes()), _folders(root / "themes")
    return tuple(
        KnownTheme(
            name=name,
            packaged=name in packaged,
            own=name in own and own[name].resolve() != packaged.get(name, Path()).resolve(),
            declaration=_declared([folders[name] for folders in (own, packaged) if name in folders]),
        )
        for name in sorted({*packaged, *own})
    )


def _declared(folders: Sequence[Path]) -> Declaration:
    """What the upper folder says of the theme, and the lower one where the upper is silent."""
    upper, *lower = map(declaration_of, folders)
    for below in lower:
        title, description = upper.title or below.title, upper.description or below.description
        upper = replace(upper, base=upper.base or below.base, title=title, description=description)
    return upper


def origin_of(path: Path) -> str:
    """Where a theme's file comes from: the name of a packaged theme, or "own"."""
    packaged = packaged_themes().resolve()
    if path.resolve().is_relative_to(packaged):
        return path.resolve().relative_to(packaged).parts[0]
    return "own"


def original_theme(name: str, root: Path) -> Theme:
    """The theme as it is without the portfolio's own files, which a copy may be meant to undo; raises ThemeError."""
    if (packaged_themes() / name).is_dir():
        return load_theme(name)
    base = declaration_of(root / "themes" / load_theme(name, root).name).base
    return replace(load_theme(base or DEFAULT_THEME), name=name)


def theme_file(theme: Theme, name: str) -> bytes:
    """A file by its path in the theme; raises ThemeError for a path that the theme has not."""
    if name in theme.files:
        return theme.files[name].read_bytes()
    near = difflib.get_close_matches(name, theme.files, 1, cutoff=0.4)
    if near:
        raise ThemeError("theme.file-missing-meant", theme=theme.name, name=name, meant=near[0])
    raise ThemeError("theme.file-missing", theme=theme.name, name=name)


def copy_files(theme: Theme, names: Sequence[str], root: Path, *, overwrite: bool) -> tuple[Path, ...]:
    """Copy files of the theme into the portfolio's own, all or none; raises ThemeError where one stands already."""
    contents = {root / "themes" / theme.name / name: theme_file(theme, name) for name in names}
    standing = next((path for path in contents if path.exists()), None)
    if standing is not None and not overwrite:
        raise ThemeError("theme.file-stands", file=str(standing))
    return tuple(_written(contents))


def _written(contents: Mapping[Path, bytes]) -> Iterator[Path]:
    for path, content in contents.items():
        write_file(path, content)
        yield path


def _folders(place: Path) -> dict[str, Path]:
    if not place.is_dir():
        return {}
    return {path.name: path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")}
