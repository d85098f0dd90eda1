"""A learner record through the nine checks (Comprehensive Learner Record 2.0, section 6; Open Badges 3.0, section 8.2).

The signature of the record is its publisher's word that these credentials belong together and are this learner's. The
credentials in it are documents of their own, each with its own nine checks: that the record stands says nothing about
a credential that somebody else signed.
"""

from __future__ import annotations

from wallet.credentials.reading import ParsedCredential
from wallet.credentials.records import ClrCredential, read_record
from wallet.documents.document import SecuredDocument
from wallet.verification.authenticity import issuer_of
from wallet.verification.badges import not_read
from wallet.verification.conformance import examine_conformance, own_schemas
from wallet.verification.enclosure import examine_secured
from wallet.verification.endorsements import examine_endorsements, with_parents
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.refreshing import with_refresh
from wallet.verification.report import CheckResult
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing, trust_in

__all__ = ["examine_record"]


def examine_record(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one learner record; never raises for what it contains."""
    record, problems = read_record(parsed.members)
    secured = examine_secured(document, parsed, inquiry)
    results = (
        examine_conformance(
            (*parsed.problems, *problems),
            parsed.specification,
            complete=record is not None,
            schemas=own_schemas(parsed.members, secured.authenticity, inquiry),
        ),
        secured.authenticity.coverage,
        secured.authenticity.proof,
        secured.authenticity.issuer,
        *_remaining(parsed, record, secured, inquiry),
    )
    return concluded(document, parsed, results, securing=secured.authenticity.securing, at=inquiry.at)


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
        trust_in(issuer, secured.authenticity, inquiry),
    )


def _named(record: ClrCredential) -> frozenset[str]:
    achievements = record.credential_subject.achievement
    profiles = (record.issuer, *(achievement.creator for achievement in achievements))
    ids = {record.id, *(achievement.id for achievement in achievements)}
    ids |= {profile.id for found in profiles for profile in with_parents(found)}
    return frozenset(identifier for identifier in ids if identifier is not None)
