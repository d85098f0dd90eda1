"""All proofs of one document: each examined, alone or with those it builds on, and the one that decides.

VC Data Integrity 1.0, section 4.5, "Verify Proof Sets and Chains". One satisfied proof suffices (Open Badges 3.0,
section 8.2); a proof whose previous proof does not verify is not processed (section 2.1, ``previousProof``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wallet.errors import RefusalError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.cryptosuites import CRYPTOSUITES, cryptosuite_name
from wallet.verification.data_integrity import examine_proof
from wallet.verification.findings import ProofFinding, failed, undetermined, unfinished
from wallet.verification.proof_chains import previous_proofs
from wallet.verification.proof_context import ProofContext
from wallet.verification.proof_input import ProofInput
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.transformations import Transformations

__all__ = ["decisive", "examine_proofs"]

_UNKNOWN_SUITE = "eddsa-rdfc-2022"
"""What a proof of a suite that is not implemented is examined for coverage as: most suites sign RDF."""


def examine_proofs(proofs: Sequence[JsonObject], context: ProofContext) -> list[ProofFinding]:
    """What was found of each proof, in order; never raises for what they contain."""
    examination = _Examination(proofs, context)
    return [examination.finding(place, ()) for place in range(len(proofs))]


class _Examination:
    """The proofs of one document; each is examined once, those it builds on before it."""

    def __init__(self, proofs: Sequence[JsonObject], context: ProofContext) -> None:
        self._proofs = proofs
        self._context = context
        self._made = Transformations()
        self._found: dict[int, ProofFinding] = {}

    def finding(self, place: int, above: tuple[int, ...]) -> ProofFinding:
        """The finding of the proof at `place`, on which those at `above` build."""
        if place not in self._found:
            self._found[place] = self._examine(place, (*above, place))
        return self._found[place]

    def _examine(self, place: int, above: tuple[int, ...]) -> ProofFinding:
        proof = self._proofs[place]
        name = cryptosuite_name(proof)
        try:
            previous = previous_proofs(proof, self._proofs)
        except RefusalError as refusal:
            return _unprocessed(name, failed(Check.PROOF, refusal))
        if set(previous) & set(above):
            return _unprocessed(name, failed(Check.PROOF, "proof.previous-circular"))
        fault = self._fault_before([self.finding(earlier, above) for earlier in previous])
        if fault is not None:
            return _unprocessed(name, fault)
        source = ProofInput(
            suite=CRYPTOSUITES.get(name) or CRYPTOSUITES[_UNKNOWN_SUITE],
            proof=proof,
            place=place,
            secured=self._context.document,
            previous=previous,
            made=self._made,
        )
        return examine_proof(name, source, self._path(place), self._context)

    def _fault_before(self, earlier: Sequence[ProofFinding]) -> CheckResult | None:
        outcomes = {finding.proof.outcome for finding in earlier}
        if Outcome.FAILED in outcomes:
            return failed(Check.PROOF, "proof.previous-failed")
        if outcomes - {Outcome.PASSED}:
            return undetermined(Check.PROOF, "proof.previous-undetermined")
        return None

    def _path(self, place: int) -> str:
        return f"$.proof[{place}]" if isinstance(self._context.document.get("proof"), list) else "$.proof"


def _unprocessed(name: str, proof: CheckResult) -> ProofFinding:
    return unfinished(name, proof, coverage=undetermined(Check.COVERAGE, "coverage.chain-not-examined"))


def decisive(findings: Sequence[ProofFinding]) -> ProofFinding:
    """The satisfied proof, else the one that says most: a failure, then one that could not be checked.

    The facts of its result list what was found of each.
    """
    order = {Outcome.PASSED: 0, Outcome.NOT_APPLICABLE: 1, Outcome.UNDETERMINED: 2, Outcome.FAILED: 3}
    worst_first = {Outcome.FAILED: 0, Outcome.UNDETERMINED: 1, Outcome.PASSED: 2, Outcome.NOT_APPLICABLE: 3}
    satisfied = sorted((f for f in findings if f.satisfied), key=lambda f: order[f.coverage.outcome])
    implemented = sorted(
        (f for f in findings if f.implemented),
        key=lambda f: (worst_first[f.proof.outcome], worst_first[f.issuer.outcome]),
    )
    chosen = (satisfied or implemented or list(findings))[0]
    if len(findings) == 1:
        return chosen
    facts = {**chosen.proof.facts, "proofs": [_summary(finding) for finding in findings]}
    return replace(chosen, proof=replace(chosen.proof, facts=facts), coverage=_common_coverage(chosen, findings))


def _common_coverage(chosen: ProofFinding, findings: Sequence[ProofFinding]) -> CheckResult:
    """That of the chosen proof; as linked data, what stands in the other proofs is part of the document as well."""
    if chosen.coverage.outcome is not Outcome.PASSED or chosen.coverage.code == "coverage.signed-as-json":
        return chosen.coverage
    return next((f.coverage for f in findings if f.coverage.outcome is Outcome.FAILED), chosen.coverage)


def _summary(finding: ProofFinding) -> JsonValue:
    return {
        "suite": finding.securing,
        "proof": finding.proof.outcome.value,
        "issuer": finding.issuer.outcome.value,
        "code": finding.proof.code,
        "issuer_code": finding.issuer.code,
        "facts": dict(finding.proof.facts),
        "issuer_facts": dict(finding.issuer.facts),
    }
