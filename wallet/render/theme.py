"""Themes: templates and static files, a portfolio's own laid over the packaged ones file by file.

Every packaged theme lies over `default`, or the theme that its theme.toml names as base. A portfolio's theme of a name
that is packaged needs only the files it changes; one of a new name starts from its base in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import wallet
from wallet.errors import ThemeError
from wallet.render.declaration import declaration_of

__all__ = ["DEFAULT_THEME", "Theme", "load_theme", "packaged_themes"]

DEFAULT_THEME = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, read whole: `templates` and `static` by name, `sources` of templates, `files` by path in the theme."""

    name: str
    templates: Mapping[str, str] = field(repr=False)
    static: Mapping[str, bytes] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)
    files: Mapping[str, Path] = field(repr=False)


def packaged_themes() -> Path:
    """The themes of this program: inside the installed package, else beside it in a checkout."""
    package = Path(wallet.__file__).parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def load_theme(name: str, portfolio_root: Path | None = None) -> Theme:
    """The theme `name`; raises ThemeError when there is none, or its theme.toml is wrong."""
    if not _NAME.fullmatch(name):
        raise ThemeError("theme.name-unsafe", theme=name)
    packaged = packaged_themes() / name
    own = portfolio_root / "themes" / name if portfolio_root is not None else None
    if own is not None and (not own.is_dir() or own.resolve() == packaged.resolve()):
        own = None
    if own is None:
        return _read(name, _packaged_layers(name, ()))
    declared = declaration_of(own)
    base = name if packaged.is_dir() else declared.base or DEFAULT_THEME
    return _read(name, [*_packaged_layers(base, ()), own])


def _packaged_layers(name: str, above: tuple[str, ...]) -> list[Path]:
    folder = packaged_themes() / name
    if not _NAME.fullmatch(name) or name in above or not folder.is_dir():
        raise ThemeError("theme.missing", theme=name)
    declared = declaration_of(folder)
    if name == DEFAULT_THEME:
        return [folder]
    return [*_packaged_layers(declared.base or DEFAULT_THEME, (*above, name)), folder]


def _read(name: str, layers: list[Path]) -> Theme:
    files: dict[str, Path] = {}
    for layer in layers:
        for kind in ("templates", "static"):
            files |= {f"{kind}/{key}": path for key, path in _files(layer / kind).items()}
    templates = {key.removeprefix("templates/"): path for key, path in files.items() if key.startswith("templates/")}
    static = {key.removeprefix("static/"): path for key, path in files.items() if key.startswith("static/")}
    return Theme(
        name=name,
        templates={key: path.read_text(encoding="utf-8") for key, path in templates.items()},
        static={key: path.read_bytes() for key, path in static.items()},
        sources={key: str(path) for key, path in templates.items()},
        files=files,
    )


def _files(folder: Path) -> dict[str, Path]:
    # Editors leave hidden files and back-ups beside what they edit; they are no part of a theme.
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path for name, path in names if not any(part.startswith(".") for part in name.split("/"))}
