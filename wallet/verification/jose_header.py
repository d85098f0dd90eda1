"""What the header of a JWS may say (RFC 7515 section 4; Open Badges 3.0 section 8.2; VC-JOSE-COSE 1.0 section 3)."""

from __future__ import annotations

from wallet.documents.jws import DecodedJws
from wallet.fields import JsonObject
from wallet.resolution.algorithms import ALGORITHMS
from wallet.verification.expectations import AUTHENTICATION
from wallet.verification.findings import failed, undetermined
from wallet.verification.proof_context import ProofContext
from wallet.verification.report import Check, CheckResult

__all__ = ["header_fault"]

_SYMMETRIC = ("none", "hs")

_CREDENTIAL_TYPES = frozenset({"JWT", "VC+JWT", "VC+LD+JSON+JWT", "VC-LD+JWT"})
_PRESENTATION_TYPES = frozenset({"JWT", "VP+JWT", "VP+LD+JSON+JWT", "VP-LD+JWT"})
_WITHOUT_ENVELOPE = frozenset({"VC+JWT", "VP+JWT"})
"""With these the claims are the credential itself (VC-JOSE-COSE section 3.1.1): no `vc` or `vp` around it."""

_CONTENT_TYPES = frozenset({"VC", "VP", "VC+LD+JSON", "VP+LD+JSON", "LD+JSON", "JSON"})


def header_fault(jws: DecodedJws, context: ProofContext) -> CheckResult | None:
    """What is wrong with the header, or None; a symmetric algorithm is refused, an unknown one is undetermined."""
    return (
        _algorithm_fault(jws.header)
        or _critical_fault(jws.header)
        or _type_fault(jws, presentation=context.expected.purpose == AUTHENTICATION)
        or _issuer_fault(jws.header, context.controller)
    )


def _algorithm_fault(header: JsonObject) -> CheckResult | None:
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower().startswith(_SYMMETRIC):
        return failed(Check.PROOF, "jws.algorithm-refused", algorithm=str(algorithm))
    if algorithm not in ALGORITHMS:
        return undetermined(Check.PROOF, "proof.unsupported-suite", suite=f"VC-JWT {algorithm}")
    return None


def _critical_fault(header: JsonObject) -> CheckResult | None:
    if "crit" in header or header.get("b64") is False:
        return failed(Check.PROOF, "jws.critical-header")
    return None


def _type_fault(jws: DecodedJws, *, presentation: bool) -> CheckResult | None:
    kind, content = jws.header.get("typ", "JWT"), jws.header.get("cty", "VC")
    allowed = _PRESENTATION_TYPES if presentation else _CREDENTIAL_TYPES
    if not isinstance(kind, str) or _media_type(kind) not in allowed:
        return failed(Check.PROOF, "jws.other-type", type=str(kind))
    if not isinstance(content, str) or _media_type(content) not in _CONTENT_TYPES:
        return failed(Check.PROOF, "jws.other-content-type", type=str(content))
    if _media_type(kind) in _WITHOUT_ENVELOPE and ("vc" in jws.claims or "vp" in jws.claims):
        return failed(Check.PROOF, "jws.claim-around", type=kind)
    return None


def _media_type(text: str) -> str:
    return text.upper().removeprefix("APPLICATION/")


def _issuer_fault(header: JsonObject, controller: str) -> CheckResult | None:
    """VC-JOSE-COSE section 4.1.2: an `iss` in the header is a hint, and must agree with the credential."""
    if header.get("iss") not in (None, controller):
        return failed(Check.PROOF, "jws.claim-contradicts", claim="iss", claimed=str(header["iss"]))
    return None
