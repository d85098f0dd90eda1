"""From a report to a verdict: one table of rules, asked in order; the first that answers decides.

unsupported → invalid → undetermined (proof or issuer) → revoked, suspended → not yet valid, expired → undetermined
(status) → invalid (another recipient) → verified. A report that nothing proves is never verified.
"""

from __future__ import annotations

from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport

__all__ = ["UNSUPPORTED_CODES", "VerificationPolicy"]

UNSUPPORTED_CODES = frozenset({"proof.unsupported-suite", "proof.unsupported-specification", "proof.status-list"})
"""Codes of the check *proof* which say that the mechanism is recognised and not implemented."""

_FATAL = (Check.CONFORMANCE, Check.COVERAGE, Check.PROOF, Check.ISSUER)
_NEEDED = (Check.CONFORMANCE, Check.COVERAGE, Check.PROOF, Check.ISSUER)


class VerificationPolicy:
    """The rules by which a report amounts to a verdict; `trust` and endorsements decide nothing."""

    def evaluate(self, report: VerificationReport) -> Verdict:
        """The verdict of a report."""
        if report.result(Check.PROOF).code in UNSUPPORTED_CODES:
            return Verdict.UNSUPPORTED
        if any(report.result(check).outcome is Outcome.FAILED for check in _FATAL):
            return Verdict.INVALID
        if any(report.result(check).outcome is not Outcome.PASSED for check in _NEEDED):
            return Verdict.UNDETERMINED
        return _standing(report)


def _standing(report: VerificationReport) -> Verdict:
    status, validity = report.result(Check.STATUS), report.result(Check.VALIDITY)
    if status.outcome is Outcome.FAILED:
        return Verdict.SUSPENDED if status.code == "status.suspended" else Verdict.REVOKED
    if validity.outcome is Outcome.FAILED:
        return Verdict.NOT_YET_VALID if validity.code == "validity.not-yet" else Verdict.EXPIRED
    if Outcome.UNDETERMINED in (status.outcome, validity.outcome):
        return Verdict.UNDETERMINED
    return _recipient(report.result(Check.RECIPIENT))


def _recipient(recipient: CheckResult) -> Verdict:
    if recipient.outcome is Outcome.FAILED:
        return Verdict.INVALID
    # The identities that were given could not be compared: that the badge is this person's is then not known.
    return Verdict.UNDETERMINED if recipient.outcome is Outcome.UNDETERMINED else Verdict.VERIFIED
