"""Enveloping proofs: a compact JWS around a credential (Open Badges 3.0 section 8.2.3) or being one (VC-JOSE-COSE 1.0).

1. The header: an algorithm of the table, nothing critical that is not understood, a `typ` and `cty` of what it should
be, and for VC-JOSE-COSE no claim around the credential. 2. The key: behind `kid`; or given as `jwk` and then vouched
for by the controller's own document or key set, since a key beside the signature says nothing about who signed.
3. The signature over the text as it came. 4. The registered claims must not contradict the credential. 5. Whether the
key is the controller's.
"""

from __future__ import annotations

from wallet.documents.jws import DecodedJws
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject
from wallet.resolution.algorithms import ALGORITHMS
from wallet.resolution.controllers import VerificationMethod, resolve_method, well_known_method
from wallet.resolution.keys import verify_signature
from wallet.verification.claims import claims_fault
from wallet.verification.explanation import Trace, key_steps
from wallet.verification.findings import ProofFinding, failed, passed, signature_passed, undetermined, unfinished
from wallet.verification.jose_header import header_fault
from wallet.verification.proof_context import ProofContext, examine_key_owner
from wallet.verification.report import Check, CheckResult

__all__ = ["examine_jws"]


def examine_jws(jws: DecodedJws, context: ProofContext) -> ProofFinding:
    """Examine the signature of a JWS that envelops the context's document; never raises for what it contains."""
    algorithm = jws.header.get("alg")
    name = f"VC-JWT {algorithm}"
    trace = context.trace.proof(name)
    trace.note(
        joseHeader=jws.header,
        claims=jws.claims,
        jwsSigningInput=jws.signing_input.decode("ascii"),
        jwsSignature=jws.signature,
    )
    finding = _examine(name, jws, context.traced(trace))
    trace.note(proofResult=finding.proof.code, issuerResult=finding.issuer.code, verified=finding.satisfied)
    return finding


def _examine(name: str, jws: DecodedJws, context: ProofContext) -> ProofFinding:
    coverage = passed(Check.COVERAGE, "coverage.signed-as-text")
    fault = header_fault(jws, context)  # 1
    if fault is not None:
        return unfinished(name, fault, coverage=coverage, implemented=fault.code != "proof.unsupported-suite")
    try:
        method = _method(jws.header, context)  # 2
    except RefusalError as refusal:
        return unfinished(name, failed(Check.PROOF, refusal), coverage=coverage)
    except ResolutionError as error:
        return unfinished(name, undetermined(Check.PROOF, error), coverage=coverage)
    fault = _signature_fault(name, jws, method, context.trace) or claims_fault(jws.claims, context)  # 3, 4
    if fault is not None:
        return unfinished(name, fault, coverage=coverage)
    proof = signature_passed(method.key, "proof.signature-valid", suite=name, method=method.id)
    issuer = examine_key_owner(method, context, created=None)  # 5
    return ProofFinding(securing=name, proof=proof, issuer=issuer, coverage=coverage, key=method.key)


def _method(header: JsonObject, context: ProofContext) -> VerificationMethod:
    kid, jwk = header.get("kid"), header.get("jwk")
    if isinstance(jwk, dict) and "d" in jwk:
        raise RefusalError("key.private")
    if isinstance(kid, str) and kid:
        # VC-JOSE-COSE section 4.1: a `kid` that is no URL is relative to the issuer.
        url = kid if ":" in kid else f"{context.controller}#{kid.removeprefix('#')}"
        return resolve_method(url, context.fetcher)
    if isinstance(jwk, dict):
        return well_known_method(jwk, context.controller, context.fetcher)
    raise RefusalError("jws.no-key")


def _signature_fault(name: str, jws: DecodedJws, method: VerificationMethod, trace: Trace) -> CheckResult | None:
    key, algorithm = method.key, str(jws.header["alg"])
    trace.note(**key_steps(method))
    required = ALGORITHMS[algorithm]
    if key.kind != required.key_kind:
        return failed(Check.PROOF, "jws.key-of-another-kind", algorithm=algorithm)
    # RFC 7518 section 3.4 fixes the length; a DER signature, which is longer, is another form and no signature.
    if required.signature_bytes not in (None, len(jws.signature)):
        return failed(Check.PROOF, "jws.signature-form", algorithm=algorithm, length=len(jws.signature))
    if not verify_signature(key, algorithm, jws.signature, jws.signing_input):
        return failed(Check.PROOF, "proof.signature-wrong", suite=name, method=method.id)
    return None
