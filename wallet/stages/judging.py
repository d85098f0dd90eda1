"""Stages 1, 3, 4 and 5 on a published badge's kept bytes: what it is now, and whether a page may show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from wallet.credentials.model import OpenBadgeCredential
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract_credentials
from wallet.errors import DocumentError
from wallet.portfolio.model import Portfolio, PortfolioBadge
from wallet.portfolio.past_findings import PastFinding
from wallet.portfolio.writing import keep_history, keep_verification
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, RecordingFetcher, Resource
from wallet.resolution.renewing import RenewingFetcher
from wallet.stages.build_record import LeftOut
from wallet.stages.images import picture_urls
from wallet.stages.kept_reports import kept_verification
from wallet.stages.noticing import list_addresses, noticed, remembered
from wallet.stages.refreshed import publishable
from wallet.verification.list_renewal import standing_of_lists
from wallet.verification.moments import plain
from wallet.verification.report import Outcome, Verdict, VerificationReport
from wallet.verification.serialization import verification_to_json
from wallet.verification.verifier import RunMemory, Verification, verify

__all__ = ["Judged", "LeftOut", "judge"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A badge that a page may show, verified with `evidence`, of which it was `asked` for some."""

    badge: PortfolioBadge
    credential: OpenBadgeCredential
    verification: Verification
    evidence: tuple[Resource, ...]
    asked: tuple[Resource, ...] = ()


def judge(
    badge: PortfolioBadge,
    portfolio: Portfolio,
    at: datetime,
    fetcher: Fetcher | None = None,
    memory: RunMemory | None = None,
) -> Judged | LeftOut:
    """Verify a published badge as of `at`; with `fetcher` its evidence is renewed first, and kept with the report.

    `memory` is shared by the badges of one run.
    """
    try:
        documents = extract_credentials(badge.source)
    except DocumentError as error:
        return LeftOut(slug=badge.slug, verdict="unreadable", code=error.code, facts=error.facts)
    if len(documents) > 1:
        facts = {"count": len(documents)}
        return LeftOut(slug=badge.slug, verdict="unreadable", code="publish.several-in-one-file", facts=facts)
    found = _verify(badge, documents[0], portfolio, at, fetcher, memory or RunMemory())
    verification = found.verification
    if verification.verdict is Verdict.INVALID or verification.credential is None:
        code, reason = _reason(verification.report)
        return LeftOut(slug=badge.slug, verdict=verification.verdict.value, code=code, facts=reason)
    return Judged(
        badge=replace(badge, past=found.past),
        credential=verification.credential,
        verification=verification,
        evidence=found.evidence,
        asked=found.asked,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verified:
    verification: Verification
    evidence: tuple[Resource, ...]
    asked: tuple[Resource, ...]
    past: tuple[PastFinding, ...]


def _verify(
    badge: PortfolioBadge,
    document: SecuredDocument,
    portfolio: Portfolio,
    at: datetime,
    fetcher: Fetcher | None,
    memory: RunMemory,
) -> _Verified:
    known, registries = portfolio.known_issuers, portfolio.registries
    if fetcher is None:
        recorder = RecordingFetcher(EvidenceFetcher(badge.evidence))
        verification = verify(
            document, at=at, fetcher=recorder, known_issuers=known, registries=registries, memory=memory
        )
        asked = recorder.resources
        return _Verified(verification=verification, evidence=badge.evidence, asked=asked, past=badge.past)
    standing = standing_of_lists(memory.status_lists, at)
    recorder = RecordingFetcher(RenewingFetcher(fetcher, badge.evidence, at, standing=standing))
    verification = verify(document, at=at, fetcher=recorder, known_issuers=known, registries=registries, memory=memory)
    gathered = _merged(badge.evidence, recorder.resources, verification)
    evidence = publishable(gathered, verification)
    if evidence != gathered:
        # What is kept must be what later builds find without a network.
        kept = EvidenceFetcher(evidence)
        verification = verify(document, at=at, fetcher=kept, known_issuers=known, registries=registries, memory=memory)
    past = _remembered(badge, verification, recorder.resources, plain(at))
    keep_verification(badge.folder, verification_to_json(verification), evidence)
    if past != badge.past:
        keep_history(badge.folder, past)
    return _Verified(verification=verification, evidence=evidence, asked=recorder.resources, past=past)


def _remembered(
    badge: PortfolioBadge, verification: Verification, asked: tuple[Resource, ...], at: datetime
) -> tuple[PastFinding, ...]:
    """The badge's history with what was found now; its first entry is what the kept report says."""
    lists = list_addresses(verification.members)
    now = noticed(verification.report, verification.verdict, asked, lists=lists, at=at)
    kept, before = kept_verification(badge.folder), None
    if kept is not None and not badge.past:
        urls = {resource.url for resource in asked}
        then = [resource for resource in badge.evidence if resource.url in urls]
        before = noticed(kept.report, kept.verdict, then, lists=lists, at=kept.report.checked_at)
    return remembered(badge.past, before, now)


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
