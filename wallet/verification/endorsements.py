"""Endorsements within a badge, each verified on its own (Open Badges 3.0, section 8.6).

An endorsement stands when its own signature is its own issuer's, it is in force and not withdrawn, and it is about
this badge, its achievement or its issuer. That the badge's issuer signed the whole says nothing about that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.model import EndorsementCredential, OpenBadgeCredential
from wallet.documents.jws import DecodedJws, decode_jws
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.verification.authenticity import Authenticity, examine_authenticity, issuer_of
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.status import StatusContext, examine_status
from wallet.verification.validity import examine_validity

__all__ = ["examine_endorsements"]

MAX_ENDORSEMENTS = 50
"""Each costs a signature and perhaps a fetch; no page could show more with meaning."""


@dataclass(frozen=True, slots=True)
class _Finding:
    outcome: Outcome
    code: str


def examine_endorsements(credential: OpenBadgeCredential, *, at: datetime, fetcher: Fetcher) -> CheckResult:
    """The result of the check *endorsement*; its facts list every endorsement's own outcome, in order."""
    endorsements = credential.endorsement
    if not endorsements:
        return not_applicable(Check.ENDORSEMENT, "endorsement.none")
    if len(endorsements) > MAX_ENDORSEMENTS:
        return undetermined(Check.ENDORSEMENT, "endorsement.too-many")
    findings = [_examine(endorsement, credential, at, fetcher) for endorsement in endorsements]
    outcomes = [finding.outcome for finding in findings]
    listed: list[JsonValue] = [
        {"id": e.id, "issuer": e.issuer.id, "outcome": f.outcome.value, "code": f.code}
        for e, f in zip(endorsements, findings, strict=True)
    ]
    return _summary(outcomes, listed)


def _summary(outcomes: Sequence[Outcome], listed: list[JsonValue]) -> CheckResult:
    total = len(outcomes)
    if Outcome.FAILED in outcomes:
        count = outcomes.count(Outcome.FAILED)
        return failed(Check.ENDORSEMENT, "endorsement.some-failed", count=count, total=total, endorsements=listed)
    if Outcome.UNDETERMINED in outcomes:
        count = outcomes.count(Outcome.UNDETERMINED)
        return undetermined(
            Check.ENDORSEMENT, "endorsement.some-not-checked", count=count, total=total, endorsements=listed
        )
    return passed(Check.ENDORSEMENT, "endorsement.all-verified", total=total, endorsements=listed)


def _examine(
    endorsement: EndorsementCredential, credential: OpenBadgeCredential, at: datetime, fetcher: Fetcher
) -> _Finding:
    about = (credential.id, credential.achievement.id, credential.issuer.id)
    if endorsement.subject_id is None or endorsement.subject_id not in about:
        return _Finding(Outcome.FAILED, "endorsement.about-another")
    try:
        members, jws = _secured(endorsement)
    except DocumentError:
        return _Finding(Outcome.FAILED, "endorsement.unreadable")
    authenticity = examine_authenticity(members, jws, at=at, fetcher=fetcher)
    for result in (authenticity.coverage, authenticity.proof, authenticity.issuer):
        if result.outcome is not Outcome.PASSED:
            return _Finding(result.outcome, result.code)
    return _standing(endorsement, members, authenticity, at, fetcher)


def _standing(
    endorsement: EndorsementCredential,
    members: JsonObject,
    authenticity: Authenticity,
    at: datetime,
    fetcher: Fetcher,
) -> _Finding:
    context = StatusContext(
        credential_id=endorsement.id,
        issuer=issuer_of(members) or "",
        key=authenticity.key,
        at=at,
        fetcher=fetcher,
    )
    status = examine_status(members, context)
    validity = examine_validity(endorsement.valid_from, endorsement.valid_until, at)
    for result in (status, validity):
        if result.outcome in (Outcome.FAILED, Outcome.UNDETERMINED):
            return _Finding(result.outcome, result.code)
    return _Finding(Outcome.PASSED, "endorsement.verified")


def _secured(endorsement: EndorsementCredential) -> tuple[JsonObject, DecodedJws | None]:
    if endorsement.jws is None:
        return endorsement.document or {}, None
    jws = decode_jws(endorsement.jws)
    inner = jws.claims.get("vc")
    return (inner if isinstance(inner, dict) else jws.claims), jws
