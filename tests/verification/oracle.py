"""What pyld makes of a document, to compare with."""

from __future__ import annotations

from wallet.errors import WalletError
from wallet.fields import JsonObject
from wallet.verification.canonicalization import Canonical, processed
from wallet.verification.rdfc import canonical_nquads
from wallet.verification.walking import walk

__all__ = ["agrees", "processed_or_none"]


def processed_or_none(document: JsonObject) -> Canonical | None:
    """The canonical form by way of pyld; None for a document that is refused."""
    try:
        return processed(document)
    except WalletError:
        return None


def agrees(document: JsonObject) -> bool | None:
    """Whether the walk gives pyld's very form of a document that leaves nothing out; None when it gives nothing."""
    quads = walk(document)
    if quads is None:
        return None
    return processed_or_none(document) == Canonical(nquads=canonical_nquads(quads))
