"""Proofs over one hash of the whole document (vc-di-eddsa and vc-di-ecdsa, sections 3.2 and 3.3, "Verify Proof").

1. transform the document without its proof and the proof without its value; 2. hash both, the configuration first;
3. verify the signature over the two hashes.

RDF Dataset Canonicalization sorts lines by code points. Software in JavaScript sorts them by UTF-16 code units, and
issuers do use it: where the two differ, for rare kanji or emoji beside full-width letters, both orders are tried. The
lines are the same, so that whoever signed them signed the same statements.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from wallet.errors import RefusalError, ResolutionError
from wallet.resolution.keys import verify_signature
from wallet.resolution.multibase import decode_multibase
from wallet.verification.findings import failed, passed
from wallet.verification.proof_input import PROOF_VALUE, SignedInput
from wallet.verification.rdfc import orders_may_differ
from wallet.verification.report import Check, CheckResult
from wallet.verification.transformations import rdfc, rdfc_in_utf_16_order

__all__ = ["examine_hash_signature"]

_HASHES = {"sha256": hashlib.sha256, "sha384": hashlib.sha384}


def examine_hash_signature(signed: SignedInput) -> CheckResult:
    """Whether the proof value is the key's signature over the hashes; raises RefusalError for one of another form."""
    if _is_right(signed):
        return passed(Check.PROOF, "proof.signature-valid")
    if _order_matters(signed) and _is_right(_in_utf_16_order(signed)):
        return passed(Check.PROOF, "proof.signature-valid-in-utf-16-order")
    return failed(Check.PROOF, "proof.signature-wrong", suite=signed.name, method=signed.method.id)


def _order_matters(signed: SignedInput) -> bool:
    source, hash_name = signed.source, signed.signing.hash_name
    parts = (source.document_transformed(hash_name), source.configuration_transformed(hash_name))
    return source.suite.transform is rdfc and any(orders_may_differ(part.text) for part in parts)


def _in_utf_16_order(signed: SignedInput) -> SignedInput:
    suite = replace(signed.source.suite, transform=rdfc_in_utf_16_order)
    return replace(signed, source=replace(signed.source, suite=suite))


def _is_right(signed: SignedInput) -> bool:
    source, signing = signed.source, signed.signing
    signature = _signature(str(source.proof[PROOF_VALUE]), signing.signature_bytes)
    document = source.document_transformed(signing.hash_name)  # 1
    configuration = source.configuration_transformed(signing.hash_name)
    digest = _HASHES[signing.hash_name]
    document_hash = digest(document.octets).digest()  # 2
    configuration_hash = digest(configuration.octets).digest()
    hash_data = configuration_hash + document_hash
    signed.trace.note(
        transformedDocument=document.text,
        canonicalProofConfig=configuration.text,
        hashAlgorithm=signing.hash_name,
        transformedDocumentHash=document_hash,
        proofConfigHash=configuration_hash,
        hashData=hash_data,
        proofBytes=signature,
    )
    return verify_signature(signed.method.key, signing.algorithm, signature, hash_data)  # 3


def _signature(value: str, length: int) -> bytes:
    # The suites write base58-btc only: another alphabet would give one signature two texts.
    try:
        signature = decode_multibase(value) if value.startswith("z") else b""
    except ResolutionError:
        raise RefusalError("proof.malformed-value") from None
    if len(signature) != length:
        raise RefusalError("proof.malformed-value")
    return signature
