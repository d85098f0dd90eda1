"""What the last build of a portfolio was made from and made, kept so that the next one need not make it again.

The record is no authority: it says which files of the site are still right, and never what is in them. One that is
missing, damaged or of another shape means that everything is built.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from wallet.fields import JsonValue

__all__ = [
    "BuildOrder",
    "BuildRecord",
    "BuildSummary",
    "Built",
    "Earlier",
    "LeftOut",
    "Untranslated",
    "read_record",
    "write_record",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A badge that no page may show: `code` and `facts` name the sentence that says why."""

    slug: str
    verdict: str
    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Untranslated:
    """A language that the learner added, how many sentences of its pages are still in English, and one of them."""

    language: str
    number: int
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build did; `verdicts` counts every published badge, also those left out; `seconds` by stage.

    `unfinished` are codes of what the learner has still to write before the site is theirs.
    """

    pages: int
    verdicts: Mapping[str, int]
    written: int
    unchanged: int
    removed: int
    left_out: tuple[LeftOut, ...]
    unfinished: tuple[str, ...]
    untranslated: tuple[Untranslated, ...]
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOrder:
    """What is to be built, where to, for which address and by which moment; `timer` counts seconds.

    Without `cards` the pictures for links elsewhere are not drawn; without the wallet `home` the site has no unlisted
    collections. With `force` servers are asked for evidence that still holds, too; `sleep` lets the seconds pass for
    which one asks.
    """

    root: Path
    output: Path
    base_url: str | None
    at: datetime
    timer: Callable[[], float]
    cards: bool = True
    home: Path | None = None
    force: bool = False
    sleep: Callable[[float], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was built: the same would come of it before the moment `until`.

    `listed` stands for what other pages say of a badge, `files` are its own; what belongs to none is under the empty
    name. `overviews` are the pages about all badges that the site has, and what else every badge page rests on.
    """

    summary: BuildSummary
    until: datetime
    listed: Mapping[str, str]
    files: Mapping[str, tuple[str, ...]]
    overviews: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier build left, which a build of some badges may rely on; `changed` are the slugs that it may not."""

    changed: frozenset[str]
    listed: Mapping[str, str]
    files: Mapping[str, tuple[str, ...]]
    overviews: tuple[str, ...]
    untranslated: tuple[Untranslated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRecord:
    """One build.

    `setting` stands for everything but the badges, `badges` has the stamp of each badge's folder, `output` that of the
    site. It holds from `since` and before `until` (RFC 3339). `listed`, `files` and `overviews` are as in `Built`;
    `scanned` is the disk's time when the stamps were taken.
    """

    setting: str
    badges: Mapping[str, str]
    output: str
    since: str
    until: str
    scanned: int
    listed: Mapping[str, str] = field(repr=False)
    files: Mapping[str, tuple[str, ...]] = field(repr=False)
    overviews: tuple[str, ...]
    summary: BuildSummary

    def holds_at(self, moment: datetime) -> bool:
        """Whether the same would be found by `moment`, whose offset gives a report its day."""
        since, until = datetime.fromisoformat(self.since), datetime.fromisoformat(self.until)
        return since <= moment < until and since.utcoffset() == moment.utcoffset()


def read_record(file: Path) -> BuildRecord | None:
    """The record in `file`, or None."""
    try:
        found = json.loads(file.read_bytes())
        summary = found.pop("summary")
        left_out = tuple(LeftOut(**one) for one in summary.pop("left_out"))
        untranslated = tuple(Untranslated(**one) for one in summary.pop("untranslated"))
        unfinished = tuple(summary.pop("unfinished"))
        lists: dict[str, Any] = {"left_out": left_out, "unfinished": unfinished, "untranslated": untranslated}
        overviews = tuple(found.pop("overviews"))
        return BuildRecord(**found, overviews=overviews, summary=BuildSummary(**summary, **lists))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_record(file: Path, record: BuildRecord) -> None:
    """Keep `record`; where that cannot be, the next build is a whole one."""
    try:
        text = json.dumps(_to_json(record), ensure_ascii=False)
        fresh = file.with_name(f"{file.name}.new")
        fresh.write_text(text, "utf-8")
        fresh.replace(file)
    except (OSError, TypeError, ValueError):
        file.unlink(missing_ok=True)


def _to_json(record: BuildRecord) -> Mapping[str, JsonValue]:
    return asdict(record)
