"""The demo portfolio, built into a folder."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from wallet.stages.building import build
from wallet.stages.made_files import CACHE_FOLDER

__all__ = ["LANGUAGES", "REPOSITORY", "THEMES", "Site", "built_demo", "site_in"]

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = ("ja", "en")
THEMES = ("default", "paper")
AT = datetime(2026, 11, 17, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the addresses of its pages relative to the base address."""

    folder: Path
    pages: tuple[str, ...]

    def in_language(self, language: str) -> tuple[str, ...]:
        """The pages of one language, without those for frames, which have no navigation."""
        return tuple(page for page in self.pages if page.startswith(f"{language}/") and not page.endswith("/embed/"))


def site_in(folder: Path) -> Site:
    """The site that was written into a folder, with every page there but short links, which lead on at once.

    Pages for frames are small and alike: there is one in each language.
    """
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    pages = [name.removesuffix("index.html") for name in files if not name.startswith("b/")]
    framed = {page.split("/")[0]: page for page in pages if page.endswith("/embed/")}
    return Site(folder, tuple(page for page in pages if not page.endswith("/embed/") or page in framed.values()))


def built_demo(folder: Path, base_url: str | None = None, theme: str = "default") -> Site:
    """Build the demo, by the clock of a fixed day, for its own address or another, in a theme of the repository."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        shutil.copytree(REPOSITORY / "content", root / "content")
        settings = root / "content" / "portfolio.toml"
        settings.write_text(settings.read_text("utf-8").replace('theme = "default"', f'theme = "{theme}"'), "utf-8")
        # What one test has drawn needs no drawing again by the next.
        (REPOSITORY / CACHE_FOLDER).mkdir(exist_ok=True)
        (root / CACHE_FOLDER).symlink_to(REPOSITORY / CACHE_FOLDER)
        build(root, output=folder, base_url=base_url, at=AT, timer=float)
    return site_in(folder)
