"""The audit of a site as JSON for programs and as words for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from wallet.cli.console import Console
from wallet.cli.page_reports import finding_sentence, findings_json
from wallet.fields import JsonObject, JsonValue
from wallet.language.controls import one_line
from wallet.language.dates import exact

if TYPE_CHECKING:
    from wallet.stages.auditing import Audit, AuditedBadge

__all__ = ["audit_json", "audit_lines", "next_step"]


def audit_json(console: Console, found: Audit, at: datetime) -> JsonObject:
    """The whole audit as one object."""
    badges: list[JsonValue] = [
        {
            "slug": badge.slug,
            "file": badge.file,
            "pages": list(badge.pages),
            "name": badge.names[0] if badge.names else None,
            "verdict": badge.verdict.value if badge.verdict is not None else "unreadable",
            "reason": _reason_json(console, badge),
            "findings": findings_json(console, badge.findings),
        }
        for badge in found.badges
    ]
    return {
        "site": found.base_url,
        "at": exact(at),
        "badges_found_by": "index.json" if found.from_index else "sitemap.xml",
        "badges": badges,
        "findings": findings_json(console, found.findings),
        "pages": found.pages,
        "addresses": found.addresses,
        **_counts(found),
    }


def _reason_json(console: Console, badge: AuditedBadge) -> JsonValue:
    if badge.reason is None:
        return None
    message = console.sentence(badge.reason.code, badge.reason.facts)
    return {"check": badge.reason.check.value, "code": badge.reason.code, "message": message}


def _counts(found: Audit) -> dict[str, JsonValue]:
    from wallet.verification.page_findings import Weight

    return {weight.value: found.count(weight) for weight in Weight}


def audit_lines(console: Console, found: Audit) -> Iterator[str]:
    """Every badge with its verdict and what was found, then the rest of the site, then the sum."""
    for badge in found.badges:
        yield from _badge_lines(console, badge)
    if found.findings:
        yield console.heading(console.gettext("The site"))
        for finding in found.findings:
            yield "  · " + finding_sentence(console, finding)
    yield from _summary(console, found)


def _badge_lines(console: Console, badge: AuditedBadge) -> Iterator[str]:
    verdict = badge.verdict.value if badge.verdict is not None else "unreadable"
    line = console.gettext("{slug}: {name} [{verdict}]").format(
        slug=one_line(badge.slug),
        name=one_line(badge.names[0]) if badge.names else "–",
        verdict=console.sentence(f"verdict.{verdict}", {}),
    )
    yield console.heading(line) if badge.findings else line
    if badge.reason is not None:
        yield "  " + console.sentence(badge.reason.code, badge.reason.facts)
    for finding in badge.findings:
        yield "  · " + finding_sentence(console, finding)


def _summary(console: Console, found: Audit) -> Iterator[str]:
    text, counts = console.gettext, _counts(found)
    sums = {"badges": len(found.badges), "pages": found.pages, "addresses": found.addresses}
    line = text("{site} — badges: {badges}, pages: {pages}, other addresses: {addresses}")
    yield console.heading(line.format(site=one_line(found.base_url), **sums))
    yield "  " + text("Not as it is said to be: {false}. Could not be checked: {open}.").format(**counts)
    if any(badge.translated for badge in found.badges):
        number = sum(badge.translated for badge in found.badges)
        yield "  " + text("Names translated by the learner, which nobody signed: {number}.").format(number=number)


def next_step(console: Console, found: Audit) -> str:
    """What to do now."""
    text, counts = console.gettext, _counts(found)
    if counts["false"]:
        told = text("Do not rely on what is named above. If the site is yours, build it anew and publish it: {command}")
        return told.format(command="wallet build --refresh")
    if counts["open"]:
        return text("Try again later: what is named above could not be checked.")
    return text("Everything is as the site says.")
