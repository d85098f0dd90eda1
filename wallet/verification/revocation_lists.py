"""1EdTech Revocation List (Verifiable Credentials Revocation List 1.0): the credentials that an issuer revoked, by id.

The list is not signed. It speaks for the issuer because the signed credential names its address.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet.errors import ResolutionError
from wallet.fields import JsonValue, as_sequence
from wallet.resolution.fetching import Resource
from wallet.resolution.json_documents import read_json_object

__all__ = ["revocation_of"]


def revocation_of(resource: Resource, credential_id: str | None, issuer: str) -> Mapping[str, JsonValue] | None:
    """The facts of the revocation of `credential_id`, None when the list does not name it.

    Raises ResolutionError for a list that is not to be relied on, or when there is no id to look for.
    """
    document = read_json_object(resource)
    listed = document.get("revokedCredential")
    if document.get("issuer") not in (None, issuer) or not isinstance(listed, list | None):
        raise ResolutionError("status.list-of-another", url=resource.url, issuer=str(document.get("issuer")))
    if credential_id is None:
        raise ResolutionError("status.no-credential-id", url=resource.url)
    if listed is None:
        raise ResolutionError("status.list-malformed", url=resource.url)
    return next((_reason(revoked) for revoked in as_sequence(listed) if _names(revoked, credential_id)), None)


def _names(revoked: JsonValue, credential_id: str) -> bool:
    if isinstance(revoked, dict):
        return revoked.get("id") == credential_id and revoked.get("revoked", True) is not False
    return revoked == credential_id


def _reason(revoked: JsonValue) -> Mapping[str, JsonValue]:
    reason = revoked.get("revocationReason") if isinstance(revoked, dict) else None
    if not isinstance(reason, str):
        return {}
    return {"reason": reason, "notes": [{"code": "status.reason", "reason": reason}]}
