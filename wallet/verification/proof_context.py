"""What the proofs of one document are examined against, and whose the key must be."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.controllers import VerificationMethod, require_authorized
from wallet.resolution.fetching import Fetcher
from wallet.verification.expectations import ASSERTION, Expectations
from wallet.verification.explanation import Trace
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.report import Check, CheckResult

__all__ = ["ProofContext", "examine_key_owner", "moment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofContext:
    """The document as it came, the controller whose key it must be, what is expected, and the means to ask."""

    document: JsonObject
    controller: str
    expected: Expectations
    at: datetime
    fetcher: Fetcher
    trace: Trace = field(default_factory=Trace)

    def traced(self, trace: Trace) -> ProofContext:
        """The same context, whose steps `trace` takes note of."""
        return replace(self, trace=trace)


def moment(value: JsonValue) -> datetime | None:
    """The moment that a member names, or None."""
    return parse_datetime(value) if isinstance(value, str) else None


def examine_key_owner(method: VerificationMethod, context: ProofContext, created: datetime | None) -> CheckResult:
    """The result of the check *issuer*: the key is the controller's and was in use (Controlled Identifiers, 3.3)."""
    try:
        require_authorized(method, context.controller, context.fetcher, relation=context.expected.purpose)
    except RefusalError as refusal:
        return failed(Check.ISSUER, refusal)
    except ResolutionError as error:
        return undetermined(Check.ISSUER, error)
    fault = _lifetime_fault(method, context.at, created)
    if fault is not None:
        return fault
    if context.expected.purpose == ASSERTION:
        return passed(Check.ISSUER, "issuer.key-is-the-issuers", issuer=context.controller, method=method.id)
    return passed(Check.ISSUER, "issuer.key-is-the-holders", issuer=context.controller, method=method.id)


def _lifetime_fault(method: VerificationMethod, at: datetime, created: datetime | None) -> CheckResult | None:
    revoked, expires = moment(method.revoked), moment(method.expires)
    # A proof's own date is its signer's claim: whoever holds a revoked key can backdate, so it proves nothing.
    if (method.revoked is not None and revoked is None) or (revoked is not None and revoked <= at):
        return failed(Check.ISSUER, "issuer.key-revoked", method=method.id, revoked=str(method.revoked))
    if method.expires is not None and expires is None:
        return failed(Check.ISSUER, "issuer.key-date-malformed", method=method.id, found=method.expires)
    if expires is not None and (created or at) > expires:
        return failed(Check.ISSUER, "issuer.key-expired", method=method.id, expires=str(method.expires))
    return None
