"""From a judged badge to what the site shows of it: its date, its original by the name to publish, its picture."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

from wallet.documents.document import Container, SecuredDocument
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.portfolio.model import PortfolioBadge
from wallet.site import BadgeEntry, Original
from wallet.stages.images import badge_image
from wallet.stages.judging import Judged
from wallet.verification.moments import Watch
from wallet.verification.report import VerificationReport
from wallet.verification.serialization import results_to_json, verification_from_json
from wallet.verification.verifier import Verification

__all__ = ["listing_digest", "shown_badge"]


def shown_badge(judged: Judged, watch: Watch) -> BadgeEntry:
    """The badge as the site shows it; `watch` is told when its date would be another."""
    badge, verification = judged.badge, judged.verification
    return BadgeEntry(
        slug=badge.slug,
        credential=judged.credential,
        report=_dated(badge, verification, watch),
        verdict=verification.verdict,
        securing=verification.securing,
        original=_original(verification.document),
        image=badge_image(verification.document, judged.credential, judged.evidence),
        choices=badge.choices,
        notes=badge.notes,
    )


def _dated(badge: PortfolioBadge, verification: Verification, watch: Watch) -> VerificationReport:
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
    day = watch.moment.replace(hour=0, minute=0, second=0, microsecond=0)
    watch.compared_at(day + timedelta(days=1))
    return replace(report, checked_at=day)


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


def listing_digest(entry: BadgeEntry) -> str:
    """What stands for all that pages other than its own say of a badge: everything but the learner's notes."""
    report, image = entry.report, entry.image
    said = (
        entry.original.digest,
        results_to_json(report),
        report.checked_at.isoformat(),
        entry.verdict.value,
        entry.securing,
        entry.choices,
        image and (hashlib.sha256(image.content).hexdigest(), replace(image, content=b"")),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()
