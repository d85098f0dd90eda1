"""Which badges to suggest to a learner for publishing."""

from __future__ import annotations

from wallet.credentials.shape import recognise
from wallet.documents.extraction import extract_credentials
from wallet.errors import CredentialError, DocumentError
from wallet.verification.report import Verdict

__all__ = ["can_be_suggested", "is_worth_publishing"]

_PAGES = frozenset({"achievement", "assertion"})
"""The kinds of credential that have a page; a learner record and an endorsement stay in the wallet."""


def is_worth_publishing(verdict: object) -> bool:
    """Whether to suggest publishing a badge: one that failed is refused, and one left unchecked proves nothing."""
    return verdict not in (Verdict.INVALID, Verdict.UNSUPPORTED)


def can_be_suggested(source: bytes, verdict: object) -> bool:
    """Whether publishing a badge of the wallet is worth suggesting and would not be refused for what its file holds."""
    if not is_worth_publishing(verdict):
        return False
    try:
        documents = extract_credentials(source)
        return len(documents) == 1 and recognise(documents[0]).kind in _PAGES
    except (CredentialError, DocumentError):
        return False
