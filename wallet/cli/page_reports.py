"""What was found of a page that shows a badge, as JSON for programs and as words for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wallet.cli.console import Console
from wallet.fields import JsonObject, JsonValue

if TYPE_CHECKING:
    from wallet.stages.badge_pages import PageReport
    from wallet.verification.page_findings import PageFinding

__all__ = ["finding_sentence", "findings_json", "page_json", "page_lines"]


def finding_sentence(console: Console, finding: PageFinding) -> str:
    """One finding in the reader's language."""
    told = {
        name: console.sentence(f"verdict.{value}", {}) if name.endswith("verdict") else value
        for name, value in finding.facts.items()
    }
    return console.sentence(finding.code, told)


def findings_json(console: Console, findings: Sequence[PageFinding]) -> list[JsonValue]:
    """Each finding with its weight, its code, its facts and its sentence."""
    return [
        {
            "weight": finding.weight.value,
            "code": finding.code,
            "facts": dict(finding.facts),
            "message": finding_sentence(console, finding),
        }
        for finding in findings
    ]


def page_json(console: Console, report: PageReport) -> JsonObject:
    """The page that offers a badge: where it answered, where the badge's file is, and what was found of it."""
    return {
        "url": report.url,
        "file": report.address,
        "compared": list(report.compared),
        "findings": findings_json(console, report.findings),
    }


def page_lines(console: Console, report: PageReport) -> Iterator[str]:
    """What the page says and the badge does not, else that both agree as far as they could be compared."""
    text = console.gettext
    if report.findings:
        yield "  " + text("The page and the badge:")
        for finding in report.findings:
            yield "    · " + finding_sentence(console, finding)
    elif report.compared:
        yield "  " + text("What the page says agrees with the badge ({statements}).").format(
            statements=", ".join(report.compared)
        )
    else:
        yield "  " + text("Only the badge was checked; what else the page says could not be compared.")
