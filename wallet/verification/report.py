"""What was checked, with what outcome, and what follows from it. Values only: no input, no output, no prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wallet.fields import JsonValue

__all__ = ["Check", "CheckResult", "Outcome", "Verdict", "VerificationReport"]


class Check(StrEnum):
    """The nine named checks, in the order in which they are reported."""

    CONFORMANCE = "conformance"
    COVERAGE = "coverage"
    PROOF = "proof"
    ISSUER = "issuer"
    STATUS = "status"
    VALIDITY = "validity"
    RECIPIENT = "recipient"
    ENDORSEMENT = "endorsement"
    TRUST = "trust"


_CHECKS = tuple(Check)


class Outcome(StrEnum):
    """What a check found. Never a boolean: "could not be checked" is an answer of its own."""

    PASSED = "passed"
    FAILED = "failed"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """What a report amounts to under a policy."""

    VERIFIED = "verified"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    REVOKED = "revoked"
    SUSPENDED = "suspended"
    INVALID = "invalid"
    UNDETERMINED = "undetermined"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """One check's outcome; `code` names its sentence in the catalogs, `facts` are JSON values that fill it."""

    check: Check
    outcome: Outcome
    code: str
    facts: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationReport:
    """Exactly one result for each check, of the document with this digest (hex SHA-256), at this moment."""

    digest: str
    checked_at: datetime
    results: tuple[CheckResult, ...]

    def __post_init__(self) -> None:
        if tuple([result.check for result in self.results]) != _CHECKS:
            raise ValueError("a report has one result for each check, in order")

    def result(self, check: Check) -> CheckResult:
        """The result of one check."""
        return self.results[_CHECKS.index(check)]
