"""What the proof of a kept status list covers, for whoever checks the list again: nothing is judged here."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from wallet.documents.extraction import extract
from wallet.documents.jws import decode_jws
from wallet.errors import CredentialError, DocumentError, RefusalError, ResolutionError
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.multibase import decode_multibase
from wallet.verification.authenticity import issuer_of
from wallet.verification.cryptosuites import CRYPTOSUITES, cryptosuite_name
from wallet.verification.proof_input import PROOF_VALUE, ProofInput
from wallet.verification.transformations import Transformations, jcs

__all__ = ["ListForm", "list_form"]

MAX_KEPT_LISTS = 64
"""The badges of one portfolio stand on a handful of lists."""

_P384_SIGNATURE_BYTES = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class ListForm:
    """Whose a list says it is and which key it names; `statements` and `configuration` as in `SignedForm`."""

    issuer: str | None
    method: str | None
    statements: str | None = field(default=None, repr=False)
    configuration: str | None = field(default=None, repr=False)


_NOTHING = ListForm(issuer=None, method=None)


@lru_cache(maxsize=MAX_KEPT_LISTS)
def list_form(content: bytes) -> ListForm:
    """The form of the list in `content`; one without anything for what is no list that can be read."""
    try:
        document = extract(content)[0]
        if document.jws is not None:
            kid = decode_jws(document.jws).header.get("kid")
            inner = document.json.get("vc")
            members = inner if isinstance(inner, dict) else document.json
            return ListForm(issuer=issuer_of(members), method=kid if isinstance(kid, str) else None)
        return _embedded(document.json)
    except (DocumentError, CredentialError, RefusalError, ResolutionError):
        return _NOTHING


def _embedded(members: JsonObject) -> ListForm:
    proofs = as_sequence(members.get("proof"))
    proof = proofs[0] if len(proofs) == 1 else None
    if not isinstance(proof, dict):
        return ListForm(issuer=issuer_of(members), method=None)
    method = proof.get("verificationMethod")
    form = ListForm(issuer=issuer_of(members), method=method if isinstance(method, str) else None)
    suite = CRYPTOSUITES.get(cryptosuite_name(proof))
    if suite is None or suite.selective or suite.transform is jcs:
        return form
    source = ProofInput(suite=suite, proof=proof, place=0, secured=members, previous=(), made=Transformations())
    hash_name = _hash_name(proof)
    return ListForm(
        issuer=form.issuer,
        method=form.method,
        statements=source.document_transformed(hash_name).text,
        configuration=source.configuration_transformed(hash_name).text,
    )


def _hash_name(proof: JsonObject) -> str:
    # The hash goes with the kind of key; without asking for the key, the length of the signature tells which it is.
    length = len(decode_multibase(str(proof.get(PROOF_VALUE))))
    return "sha384" if length == _P384_SIGNATURE_BYTES else "sha256"
