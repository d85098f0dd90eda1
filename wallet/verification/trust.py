"""Does the learner name this issuer as one they know? Being unknown is no fault, and this check decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.verification.findings import not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult

__all__ = ["KnownIssuer", "examine_trust"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIssuer:
    """An issuer that the learner says they know: its `id` (DID or URL), a name and a home page."""

    id: str
    name: str
    url: str | None = None


def examine_trust(issuer: str, known: Sequence[KnownIssuer]) -> CheckResult:
    """The result of the check *trust*: the issuer is in the learner's list, is not, or there is no list."""
    if not known:
        return not_applicable(Check.TRUST, "trust.no-list")
    for entry in known:
        if entry.id == issuer:
            return passed(Check.TRUST, "trust.known-to-learner", name=entry.name)
    return undetermined(Check.TRUST, "trust.not-known")
