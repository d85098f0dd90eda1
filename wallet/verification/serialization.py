"""Verification reports as JSON, to be kept beside the bytes they are about, and read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.fields import JsonObject, JsonValue
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport
from wallet.verification.verifier import Verification

__all__ = ["KeptVerification", "results_to_json", "verification_from_json", "verification_to_json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVerification:
    """A report that was kept, with the verdict and the securing mechanism of that day."""

    report: VerificationReport
    verdict: Verdict
    securing: str


def results_to_json(report: VerificationReport) -> list[JsonValue]:
    """The results of a report as ``[{"check", "outcome", "code", "facts"}, …]``."""
    return [
        {
            "check": result.check.value,
            "outcome": result.outcome.value,
            "code": result.code,
            "facts": dict(result.facts),
        }
        for result in report.results
    ]


def verification_to_json(verification: Verification) -> JsonObject:
    """What is kept of a verification: digest, moment, verdict, securing and the nine results."""
    return {
        "digest": verification.report.digest,
        "checked_at": _moment(verification.report.checked_at),
        "verdict": verification.verdict.value,
        "securing": verification.securing,
        "results": results_to_json(verification.report),
    }


def verification_from_json(document: Mapping[str, JsonValue]) -> KeptVerification | None:
    """The kept report, or None when it is of another shape: it is then made anew, never trusted in part."""
    results, checked_at = document.get("results"), document.get("checked_at")
    moment = parse_datetime(checked_at) if isinstance(checked_at, str) else None
    if not isinstance(results, list) or moment is None:
        return None
    try:
        report = VerificationReport(
            digest=str(document.get("digest")),
            checked_at=moment,
            results=tuple(_result(result) for result in results),
        )
        verdict = Verdict(str(document.get("verdict")))
        return KeptVerification(report=report, verdict=verdict, securing=str(document.get("securing")))
    except ValueError:
        return None


def _result(value: JsonValue) -> CheckResult:
    if not isinstance(value, dict):
        raise ValueError("a result is an object")
    facts = value.get("facts")
    return CheckResult(
        check=Check(str(value.get("check"))),
        outcome=Outcome(str(value.get("outcome"))),
        code=str(value.get("code")),
        facts=facts if isinstance(facts, dict) else {},
    )


def _moment(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")
