"""Some of the demo, built and published: its files, an index that answers for its issuers, and ways to change both."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.browser.site import REPOSITORY
from wallet.fields import JsonValue
from wallet.portfolio.reading import read_portfolio
from wallet.stages.building import build

__all__ = ["BADGES", "BASE", "DAY", "Published", "published_demo"]

BASE = "https://shiomi.example/portfolio/"
DAY = "2026-11-17T00:00:00Z"
BADGES = (
    "accessible-documents",
    "community-data-practice",
    "data-practice-exam-grade-2",
    "open-data-steward",
    "town-map-making",
    "weekend-mentor",
    "working-with-data",
)
"""A picture with a JWT in it, JSON with status lists, an expired one, a JWT, a hosted one, a text, a PNG with JSON."""


@dataclass(frozen=True, slots=True)
class Published:
    """A built site in `folder` and the index of everything else that can be fetched, in `issuers`."""

    folder: Path
    issuers: Path

    def copy(self, place: Path) -> Published:
        """The same once more, to be changed."""
        return Published(shutil.copytree(self.folder, place / "site"), shutil.copytree(self.issuers, place / "issuers"))

    def page(self, slug: str, language: str = "en") -> Path:
        """The file of a badge's page."""
        return self.folder / language / "badges" / slug / "index.html"

    def edit(self, file: Path | str, old: str, new: str, count: int = 1) -> None:
        """Change a file by hand, as often as the old text must stand there."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == count, (old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    def answers(self) -> dict[str, JsonValue]:
        """The index of the issuers."""
        found: dict[str, JsonValue] = json.loads((self.issuers / "index.json").read_text("utf-8"))
        return found

    def answer(self, url: str, value: JsonValue, content: bytes | None = None) -> None:
        """Let the index answer otherwise."""
        if content is not None and isinstance(value, str):
            (self.issuers / value).write_bytes(content)
        (self.issuers / "index.json").write_text(json.dumps(self.answers() | {url: value}), "utf-8")

    def online(self) -> Path:
        """The index with every file of the site as well, by its address."""
        entries = self.answers()
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                address = path.relative_to(self.folder).as_posix()
                entries[BASE + address.removesuffix("index.html")] = str(path)
        index = self.issuers / "online.json"
        index.write_text(json.dumps(entries), "utf-8")
        return index


def published_demo(place: Path) -> Published:
    """Build the chosen badges of the demo into `place`."""
    root = place / "mine"
    shutil.copytree(REPOSITORY / "content", root / "content", ignore=shutil.ignore_patterns("pathways", "collections"))
    for folder in (root / "content" / "badges").iterdir():
        if folder.name not in BADGES:
            shutil.rmtree(folder)
    at = datetime(2026, 11, 17, tzinfo=UTC)
    build(root, output=place / "site", base_url=None, at=at, timer=float, cards=False)
    issuers, entries = place / "issuers", {}
    issuers.mkdir()
    for badge in read_portfolio(root).badges:
        for resource in badge.evidence:
            name = resource.digest[:20]
            (issuers / name).write_bytes(resource.content)
            entries[resource.url] = {"file": name, "media_type": resource.media_type}
    (issuers / "index.json").write_text(json.dumps(entries), "utf-8")
    return Published(place / "site", issuers)
