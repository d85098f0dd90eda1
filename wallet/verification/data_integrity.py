"""Embedded proofs: VC Data Integrity 1.0, section 4.4, "Verify Proof", for the suites that are implemented.

For each proof: 1. its shape and purpose; 2. its own dates; 3. the key behind its verification method; 4. the canonical
form of its configuration and of the document; 5. the hash of both; 6. the signature; 7. whether the key is the
issuer's. A suite is a row in a table. Nothing is taken from the parsed model: the document itself is canonicalized.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.controllers import VerificationMethod, require_authorized, resolve_method
from wallet.resolution.fetching import Fetcher
from wallet.resolution.keys import verify_signature
from wallet.resolution.multibase import decode_multibase
from wallet.verification.canonicalization import canonicalize
from wallet.verification.expectations import Expectations
from wallet.verification.findings import ProofFinding, failed, passed, undetermined
from wallet.verification.report import Check, CheckResult

__all__ = ["PROOF_VALUE", "ProofContext", "examine_proof", "proof_configuration", "securing_name", "unsecured"]

PROOF_VALUE = "proofValue"

_SUITES: Mapping[str, str] = {"eddsa-rdfc-2022": "EdDSA", "Ed25519Signature2020": "EdDSA"}
"""Implemented suites with the signature algorithm of each."""

ED25519_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofContext:
    """What every proof of one document is examined against; `document_hash` is of the document without its proofs."""

    document: JsonObject
    document_hash: bytes
    issuer: str
    expected: Expectations
    at: datetime
    fetcher: Fetcher


def unsecured(document: JsonObject) -> JsonObject:
    """The document without its proofs."""
    return {name: value for name, value in document.items() if name != "proof"}


def securing_name(proof: JsonObject) -> str:
    """The cryptosuite of a DataIntegrityProof, else the proof's type."""
    kind = proof.get("type")
    if kind == "DataIntegrityProof":
        return str(proof.get("cryptosuite", "DataIntegrityProof"))
    return str(kind)


def proof_configuration(proof: JsonObject, document: JsonObject) -> JsonObject:
    """The proof without its value, under the document's contexts (vc-di-eddsa section 3.3.5)."""
    configuration = {name: value for name, value in proof.items() if name != PROOF_VALUE}
    return {**configuration, "@context": document.get("@context")}


def examine_proof(proof: JsonObject, context: ProofContext) -> ProofFinding:
    """Examine one embedded proof; never raises for what the proof contains."""
    name = securing_name(proof)
    if name not in _SUITES:
        return _unfinished(name, undetermined(Check.PROOF, "proof.unsupported-suite", suite=name), implemented=False)
    if proof.get("previousProof") is not None:
        return _unfinished(name, undetermined(Check.PROOF, "proof.unsupported-chain", suite=name), implemented=False)
    fault = _fault(proof, context)
    if fault is not None:
        return _unfinished(name, fault)
    try:
        return _examine_signature(name, proof, context)
    except RefusalError as refusal:
        return _unfinished(name, failed(Check.PROOF, refusal))
    except ResolutionError as error:
        return _unfinished(name, undetermined(Check.PROOF, error))


def _unfinished(name: str, result: CheckResult, *, implemented: bool = True) -> ProofFinding:
    issuer = undetermined(Check.ISSUER, "issuer.no-verified-proof")
    return ProofFinding(securing=name, proof=result, issuer=issuer, implemented=implemented)


def _fault(proof: JsonObject, context: ProofContext) -> CheckResult | None:
    if not isinstance(proof.get("verificationMethod"), str):
        return failed(Check.PROOF, "proof.no-method")
    if ":" not in str(proof["verificationMethod"]):
        return failed(Check.PROOF, "proof.method-not-a-url", method=str(proof["verificationMethod"]))
    if list(as_sequence(proof.get("proofPurpose"))) != [context.expected.purpose]:
        return failed(Check.PROOF, "proof.wrong-purpose", purpose=str(proof.get("proofPurpose")))
    if not isinstance(proof.get(PROOF_VALUE), str):
        return failed(Check.PROOF, "proof.no-value")
    return _date_fault(proof, context.at) or _audience_fault(proof, context.expected)


def _audience_fault(proof: JsonObject, expected: Expectations) -> CheckResult | None:
    domains = as_sequence(proof.get("domain"))
    if expected.domain is not None and (not domains or set(map(str, domains)) != {expected.domain}):
        return failed(Check.PROOF, "proof.other-domain", domain=str(proof.get("domain")), expected=expected.domain)
    if expected.challenge is not None and proof.get("challenge") != expected.challenge:
        return failed(Check.PROOF, "proof.other-challenge", challenge=str(proof.get("challenge")))
    return None


def _date_fault(proof: JsonObject, at: datetime) -> CheckResult | None:
    for name in ("created", "expires"):
        value = proof.get(name)
        if value is not None and (not isinstance(value, str) or parse_datetime(value) is None):
            return failed(Check.PROOF, "proof.malformed-date", member=name, found=str(value))
    expires = _moment(proof.get("expires"))
    if expires is not None and expires < at:
        return failed(Check.PROOF, "proof.expired", expires=expires.isoformat())
    return None


def _examine_signature(name: str, proof: JsonObject, context: ProofContext) -> ProofFinding:
    signature = _signature(proof)
    if signature is None:
        return _unfinished(name, failed(Check.PROOF, "proof.malformed-value"))
    method = resolve_method(str(proof["verificationMethod"]), context.fetcher)
    configuration = canonicalize(proof_configuration(proof, context.document))
    message = hashlib.sha256(configuration.nquads.encode("utf-8")).digest() + context.document_hash
    if not verify_signature(method.key, _SUITES[name], signature, message):
        return _unfinished(name, failed(Check.PROOF, "proof.signature-wrong", suite=name, method=method.id))
    found = passed(Check.PROOF, "proof.signature-valid", **_facts(name, proof, method))
    issuer = examine_issuer(method, context, created=_moment(proof.get("created")))
    return ProofFinding(securing=name, proof=found, issuer=issuer, key=method.key)


def examine_issuer(method: VerificationMethod, context: ProofContext, created: datetime | None) -> CheckResult:
    """Whether the key belongs to the issuer and was still in use when the proof was made."""
    try:
        require_authorized(method, context.issuer, context.fetcher, relation=context.expected.purpose)
    except RefusalError as refusal:
        return failed(Check.ISSUER, refusal)
    except ResolutionError as error:
        return undetermined(Check.ISSUER, error)
    revoked, expires = _moment(method.revoked), _moment(method.expires)
    # A proof's own date is its signer's claim: whoever holds a revoked key can backdate, so it proves nothing.
    if (method.revoked is not None and revoked is None) or (revoked is not None and revoked <= context.at):
        return failed(Check.ISSUER, "issuer.key-revoked", method=method.id, revoked=str(method.revoked))
    if expires is not None and (created or context.at) > expires:
        return failed(Check.ISSUER, "issuer.key-expired", method=method.id, expires=str(method.expires))
    return passed(Check.ISSUER, "issuer.key-is-the-issuers", issuer=context.issuer, method=method.id)


def _facts(name: str, proof: JsonObject, method: VerificationMethod) -> dict[str, JsonValue]:
    facts: dict[str, JsonValue] = {"suite": name, "method": method.id}
    if isinstance(proof.get("created"), str):
        facts["created"] = proof["created"]
    return facts


def _signature(proof: JsonObject) -> bytes | None:
    value = str(proof[PROOF_VALUE])
    try:
        signature = decode_multibase(value) if value.startswith("z") else b""
    except ResolutionError:
        return None
    return signature if len(signature) == ED25519_SIGNATURE_BYTES else None


def _moment(value: JsonValue) -> datetime | None:
    return parse_datetime(value) if isinstance(value, str) else None
