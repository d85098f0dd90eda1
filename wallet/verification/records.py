"""A learner record through the nine checks (Comprehensive Learner Record 2.0, section 6; Open Badges 3.0, section 8.2).

The signature of the record is its publisher's word that these credentials belong together and are this learner's. The
credentials in it are documents of their own, each with its own nine checks: that the record stands says nothing about
a credential that somebody else signed.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet.credentials.reading import ParsedCredential
from wallet.credentials.records import ClrCredential, read_record
from wallet.documents.document import SecuredDocument
from wallet.fields import JsonValue, Problem
from wallet.verification.authenticity import issuer_of
from wallet.verification.badges import listed, not_read
from wallet.verification.enclosure import examine_secured
from wallet.verification.endorsements import examine_endorsements, with_parents
from wallet.verification.findings import failed, passed
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.refreshing import with_refresh
from wallet.verification.report import Check, CheckResult
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing
from wallet.verification.trust import examine_trust

__all__ = ["conformance_of", "examine_record"]


def examine_record(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one learner record; never raises for what it contains."""
    record, problems = read_record(parsed.members)
    secured = examine_secured(document, parsed, inquiry)
    results = (
        conformance_of((*parsed.problems, *problems), parsed.specification, complete=record is not None),
        secured.authenticity.coverage,
        secured.authenticity.proof,
        secured.authenticity.issuer,
        *_remaining(parsed, record, secured, inquiry),
    )
    return concluded(document, parsed, results, securing=secured.authenticity.securing, at=inquiry.at)


def conformance_of(problems: Sequence[Problem], specification: str, *, complete: bool = True) -> CheckResult:
    """The result of the check *conformance*; `complete` says whether there was enough to be read at all."""
    # Two readers look at the contexts, each for its own part.
    unique = list(dict.fromkeys(problems))
    faults = [problem for problem in unique if not problem.remark]
    remarks = [problem for problem in unique if problem.remark]
    facts: dict[str, JsonValue] = {"specification": specification}
    if remarks:
        facts["remarks"] = listed(remarks)
    if not faults and complete:
        return passed(Check.CONFORMANCE, "conformance.conforms", **facts)
    member = faults[0].path if faults else "$"
    return failed(
        Check.CONFORMANCE,
        "conformance.departs",
        count=len(faults),
        member=member,
        problems=listed(faults),
        **facts,
    )


def _remaining(
    parsed: ParsedCredential, record: ClrCredential | None, secured: Secured, inquiry: Inquiry
) -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    issuer = issuer_of(parsed.members)
    if record is None or issuer is None:
        return not_read()
    period = (record.valid_from, record.valid_until)
    status, validity = examine_standing(parsed.members, secured, period, inquiry)
    return (
        with_refresh(status, parsed.members, secured.authenticity, inquiry, examine_record),
        validity,
        examine_recipient(record.credential_subject, inquiry.identities),
        examine_endorsements(record.endorsement, _named(record), inquiry),
        examine_trust(issuer, inquiry.known_issuers),
    )


def _named(record: ClrCredential) -> frozenset[str]:
    achievements = record.credential_subject.achievement
    profiles = (record.issuer, *(achievement.creator for achievement in achievements))
    ids = {record.id, *(achievement.id for achievement in achievements)}
    ids |= {profile.id for found in profiles for profile in with_parents(found)}
    return frozenset(identifier for identifier in ids if identifier is not None)
