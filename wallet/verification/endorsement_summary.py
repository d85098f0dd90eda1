"""The check *endorsement* of a badge of any version: what the outcomes of its endorsements amount to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.fields import JsonValue
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["EndorsementFinding", "summarise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementFinding:
    """What became of one endorsement: its `id`, the id of its `issuer`, and the outcome with its code."""

    id: str | None
    issuer: str | None
    outcome: Outcome
    code: str


def summarise(findings: Sequence[EndorsementFinding]) -> CheckResult:
    """The result of the check *endorsement*; its facts list every endorsement's own outcome, in order."""
    if not findings:
        return not_applicable(Check.ENDORSEMENT, "endorsement.none")
    listed: list[JsonValue] = [
        {"id": one.id, "issuer": one.issuer, "outcome": one.outcome.value, "code": one.code} for one in findings
    ]
    check, total = Check.ENDORSEMENT, len(findings)
    outcomes = [one.outcome for one in findings]
    count = outcomes.count(Outcome.FAILED)
    if count:
        return failed(check, "endorsement.some-failed", count=count, total=total, endorsements=listed)
    count = outcomes.count(Outcome.UNDETERMINED)
    if count:
        return undetermined(check, "endorsement.some-not-checked", count=count, total=total, endorsements=listed)
    return passed(check, "endorsement.all-verified", total=total, endorsements=listed)
