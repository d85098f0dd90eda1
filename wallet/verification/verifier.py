"""Verify one secured document.

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

What is found under 5 to 9 is reported even when 3 fails, but a verdict is then already decided. Nothing here opens a
file or a connection: the clock reading and the fetcher are passed in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import ParsedCredential, parse_credential
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import decode_jws
from wallet.errors import CredentialError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.verification.authenticity import Authenticity, examine_authenticity, issuer_of
from wallet.verification.endorsements import examine_endorsements
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.identity import Identity, examine_recipient
from wallet.verification.policy import VerificationPolicy
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport
from wallet.verification.status import StatusContext, examine_status
from wallet.verification.trust import KnownIssuer, examine_trust
from wallet.verification.validity import examine_validity

__all__ = ["Identity", "KnownIssuer", "Verification", "verify"]

SUPPORTED_SPECIFICATION = "OB 3.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome for one document; `credential` is None when the document cannot be read as a badge.

    `securing` is the cryptosuite, "Ed25519Signature2020", "VC-JWT RS256", … or "none"; `members` the credential as
    it stands in the document.
    """

    document: SecuredDocument
    credential: OpenBadgeCredential | None
    report: VerificationReport
    verdict: Verdict
    securing: str
    specification: str
    data_model: str | None
    members: JsonObject = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Inquiry:
    at: datetime
    fetcher: Fetcher
    identities: tuple[Identity, ...]
    known_issuers: tuple[KnownIssuer, ...]


def verify(
    document: SecuredDocument,
    *,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...] = (),
    known_issuers: tuple[KnownIssuer, ...] = (),
) -> Verification:
    """Check `document` as of `at`, asking `fetcher` for what is missing. Raises nothing for a bad credential."""
    try:
        parsed = parse_credential(document)
    except CredentialError as error:
        return _unreadable(document, error, at)
    if parsed.specification != SUPPORTED_SPECIFICATION or parsed.kind != "achievement":
        return _unsupported(document, parsed, at)
    inquiry = _Inquiry(at=at, fetcher=fetcher, identities=identities, known_issuers=known_issuers)
    jws = decode_jws(document.jws) if document.jws is not None else None
    authenticity = examine_authenticity(parsed.members, jws, at=at, fetcher=fetcher)
    results = (
        _conformance(parsed),  # 1
        authenticity.coverage,  # 2
        authenticity.proof,  # 3
        authenticity.issuer,  # 4
        *_remaining(parsed, authenticity, inquiry),  # 5 to 9
    )
    return _verification(document, parsed, results, authenticity.securing, at)


def _verification(
    document: SecuredDocument,
    parsed: ParsedCredential,
    results: tuple[CheckResult, ...],
    securing: str,
    at: datetime,
) -> Verification:
    report = VerificationReport(digest=document.digest, checked_at=at, results=results)
    return Verification(
        document=document,
        credential=parsed.credential,
        report=report,
        verdict=VerificationPolicy().evaluate(report),
        securing=securing,
        specification=parsed.specification,
        data_model=parsed.data_model,
        members=parsed.members,
    )


def _conformance(parsed: ParsedCredential) -> CheckResult:
    problems: list[JsonValue] = [{"path": p.path, "code": p.code, "found": p.found} for p in parsed.problems]
    if problems or parsed.credential is None:
        first = parsed.problems[0].path if parsed.problems else "$"
        return failed(Check.CONFORMANCE, "conformance.problems", count=len(problems), member=first, problems=problems)
    return passed(Check.CONFORMANCE, "conformance.conforms", specification=parsed.specification)


def _remaining(
    parsed: ParsedCredential, authenticity: Authenticity, inquiry: _Inquiry
) -> tuple[CheckResult, CheckResult, CheckResult, CheckResult, CheckResult]:
    credential, issuer = parsed.credential, issuer_of(parsed.members)
    if credential is None or issuer is None:
        status, validity, recipient, endorsement, trust = _REST
        return (
            undetermined(status, "check.not-read"),
            undetermined(validity, "check.not-read"),
            undetermined(recipient, "check.not-read"),
            undetermined(endorsement, "check.not-read"),
            undetermined(trust, "check.not-read"),
        )
    return (
        _status(parsed, authenticity, issuer, inquiry),  # 5
        examine_validity(credential.valid_from, credential.valid_until, inquiry.at),  # 6
        examine_recipient(credential.credential_subject, inquiry.identities),  # 7
        examine_endorsements(credential, at=inquiry.at, fetcher=inquiry.fetcher),  # 8
        examine_trust(issuer, inquiry.known_issuers),  # 9
    )


_REST = (Check.STATUS, Check.VALIDITY, Check.RECIPIENT, Check.ENDORSEMENT, Check.TRUST)


def _status(parsed: ParsedCredential, authenticity: Authenticity, issuer: str, inquiry: _Inquiry) -> CheckResult:
    # A forged credential names any server it likes: its status is not asked for.
    if Outcome.FAILED in (authenticity.proof.outcome, authenticity.coverage.outcome, authenticity.issuer.outcome):
        return undetermined(Check.STATUS, "status.not-asked")
    context = StatusContext(
        credential_id=parsed.credential.id if parsed.credential else None,
        issuer=issuer,
        key=authenticity.key,
        at=inquiry.at,
        fetcher=inquiry.fetcher,
    )
    return examine_status(parsed.members, context)


def _unsupported(document: SecuredDocument, parsed: ParsedCredential, at: datetime) -> Verification:
    facts: dict[str, JsonValue] = {"specification": parsed.specification, "kind": parsed.kind}
    results = tuple(
        undetermined(check, "proof.unsupported-specification", **facts)
        if check is Check.PROOF
        else undetermined(check, "check.unsupported-specification", **facts)
        for check in Check
    )
    return _verification(document, parsed, results, "none", at)


def _unreadable(document: SecuredDocument, error: CredentialError, at: datetime) -> Verification:
    results = tuple(
        failed(check, error) if check is Check.CONFORMANCE else not_applicable(check, "check.not-read")
        for check in Check
    )
    report = VerificationReport(digest=document.digest, checked_at=at, results=results)
    return Verification(
        document=document,
        credential=None,
        report=report,
        verdict=VerificationPolicy().evaluate(report),
        securing="none",
        specification="",
        data_model=None,
        members=document.json,
    )
