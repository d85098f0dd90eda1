"""An Open Badges 3.0 achievement credential through the nine checks.

The order follows Open Badges 3.0, section 8.2, "AchievementCredential Verification", with what VCDM, Data Integrity
and the status specifications add. Each number is one check, and the code below refers to the numbers.

1. conformance: the document is an Open Badges credential, member by member.
2. coverage: the proof covers every member; what it does not cover nobody signed.
3. proof: a signature over the document as it came is right.
4. issuer: the key that made it belongs to the issuer and may make assertions.
5. status: the issuer has not withdrawn it, according to the issuer's own list.
6. validity: the moment in question lies between its dates.
7. recipient: it was issued to a known identity, when one was given.
8. endorsement: each third party's word in it, on its own.
9. trust: whether the issuer is one that the learner names as known.

Under 5, a refresh service is asked as well whether the issuer has a newer version. What is found under 5 to 9 is
reported even when 3 fails, but a verdict is then already decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.fields import JsonValue, Problem
from wallet.verification.authenticity import issuer_of
from wallet.verification.enclosure import examine_secured
from wallet.verification.endorsements import examine_endorsements, with_parents
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.refreshing import with_refresh
from wallet.verification.report import Check, CheckResult
from wallet.verification.secured import Secured
from wallet.verification.standing import examine_standing
from wallet.verification.trust import examine_trust

__all__ = ["conformance", "examine_badge", "listed", "not_read"]

MAX_LISTED = 200
"""A person mends the first dozen and reads again; a file with a million faults must not fill a report."""


def examine_badge(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one achievement credential; never raises for what it contains."""
    secured = examine_secured(document, parsed, inquiry)
    authenticity = secured.authenticity
    results = (
        conformance(parsed),  # 1
        authenticity.coverage,  # 2
        authenticity.proof,  # 3
        authenticity.issuer,  # 4
        *_remaining(parsed, secured, inquiry),  # 5 to 9
    )
    return concluded(document, parsed, results, securing=authenticity.securing, at=inquiry.at)


def conformance(parsed: ParsedCredential) -> CheckResult:
    """The result of the check *conformance*: every fault and every remark that reading found, with its path."""
    faults = [problem for problem in parsed.problems if not problem.remark]
    remarks = [problem for problem in parsed.problems if problem.remark]
    facts: dict[str, JsonValue] = {"remarks": listed(remarks)} if remarks else {}
    if faults or parsed.credential is None:
        first = faults[0].path if faults else "$"
        return failed(
            Check.CONFORMANCE,
            "conformance.problems",
            count=len(faults),
            member=first,
            problems=listed(faults),
            **facts,
        )
    return passed(Check.CONFORMANCE, "conformance.conforms", specification=parsed.specification, **facts)


def listed(problems: Sequence[Problem]) -> list[JsonValue]:
    """The first problems, as facts."""
    return [{"path": problem.path, "code": problem.code, "found": problem.found} for problem in problems[:MAX_LISTED]]


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
        examine_trust(issuer, inquiry.known_issuers),  # 9
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
