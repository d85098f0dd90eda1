"""How one credential is secured: what was found of its signature, and by whose records it is where it has none."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.fields import JsonObject
from wallet.verification.authenticity import Authenticity

__all__ = ["Secured"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Secured:
    """`records` are the records by whose signature a credential without one is secured, innermost first."""

    authenticity: Authenticity
    records: tuple[JsonObject, ...] = ()
