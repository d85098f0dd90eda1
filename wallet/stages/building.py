"""Stages 1, 3, 4 and 5 on kept bytes, then 7 to 9: from a portfolio to its site.

A build opens no connection unless it is given a fetcher to refresh the evidence with. The same content gives the same
bytes: the date shown is that of the kept report for as long as a new verification finds the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from wallet.documents.document import Container, SecuredDocument
from wallet.documents.extraction import extract
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.portfolio.model import Portfolio, PortfolioBadge
from wallet.portfolio.reading import read_portfolio
from wallet.portfolio.writing import keep_verification
from wallet.render import load_theme, render, write_site
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, RecordingFetcher, RenewingFetcher, Resource
from wallet.site import BadgeEntry, Original, SiteInput, assemble
from wallet.stages.images import badge_image, picture_urls
from wallet.verification.report import Outcome, Verdict, VerificationReport
from wallet.verification.serialization import results_to_json, verification_from_json, verification_to_json
from wallet.verification.verifier import Verification, verify

__all__ = ["BuildSummary", "LeftOut", "build"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A badge that is not on the site: `code` and `facts` name the sentence that says why."""

    slug: str
    verdict: str
    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildSummary:
    """What a build did; `verdicts` counts every published badge, also those left out."""

    pages: int
    verdicts: Mapping[str, int]
    written: int
    unchanged: int
    removed: int
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verified:
    badge: PortfolioBadge
    verification: Verification
    evidence: tuple[Resource, ...]


def build(
    root: Path, *, output: Path, base_url: str | None, at: datetime, fetcher: Fetcher | None = None
) -> BuildSummary:
    """Verify every published badge and write the site; with `fetcher` the evidence is renewed first.

    Raises PortfolioError, StoreError, ThemeError or BuildError, and then leaves the old site as it was.
    """
    portfolio = read_portfolio(root)
    theme = load_theme(portfolio.theme, root)
    entries: list[BadgeEntry] = []
    left_out: list[LeftOut] = []
    for badge in portfolio.badges:
        outcome = _judge(badge, portfolio, at, fetcher)
        if isinstance(outcome, LeftOut):
            left_out.append(outcome)
        else:
            entries.append(_entry(outcome, at))
    site = assemble(
        SiteInput(
            portfolio=portfolio,
            badges=tuple(entries),
            base_url=_with_slash(base_url or portfolio.url),
            checked_at=_site_date(entries, at),
        )
    )
    summary = write_site(render(site, theme), output)
    verdicts = Counter([entry.verdict.value for entry in entries] + [badge.verdict for badge in left_out])
    return BuildSummary(
        pages=len(site.pages),
        verdicts=dict(sorted(verdicts.items())),
        written=summary.written,
        unchanged=summary.unchanged,
        removed=summary.removed,
        left_out=tuple(left_out),
    )


def _judge(badge: PortfolioBadge, portfolio: Portfolio, at: datetime, fetcher: Fetcher | None) -> _Verified | LeftOut:
    try:
        documents = extract(badge.source)
    except DocumentError as error:
        return LeftOut(slug=badge.slug, verdict="unreadable", code=error.code, facts=error.facts)
    if len(documents) > 1:
        facts = {"count": len(documents)}
        return LeftOut(slug=badge.slug, verdict="unreadable", code="publish.several-in-one-file", facts=facts)
    verified = _verify(badge, documents[0], portfolio, at, fetcher)
    verdict = verified.verification.verdict
    if verdict is Verdict.INVALID or verified.verification.credential is None:
        reason = _reason(verified.verification.report)
        return LeftOut(slug=badge.slug, verdict=verdict.value, code=reason[0], facts=reason[1])
    return verified


def _verify(
    badge: PortfolioBadge, document: SecuredDocument, portfolio: Portfolio, at: datetime, fetcher: Fetcher | None
) -> _Verified:
    if fetcher is None:
        source: Fetcher = EvidenceFetcher(badge.evidence)
        return _Verified(badge=badge, verification=_check(document, portfolio, at, source), evidence=badge.evidence)
    recorder = RecordingFetcher(RenewingFetcher(fetcher, badge.evidence, at))
    verification = _check(document, portfolio, at, recorder)
    evidence = _merged(badge.evidence, recorder.resources, verification)
    keep_verification(badge.folder, verification_to_json(verification), evidence)
    return _Verified(badge=badge, verification=verification, evidence=evidence)


def _check(document: SecuredDocument, portfolio: Portfolio, at: datetime, fetcher: Fetcher) -> Verification:
    return verify(document, at=at, fetcher=fetcher, known_issuers=portfolio.known_issuers)


def _merged(kept: tuple[Resource, ...], new: tuple[Resource, ...], verification: Verification) -> tuple[Resource, ...]:
    """New answers over old ones; pictures are not asked for again, and stay."""
    pictures = set(picture_urls(verification.credential)) if verification.credential else set()
    merged = {resource.url: resource for resource in kept}
    merged.update({resource.url: resource for resource in new if resource.url not in pictures})
    return tuple(merged.values())


def _reason(report: VerificationReport) -> tuple[str, Mapping[str, object]]:
    for outcome in (Outcome.FAILED, Outcome.UNDETERMINED):
        for result in report.results:
            if result.outcome is outcome:
                return result.code, result.facts
    return "check.not-read", {}


def _entry(verified: _Verified, at: datetime) -> BadgeEntry:
    badge, verification = verified.badge, verified.verification
    assert verification.credential is not None
    return BadgeEntry(
        slug=badge.slug,
        credential=verification.credential,
        report=_dated(badge, verification, at),
        verdict=verification.verdict,
        securing=verification.securing,
        original=_original(verification.document),
        image=badge_image(verification.document, verification.credential, verified.evidence),
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
    name = "credential.txt" if document.container is Container.JWT else f"credential.{document.container.value}"
    return Original(
        file_name=name,
        content=document.source,
        media_type=document.media_type,
        digest=document.digest,
        text=document.text,
    )


def _site_date(entries: list[BadgeEntry], at: datetime) -> datetime:
    return max(
        (entry.report.checked_at for entry in entries), default=at.replace(hour=0, minute=0, second=0, microsecond=0)
    )


def _with_slash(url: str) -> str:
    return url if url.endswith("/") else url + "/"
