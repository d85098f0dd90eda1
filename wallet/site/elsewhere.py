"""What the verifiers of others understand: a genuine badge that one does not understand would look false there.

VerifierPlus knows two suites, and issuers named by a did:key or a did:web. It passes over other lists of revoked badges
than a bitstring, so that it would call a revoked badge good.
"""

from __future__ import annotations

from wallet.credentials.model import OpenBadgeCredential

__all__ = ["is_understood_elsewhere"]

_SPECIFICATIONS = ("OB 3.0", "CLR 2.0")
_SUITES = ("eddsa-rdfc-2022", "Ed25519Signature2020")
_METHODS = ("did:key:", "did:web:")


def is_understood_elsewhere(credential: OpenBadgeCredential, securing: str) -> bool:
    """Whether VerifierPlus can be asked about a credential that is secured in this way."""
    return (
        credential.specification in _SPECIFICATIONS
        and securing in _SUITES
        and (credential.issuer.id or "").startswith(_METHODS)
        and all(status.type == "BitstringStatusListEntry" for status in credential.credential_status)
    )
