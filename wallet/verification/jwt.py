"""Enveloping proofs: a credential as a compact JWS (Open Badges 3.0 section 8.2.3; VC-JOSE-COSE 1.0).

1. The header: an algorithm of the table, nothing critical that is not understood, a `typ` of a credential. 2. The key:
behind `kid`; or given as `jwk` and then vouched for by the issuer's own key set, since a key that a signer puts
beside the signature says nothing about who signed. 3. The signature over the text as it came. 4. The registered claims
must not contradict the credential. 5. Whether the key is the issuer's.
"""

from __future__ import annotations

from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.documents.jws import DecodedJws
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.controllers import VerificationMethod, resolve_method, well_known_method
from wallet.resolution.fetching import Fetcher
from wallet.resolution.keys import JWS_ALGORITHMS, verify_signature
from wallet.verification.data_integrity import ProofContext, examine_issuer
from wallet.verification.expectations import AUTHENTICATION, Expectations
from wallet.verification.findings import ProofFinding, failed, passed, undetermined
from wallet.verification.report import Check, CheckResult

__all__ = ["examine_jws"]

_TYPES = frozenset({"JWT", "VC+JWT", "VC+LD+JSON+JWT", "VC-LD+JWT"})
_PRESENTATION_TYPES = frozenset({"JWT", "VP+JWT", "VP+LD+JSON+JWT", "VP-LD+JWT"})
_SYMMETRIC = ("none", "hs")


def examine_jws(
    jws: DecodedJws,
    members: JsonObject,
    *,
    issuer: str,
    at: datetime,
    fetcher: Fetcher,
    expected: Expectations | None = None,
) -> ProofFinding:
    """Examine the signature of a JWS that envelops `members`; never raises for what it contains."""
    algorithm = jws.header.get("alg")
    name = f"VC-JWT {algorithm}"
    expected = expected or Expectations()
    fault = _header_fault(jws.header, expected) or _audience_fault(jws.claims, expected)
    if fault is not None:
        return _unfinished(name, fault, implemented=fault.code != "proof.unsupported-suite")
    context = ProofContext(
        document=members, document_hash=b"", issuer=issuer, expected=expected, at=at, fetcher=fetcher
    )
    try:
        return _examine(name, str(algorithm), jws, context)
    except RefusalError as refusal:
        return _unfinished(name, failed(Check.PROOF, refusal))
    except ResolutionError as error:
        outcome = failed if error.code == "key.private" else undetermined
        return _unfinished(name, outcome(Check.PROOF, error))


def _unfinished(name: str, result: CheckResult, *, implemented: bool = True) -> ProofFinding:
    issuer = undetermined(Check.ISSUER, "issuer.no-verified-proof")
    return ProofFinding(securing=name, proof=result, issuer=issuer, implemented=implemented)


def _header_fault(header: JsonObject, expected: Expectations) -> CheckResult | None:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower().startswith(_SYMMETRIC):
        return failed(Check.PROOF, "jws.algorithm-refused", algorithm=str(algorithm))
    if algorithm not in JWS_ALGORITHMS:
        return undetermined(Check.PROOF, "proof.unsupported-suite", suite=f"VC-JWT {algorithm}")
    if "crit" in header or header.get("b64") is False:
        return failed(Check.PROOF, "jws.critical-header")
    kind = header.get("typ", "JWT")
    types = _PRESENTATION_TYPES if expected.purpose == AUTHENTICATION else _TYPES
    if not isinstance(kind, str) or kind.upper().removeprefix("APPLICATION/") not in types:
        return failed(Check.PROOF, "jws.other-type", type=str(kind))
    return None


def _audience_fault(claims: JsonObject, expected: Expectations) -> CheckResult | None:
    """RFC 7519 section 4.1.3: `aud` names whom the JWT is for; `nonce` repeats the challenge."""
    if expected.domain is not None and expected.domain not in as_sequence(claims.get("aud")):
        return failed(Check.PROOF, "proof.other-domain", domain=str(claims.get("aud")), expected=expected.domain)
    if expected.challenge is not None and claims.get("nonce") != expected.challenge:
        return failed(Check.PROOF, "proof.other-challenge", challenge=str(claims.get("nonce")))
    return None


def _examine(name: str, algorithm: str, jws: DecodedJws, context: ProofContext) -> ProofFinding:
    method = _method(jws.header, context)
    if method is None:
        return _unfinished(name, failed(Check.PROOF, "jws.no-key"))
    if method.key.kind != JWS_ALGORITHMS[algorithm]:
        return _unfinished(name, failed(Check.PROOF, "jws.key-of-another-kind", algorithm=algorithm))
    if not verify_signature(method.key, algorithm, jws.signature, jws.signing_input):
        return _unfinished(name, failed(Check.PROOF, "proof.signature-wrong", suite=name, method=method.id))
    # A presentation states no dates of its own: those of the JWT are its only ones.
    dated = context.expected.purpose != AUTHENTICATION
    contradiction = _contradiction(jws.claims, context.document, context.issuer, dated=dated)
    if contradiction is not None:
        return _unfinished(name, contradiction)
    found = passed(Check.PROOF, "proof.signature-valid", suite=name, method=method.id)
    issuer = examine_issuer(method, context, created=None)
    return ProofFinding(securing=name, proof=found, issuer=issuer, key=method.key)


def _method(header: JsonObject, context: ProofContext) -> VerificationMethod | None:
    kid, jwk = header.get("kid"), header.get("jwk")
    if isinstance(jwk, dict) and "d" in jwk:
        raise ResolutionError("key.private")
    if isinstance(kid, str) and kid:
        # VC-JOSE-COSE section 4.1: a `kid` that is no URL is relative to the issuer.
        url = kid if ":" in kid else f"{context.issuer}#{kid.removeprefix('#')}"
        return resolve_method(url, context.fetcher)
    if isinstance(jwk, dict):
        return well_known_method(jwk, context.issuer, context.fetcher)
    return None


def _contradiction(claims: JsonObject, members: JsonObject, issuer: str, *, dated: bool) -> CheckResult | None:
    """Open Badges 3.0 section 8.2.3: claims that are present must equal what the credential says."""
    subject = members.get("credentialSubject")
    subject_id = subject.get("id") if isinstance(subject, dict) else None
    expected: tuple[tuple[str, JsonValue], ...] = (("iss", issuer), ("sub", subject_id), ("jti", members.get("id")))
    for claim, value in expected:
        if claims.get(claim) is not None and claims[claim] != value:
            return failed(Check.PROOF, "jws.claim-contradicts", claim=claim, claimed=str(claims[claim]))
    dates = (("nbf", ("validFrom", "issuanceDate")), ("exp", ("validUntil", "expirationDate")))
    for claim, names in dates if dated else ():
        if claims.get(claim) is not None and not _same_moment(claims[claim], members, names):
            return failed(Check.PROOF, "jws.claim-contradicts", claim=claim, claimed=str(claims[claim]))
    return None


def _same_moment(claimed: JsonValue, members: JsonObject, names: tuple[str, str]) -> bool:
    text = next((members[name] for name in names if isinstance(members.get(name), str)), None)
    moment = parse_datetime(text) if isinstance(text, str) else None
    if moment is None or isinstance(claimed, bool) or not isinstance(claimed, (int, float)):
        return False
    # NumericDate counts seconds; the credential may write fractions of one.
    return abs(moment.timestamp() - claimed) < 1
