"""Issuers over the years: servers in a dictionary, a clock, and a learner's portfolio that is built again and again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wallet.errors import ResolutionError
from wallet.fields import JsonObject
from wallet.portfolio.past_findings import PastFinding, changes, read_past_findings
from wallet.resolution.fetching import Resource
from wallet.resolution.limits import AskedToWaitError
from wallet.resolution.terms import Terms
from wallet.stages.build_record import BuildSummary
from wallet.stages.building import build
from wallet.stages.importing import import_badges
from wallet.stages.publishing import propose, publish
from wallet.stages.reminder_text import reminder_text
from wallet.stages.reminding import reminders
from wallet.store.wallet import Wallet

__all__ = ["Looked", "World", "day"]


def day(text: str) -> datetime:
    """Three o'clock on a day."""
    return datetime.fromisoformat(f"{text}T03:00:00").replace(tzinfo=UTC)


@dataclass(slots=True)
class World:
    """What every server says at the moment `now`: bytes, a status, or nothing at all where an address is absent.

    One that says a span of time asks to be left alone for as long.
    """

    now: datetime
    pages: dict[str, bytes | int | timedelta] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)

    def put(self, url: str, document: JsonObject) -> None:
        """A document at an address."""
        self.pages[url] = json.dumps(document).encode()

    def fetch(self, url: str) -> Resource:
        """The whole page."""
        self.asked.append(url)
        page = self.pages.get(url)
        if isinstance(page, timedelta):
            raise AskedToWaitError(url, 503, at=self.now, until=self.now + page)
        if page is None:
            raise ResolutionError("resolution.unreachable", url=url)
        if isinstance(page, int):
            raise ResolutionError("resolution.http-status", url=url, status=page)
        return Resource(
            url=url, content=page, media_type="application/json", retrieved_at=self.now, terms=Terms(etag=_tag(page))
        )

    def fetch_again(self, kept: Resource) -> Resource:
        """Only what changed, as by If-None-Match."""
        found = self.fetch(kept.url)
        if found.terms.etag != kept.terms.etag:
            return found
        self.unchanged.append(kept.url)
        return replace(kept, retrieved_at=self.now, gone_at=None, terms=found.terms)


def _tag(page: bytes) -> str:
    return f'"{hashlib.sha256(page).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True)
class Looked:
    """One look at the world, as a schedule makes it: the site, the histories and what the learner is told."""

    summary: BuildSummary
    pages: Mapping[str, str]
    pasts: Mapping[str, tuple[PastFinding, ...]]
    report: str
    files: Mapping[str, bytes]
    asked: tuple[str, ...]
    unchanged: tuple[str, ...]

    def new(self, slug: str, before: Looked) -> tuple[str, ...]:
        """The codes of what the history has gained since."""
        past = self.pasts[slug]
        if past == before.pasts[slug]:
            return ()
        assert past[: len(before.pasts[slug])] == before.pasts[slug]
        return changes(past[-2], past[-1])


def publish_into(root: Path, source: bytes, slug: str, world: World) -> None:
    """Import a badge and publish it, with what the world says today."""
    (found,) = import_badges(source, source_name="b", wallet=Wallet(root.parent / "w"), at=world.now, fetcher=world)
    publish(propose(found.entry, root, slug=slug, at=world.now), root)


def look(root: Path, world: World, at: str) -> Looked:
    """``wallet build --refresh --strict-report`` on a day."""
    world.now = day(at)
    world.asked, world.unchanged = [], []
    summary = build(root, output=root / "output", base_url=None, at=world.now, timer=float, fetcher=world, cards=False)
    portfolio, found = reminders(root, world.now)
    folders = sorted((root / "content" / "badges").iterdir())
    return Looked(
        summary=summary,
        pages={
            f"{path.parts[-4]}/{path.parts[-2]}": path.read_text("utf-8")
            for path in (root / "output").glob("*/badges/*/index.html")
        },
        pasts={folder.name: read_past_findings(folder / "history.json") for folder in folders},
        report=reminder_text(portfolio, found, portfolio.url),
        files={path.name + "/" + path.parent.parent.name: path.read_bytes() for path in root.rglob("evidence/*")},
        asked=tuple(world.asked),
        unchanged=tuple(world.unchanged),
    )
