"""What the examination of one proof found, in the terms of the checks it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wallet.errors import WalletError
from wallet.fields import JsonValue
from wallet.resolution.keys import PublicKey
from wallet.resolution.published_keys import is_published
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["ProofFinding", "failed", "not_applicable", "passed", "signature_passed", "undetermined", "unfinished"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFinding:
    """One proof examined: results of the checks coverage, proof and issuer for it, and the `key` that verified it.

    `securing` names the mechanism ("eddsa-rdfc-2022", "VC-JWT RS256", …); `implemented` is False for one that is
    recognised and not implemented.
    """

    securing: str
    proof: CheckResult
    issuer: CheckResult
    coverage: CheckResult
    key: PublicKey | None = None
    implemented: bool = True

    @property
    def satisfied(self) -> bool:
        """Whether the signature is right and its key the issuer's."""
        return self.proof.outcome is Outcome.PASSED and self.issuer.outcome is Outcome.PASSED


def unfinished(
    securing: str, proof: CheckResult, *, coverage: CheckResult | None = None, implemented: bool = True
) -> ProofFinding:
    """The finding of a proof that was not confirmed: whose key it is was then not asked."""
    return ProofFinding(
        securing=securing,
        proof=proof,
        issuer=undetermined(Check.ISSUER, "issuer.no-verified-proof"),
        coverage=coverage or undetermined(Check.COVERAGE, "coverage.not-examined"),
        implemented=implemented,
    )


def passed(check: Check, code: str, **facts: JsonValue) -> CheckResult:
    """A check that was made and met."""
    return CheckResult(check=check, outcome=Outcome.PASSED, code=code, facts=facts)


def signature_passed(key: PublicKey, code: str, **facts: JsonValue) -> CheckResult:
    """A signature that is right; where everybody can have the key's private half, the code says that instead."""
    if is_published(key):
        return passed(Check.PROOF, "proof.published-key", published_key=True, **facts)
    return passed(Check.PROOF, code, **facts)


def failed(check: Check, error: WalletError | str, **facts: JsonValue) -> CheckResult:
    """A check that was made and not met."""
    return _result(check, Outcome.FAILED, error, facts)


def undetermined(check: Check, error: WalletError | str, **facts: JsonValue) -> CheckResult:
    """A check that could not be made."""
    return _result(check, Outcome.UNDETERMINED, error, facts)


def not_applicable(check: Check, code: str, **facts: JsonValue) -> CheckResult:
    """A check that this credential gives no occasion for."""
    return CheckResult(check=check, outcome=Outcome.NOT_APPLICABLE, code=code, facts=facts)


def _result(check: Check, outcome: Outcome, error: WalletError | str, facts: Mapping[str, JsonValue]) -> CheckResult:
    if isinstance(error, str):
        return CheckResult(check=check, outcome=outcome, code=error, facts=facts)
    return CheckResult(check=check, outcome=outcome, code=error.code, facts={**error.facts, **facts})
