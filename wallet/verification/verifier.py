"""Verify one secured document: the checks in the order of the specification (to be completed)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.model import OpenBadgeCredential
from wallet.documents.document import SecuredDocument
from wallet.resolution.fetching import Fetcher
from wallet.verification.report import Verdict, VerificationReport

__all__ = ["Identity", "KnownIssuer", "Verification", "verify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One way the learner is known: an identity type of Open Badges 3.0 ("emailAddress", …) or "id" for a DID or URL."""

    type: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIssuer:
    """An issuer that the learner says they know: its `id` (DID or URL), a name and a home page."""

    id: str
    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome for one document; `credential` is None when the document is no credential that can be read.

    `securing` is the cryptosuite, "Ed25519Signature2020", "VC-JWT RS256", … or "none".
    """

    document: SecuredDocument
    credential: OpenBadgeCredential | None
    report: VerificationReport
    verdict: Verdict
    securing: str


def verify(
    document: SecuredDocument,
    *,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...] = (),
    known_issuers: tuple[KnownIssuer, ...] = (),
) -> Verification:
    """Check `document` as of `at`, asking `fetcher` for what is missing. Raises nothing for a bad credential."""
    raise NotImplementedError
