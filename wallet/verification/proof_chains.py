"""Which proofs a proof builds on (VC Data Integrity 1.0, sections 2.1 and 4.5, ``previousProof``)."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.errors import RefusalError
from wallet.fields import JsonObject, as_sequence

__all__ = ["previous_proofs"]


def previous_proofs(proof: JsonObject, proofs: Sequence[JsonObject]) -> tuple[int, ...]:
    """The places among `proofs` of those that `proof` names, in its order; raises RefusalError where one is not there.

    Two proofs with one id would leave open which of them was meant.
    """
    named = as_sequence(proof.get("previousProof"))
    if proof.get("previousProof") is not None and not named:
        raise RefusalError("proof.previous-missing", previous="[]")
    places = []
    for identifier in named:
        found = [
            place for place, other in enumerate(proofs) if isinstance(identifier, str) and other.get("id") == identifier
        ]
        if not found:
            raise RefusalError("proof.previous-missing", previous=str(identifier)[:200])
        if len(found) > 1:
            raise RefusalError("proof.previous-ambiguous", previous=str(identifier)[:200])
        places.append(found[0])
    return tuple(places)
