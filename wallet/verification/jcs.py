"""JSON Canonicalization Scheme (RFC 8785), strictly: what it cannot hold exactly is refused and never rounded."""

from __future__ import annotations

from wallet.errors import CredentialError
from wallet.fields import JsonObject

__all__ = ["canonical_json"]


def canonical_json(document: JsonObject) -> bytes:
    """The canonical UTF-8 text; raises CredentialError for a number that a JSON reader would not keep exactly."""
    import rfc8785

    try:
        return rfc8785.dumps(document)
    except rfc8785.CanonicalizationError:
        raise CredentialError("canonicalization.not-jcs") from None
