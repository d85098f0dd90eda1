"""What lies around and in the folder of a new portfolio, which the learner may not think of when they push it."""

from __future__ import annotations

from pathlib import Path

__all__ = ["portfolio_around", "strangers_in"]

_EXPECTED = frozenset(
    {
        "content",
        "output",
        "themes",
        "readme.md",
        "portfolio.md",
        "readme",
        "license",
        "license.md",
        "license.txt",
        "requirements.txt",
    }
)

_MOST = 5
"""So many names are enough to recognise a folder by."""


def portfolio_around(folder: Path) -> Path | None:
    """The portfolio in whose content this folder lies, if it does."""
    for parent in (folder.resolve(), *folder.resolve().parents):
        if parent.name == "content" and (parent / "portfolio.toml").is_file():
            return parent.parent
    return None


def strangers_in(folder: Path) -> tuple[str, ...]:
    """The first things in the folder that belong neither to a portfolio nor to a repository that was just made."""
    if not folder.is_dir():
        return ()
    found = (path.name for path in folder.iterdir() if not path.name.startswith("."))
    return tuple(sorted(name for name in found if name.lower() not in _EXPECTED)[:_MOST])
