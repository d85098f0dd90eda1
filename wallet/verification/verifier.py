"""Verify one secured document: recognise its kind, and put it through the checks of that kind.

Each kind has a module of its own that says in which order it is checked and by which specification. A kind without
one is *unsupported*: nothing about it is called verified.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from wallet.credentials.reading import ParsedCredential, parse_credential
from wallet.documents.document import SecuredDocument
from wallet.errors import CredentialError
from wallet.fields import JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.verification.badges import examine_badge
from wallet.verification.findings import failed, not_applicable, undetermined
from wallet.verification.identity import Identity
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.policy import VerificationPolicy
from wallet.verification.registries import IssuerRegistry
from wallet.verification.report import Check, VerificationReport
from wallet.verification.trust import KnownIssuer

__all__ = ["Identity", "IssuerRegistry", "KnownIssuer", "Verification", "verify"]

_EXAMINERS: Mapping[tuple[str, str], Callable[[SecuredDocument, ParsedCredential, Inquiry], Verification]] = {
    ("OB 3.0", "achievement"): examine_badge,
}
"""What checks a document, by its specification and kind."""


def verify(
    document: SecuredDocument,
    *,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...] = (),
    known_issuers: tuple[KnownIssuer, ...] = (),
    registries: tuple[IssuerRegistry, ...] = (),
) -> Verification:
    """Check `document` as of `at`, asking `fetcher` for what is missing. Raises nothing for a bad credential."""
    try:
        parsed = parse_credential(document)
    except CredentialError as error:
        return _unreadable(document, error, at)
    examine = _EXAMINERS.get((parsed.specification, parsed.kind))
    if examine is None:
        return _unsupported(document, parsed, at)
    inquiry = Inquiry(at=at, fetcher=fetcher, identities=identities, known_issuers=known_issuers, registries=registries)
    return examine(document, parsed, inquiry)


def _unsupported(document: SecuredDocument, parsed: ParsedCredential, at: datetime) -> Verification:
    facts: dict[str, JsonValue] = {"specification": parsed.specification, "kind": parsed.kind}
    results = tuple(
        undetermined(check, "proof.unsupported-specification", **facts)
        if check is Check.PROOF
        else undetermined(check, "check.unsupported-specification", **facts)
        for check in Check
    )
    return concluded(document, parsed, results, securing="none", at=at)


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
