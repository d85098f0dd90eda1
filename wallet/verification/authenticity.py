"""Coverage, proof and issuer of one credential: is every member signed, is the signature right, whose key is it?

The same examination serves badges, endorsements, status lists and presentations. One satisfied proof suffices (Open
Badges 3.0, section 8.2); each proof is reported. No proof at all is a failure, never "nothing to check".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.documents.jws import DecodedJws
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.keys import PublicKey
from wallet.verification.cryptosuites import cryptosuite_name
from wallet.verification.expectations import ASSERTION, Expectations
from wallet.verification.explanation import Trace
from wallet.verification.findings import ProofFinding, failed, undetermined
from wallet.verification.jwt import examine_jws
from wallet.verification.proof_context import ProofContext
from wallet.verification.proof_sets import decisive, examine_proofs
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["Authenticity", "examine_authenticity", "issuer_of"]

MAX_PROOFS = 16
"""More proofs than any issuer makes would only cost the reader time."""


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
    trace: Trace | None = None,
) -> Authenticity:
    """Examine how `members`, the credential as it came, are secured; never raises for what they contain.

    The key must be `controller`'s, by default the issuer's, and be listed for `purpose`; `domain` and `challenge` must
    stand in the proof when they are given (VC Data Integrity 1.0, section 4.4; for a JWS its `aud` and `nonce`).
    `trace` takes note of every step.
    """
    owner = controller or issuer_of(members)
    if owner is None:
        return _without_issuer(members, jws)
    context = ProofContext(
        document=members,
        controller=owner,
        expected=Expectations(purpose=purpose, domain=domain, challenge=challenge),
        at=at,
        fetcher=fetcher,
        trace=trace or Trace(),
    )
    return _authenticity(examine_jws(jws, context)) if jws is not None else _examine_embedded(context)


def _authenticity(finding: ProofFinding) -> Authenticity:
    return Authenticity(
        coverage=finding.coverage,
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


def _examine_embedded(context: ProofContext) -> Authenticity:
    proofs = _proofs(context.document)
    if not proofs or len(proofs) != len(as_sequence(context.document.get("proof"))) or len(proofs) > MAX_PROOFS:
        return _refused(proofs)
    return _authenticity(decisive(examine_proofs(proofs, context)))


def _proofs(members: JsonObject) -> list[JsonObject]:
    return [proof for proof in as_sequence(members.get("proof")) if isinstance(proof, dict)]


def _names(proofs: Sequence[JsonObject]) -> str:
    return "+".join(cryptosuite_name(proof) for proof in proofs)


def _refused(proofs: Sequence[JsonObject]) -> Authenticity:
    code = "proof.malformed" if proofs else "proof.none"
    return Authenticity(
        coverage=undetermined(Check.COVERAGE, "coverage.not-examined"),
        proof=failed(Check.PROOF, code),
        issuer=undetermined(Check.ISSUER, "issuer.no-verified-proof"),
        securing=_names(proofs) or "none",
    )
