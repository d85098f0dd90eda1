"""From reports to verdicts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wallet.verification.policy import UNSUPPORTED_CODES, VerificationPolicy
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport

P, F, U, N = Outcome.PASSED, Outcome.FAILED, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
GOOD = {
    Check.CONFORMANCE: P,
    Check.COVERAGE: P,
    Check.PROOF: P,
    Check.ISSUER: P,
    Check.STATUS: P,
    Check.VALIDITY: P,
    Check.RECIPIENT: N,
    Check.ENDORSEMENT: N,
    Check.TRUST: N,
}


def report(outcomes: dict[Check, Outcome], codes: dict[Check, str] | None = None) -> VerificationReport:
    named = codes or {}
    return VerificationReport(
        digest="0" * 64,
        checked_at=datetime(2026, 1, 1, tzinfo=UTC),
        results=tuple(
            CheckResult(check=check, outcome=outcomes.get(check, GOOD[check]), code=named.get(check, "x.y"))
            for check in Check
        ),
    )


def verdict(outcomes: dict[Check, Outcome], codes: dict[Check, str] | None = None) -> Verdict:
    return VerificationPolicy().evaluate(report(outcomes, codes))


@pytest.mark.parametrize(
    ("outcomes", "codes", "expected"),
    [
        ({}, {}, Verdict.VERIFIED),
        ({Check.STATUS: N}, {}, Verdict.VERIFIED),
        ({Check.CONFORMANCE: F}, {}, Verdict.INVALID),
        ({Check.COVERAGE: F}, {}, Verdict.INVALID),
        ({Check.PROOF: F, Check.STATUS: F}, {}, Verdict.INVALID),
        ({Check.ISSUER: F}, {}, Verdict.INVALID),
        ({Check.PROOF: U}, {}, Verdict.UNDETERMINED),
        ({Check.ISSUER: U, Check.STATUS: F}, {}, Verdict.UNDETERMINED),
        ({Check.COVERAGE: U}, {}, Verdict.UNDETERMINED),
        ({Check.STATUS: F, Check.VALIDITY: F}, {Check.STATUS: "status.revoked"}, Verdict.REVOKED),
        ({Check.STATUS: F}, {Check.STATUS: "status.suspended"}, Verdict.SUSPENDED),
        ({Check.VALIDITY: F, Check.STATUS: U}, {Check.VALIDITY: "validity.expired"}, Verdict.EXPIRED),
        ({Check.VALIDITY: F}, {Check.VALIDITY: "validity.not-yet"}, Verdict.NOT_YET_VALID),
        ({Check.STATUS: U}, {}, Verdict.UNDETERMINED),
        ({Check.RECIPIENT: F}, {}, Verdict.INVALID),
        ({Check.RECIPIENT: F, Check.STATUS: U}, {}, Verdict.UNDETERMINED),
        ({Check.RECIPIENT: P, Check.ENDORSEMENT: F, Check.TRUST: U}, {}, Verdict.VERIFIED),
    ],
)
def test_the_first_rule_that_answers_decides(
    outcomes: dict[Check, Outcome], codes: dict[Check, str], expected: Verdict
) -> None:
    assert verdict(outcomes, codes) is expected


@pytest.mark.parametrize("code", sorted(UNSUPPORTED_CODES))
def test_an_unimplemented_mechanism_is_unsupported_whatever_else_was_found(code: str) -> None:
    assert verdict({Check.PROOF: U, Check.CONFORMANCE: F}, {Check.PROOF: code}) is Verdict.UNSUPPORTED


@pytest.mark.parametrize("check", [Check.CONFORMANCE, Check.COVERAGE, Check.PROOF, Check.ISSUER])
def test_nothing_to_check_is_never_success(check: Check) -> None:
    assert verdict({check: N}) is Verdict.UNDETERMINED


def test_a_report_names_every_check_once() -> None:
    complete = report({})
    with pytest.raises(ValueError, match="each check"):
        VerificationReport(digest="", checked_at=complete.checked_at, results=complete.results[:-1])
    with pytest.raises(ValueError, match="each check"):
        VerificationReport(digest="", checked_at=complete.checked_at, results=())
