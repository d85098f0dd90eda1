"""ecdsa-sd-2023: a holder shows some of the statements that an issuer signed (vc-di-ecdsa section 3.6.7).

1. transform what is shown and give its blank nodes the hidden names; 2. hash the proof's configuration and the
mandatory statements; 3. verify the issuer's signature over both and over the one-time key; 4. verify with that key the
signature of every other statement: as many signatures as statements.

A base proof, which only a holder should have, is checked as its holder may, and never accepted: it would show
everything that the holder may want to keep, and its statements can be taken away without a trace.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from wallet.errors import RefusalError
from wallet.resolution.keys import PublicKey, key_from_multikey, verify_signature
from wallet.verification.findings import failed, passed
from wallet.verification.nquads import parsed_quads, relabelled
from wallet.verification.proof_input import PROOF_VALUE, SignedInput
from wallet.verification.report import Check, CheckResult
from wallet.verification.sd_base_proofs import statements_of_base
from wallet.verification.sd_proof_value import BaseValue, DerivedValue, parse_proof_value

__all__ = ["examine_selective_disclosure"]

_ALGORITHM = "ES256"


def examine_selective_disclosure(signed: SignedInput) -> CheckResult:
    """Whether a derived proof's signatures are right; a base proof fails with a code of its own.

    Raises RefusalError for a proof value of another form, and as the transformation does.
    """
    value = parse_proof_value(str(signed.source.proof[PROOF_VALUE]))
    if isinstance(value, BaseValue):
        return _examine_base(value, signed)
    lines = _shown_statements(value, signed)  # 1
    mandatory = [line for place, line in enumerate(lines) if place in value.mandatory_indexes]
    others = [line for place, line in enumerate(lines) if place not in value.mandatory_indexes]
    if max(value.mandatory_indexes, default=-1) >= len(lines):
        return failed(Check.PROOF, "proof.signature-wrong", suite=signed.name, method=signed.method.id)
    fault = _signature_fault(value, mandatory, others, signed)
    if fault is not None:
        return fault
    facts = {"mandatory_statements": len(mandatory), "disclosed_statements": len(others)}
    return passed(Check.PROOF, "proof.selective-disclosure", selective_disclosure=True, **facts)


def _shown_statements(value: DerivedValue, signed: SignedInput) -> Sequence[str]:
    document = signed.source.document_transformed()

    def hidden(label: str) -> str:
        try:
            return f"_:{value.labels[label.removeprefix('_:')]}"
        except KeyError:
            raise RefusalError("proof.label-missing", label=label) from None

    lines = relabelled(parsed_quads(document.text), hidden)
    signed.trace.note(canonicalDocument=document.text, labelMap=dict(value.labels), transformedDocument="".join(lines))
    return lines


def _signature_fault(
    value: BaseValue | DerivedValue, mandatory: Sequence[str], others: Sequence[str], signed: SignedInput
) -> CheckResult | None:
    configuration = signed.source.configuration_transformed()
    proof_hash = hashlib.sha256(configuration.octets).digest()  # 2
    mandatory_hash = hashlib.sha256("".join(mandatory).encode("utf-8")).digest()
    hash_data = proof_hash + value.public_key + mandatory_hash
    signed.trace.note(
        canonicalProofConfig=configuration.text,
        mandatory=list(mandatory),
        nonMandatory=list(others),
        proofHash=proof_hash,
        mandatoryHash=mandatory_hash,
        ephemeralPublicKey=value.public_key,
        hashData=hash_data,
        baseSignature=value.base_signature,
        signatures=list(value.signatures),
    )
    wrong = failed(Check.PROOF, "proof.signature-wrong", suite=signed.name, method=signed.method.id)
    if not verify_signature(signed.method.key, _ALGORITHM, value.base_signature, hash_data):  # 3
        return wrong
    if len(value.signatures) != len(others):
        return failed(
            Check.PROOF, "proof.statements-unsigned", statements=len(others), signatures=len(value.signatures)
        )
    return None if _all_signed(_one_time_key(value.public_key), others, value.signatures) else wrong  # 4


def _one_time_key(octets: bytes) -> PublicKey:
    return key_from_multikey("u" + base64.urlsafe_b64encode(octets).rstrip(b"=").decode("ascii"))


def _all_signed(key: PublicKey, statements: Sequence[str], signatures: Sequence[bytes]) -> bool:
    return all(
        verify_signature(key, _ALGORITHM, signature, statement.encode("utf-8"))
        for statement, signature in zip(statements, signatures, strict=True)
    )


def _examine_base(value: BaseValue, signed: SignedInput) -> CheckResult:
    """vc-di-ecdsa sections 3.6.1 to 3.6.5, as a holder checks what an issuer gave them."""
    mandatory, others = statements_of_base(value, signed)
    fault = _signature_fault(value, mandatory, others, signed)
    if fault is not None:
        return fault
    return failed(
        Check.PROOF, "proof.base-proof", suite=signed.name, mandatory=list(value.mandatory_pointers), genuine=True
    )
