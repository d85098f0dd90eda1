"""Was a proof made for the one who asks, and in answer to them?

VC Data Integrity 1.0, section 4.4, steps 6 and 7. A proof that does not say for whom it was made was not made for the
one who asks: whoever has a copy of it could show it.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet.fields import JsonValue
from wallet.verification.expectations import Expectations
from wallet.verification.findings import failed
from wallet.verification.report import Check, CheckResult

__all__ = ["audience_fault"]


def audience_fault(
    stated: Sequence[JsonValue], meant: bool, challenge: JsonValue, expected: Expectations
) -> CheckResult | None:
    """What is wrong with the domains and the challenge that a proof states; `meant` says whether a domain is right."""
    if expected.domain is not None and not meant:
        if not stated:
            return failed(Check.PROOF, "proof.no-domain", expected=expected.domain)
        found = ", ".join(map(str, stated))
        return failed(Check.PROOF, "proof.other-domain", domain=found, expected=expected.domain)
    if expected.challenge is not None and challenge != expected.challenge:
        if challenge is None:
            return failed(Check.PROOF, "proof.no-challenge")
        return failed(Check.PROOF, "proof.other-challenge", challenge=str(challenge))
    return None
