"""From a judged badge to what the site shows of it: its date, its original by the name to publish, its picture."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from wallet.documents.document import Container, SecuredDocument
from wallet.portfolio.model import PortfolioBadge
from wallet.portfolio.splitting import require_divisible
from wallet.presenting.composition import presentable_text
from wallet.site import BadgeEntry, Original
from wallet.site.related import twins_by_slug
from wallet.site.short_links import leading, short_address
from wallet.stages.images import badge_image
from wallet.stages.judging import Judged
from wallet.stages.kept_reports import kept_verification
from wallet.stages.made_files import MadeFiles
from wallet.stages.renditions import with_renditions
from wallet.verification.kept_answers import CheckMaterial
from wallet.verification.moments import Watch
from wallet.verification.report import VerificationReport
from wallet.verification.serialization import results_to_json
from wallet.verification.verifier import Verification

__all__ = ["listings", "shown_badge"]


def shown_badge(judged: Judged, watch: Watch, pictures: MadeFiles | None) -> BadgeEntry:
    """The badge as the site shows it; `watch` learns when its date would be another, `pictures` keeps drawings."""
    badge, verification = judged.badge, judged.verification
    require_divisible(badge.choices, str(judged.credential.achievement.name))
    image = badge_image(verification.document, judged.credential, judged.evidence)
    return BadgeEntry(
        slug=badge.slug,
        credential=judged.credential,
        report=_dated(badge, verification, watch),
        verdict=verification.verdict,
        securing=verification.securing,
        original=_original(verification.document, judged.credential.specification),
        image=with_renditions(image, pictures) if pictures else image,
        choices=badge.choices,
        notes=badge.notes,
        past=badge.past,
        material=CheckMaterial(
            members=verification.members,
            is_jws=verification.document.jws is not None,
            signed=verification.signed,
            evidence=judged.evidence,
        ),
    )


def _dated(badge: PortfolioBadge, verification: Verification, watch: Watch) -> VerificationReport:
    """The report with the date to show: the kept one when nothing changed, else the day of this build."""
    kept = kept_verification(badge.folder)
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


def _original(document: SecuredDocument, specification: str) -> Original:
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
        presentable=presentable_text(document, specification),
    )


def listings(entries: Sequence[BadgeEntry]) -> Mapping[str, str]:
    """What stands for all that other pages say of each badge, by slug: everything but the learner's notes.

    The page of another edition of the same achievement names the badge too. Where one file is published as two badges,
    the short link leads to the first, and it matters to the second whether there is another one.
    """
    led = leading(entries)
    single = {entry.slug: _digested(_digest(entry), led[short_address(entry)] is entry) for entry in entries}
    twins = twins_by_slug(entries)
    return {slug: _digested(own, [single[twin.slug] for twin in twins.get(slug, ())]) for slug, own in single.items()}


def _digest(entry: BadgeEntry) -> str:
    report, image = entry.report, entry.image
    return _digested(
        entry.original.digest,
        results_to_json(report),
        report.checked_at.isoformat(),
        entry.verdict.value,
        entry.securing,
        entry.choices,
        image and (hashlib.sha256(image.content).hexdigest(), image),
    )


def _digested(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()
