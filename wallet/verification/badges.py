"""An Open Badges 3.0 achievement credential through the nine checks.

The order follows Open Badges 3.0, section 8.2, "AchievementCredential Verification", with what VCDM, Data Integrity
and the status specifications add. Each number is one check, and the code below refers to the numbers.

1. conformance: the document is an Open Badges credential, member by member, and follows the schemas that it names.
2. coverage: the proof covers every member; what it does not cover nobody signed.
3. proof: a signature over the document as it came is right.
4. issuer: the key that made it belongs to the issuer and may make assertions.
5. status: the issuer has not withdrawn it, according to the issuer's own list.
6. validity: the moment in question lies between its dates.
7. recipient: it was issued to a known identity, when one was given.
8. endorsement: each third party's word in it, on its own.
9. trust: whether the issuer is one that the learner, or a registry they consult, names as known.

Under 5, a refresh service is asked as well whether the issuer has a newer version. What is found under 5 to 9 is
reported even when 3 fails, but a verdict is then already decided.
"""

from __future__ import annotations

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.verification.authenticity import issuer_of
from wallet.verification.conformance import examine_conformance, own_schemas
from wallet.verification.enclosure import examine_secured
from wallet.verification.endorsements import examine_endorsements, with_parents
from wallet.verification.findings import undetermined
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.refreshing import with_refresh
from wallet.verification.report import Check, CheckResult
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing, trust_in

__all__ = ["examine_badge", "not_read"]


def examine_badge(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one achievement credential; never raises for what it contains."""
    secured = examine_secured(document, parsed, inquiry)
    authenticity = secured.authenticity
    results = (
        _conformance(parsed, secured, inquiry),  # 1
        authenticity.coverage,  # 2
        authenticity.proof,  # 3
        authenticity.issuer,  # 4
        *_remaining(parsed, secured, inquiry),  # 5 to 9
    )
    return concluded(document, parsed, results, securing=authenticity.securing, at=inquiry.at)


def _conformance(parsed: ParsedCredential, secured: Secured, inquiry: Inquiry) -> CheckResult:
    readable = parsed.credential is not None
    return examine_conformance(
        parsed.problems,
        parsed.specification,
        complete=readable,
        schemas=own_schemas(parsed.members, secured.authenticity, inquiry) if readable else (),
        code="conformance.problems",
    )


def _remaining(
    parsed: ParsedCredential, secured: Secured, inquiry: Inquiry
) -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    credential, issuer = parsed.credential, issuer_of(parsed.members)
    if credential is None or issuer is None:
        return not_read()
    period = (credential.valid_from, credential.valid_until)
    status, validity = examine_standing(parsed.members, secured, period, inquiry)
    return (
        with_refresh(status, parsed.members, secured.authenticity, inquiry, examine_badge),  # 5
        validity,  # 6
        examine_recipient(credential.credential_subject, inquiry.identities),  # 7
        examine_endorsements(credential.endorsement, _named(credential), inquiry),  # 8
        trust_in(issuer, secured.authenticity, inquiry),  # 9
    )


def not_read() -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    """The checks 5 to 9 of a credential of which too little could be read."""
    return (
        undetermined(Check.STATUS, "check.not-read"),
        undetermined(Check.VALIDITY, "check.not-read"),
        undetermined(Check.RECIPIENT, "check.not-read"),
        undetermined(Check.ENDORSEMENT, "check.not-read"),
        undetermined(Check.TRUST, "check.not-read"),
    )


def _named(credential: OpenBadgeCredential) -> frozenset[str]:
    """The ids of the badge and of whom and what it names: what an endorsement in it may be about."""
    achievement, subject = credential.achievement, credential.credential_subject
    profiles = (credential.issuer, achievement.creator, subject.source)
    named = {credential.id, achievement.id, *(profile.id for found in profiles for profile in with_parents(found))}
    return frozenset(identifier for identifier in named if identifier is not None)
