"""A newer version that a refresh service gave, kept beside the original: what of it may become public.

The learner chose to publish one file after being told what it reveals. A newer version of the same badge is evidence
about it, and may go with it as long as it reveals nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.reading import parse_credential
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract_credentials
from wallet.errors import WalletError
from wallet.resolution.fetching import Resource
from wallet.stages.disclosure import disclosures
from wallet.verification.inquiry import Verification
from wallet.verification.report import Check

__all__ = ["publishable"]

NOTHING = "disclosure.nothing-found"


def publishable(evidence: tuple[Resource, ...], verification: Verification) -> tuple[Resource, ...]:
    """The evidence of a badge, without a newer version of it that reveals more than the badge itself."""
    asked = set(_asked(verification))
    if verification.credential is None or not asked:
        return evidence
    revealed = _revealed(verification.document, verification.credential)
    return tuple(one for one in evidence if one.url not in asked or _reveals_only(one, revealed))


def _asked(verification: Verification) -> Iterator[str]:
    notes = verification.report.result(Check.STATUS).facts.get("notes")
    for note in notes if isinstance(notes, list) else ():
        if isinstance(note, dict) and isinstance(note.get("url"), str):
            yield str(note["url"])


def _reveals_only(resource: Resource, revealed: frozenset[str]) -> bool:
    try:
        found = [
            (document, parse_credential(document).credential) for document in extract_credentials(resource.content)
        ]
    except WalletError:
        return False
    return all(credential is not None and _revealed(document, credential) <= revealed for document, credential in found)


def _revealed(document: SecuredDocument, credential: OpenBadgeCredential) -> frozenset[str]:
    found = disclosures(document, credential)
    return frozenset(f"{one.code} {sorted(one.facts.items())}" for one in found if one.code != NOTHING)
