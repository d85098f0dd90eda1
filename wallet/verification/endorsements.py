"""Endorsements within a badge, each verified on its own (Open Badges 3.0, section 8.6).

An endorsement stands when it is well formed, its own signature is its own issuer's, it is in force and not withdrawn,
and it is about the badge it stands in, or about somebody or something that the badge names. That the badge's issuer
signed the whole says nothing about that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from wallet.credentials.endorsement_documents import read_endorsement_document
from wallet.credentials.model import EndorsementCredential, Profile
from wallet.documents.jws import DecodedJws, decode_jws
from wallet.errors import DocumentError
from wallet.fields import JsonObject
from wallet.verification.authenticity import examine_authenticity, issuer_of
from wallet.verification.endorsement_summary import EndorsementFinding, summarise
from wallet.verification.findings import undetermined
from wallet.verification.inquiry import Inquiry
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing

__all__ = ["examine_endorsements", "with_parents"]

MAX_ENDORSEMENTS = 50
"""Each costs a signature and perhaps a fetch; no page could show more with meaning."""


@dataclass(frozen=True, slots=True)
class _Finding:
    outcome: Outcome
    code: str


def examine_endorsements(
    endorsements: Sequence[EndorsementCredential], named: Collection[str], inquiry: Inquiry
) -> CheckResult:
    """The result of the check *endorsement*; its facts list every endorsement's own outcome, in order.

    `named` are the ids that an endorsement may be about.
    """
    if len(endorsements) > MAX_ENDORSEMENTS:
        return undetermined(Check.ENDORSEMENT, "endorsement.too-many")
    return summarise([_finding(endorsement, named, inquiry) for endorsement in endorsements])


def _finding(endorsement: EndorsementCredential, named: Collection[str], inquiry: Inquiry) -> EndorsementFinding:
    found = _examine(endorsement, named, inquiry)
    return EndorsementFinding(id=endorsement.id, issuer=endorsement.issuer.id, outcome=found.outcome, code=found.code)


def with_parents(profile: Profile | None) -> Iterator[Profile]:
    """A profile and the organisations that it is part of."""
    while profile is not None:
        yield profile
        profile = profile.parent_org


def _examine(endorsement: EndorsementCredential, named: Collection[str], inquiry: Inquiry) -> _Finding:
    if endorsement.subject_id is None or endorsement.subject_id not in named:
        return _Finding(Outcome.FAILED, "endorsement.about-another")
    try:
        members, jws = _secured(endorsement)
    except DocumentError:
        return _Finding(Outcome.FAILED, "endorsement.unreadable")
    read, problems = read_endorsement_document(members, endorsement.jws)
    if any(not problem.remark for problem in problems):
        return _Finding(Outcome.FAILED, "endorsement.not-conforming")
    authenticity = examine_authenticity(members, jws, at=inquiry.at, fetcher=inquiry.fetcher)
    fault = _worst(authenticity.coverage, authenticity.proof, authenticity.issuer)
    if fault is not None:
        return fault
    return _standing(read, members, Secured(authenticity=authenticity), inquiry)


def _standing(endorsement: EndorsementCredential, members: JsonObject, secured: Secured, inquiry: Inquiry) -> _Finding:
    period = (endorsement.valid_from, endorsement.valid_until)
    fault = _worst(*examine_standing(members, secured, period, inquiry))
    if fault is not None:
        return fault
    # Whoever endorses themselves has signed well, and is no third party all the same.
    own = endorsement.subject_id == issuer_of(members)
    return _Finding(Outcome.PASSED, "endorsement.of-oneself" if own else "endorsement.verified")


def _worst(*results: CheckResult) -> _Finding | None:
    """A failure, else what could not be checked, else nothing."""
    for outcome in (Outcome.FAILED, Outcome.UNDETERMINED):
        for result in results:
            if result.outcome is outcome:
                return _Finding(outcome, result.code)
    return None


def _secured(endorsement: EndorsementCredential) -> tuple[JsonObject, DecodedJws | None]:
    if endorsement.jws is None:
        return endorsement.document or {}, None
    jws = decode_jws(endorsement.jws)
    inner = jws.claims.get("vc")
    return (inner if isinstance(inner, dict) else jws.claims), jws
