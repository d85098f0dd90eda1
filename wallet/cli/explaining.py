"""The derivation of each proof, printed for whoever has to find out where theirs departs from it.

The steps have the names of the W3C algorithms (VC Data Integrity, vc-di-eddsa, vc-di-ecdsa) and of RFC 7515 in every
language; what each is, is said in the reader's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from wallet.cli.console import Console
from wallet.fields import JsonObject, JsonValue
from wallet.language.controls import unbroken

__all__ = ["explanation_json", "explanation_lines", "unexplained_line"]

_STEPS: Mapping[str, str] = {
    "proof": "explanation.proof",
    "unsecuredDocument": "explanation.unsecured-document",
    "proofConfig": "explanation.proof-config",
    "joseHeader": "explanation.jose-header",
    "claims": "explanation.claims",
    "jwsSigningInput": "explanation.signing-input",
    "jwsSignature": "explanation.jws-signature",
    "verificationMethod": "explanation.verification-method",
    "controller": "explanation.controller",
    "keyKind": "explanation.key-kind",
    "publicKey": "explanation.public-key",
    "canonicalDocument": "explanation.canonical-document",
    "labelMap": "explanation.label-map",
    "transformedDocument": "explanation.transformed-document",
    "canonicalProofConfig": "explanation.canonical-proof-config",
    "mandatory": "explanation.mandatory",
    "nonMandatory": "explanation.non-mandatory",
    "hashAlgorithm": "explanation.hash-algorithm",
    "transformedDocumentHash": "explanation.transformed-document-hash",
    "proofConfigHash": "explanation.proof-config-hash",
    "proofHash": "explanation.proof-hash",
    "mandatoryHash": "explanation.mandatory-hash",
    "ephemeralPublicKey": "explanation.ephemeral-public-key",
    "hashData": "explanation.hash-data",
    "proofBytes": "explanation.proof-bytes",
    "baseSignature": "explanation.base-signature",
    "signatures": "explanation.signatures",
    "proofResult": "explanation.proof-result",
    "issuerResult": "explanation.issuer-result",
    "verified": "explanation.verified",
}
"""Each step with the code of the sentence that says what it is."""


def explanation_json(proofs: Sequence[JsonObject]) -> JsonObject:
    """The member ``explanation`` of a verification in JSON: each proof's steps by name, bytes in hexadecimal."""
    return {"explanation": [dict(steps) for steps in proofs]}


def unexplained_line(console: Console, securing: str) -> str:
    """Why there are no steps to show of what is secured in this way."""
    if securing == "hosted":
        return "  " + console.gettext("There are no steps of a signature to show: the badge is hosted, and not signed.")
    return "  " + console.gettext("There are no steps of a signature to show: none could be tried. The checks say why.")


def explanation_lines(console: Console, proofs: Sequence[JsonObject]) -> Iterator[str]:
    """Every step of every proof, in the order in which it was taken."""
    for number, steps in enumerate(proofs, start=1):
        facts = {"number": number, "securing": steps["securing"]}
        yield console.heading("  " + console.sentence("explanation.proof-number", facts))
        for name, value in steps.items():
            if name in _STEPS:
                yield console.heading(f"    {name}", f"  {console.sentence(_STEPS[name], {})}")
                yield from ("      " + unbroken(line) for line in _written(value))


def _written(value: JsonValue) -> Sequence[str]:
    if isinstance(value, list):
        return [line for part in value for line in _written(part)]
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
    return text.rstrip("\n").split("\n")
