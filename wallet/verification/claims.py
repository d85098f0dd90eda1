"""Registered claims beside a credential: they repeat what it says, and must not say anything else.

Open Badges 3.0, section 8.2.3; RFC 7519, section 4.1.
"""

from __future__ import annotations

from wallet.credentials.times import parse_datetime
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.verification.audience import audience_fault
from wallet.verification.expectations import AUTHENTICATION, Expectations
from wallet.verification.findings import failed
from wallet.verification.proof_context import ProofContext
from wallet.verification.report import Check, CheckResult

__all__ = ["claims_fault"]

_DATES = (("nbf", ("validFrom", "issuanceDate")), ("exp", ("validUntil", "expirationDate")))


def claims_fault(claims: JsonObject, context: ProofContext) -> CheckResult | None:
    """A claim that is present and differs from the document, or is not for the expected domain and challenge."""
    return (
        _audience_fault(claims, context.expected)
        or _identifier_contradiction(claims, context.document, context.controller)
        # A presentation states no dates of its own: those of the JWT are its only ones.
        or (None if context.expected.purpose == AUTHENTICATION else _date_contradiction(claims, context.document))
    )


def _audience_fault(claims: JsonObject, expected: Expectations) -> CheckResult | None:
    """RFC 7519 section 4.1.3: `aud` names whom the JWT is for; `nonce` repeats the challenge."""
    stated = as_sequence(claims.get("aud"))
    return audience_fault(stated, expected.domain in stated, claims.get("nonce"), expected)


def _identifier_contradiction(claims: JsonObject, members: JsonObject, controller: str) -> CheckResult | None:
    subject = members.get("credentialSubject")
    subject_id = subject.get("id") if isinstance(subject, dict) else None
    expected: tuple[tuple[str, JsonValue], ...] = (("iss", controller), ("sub", subject_id), ("jti", members.get("id")))
    for claim, value in expected:
        if claims.get(claim) is not None and claims[claim] != value:
            return failed(Check.PROOF, "jws.claim-contradicts", claim=claim, claimed=str(claims[claim]))
    return None


def _date_contradiction(claims: JsonObject, members: JsonObject) -> CheckResult | None:
    for claim, names in _DATES:
        if claims.get(claim) is not None and not _same_moment(claims[claim], members, names):
            return failed(Check.PROOF, "jws.claim-contradicts", claim=claim, claimed=str(claims[claim]))
    return None


def _same_moment(claimed: JsonValue, members: JsonObject, names: tuple[str, str]) -> bool:
    text = next((members[name] for name in names if isinstance(members.get(name), str)), None)
    moment = parse_datetime(text) if isinstance(text, str) else None
    if moment is None or isinstance(claimed, bool) or not isinstance(claimed, (int, float)):
        return False
    # NumericDate counts seconds; the credential may write fractions of one.
    return abs(moment.timestamp() - claimed) < 1
