"""Verify one secured document: recognise its kind, and put it through the checks of that kind.

Each kind has a module of its own that says in which order it is checked and by which specification. A kind without
one is *unsupported*: nothing about it is called verified.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from wallet.credentials.reading import ParsedCredential, parse_credential
from wallet.documents.document import SecuredDocument
from wallet.errors import CredentialError
from wallet.fields import JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.resolution.memory import LimitedFetcher
from wallet.verification.explanation import Explanation
from wallet.verification.findings import failed, not_applicable, undetermined
from wallet.verification.identity import Identity
from wallet.verification.inquiry import Inquiry, RunMemory, Verification, concluded
from wallet.verification.policy import VerificationPolicy
from wallet.verification.report import Check, CheckResult, VerificationReport
from wallet.verification.signed_forms import SignedForms
from wallet.verification.trust import KnownIssuer

if TYPE_CHECKING:
    from wallet.verification.registries import IssuerRegistry

__all__ = ["Identity", "KnownIssuer", "RunMemory", "Verification", "verify"]

_EXAMINERS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("OB 3.0", "achievement"): ("badges", "examine_badge"),
    ("OB 2.0", "assertion"): ("assertions", "examine_assertion"),
    ("OB 1.1", "assertion"): ("assertions", "examine_assertion"),
    ("OB 1.0", "assertion"): ("assertions", "examine_assertion"),
    ("OB 2.0", "endorsement"): ("assertions", "examine_endorsement"),
    ("OB 3.0", "endorsement"): ("endorsement_documents", "examine_endorsement_document"),
    ("CLR 2.0", "clr"): ("records", "examine_record"),
    ("VCDM 2.0", "presentation"): ("presentations", "examine_presentation"),
    ("VCDM 1.1", "presentation"): ("presentations", "examine_presentation"),
    ("VCDM", "presentation"): ("presentations", "examine_presentation"),
}
"""What checks a document, by its specification and kind: the module of this package, and its function."""


def verify(
    document: SecuredDocument,
    *,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...] = (),
    known_issuers: tuple[KnownIssuer, ...] = (),
    registries: tuple[IssuerRegistry, ...] = (),
    memory: RunMemory | None = None,
    explain: bool = False,
    domain: str | None = None,
    challenge: str | None = None,
) -> Verification:
    """Check `document` as of `at`, asking `fetcher` for what is missing. Raises nothing for a bad credential.

    `memory`, passed to every call of a run, lets what its badges have in common be fetched, verified and inflated once.
    `explain` keeps the steps of each proof. `domain` and `challenge` are as in `Inquiry`.
    """
    inquiry = Inquiry(
        at=at,
        fetcher=LimitedFetcher(fetcher),
        identities=identities,
        known_issuers=known_issuers,
        registries=registries,
        memory=memory or RunMemory(),
        domain=domain,
        challenge=challenge,
    )
    if not explain:
        forms = SignedForms()
        verification = _examined(document, replace(inquiry, trace=forms))
        return replace(verification, signed=forms.found)
    explanation = Explanation()
    verification = _examined(document, replace(inquiry, trace=explanation))
    return replace(verification, explanation=explanation.proofs)


@lru_cache(maxsize=len(_EXAMINERS) + 1)
def _examiner(
    specification: str, kind: str
) -> Callable[[SecuredDocument, ParsedCredential, Inquiry], Verification] | None:
    # Imported when a file of the kind comes: a run meets one or two of them, and each is a good part of starting up.
    if (specification, kind) not in _EXAMINERS:
        return None
    module, function = _EXAMINERS[specification, kind]
    found: Callable[[SecuredDocument, ParsedCredential, Inquiry], Verification] = getattr(
        importlib.import_module(f"wallet.verification.{module}"), function
    )
    return found


def _examined(document: SecuredDocument, inquiry: Inquiry) -> Verification:
    try:
        parsed = parse_credential(document)
    except CredentialError as error:
        return _unreadable(document, error, inquiry.at)
    examine = _examiner(parsed.specification, parsed.kind)
    if examine is None:
        return _unsupported(document, parsed, inquiry.at)
    return examine(document, parsed, inquiry)


def _unsupported(document: SecuredDocument, parsed: ParsedCredential, at: datetime) -> Verification:
    facts: dict[str, JsonValue] = {"specification": parsed.specification, "kind": parsed.kind}
    results = tuple(
        _unsupported_proof(document, parsed, facts)
        if check is Check.PROOF
        else undetermined(check, "check.unsupported-specification", **facts)
        for check in Check
    )
    return concluded(document, parsed, results, securing=document.envelope or "none", at=at)


def _unsupported_proof(
    document: SecuredDocument, parsed: ParsedCredential, facts: Mapping[str, JsonValue]
) -> CheckResult:
    if document.envelope is not None:
        return undetermined(Check.PROOF, "proof.unsupported-suite", suite=document.envelope)
    if parsed.kind == "status-list":
        return undetermined(Check.PROOF, "proof.status-list", **facts)
    return undetermined(Check.PROOF, "proof.unsupported-specification", **facts)


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
