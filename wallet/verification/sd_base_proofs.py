"""Which statements a base proof of ecdsa-sd-2023 makes mandatory, and under which hidden names they were signed.

vc-di-ecdsa section 3.4: every node gets a name of its own (skolemization), so that a part of the document that the
pointers select says the same about the same nodes as the whole does; then each name is hidden by an HMAC.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping

from wallet.errors import RefusalError
from wallet.fields import JsonObject
from wallet.verification.canonicalization import canonicalize
from wallet.verification.json_selection import selected
from wallet.verification.nquads import parsed_quads, relabelled
from wallet.verification.proof_input import SignedInput
from wallet.verification.rdfc import Quad, canonical_labels
from wallet.verification.sd_proof_value import BaseValue
from wallet.verification.skolemization import SKOLEM, skolemized

__all__ = ["statements_of_base"]


def statements_of_base(value: BaseValue, signed: SignedInput) -> tuple[list[str], list[str]]:
    """The mandatory and the other statements of the whole document, in order, under their hidden names.

    Raises RefusalError where a pointer leads nowhere, CredentialError or ResolutionError as canonicalization does.
    """
    document = skolemized(signed.source.unsecured())
    quads = list(_quads(document))
    canonical = canonical_labels(quads)
    hidden = _hiding(value.hmac_key, canonical)
    every = relabelled(iter(quads), hidden)
    signed.trace.note(labelMap={label: hidden(label) for label in canonical}, transformedDocument="".join(every))
    if every != relabelled(parsed_quads(signed.source.document_transformed().text), _hiding(value.hmac_key, {})):
        raise RefusalError("proof.base-not-checkable")
    part = selected(document, value.mandatory_pointers)
    mandatory = set(relabelled(_quads(part), hidden)) if part is not None else set()
    return [line for line in every if line in mandatory], [line for line in every if line not in mandatory]


def _quads(document: JsonObject) -> Iterator[Quad]:
    """The quads of a skolemized document, its nodes blank again."""
    for quad in parsed_quads(canonicalize(document).nquads):
        subject, predicate, value, graph = (_blank(term) for term in quad)
        yield subject, predicate, value, graph


def _blank(term: str) -> str:
    return f"_:{term[len(SKOLEM) + 1 : -1]}" if term.startswith(f"<{SKOLEM}") else term


def _hiding(key: bytes, canonical: Mapping[str, str]) -> Callable[[str], str]:
    """Section 3.4.5: the hidden name of a node is the HMAC of its canonical name."""

    def hidden(label: str) -> str:
        name = canonical.get(label, label).removeprefix("_:")
        digest = hmac.digest(key, name.encode("ascii"), hashlib.sha256)
        return "_:u" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")

    return hidden
