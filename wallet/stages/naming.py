"""Who issued a credential, also where it is no badge: a learner record or an endorsement on its own."""

from __future__ import annotations

from wallet.verification.authenticity import issuer_of
from wallet.verification.verifier import Verification

__all__ = ["issuer_named"]


def issuer_named(verification: Verification) -> tuple[str, str]:
    """The name and the identifier of the issuer, each "" where the credential gives none."""
    credential, members = verification.credential, verification.members
    if credential is not None:
        name, identifier = str(credential.issuer.name or ""), credential.issuer.id
        return name, issuer_of(members) or identifier or ""
    issuer = members.get("issuer")
    found = issuer.get("name") if isinstance(issuer, dict) else None
    return found if isinstance(found, str) else "", issuer_of(members) or ""
