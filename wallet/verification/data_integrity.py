"""Embedded proofs: VC Data Integrity 1.0, section 4.4, "Verify Proof".

1. what of the document and of itself the proof covers; 2. its shape, purpose, domain and challenge; 3. its dates;
4. the key behind its verification method, of a kind that the suite signs with; 5. the signature, by the suite's
procedure; 6. whether the key is the controller's. Nothing is taken from a parsed model: the document itself is
transformed.
"""

from __future__ import annotations

from wallet.errors import CredentialError, RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.controllers import VerificationMethod, resolve_method
from wallet.verification.audience import audience_fault
from wallet.verification.cryptosuites import CRYPTOSUITES
from wallet.verification.expectations import ASSERTION, Expectations
from wallet.verification.explanation import key_steps
from wallet.verification.findings import ProofFinding, failed, passed, signature_passed, undetermined, unfinished
from wallet.verification.hash_proofs import examine_hash_signature
from wallet.verification.proof_context import ProofContext, examine_key_owner, moment
from wallet.verification.proof_input import PROOF_VALUE, ProofInput, SignedInput
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.validity import CLOCK_TOLERANCE, later

__all__ = ["examine_proof"]

_COVERAGE_CODES = {
    "coverage.catch-all": "coverage.only-catch-all",
    "coverage.context": "coverage.contexts-not-signed",
    "coverage.other-name": "coverage.members-overlooked",
    "coverage.said-elsewhere": "coverage.members-overlooked",
}
"""What to say of the whole, by the code of the first problem, where that is no undefined member."""

_ENDS = ("expires", "expiration")
"""Both words have one meaning where the older security contexts are named: a holder may write one for the other."""

_UNDECIDED_CODES = frozenset({"canonicalization.work-limit"})


def examine_proof(name: str, source: ProofInput, path: str, context: ProofContext) -> ProofFinding:
    """Examine one embedded proof at the JSON path `path`; never raises for what it contains."""
    trace = context.trace.proof(name)
    trace.note(proof=source.proof, unsecuredDocument=source.unsecured, proofConfig=source.configuration)
    try:
        coverage = _coverage(source, path)  # 1
    except (ResolutionError, CredentialError) as error:
        finding = _not_canonical(name, error)
    else:
        finding = _examine_covered(name, source, coverage, context.traced(trace))
    trace.note(proofResult=finding.proof.code, issuerResult=finding.issuer.code, verified=finding.satisfied)
    return finding


def _coverage(source: ProofInput, path: str) -> CheckResult:
    uncovered = source.uncovered(path)
    if not uncovered:
        return passed(Check.COVERAGE, source.suite.covered)
    problems: list[JsonValue] = [{"path": p.path, "code": p.code, "found": p.found} for p in uncovered]
    code = _COVERAGE_CODES.get(uncovered[0].code, "coverage.members-not-signed")
    return failed(Check.COVERAGE, code, member=uncovered[0].path, problems=problems)


def _not_canonical(name: str, error: ResolutionError | CredentialError) -> ProofFinding:
    outcome = undetermined if _is_undecided(error) else failed
    coverage = outcome(Check.COVERAGE, error)
    return unfinished(name, undetermined(Check.PROOF, "proof.not-canonical"), coverage=coverage)


def _is_undecided(error: WalletError) -> bool:
    return isinstance(error, ResolutionError) or error.code in _UNDECIDED_CODES


def _examine_covered(name: str, source: ProofInput, coverage: CheckResult, context: ProofContext) -> ProofFinding:
    if name not in CRYPTOSUITES:
        unsupported = undetermined(Check.PROOF, "proof.unsupported-suite", suite=name)
        return unfinished(name, unsupported, coverage=coverage, implemented=False)
    fault = _fault(source, context)
    if fault is not None:
        return unfinished(name, fault, coverage=coverage)
    try:
        return _examine_signature(name, source, coverage, context)
    except (RefusalError, CredentialError, ResolutionError) as error:
        outcome = undetermined if _is_undecided(error) else failed
        return unfinished(name, outcome(Check.PROOF, error), coverage=coverage)


def _fault(source: ProofInput, context: ProofContext) -> CheckResult | None:
    return (
        _shape_fault(source.proof, context.expected)  # 2
        or _audience_fault(source.proof, context.expected)
        or _context_fault(source)
        or _date_fault(source.proof, context)  # 3
    )


def _shape_fault(proof: JsonObject, expected: Expectations) -> CheckResult | None:
    if not isinstance(proof.get("verificationMethod"), str):
        return failed(Check.PROOF, "proof.no-method")
    if ":" not in str(proof["verificationMethod"]):
        return failed(Check.PROOF, "proof.method-not-a-url", method=str(proof["verificationMethod"]))
    if list(as_sequence(proof.get("proofPurpose"))) != [expected.purpose]:
        code = "proof.wrong-purpose" if expected.purpose == ASSERTION else "proof.other-purpose"
        return failed(Check.PROOF, code, purpose=str(proof.get("proofPurpose")), expected=expected.purpose)
    if not isinstance(proof.get(PROOF_VALUE), str):
        return failed(Check.PROOF, "proof.no-value")
    return None


def _audience_fault(proof: JsonObject, expected: Expectations) -> CheckResult | None:
    stated = as_sequence(proof.get("domain"))
    return audience_fault(stated, set(map(str, stated)) == {expected.domain}, proof.get("challenge"), expected)


def _context_fault(source: ProofInput) -> CheckResult | None:
    """A JCS proof's contexts must be those that the document's begin with (vc-di-eddsa section 3.3.2)."""
    if not source.replaces_contexts:
        return None
    own, documents = as_sequence(source.proof["@context"]), as_sequence(source.secured.get("@context"))
    return None if list(documents[: len(own)]) == list(own) else failed(Check.PROOF, "proof.other-contexts")


def _date_fault(proof: JsonObject, context: ProofContext) -> CheckResult | None:
    """Section 2.1 and vc-di-eddsa section 3.2.5: a date that is no date is an error, and `expires` binds."""
    for name in ("created", *_ENDS):
        if proof.get(name) is not None and moment(proof[name]) is None:
            return failed(Check.PROOF, "proof.malformed-date", member=name, found=str(proof[name]))
    for expires in filter(None, (moment(proof.get(name)) for name in _ENDS)):
        if expires < context.at:
            return failed(Check.PROOF, "proof.expired", expires=expires.isoformat())
    return None


def _examine_signature(name: str, source: ProofInput, coverage: CheckResult, context: ProofContext) -> ProofFinding:
    method = resolve_method(str(source.proof["verificationMethod"]), context.fetcher)  # 4
    context.trace.note(**key_steps(method))
    signing = source.suite.signing.get(method.key.kind)
    if signing is None:
        fault = failed(Check.PROOF, "proof.key-of-another-kind", suite=name, kind=method.key.kind)
        return unfinished(name, fault, coverage=coverage)
    signed = SignedInput(name=name, source=source, method=method, signing=signing, trace=context.trace)
    found = _signature_result(signed)  # 5
    if found.outcome is not Outcome.PASSED:
        return unfinished(name, found, coverage=coverage)
    facts = {**_facts(name, source, method, context), **found.facts}
    proof = signature_passed(method.key, found.code, **facts)
    issuer = examine_key_owner(method, context, moment(source.proof.get("created")))  # 6
    return ProofFinding(securing=name, proof=proof, issuer=issuer, coverage=coverage, key=method.key)


def _signature_result(signed: SignedInput) -> CheckResult:
    if not signed.source.suite.selective:
        return examine_hash_signature(signed)
    # Imported here: it is rare, and brings a reader of CBOR and much else.
    from wallet.verification.selective_disclosure import examine_selective_disclosure

    return examine_selective_disclosure(signed)


def _facts(name: str, source: ProofInput, method: VerificationMethod, context: ProofContext) -> dict[str, JsonValue]:
    facts: dict[str, JsonValue] = {"suite": name, "method": method.id}
    facts.update(
        {name: source.proof[name] for name in ("created", "expires", "domain", "challenge") if name in source.proof}
    )
    created = moment(source.proof.get("created"))
    if created is not None and created > later(context.at, CLOCK_TOLERANCE):
        facts["created_in_future"] = True
    if source.suite.deprecated:
        facts["deprecated"] = True
    return facts
