"""Stages 1, 3, 4 and 5 on kept bytes, then 7 to 9: from a portfolio to its site.

A build opens no connection unless it is given a fetcher to refresh the evidence with. The same content gives the same
bytes: the date shown is that of the kept report for as long as a new verification finds the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from wallet.documents.document import Container, SecuredDocument
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.portfolio.model import EXAMPLE_URL, Portfolio, PortfolioBadge
from wallet.portfolio.reading import read_portfolio
from wallet.render import Theme, load_theme, render, write_site
from wallet.resolution.fetching import Fetcher
from wallet.resolution.memory import RememberingFetcher
from wallet.site import BadgeEntry, Original, SiteInput, assemble
from wallet.stages.images import badge_image
from wallet.stages.judging import Judged, LeftOut, judge
from wallet.stages.made_files import CACHE_FOLDER, MadeFiles
from wallet.stages.social_cards import with_cards
from wallet.verification.report import VerificationReport
from wallet.verification.serialization import results_to_json, verification_from_json
from wallet.verification.verifier import RunMemory, Verification

__all__ = ["BuildSummary", "build"]


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
    seconds: Mapping[str, float]


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
) -> BuildSummary:
    """Verify every published badge and write the site; with `fetcher` the evidence is renewed first.

    Without `cards` the pictures for links elsewhere are not drawn.

    Raises PortfolioError, StoreError, ThemeError or BuildError, and then leaves the old site as it was.
    """
    stopwatch = _Stopwatch(timer)
    portfolio, theme = _read(root)
    stopwatch.lap("read")
    judged = _judge_all(portfolio, at, fetcher)
    stopwatch.lap("verify")
    entries = tuple(_entry(one, at) for one in judged if isinstance(one, Judged))
    address = _with_slash(base_url or portfolio.url)
    site = assemble(SiteInput(portfolio=portfolio, badges=entries, base_url=address))
    stopwatch.lap("assemble")
    if cards:
        site = with_cards(site, MadeFiles(root / CACHE_FOLDER / "cards"))
    stopwatch.lap("draw")
    files = render(site, theme)
    stopwatch.lap("render")
    summary = write_site(files, output)
    stopwatch.lap("write")
    return BuildSummary(
        pages=len(site.pages),
        verdicts=_verdicts(judged),
        written=summary.written,
        unchanged=summary.unchanged,
        removed=summary.removed,
        left_out=tuple(one for one in judged if isinstance(one, LeftOut)),
        unfinished=tuple(_unfinished(portfolio, address)),
        seconds=stopwatch.seconds,
    )


def _judge_all(portfolio: Portfolio, at: datetime, fetcher: Fetcher | None) -> list[Judged | LeftOut]:
    """Every badge, with one memory of what was fetched and of the status lists that were read."""
    remembering = RememberingFetcher(fetcher) if fetcher is not None else None
    memory = RunMemory()
    return [judge(badge, portfolio, at, remembering, memory) for badge in portfolio.badges]


def _unfinished(portfolio: Portfolio, address: str) -> Iterator[str]:
    if address == EXAMPLE_URL:
        yield "build.example-address"
    if not (portfolio.owner.family or portfolio.owner.given or portfolio.owner.latin):
        yield "build.no-name"


def _read(root: Path) -> tuple[Portfolio, Theme]:
    portfolio = read_portfolio(root)
    return portfolio, load_theme(portfolio.theme, root)


def _verdicts(judged: Sequence[Judged | LeftOut]) -> Mapping[str, int]:
    counts = Counter(one.verdict if isinstance(one, LeftOut) else one.verification.verdict.value for one in judged)
    return dict(sorted(counts.items()))


def _entry(judged: Judged, at: datetime) -> BadgeEntry:
    badge, verification = judged.badge, judged.verification
    return BadgeEntry(
        slug=badge.slug,
        credential=judged.credential,
        report=_dated(badge, verification, at),
        verdict=verification.verdict,
        securing=verification.securing,
        original=_original(verification.document),
        image=badge_image(verification.document, judged.credential, judged.evidence),
        choices=badge.choices,
        notes=badge.notes,
    )


def _dated(badge: PortfolioBadge, verification: Verification, at: datetime) -> VerificationReport:
    """The report with the date to show: the kept one when nothing changed, else the day of this build."""
    kept_file = badge.folder / "verification.json"
    try:
        document = parse_json(kept_file.read_bytes())
    except (OSError, DocumentError):
        document = None
    kept = verification_from_json(document) if isinstance(document, dict) else None
    report = verification.report
    if kept and kept.report.digest == report.digest and _same_findings(kept.report, report):
        return replace(report, checked_at=kept.report.checked_at)
    return replace(report, checked_at=at.replace(hour=0, minute=0, second=0, microsecond=0))


def _same_findings(one: VerificationReport, other: VerificationReport) -> bool:
    # Whom the learner knows is their own word and may change without anything having been checked again.
    return _without_trust(one) == _without_trust(other)


def _without_trust(report: VerificationReport) -> list[object]:
    return [result for result in results_to_json(report) if isinstance(result, dict) and result["check"] != "trust"]


def _original(document: SecuredDocument) -> Original:
    # Pages serves no text type for .jws: a browser would offer a download of unknown kind.
    name = (
        "credential.txt"
        if document.container in (Container.JWT, Container.LINK)
        else f"credential.{document.container.value}"
    )
    return Original(
        file_name=name,
        content=document.source,
        media_type=document.media_type,
        digest=document.digest,
        text=document.text,
    )


def _with_slash(url: str) -> str:
    return url if url.endswith("/") else url + "/"
