"""A build that makes again only what changed since the last one, byte for byte as a whole build would.

Nothing changed: nothing is read but the times of files. Some badges changed: only their pages are made, and the other
pages too where they say something else of these badges now. Anything else: a whole build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wallet.errors import StoreError
from wallet.stages.build_record import (
    BuildOrder,
    BuildRecord,
    BuildSummary,
    Built,
    Earlier,
    read_record,
    write_record,
)
from wallet.stages.made_files import CACHE_FOLDER, keep_out_of_git
from wallet.stages.stamps import Stamp, stamp_by_folder, stamp_of, stamp_of_program

if TYPE_CHECKING:
    from wallet.resolution.fetching import Fetcher

__all__ = ["rebuild"]

COARSE, FINE = 2_000_000_000, 100_000_000
"""Nanoseconds before a scan in which a file may change once more within the same tick of its disk's clock: of a disk
that knows whole seconds alone, and of any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Survey:
    """The portfolio as it looks from outside, before anything is read; `scanned` is its disk's time of looking."""

    setting: Stamp
    badges: dict[str, Stamp]
    scanned: int


def rebuild(
    root: Path,
    *,
    output: Path,
    base_url: str | None,
    at: datetime,
    timer: Callable[[], float],
    fetcher: Fetcher | None = None,
    cards: bool = True,
    home: Path | None = None,
    force: bool = False,
    sleep: Callable[[float], None] | None = None,
) -> BuildSummary:
    """As `wallet.stages.building.build`: from the same arguments to the same site."""
    order = BuildOrder(
        root=root,
        output=output,
        base_url=base_url,
        at=at,
        timer=timer,
        cards=cards,
        home=home,
        force=force,
        sleep=sleep,
    )
    survey = _survey(order)
    if survey is None or fetcher is not None:
        return _whole(order, fetcher).summary
    started, file = timer(), _file(order)
    kept = _reliable(read_record(file), survey, order)
    if kept is None:
        built = _whole(order, None)
    elif changed := _changed(kept, survey):
        built = _partly(order, kept, changed)
    else:
        return _unchanged(kept.summary, timer() - started)
    write_record(file, _record(survey, built, order))
    return built.summary


def _file(order: BuildOrder) -> Path:
    # A portfolio may be built into several places, for several addresses.
    place = hashlib.sha256(f"{order.output.resolve()}\n{order.base_url}\n{order.cards}".encode()).hexdigest()
    return order.root / CACHE_FOLDER / f"build-{place[:16]}.json"


def _survey(order: BuildOrder) -> _Survey | None:
    """How everything looks; None for a portfolio that nothing can be kept beside, or that has no badges."""
    badges, content = order.root / "content" / "badges", order.root / "content"
    mark = _file(order).with_suffix(".mark")
    try:
        mark.parent.mkdir(exist_ok=True)
        keep_out_of_git(mark.parent)
        mark.write_bytes(b"")
        stamps = stamp_by_folder(badges)
        setting = stamp_of(content, order.root / "themes", *_private(order), without=badges)
        return _Survey(setting=setting, badges=stamps, scanned=mark.stat().st_mtime_ns)
    except (OSError, StoreError):
        return None


def _private(order: BuildOrder) -> tuple[Path, ...]:
    """Where the wallet has what may stand on the site's unlisted pages."""
    found = order.home is not None and (order.home / "collections").is_dir()
    return (order.home / "collections", order.home / "badges") if found and order.home else ()


def _reliable(kept: BuildRecord | None, survey: _Survey, order: BuildOrder) -> BuildRecord | None:
    """The record, where all but badges is as it was: the portfolio's other files, this program, the site, the time."""
    if kept is None or not kept.holds_at(order.at) or survey.setting.newest >= _sure_until(kept):
        return None
    same = kept.setting == _setting(survey) and kept.output == _output(order)
    return kept if same else None


def _sure_until(kept: BuildRecord) -> int:
    """The disk's time before which nothing can have changed unseen."""
    return kept.scanned - (FINE if kept.scanned % 1_000_000_000 else COARSE)


def _setting(survey: _Survey) -> str:
    return f"{survey.setting.digest} {stamp_of_program()}"


def _output(order: BuildOrder) -> str:
    return stamp_of(order.output, times_of_names=False).digest


def _changed(kept: BuildRecord, survey: _Survey) -> frozenset[str]:
    """The folders of badges that came, went or may hold something else."""
    sure = _sure_until(kept)
    same = {
        slug for slug, stamp in survey.badges.items() if kept.badges.get(slug) == stamp.digest and stamp.newest < sure
    }
    return frozenset(kept.badges.keys() | survey.badges.keys()) - same


def _whole(order: BuildOrder, fetcher: Fetcher | None) -> Built:
    from wallet.stages.building import build_whole

    return build_whole(order, fetcher=fetcher)


def _partly(order: BuildOrder, kept: BuildRecord, changed: frozenset[str]) -> Built:
    from wallet.stages.building import build_badges, build_whole

    earlier = Earlier(
        changed=changed,
        listed=kept.listed,
        files=kept.files,
        overviews=kept.overviews,
        untranslated=kept.summary.untranslated,
    )
    until = datetime.fromisoformat(kept.until)
    built = build_badges(order, earlier, kept.summary) if changed <= kept.listed.keys() else None
    if built is not None:
        return replace(built, until=min(built.until, until))
    return build_whole(order, earlier=earlier)


def _unchanged(summary: BuildSummary, seconds: float) -> BuildSummary:
    files = summary.written + summary.unchanged
    return replace(summary, written=0, unchanged=files, removed=0, seconds={"compare": seconds})


def _record(survey: _Survey, built: Built, order: BuildOrder) -> BuildRecord:
    return BuildRecord(
        setting=_setting(survey),
        badges={slug: stamp.digest for slug, stamp in survey.badges.items()},
        output=_output(order),
        since=order.at.isoformat(),
        until=built.until.isoformat(),
        scanned=survey.scanned,
        listed=built.listed,
        files=built.files,
        overviews=built.overviews,
        summary=built.summary,
    )
