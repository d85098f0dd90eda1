"""One verification: what is asked, and what comes out of it.

An `Inquiry` carries everything from outside that a check may use: the moment to judge by, the one door to the network,
and what the learner knows. Nothing here opens a file or a connection or reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.fields import JsonObject
from wallet.resolution.fetching import Fetcher
from wallet.verification.explanation import Trace
from wallet.verification.identity import Identity
from wallet.verification.memory import Memory
from wallet.verification.policy import VerificationPolicy
from wallet.verification.report import CheckResult, Verdict, VerificationReport
from wallet.verification.secured import Secured
from wallet.verification.signed_forms import SignedForm
from wallet.verification.status_lists import StatusLists
from wallet.verification.trust import KnownIssuer

if TYPE_CHECKING:
    from wallet.verification.registries import IssuerRegistry

__all__ = ["Inquiry", "RunMemory", "Verification", "concluded"]

MAX_RECORDS = 100
"""Records nest in each other and stand beside each other in one file; what is kept of each is a few results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunMemory:
    """What a run found that its badges have in common: status lists, and the records around credentials."""

    status_lists: StatusLists = field(default_factory=StatusLists)
    records: Memory[Secured] = field(default_factory=lambda: Memory(MAX_RECORDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """What a verification may use: the moment `at`, the `fetcher`, and what the learner says they know.

    `memory` is of the run that it belongs to. `refreshes` says whether a newer version may be asked for: a newer
    version's own is not. A signed presentation must have been made for `domain` and in answer to `challenge` where
    these are given.
    """

    at: datetime
    fetcher: Fetcher
    identities: tuple[Identity, ...] = ()
    known_issuers: tuple[KnownIssuer, ...] = ()
    trace: Trace = field(default_factory=Trace)
    registries: tuple[IssuerRegistry, ...] = ()
    memory: RunMemory = field(default_factory=RunMemory)
    refreshes: bool = True
    domain: str | None = None
    challenge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome for one document; `credential` is None when the document cannot be read as a badge.

    `securing` is the cryptosuite, "Ed25519Signature2020", "VC-JWT RS256", "JWS RS256", "hosted", … or "none";
    `members` the credential as it stands in the document, or at the address where the document holds only that.
    `explanation` has the steps of each proof where they were asked for, else it is None. `signed` has what each proof
    was found to cover, where no explanation was asked for.
    """

    document: SecuredDocument
    credential: OpenBadgeCredential | None
    report: VerificationReport
    verdict: Verdict
    securing: str
    specification: str
    data_model: str | None
    members: JsonObject = field(repr=False)
    explanation: tuple[JsonObject, ...] | None = field(default=None, repr=False)
    signed: tuple[SignedForm, ...] = field(default=(), repr=False, compare=False)


def concluded(
    document: SecuredDocument,
    parsed: ParsedCredential,
    results: tuple[CheckResult, ...],
    *,
    securing: str,
    at: datetime,
) -> Verification:
    """The verification that `results`, one for each check in order, amount to."""
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
