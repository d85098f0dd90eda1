"""Coverage, proof and issuer of one credential: is every member signed, is the signature right, whose key is it?

The same examination serves badges, endorsements and status lists. One satisfied proof suffices (Open Badges 3.0,
section 8.2); each proof is reported. No proof at all is a failure, never "nothing to check".
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.documents.jws import DecodedJws
from wallet.errors import CredentialError, ResolutionError
from wallet.fields import JsonObject, JsonValue, Problem, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.keys import PublicKey
from wallet.verification.canonicalization import Canonical, canonicalize
from wallet.verification.data_integrity import (
    ProofContext,
    examine_proof,
    proof_configuration,
    securing_name,
    unsecured,
)
from wallet.verification.expectations import ASSERTION, Expectations
from wallet.verification.findings import ProofFinding, failed, passed, undetermined
from wallet.verification.jwt import examine_jws
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["Authenticity", "examine_authenticity", "issuer_of"]

MAX_PROOFS = 16
"""More proofs than any issuer makes would only cost the reader time."""

_UNDECIDED_CODES = frozenset({"canonicalization.work-limit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Authenticity:
    """Results of the checks coverage, proof and issuer; `key` is the issuer's key when all is well."""

    coverage: CheckResult
    proof: CheckResult
    issuer: CheckResult
    securing: str
    key: PublicKey | None = None

    @property
    def established(self) -> bool:
        """Whether all three checks passed."""
        return all(result.outcome is Outcome.PASSED for result in (self.coverage, self.proof, self.issuer))


def issuer_of(members: JsonObject) -> str | None:
    """The issuer's id, from a URL or from a profile."""
    issuer = members.get("issuer")
    if isinstance(issuer, dict):
        issuer = issuer.get("id")
    return issuer if isinstance(issuer, str) else None


def examine_authenticity(
    members: JsonObject,
    jws: DecodedJws | None,
    *,
    at: datetime,
    fetcher: Fetcher,
    purpose: str = ASSERTION,
    domain: str | None = None,
    challenge: str | None = None,
    controller: str | None = None,
) -> Authenticity:
    """Examine how `members`, the credential as it came, are secured; never raises for what they contain.

    The key must be `controller`'s, by default the issuer's, and be listed for `purpose`; `domain` and `challenge` must
    stand in the proof when they are given (VC Data Integrity 1.0, section 4.4; for a JWS its `aud` and `nonce`).
    """
    expected = Expectations(purpose=purpose, domain=domain, challenge=challenge)
    issuer = controller or issuer_of(members)
    if issuer is None:
        return _without_issuer(members, jws)
    if jws is not None:
        coverage = passed(Check.COVERAGE, "coverage.signed-as-text")
        return _authenticity(
            coverage, examine_jws(jws, members, issuer=issuer, at=at, fetcher=fetcher, expected=expected)
        )
    return _examine_embedded(members, issuer, expected, at, fetcher)


def _authenticity(coverage: CheckResult, finding: ProofFinding) -> Authenticity:
    return Authenticity(
        coverage=coverage,
        proof=finding.proof,
        issuer=finding.issuer,
        securing=finding.securing,
        key=finding.key if finding.satisfied else None,
    )


def _without_issuer(members: JsonObject, jws: DecodedJws | None) -> Authenticity:
    return Authenticity(
        coverage=undetermined(Check.COVERAGE, "coverage.not-examined"),
        proof=undetermined(Check.PROOF, "proof.not-examined"),
        issuer=failed(Check.ISSUER, "issuer.missing"),
        securing="VC-JWT" if jws is not None else _names(_proofs(members)) or "none",
    )


def _examine_embedded(
    members: JsonObject, issuer: str, expected: Expectations, at: datetime, fetcher: Fetcher
) -> Authenticity:
    proofs = _proofs(members)
    if not proofs or len(proofs) != len(as_sequence(members.get("proof"))) or len(proofs) > MAX_PROOFS:
        return _refused(proofs)
    try:
        canonical = canonicalize(unsecured(members))
        coverage = _coverage(members, canonical, proofs)
    except (ResolutionError, CredentialError) as error:
        return _not_canonical(error, proofs)
    document_hash = hashlib.sha256(canonical.nquads.encode("utf-8")).digest()
    context = ProofContext(
        document=members, document_hash=document_hash, issuer=issuer, expected=expected, at=at, fetcher=fetcher
    )
    return _authenticity(coverage, _decisive([examine_proof(proof, context) for proof in proofs]))


def _proofs(members: JsonObject) -> list[JsonObject]:
    return [proof for proof in as_sequence(members.get("proof")) if isinstance(proof, dict)]


def _names(proofs: Sequence[JsonObject]) -> str:
    return "+".join(securing_name(proof) for proof in proofs)


def _refused(proofs: Sequence[JsonObject]) -> Authenticity:
    code = "proof.malformed" if proofs else "proof.none"
    return Authenticity(
        coverage=undetermined(Check.COVERAGE, "coverage.not-examined"),
        proof=failed(Check.PROOF, code),
        issuer=undetermined(Check.ISSUER, "issuer.no-verified-proof"),
        securing=_names(proofs) or "none",
    )


def _coverage(members: JsonObject, canonical: Canonical, proofs: Sequence[JsonObject]) -> CheckResult:
    uncovered = list(canonical.uncovered)
    for index, proof in enumerate(proofs):
        path = f"$.proof[{index}]" if isinstance(members.get("proof"), list) else "$.proof"
        found = canonicalize(proof_configuration(proof, members)).uncovered
        uncovered += [
            Problem(path=path + problem.path.removeprefix("$"), code=problem.code, found=problem.found)
            for problem in found
        ]
    if not uncovered:
        return passed(Check.COVERAGE, "coverage.every-member-signed")
    problems: list[JsonValue] = [{"path": p.path, "code": p.code, "found": p.found} for p in uncovered]
    return failed(Check.COVERAGE, "coverage.members-not-signed", member=uncovered[0].path, problems=problems)


def _not_canonical(error: ResolutionError | CredentialError, proofs: Sequence[JsonObject]) -> Authenticity:
    undecided = isinstance(error, ResolutionError) or error.code in _UNDECIDED_CODES
    coverage = undetermined(Check.COVERAGE, error) if undecided else failed(Check.COVERAGE, error)
    return Authenticity(
        coverage=coverage,
        proof=undetermined(Check.PROOF, "proof.not-canonical"),
        issuer=undetermined(Check.ISSUER, "issuer.no-verified-proof"),
        securing=_names(proofs),
    )


def _decisive(findings: Sequence[ProofFinding]) -> ProofFinding:
    """The satisfied proof, else the one that says most: a failure, then one that could not be checked."""
    order = {Outcome.FAILED: 0, Outcome.UNDETERMINED: 1, Outcome.PASSED: 2, Outcome.NOT_APPLICABLE: 3}
    satisfied = [finding for finding in findings if finding.satisfied]
    implemented = [finding for finding in findings if finding.implemented]
    candidates = satisfied or sorted(implemented, key=lambda f: (order[f.proof.outcome], order[f.issuer.outcome]))
    chosen = (candidates or list(findings))[0]
    if len(findings) == 1:
        return chosen
    proofs: list[JsonValue] = [
        {"suite": f.securing, "proof": f.proof.outcome.value, "issuer": f.issuer.outcome.value, "code": f.proof.code}
        for f in findings
    ]
    result = CheckResult(
        check=Check.PROOF,
        outcome=chosen.proof.outcome,
        code=chosen.proof.code,
        facts={**chosen.proof.facts, "proofs": proofs},
    )
    return ProofFinding(
        securing=chosen.securing,
        proof=result,
        issuer=chosen.issuer,
        key=chosen.key,
        implemented=chosen.implemented,
    )
