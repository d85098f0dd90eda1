"""Stages 1, 3, 4 and 5 on kept bytes, then 7 to 9: from a portfolio to its site.

A build opens no connection unless it is given a fetcher to refresh the evidence with. The same content gives the same
bytes: the date shown is that of the kept report for as long as a new verification finds the same.
"""

from __future__ import annotations

import gc
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from wallet.language.catalogs import available_languages
from wallet.portfolio.model import EXAMPLE_URL, Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.render import OutputFile, Theme, load_theme, write_site
from wallet.resolution.courtesy import PoliteFetcher
from wallet.resolution.fetching import Fetcher
from wallet.resolution.memory import RememberingFetcher
from wallet.site import BadgeEntry, Part, SiteInput, overviews_of, with_overviews
from wallet.stages.build_record import BuildOrder, BuildSummary, Built, Earlier, LeftOut, Untranslated
from wallet.stages.judging import Judged, judge
from wallet.stages.kept_templates import kept_templates
from wallet.stages.made_files import CACHE_FOLDER, MadeFiles
from wallet.stages.making import Made, make_site
from wallet.stages.page_pictures import page_pictures
from wallet.stages.presented import presented, remembered_holder
from wallet.stages.renditions import kept_pictures
from wallet.stages.shared_collections import shared_collections
from wallet.stages.short_codes import drawing_once, kept_codes
from wallet.stages.showing import listings, shown_badge
from wallet.stages.social_cards import kept_cards
from wallet.verification.moments import Watch, WatchedMoment
from wallet.verification.status_lists import stated_ttl
from wallet.verification.verifier import RunMemory

__all__ = ["build", "build_badges", "build_whole", "entries_of"]


class _Stopwatch:
    """How long each stage took by `timer`, which counts seconds."""

    def __init__(self, timer: Callable[[], float]) -> None:
        self.seconds: dict[str, float] = {}
        self._timer = timer
        self._started = timer()

    def lap(self, stage: str) -> None:
        """The stage ends here and the next one begins."""
        now = self._timer()
        self.seconds[stage], self._started = now - self._started, now


def build(
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
    """Verify every published badge and write the site; with `fetcher` the evidence is renewed first, with `force` all.

    Without `cards` the pictures for links elsewhere are not drawn; the wallet `home` holds the unlisted collections;
    `sleep` lets the seconds pass for which a server asks.

    Raises PortfolioError, StoreError, ThemeError or BuildError, and then leaves the old site as it was.
    """
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
    return build_whole(order, fetcher=fetcher).summary


def build_whole(order: BuildOrder, *, fetcher: Fetcher | None = None, earlier: Earlier | None = None) -> Built:
    """As `build`; badge pages that `earlier` vouches for stay as they are, all other pages are made."""
    with _collecting_later():
        stopwatch, watch = _Stopwatch(order.timer), Watch(order.at)
        portfolio, theme = _read(order.root)
        stopwatch.lap("read")
        judged = _judge_all(portfolio, WatchedMoment.of(order.at, watch), _polite(order, portfolio, fetcher))
        stopwatch.lap("verify")
        pictures = kept_pictures(order.root)
        entries = _shown(judged, watch, pictures)
        pictures.forget_others()
        texts = {entry.slug: entry.original.presentable for entry in entries}
        found = presented(portfolio, texts, _address(order, portfolio), WatchedMoment.of(order.at, watch))
        overviews = (*overviews_of(entries), *found.marks)
        part, standing = _part(entries, overviews, earlier)
        site_input = replace(
            _input(order, portfolio, entries, overviews),
            holder=found.holder,
            presentation=found.file,
            shared=shared_collections(portfolio, entries, order.home, watch),
        )
        made = _made(order, site_input, theme, part)
        stopwatch.lap("make")
        standing = _without(standing, made.files)
        written = write_site(made.files, order.output, standing, spare=_spare(order))
        stopwatch.lap("write")
    return Built(
        summary=BuildSummary(
            pages=made.pages,
            verdicts=_verdicts(judged),
            written=written.written,
            unchanged=written.unchanged,
            removed=written.removed,
            left_out=tuple(one for one in judged if isinstance(one, LeftOut)),
            unfinished=(*_unfinished(portfolio, site_input.base_url), *([found.remark] if found.remark else [])),
            untranslated=tuple(_untranslated(made)) if earlier is None else earlier.untranslated,
            seconds=stopwatch.seconds,
        ),
        until=watch.until,
        listed=listings(entries),
        files=_by_badge(made.files, standing, earlier),
        overviews=overviews,
    )


def build_badges(order: BuildOrder, earlier: Earlier, summary: BuildSummary) -> Built | None:
    """Make the pages of the changed badges alone; None where other pages say something else of them now.

    `summary` is that of the earlier build.
    """
    with _collecting_later():
        stopwatch, watch = _Stopwatch(order.timer), Watch(order.at)
        portfolio, theme = _read(order.root, earlier.changed)
        stopwatch.lap("read")
        judged = _judge_all(portfolio, WatchedMoment.of(order.at, watch), None)
        entries = _shown(judged, watch, kept_pictures(order.root))
        stopwatch.lap("verify")
        listed = listings(entries)
        if listed != {slug: earlier.listed.get(slug) for slug in earlier.changed}:
            return None
        part = Part(badges=earlier.changed, overviews=False)
        holder = remembered_holder(portfolio, earlier.overviews)
        site_input = replace(_input(order, portfolio, entries, earlier.overviews), holder=holder)
        made = _made(order, site_input, theme, part)
        stopwatch.lap("make")
        standing = _without(_but(earlier.files, earlier.changed), made.files)
        written = write_site(made.files, order.output, standing, spare=_spare(order))
        stopwatch.lap("write")
    return Built(
        summary=replace(
            summary,
            written=written.written,
            unchanged=written.unchanged,
            removed=written.removed,
            seconds=stopwatch.seconds,
        ),
        until=watch.until,
        listed=earlier.listed,
        files=_by_badge(made.files, standing, earlier),
        overviews=earlier.overviews,
    )


def entries_of(portfolio: Portfolio, at: datetime) -> tuple[BadgeEntry, ...]:
    """Every badge that a page may show, verified as of `at` with the evidence that is kept; nothing is drawn."""
    return _shown(_judge_all(portfolio, at, None), Watch(at), None)


def _shown(judged: Sequence[Judged | LeftOut], watch: Watch, pictures: MadeFiles | None) -> tuple[BadgeEntry, ...]:
    return tuple(shown_badge(one, watch, pictures) for one in judged if isinstance(one, Judged))


def _input(
    order: BuildOrder, portfolio: Portfolio, entries: tuple[BadgeEntry, ...], overviews: tuple[str, ...]
) -> SiteInput:
    address, pictures = _address(order, portfolio), page_pictures(portfolio)
    return SiteInput(portfolio=portfolio, badges=entries, base_url=address, overviews=overviews, pictures=pictures)


def _address(order: BuildOrder, portfolio: Portfolio) -> str:
    return _with_slash(order.base_url or portfolio.url)


def _made(order: BuildOrder, site_input: SiteInput, theme: Theme, part: Part | None) -> Made:
    """The files, with the cards where they are wanted; only a whole site tells which kept ones nobody needs now."""
    cards = kept_cards(order.root) if order.cards else None
    codes, templates = kept_codes(order.root), kept_templates(order.home)
    made = make_site(with_overviews(site_input), theme, part, cards, drawing_once(codes), templates)
    if part is None:
        for kept in (cards, codes):
            if kept is not None:
                kept.forget_others()
    return made


def _spare(order: BuildOrder) -> Path | None:
    """Where the site before is kept for the next one; None where a portfolio has no place for it."""
    folder = order.root / CACHE_FOLDER
    place = hashlib.sha256(str(order.output.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return folder / f"site-{place[:16]}" if folder.is_dir() else None


def _without(paths: Iterable[str], files: Sequence[OutputFile]) -> tuple[str, ...]:
    made = {file.path for file in files}
    return tuple(path for path in paths if path not in made)


def _but(files: Mapping[str, tuple[str, ...]], slugs: frozenset[str]) -> Iterator[str]:
    return (path for slug, paths in files.items() if slug not in slugs for path in paths)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Nearly all that a build makes lives until its end: looking for what could be freed takes a sixth of its time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _part(
    entries: Sequence[BadgeEntry], overviews: tuple[str, ...], earlier: Earlier | None
) -> tuple[Part | None, tuple[str, ...]]:
    """What has to be made, and the paths of what has not."""
    if earlier is None or overviews != earlier.overviews:
        return None, ()
    listed = listings(entries)
    same = {slug for slug in listed.keys() - earlier.changed if listed[slug] == earlier.listed.get(slug)}
    standing = tuple(path for slug in sorted(same) for path in earlier.files[slug])
    return Part(badges=frozenset(entry.slug for entry in entries) - same, overviews=True), standing


def _by_badge(
    files: Iterable[OutputFile], standing: Iterable[str], earlier: Earlier | None
) -> Mapping[str, tuple[str, ...]]:
    """The paths of each badge's own files, and under the empty name those of no badge; what stands has its owner."""
    owners = {path: slug for slug, paths in (earlier.files if earlier else {}).items() for path in paths}
    found: dict[str, list[str]] = {}
    for file in files:
        found.setdefault(file.badge or "", []).append(file.path)
    for path in standing:
        found.setdefault(owners[path], []).append(path)
    return {slug: tuple(sorted(paths)) for slug, paths in found.items()}


def _judge_all(portfolio: Portfolio, at: datetime, fetcher: Fetcher | None) -> list[Judged | LeftOut]:
    """Every badge, with one memory of what was fetched and of the status lists that were read."""
    remembering = RememberingFetcher(fetcher) if fetcher is not None else None
    memory = RunMemory()
    return [judge(badge, portfolio, at, remembering, memory) for badge in portfolio.badges]


def _polite(order: BuildOrder, portfolio: Portfolio, fetcher: Fetcher | None) -> Fetcher | None:
    """The fetcher, asked no more than what was kept leaves to ask."""
    if fetcher is None:
        return None
    kept = (resource for badge in portfolio.badges for resource in badge.evidence)
    return PoliteFetcher(fetcher, kept, order.at, ttl=stated_ttl, force=order.force, sleep=order.sleep)


def _unfinished(portfolio: Portfolio, address: str) -> Iterator[str]:
    if address == EXAMPLE_URL:
        yield "build.example-address"
    if not (portfolio.owner.family or portfolio.owner.given or portfolio.owner.latin):
        yield "build.no-name"


def _untranslated(made: Made) -> Iterator[Untranslated]:
    for language, missed in made.untranslated.items():
        if missed and language not in available_languages():
            yield Untranslated(language=language, number=len(missed), example=missed[0])


def _read(root: Path, badges: Collection[str] | None = None) -> tuple[Portfolio, Theme]:
    portfolio = read_portfolio(root, badges)
    return portfolio, load_theme(portfolio.theme, root)


def _verdicts(judged: Sequence[Judged | LeftOut]) -> Mapping[str, int]:
    counts = Counter(one.verdict if isinstance(one, LeftOut) else one.verification.verdict.value for one in judged)
    return dict(sorted(counts.items()))


def _with_slash(url: str) -> str:
    return url if url.endswith("/") else url + "/"
