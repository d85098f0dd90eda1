"""How a proof was checked: what each intermediate value of the derivation is, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "explanation.proof-number": N_("How proof {number} ({securing}) was checked:"),
    "explanation.proof": N_("The proof as it stands in the file."),
    "explanation.unsecured-document": N_("The document without its proofs, or with those that this proof builds on."),
    "explanation.proof-config": N_("The proof without its value."),
    "explanation.jose-header": N_("The header of the signed text."),
    "explanation.claims": N_("The contents of the signed text."),
    "explanation.signing-input": N_("The text that was signed."),
    "explanation.jws-signature": N_("The bytes of the signature."),
    "explanation.verification-method": N_("The key that the proof names."),
    "explanation.controller": N_("Who controls the key, according to its document."),
    "explanation.key-kind": N_("The kind of the key."),
    "explanation.public-key": N_("The bytes of the public key."),
    "explanation.canonical-document": N_("The canonical form of the document before its names are hidden."),
    "explanation.label-map": N_("The hidden names of the nodes that have none of their own."),
    "explanation.transformed-document": N_("The canonical form of the document."),
    "explanation.canonical-proof-config": N_("The canonical form of the proof without its value."),
    "explanation.mandatory": N_("The statements that the issuer demands to be shown."),
    "explanation.non-mandatory": N_("The statements that the holder chose to show."),
    "explanation.hash-algorithm": N_("The hash function."),
    "explanation.transformed-document-hash": N_("The hash of the document's canonical form."),
    "explanation.proof-config-hash": N_("The hash of the proof's canonical form."),
    "explanation.proof-hash": N_("The hash of the proof's canonical form."),
    "explanation.mandatory-hash": N_("The hash of the mandatory statements."),
    "explanation.ephemeral-public-key": N_("The key that was used once, for the single statements."),
    "explanation.hash-data": N_("The bytes that were signed."),
    "explanation.proof-bytes": N_("The bytes of the signature."),
    "explanation.base-signature": N_("The issuer's signature."),
    "explanation.signatures": N_("The signatures of the single statements."),
    "explanation.proof-result": N_("What the check of the signature found."),
    "explanation.issuer-result": N_("What the check of the key's owner found."),
    "explanation.verified": N_("Whether the proof stands: the signature is right and the key is the issuer's."),
}
