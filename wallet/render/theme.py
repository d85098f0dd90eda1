"""Themes: templates and static files, a portfolio's own laid over the packaged ones file by file.

A portfolio's theme of a name that is packaged needs only the files it changes; one of a new name starts from `default`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import wallet
from wallet.errors import ThemeError

__all__ = ["DEFAULT_THEME", "Theme", "load_theme", "packaged_themes"]

DEFAULT_THEME = "default"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme, read whole: `templates` and `static` by name; `sources` names the file that each template came from."""

    name: str
    templates: Mapping[str, str] = field(repr=False)
    static: Mapping[str, bytes] = field(repr=False)
    sources: Mapping[str, str] = field(repr=False)


def packaged_themes() -> Path:
    """The themes of this program: inside the installed package, else beside it in a checkout."""
    package = Path(wallet.__file__).parent
    inside = package / "themes"
    return inside if inside.is_dir() else package.parent / "themes"


def load_theme(name: str, portfolio_root: Path | None = None) -> Theme:
    """The theme `name`; raises ThemeError when neither the portfolio nor the package has one."""
    if not _NAME.fullmatch(name):
        raise ThemeError("theme.name-unsafe", theme=name)
    packaged = packaged_themes() / name
    own = portfolio_root / "themes" / name if portfolio_root is not None else None
    layers = [packaged if packaged.is_dir() else packaged_themes() / DEFAULT_THEME]
    if own is not None and own.is_dir() and own.resolve() != layers[0].resolve():
        layers.append(own)
    elif not packaged.is_dir():
        raise ThemeError("theme.missing", theme=name)
    return _read(name, layers)


def _read(name: str, layers: list[Path]) -> Theme:
    templates: dict[str, str] = {}
    sources: dict[str, str] = {}
    static: dict[str, bytes] = {}
    for layer in layers:
        for key, path in _files(layer / "templates").items():
            templates[key], sources[key] = path.read_text(encoding="utf-8"), str(path)
        static |= {key: path.read_bytes() for key, path in _files(layer / "static").items()}
    return Theme(name=name, templates=templates, static=static, sources=sources)


def _files(folder: Path) -> dict[str, Path]:
    # Editors leave hidden files and back-ups beside what they edit; they are no part of a theme.
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = ((path.relative_to(folder).as_posix(), path) for path in found)
    return {name: path for name, path in names if not any(part.startswith(".") for part in name.split("/"))}
