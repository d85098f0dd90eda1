"""Signed verification: an assertion as a compact JWS (Open Badges 2.0, "SignedBadge Verification").

1. The header: an algorithm of the table, nothing critical that is not understood. 2. The key: one that the issuer's
own profile lists, and that names the issuer as its owner. 3. The signature over the text as it came. 4. Whether the
issuer's list of revoked badges names this one by its id, or by its uid.
"""

from __future__ import annotations

from collections.abc import Iterator

from wallet.documents.jws import DecodedJws
from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.issuer_keys import IssuerKey, listed_keys, read_key
from wallet.resolution.json_documents import read_json_object
from wallet.resolution.keys import JWS_ALGORITHMS, verify_signature
from wallet.resolution.linked import LinkedObject
from wallet.verification.assertions_pages import quoted_reason
from wallet.verification.explanation import Trace
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["examine_revocation", "examine_signature", "signature_name"]

_SYMMETRIC = ("none", "hs")


def signature_name(jws: DecodedJws) -> str:
    """The mechanism as reports name it: "JWS RS256"."""
    return f"JWS {jws.header.get('alg')}"


def examine_signature(
    jws: DecodedJws, issuer: LinkedObject | WalletError, *, legacy: bool, fetcher: Fetcher, trace: Trace
) -> tuple[CheckResult, CheckResult]:
    """The results of the checks *proof* and *issuer*; `legacy` where the rules of version 1.x hold."""
    steps = trace.proof(signature_name(jws))
    steps.note(
        joseHeader=jws.header,
        claims=jws.claims,
        jwsSigningInput=jws.signing_input.decode("ascii"),
        jwsSignature=jws.signature,
    )
    proof, found = _examine(jws, issuer, legacy, fetcher, steps)
    verified = proof.outcome is Outcome.PASSED and found.outcome is Outcome.PASSED
    steps.note(proofResult=proof.code, issuerResult=found.code, verified=verified)
    return proof, found


def _examine(
    jws: DecodedJws, issuer: LinkedObject | WalletError, legacy: bool, fetcher: Fetcher, steps: Trace
) -> tuple[CheckResult, CheckResult]:
    fault = _header_fault(jws)
    if fault is not None:
        return fault, _unsettled()
    try:
        if isinstance(issuer, WalletError):
            raise issuer
        entries = listed_keys(issuer, _creator(jws.claims), legacy=legacy)
    except RefusalError as error:
        return undetermined(Check.PROOF, "assertion.key-not-tried"), failed(Check.ISSUER, error)
    except WalletError as error:
        return undetermined(Check.PROOF, "assertion.key-not-tried"), undetermined(Check.ISSUER, error)
    return _try_keys(jws, entries, issuer, fetcher, steps)


def _unsettled() -> CheckResult:
    return undetermined(Check.ISSUER, "issuer.no-verified-proof")


def _header_fault(jws: DecodedJws) -> CheckResult | None:
    algorithm = jws.header.get("alg")
    if not isinstance(algorithm, str) or algorithm.lower().startswith(_SYMMETRIC):
        return failed(Check.PROOF, "jws.algorithm-refused", algorithm=str(algorithm))
    if algorithm not in JWS_ALGORITHMS:
        return undetermined(Check.PROOF, "proof.unsupported-suite", suite=signature_name(jws))
    if "crit" in jws.header or jws.header.get("b64") is False:
        return failed(Check.PROOF, "jws.critical-header")
    return None


def _creator(claims: JsonObject) -> str | None:
    """The key that the assertion names; None leaves the choice to the keys that the issuer lists."""
    verification = claims.get("verification", claims.get("verify"))
    members: JsonObject = verification if isinstance(verification, dict) else {}
    creator = members.get("creator", members.get("url"))
    if isinstance(creator, dict):
        creator = creator.get("id")
    return creator if isinstance(creator, str) else None


def _try_keys(
    jws: DecodedJws, entries: tuple[JsonValue, ...], issuer: LinkedObject, fetcher: Fetcher, steps: Trace
) -> tuple[CheckResult, CheckResult]:
    outcomes: list[tuple[CheckResult, CheckResult]] = []
    for entry in entries:
        try:
            key = read_key(entry, issuer, fetcher)
        except RefusalError as error:
            outcomes.append((undetermined(Check.PROOF, "assertion.key-not-tried"), failed(Check.ISSUER, error)))
            continue
        except ResolutionError as error:
            outcomes.append((undetermined(Check.PROOF, error), _unsettled()))
            continue
        steps.note(verificationMethod=key.id, keyKind=key.key.kind, publicKey=key.key.octets)
        proof = _verify(jws, key)
        if proof.code == "proof.signature-valid":
            facts = {"method": key.id, "issuer": str(issuer.id)}
            return proof, passed(Check.ISSUER, "issuer.key-is-the-issuers", **facts)
        outcomes.append((proof, _unsettled()))
    # A key that could not be had may be the one that signed: then nothing is known.
    open_questions = [one for one in outcomes if {one[0].outcome, one[1].outcome} == {Outcome.UNDETERMINED}]
    return (open_questions or outcomes)[0]


def _verify(jws: DecodedJws, key: IssuerKey) -> CheckResult:
    algorithm, name = str(jws.header["alg"]), signature_name(jws)
    if key.key.kind != JWS_ALGORITHMS[algorithm]:
        return failed(Check.PROOF, "jws.key-of-another-kind", algorithm=algorithm)
    if not verify_signature(key.key, algorithm, jws.signature, jws.signing_input):
        return failed(Check.PROOF, "proof.signature-wrong", suite=name, method=key.id)
    return passed(Check.PROOF, "proof.signature-valid", suite=name, method=key.id)


def examine_revocation(members: JsonObject, issuer: LinkedObject | WalletError, fetcher: Fetcher) -> CheckResult:
    """The result of the check *status* by the issuer's ``revocationList``."""
    if isinstance(issuer, WalletError):
        return undetermined(Check.STATUS, issuer)
    url = issuer.members.get("revocationList")
    if url is None:
        return not_applicable(Check.STATUS, "assertion.no-revocation-list")
    try:
        return _look_up(members, url, fetcher)
    except WalletError as error:
        return undetermined(Check.STATUS, error)


def _look_up(members: JsonObject, url: JsonValue, fetcher: Fetcher) -> CheckResult:
    if not isinstance(url, str) or not url.startswith("https://"):
        raise ResolutionError("linked.not-https", url=str(url)[:200])
    resource = fetcher.fetch(url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=resource.status)
    names = {name for name in (members.get("id"), members.get("uid")) if isinstance(name, str)}
    if not names:
        return undetermined(Check.STATUS, "status.no-credential-id")
    facts: dict[str, JsonValue] = {"list": url, "confirmed_at": resource.retrieved_at.isoformat()}
    for name, reason in _revoked(read_json_object(resource), resource):
        if name in names and reason is not None:
            return failed(Check.STATUS, "assertion.revoked-with-reason", reason=reason, **facts)
        if name in names:
            return failed(Check.STATUS, "status.revoked", **facts)
    if resource.gone_at is not None:
        return undetermined(Check.STATUS, "status.unconfirmed-since", **facts)
    return passed(Check.STATUS, "status.not-withdrawn", **facts)


def _revoked(document: JsonObject, resource: Resource) -> Iterator[tuple[str, str | None]]:
    """Pairs of id and reason; in version 1.x the list is an object from uid to reason."""
    if "revokedAssertions" not in document:
        if "type" in document or "@context" in document:
            raise ResolutionError("status.list-malformed", url=resource.url)
        yield from ((name, quoted_reason(reason)) for name, reason in document.items() if isinstance(reason, str))
        return
    for entry in as_sequence(document["revokedAssertions"]):
        if isinstance(entry, str):
            yield entry, None
        elif isinstance(entry, dict):
            reason = quoted_reason(entry.get("revocationReason"))
            for name in (entry.get("id"), entry.get("uid")):
                if isinstance(name, str):
                    yield name, reason
        else:
            raise ResolutionError("status.list-malformed", url=resource.url)
