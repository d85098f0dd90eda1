"""A signed presentation through the nine checks (VCDM 2.0 section 4.13, VCDM 1.1 section 4.10; VC-JOSE-COSE 1.0).

Its signature answers one question: did the holder whom it names put these credentials forward? The key must be the
holder's and be meant for showing who one is (``authentication``). Whether a credential in it is good is a question for
the credential, which is a document of its own, and which no presentation makes better or worse.

A file can be copied. Without a challenge that the reader set, nobody can tell a presentation made for them from one
that was made for somebody else, and this is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from wallet.credentials.presentations import Presentation, read_presentation
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import DecodedJws, decode_jws
from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, Problem, as_sequence
from wallet.resolution.controllers import resolve_document
from wallet.verification.authenticity import Authenticity, examine_authenticity
from wallet.verification.conformance import examine_conformance
from wallet.verification.expectations import ASSERTION, AUTHENTICATION
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.validity import examine_validity

__all__ = ["examine_presentation"]


def examine_presentation(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check the signature around a file's credentials; never raises for what it contains."""
    presentation, problems = read_presentation(parsed.members)
    jws = decode_jws(document.jws) if document.jws is not None else None
    authenticity = _authenticity(presentation, parsed.members, jws, inquiry)
    results = (
        examine_conformance((*parsed.problems, *problems, *_malformed_dates(jws)), parsed.specification),
        authenticity.coverage,
        authenticity.proof,
        authenticity.issuer,
        not_applicable(Check.STATUS, "presentation.no-status"),
        _validity(jws, inquiry.at),
        _audience(authenticity.proof, _asked(parsed.members, jws), inquiry),
        not_applicable(Check.ENDORSEMENT, "presentation.no-endorsement"),
        not_applicable(Check.TRUST, "presentation.no-trust"),
    )
    return concluded(document, parsed, results, securing=authenticity.securing, at=inquiry.at)


def _authenticity(
    presentation: Presentation, members: JsonObject, jws: DecodedJws | None, inquiry: Inquiry
) -> Authenticity:
    holder, signer = presentation.holder or _claimed_holder(jws), _signer(members, jws)
    unresolved = _unresolved(holder, inquiry)
    # Where no holder can be asked, the signature can only be its key's owner's: that is who presented.
    controller = signer if holder is None or unresolved else holder
    authenticity = examine_authenticity(
        members,
        jws,
        at=inquiry.at,
        fetcher=inquiry.fetcher,
        purpose=AUTHENTICATION if _is_asked(inquiry) else _purpose(members, jws),
        domain=inquiry.domain,
        challenge=inquiry.challenge,
        controller=controller or holder,
        trace=inquiry.trace,
    )
    return replace(authenticity, issuer=_holder_result(authenticity.issuer, holder, signer, unresolved))


def _unresolved(holder: str | None, inquiry: Inquiry) -> str | None:
    """The code of why the document of the holder, if one is named, cannot be had."""
    try:
        if holder is not None:
            resolve_document(holder, inquiry.fetcher)
    except (ResolutionError, RefusalError) as error:
        return error.code
    return None


def _holder_result(found: CheckResult, holder: str | None, signer: str | None, unresolved: str | None) -> CheckResult:
    """Whether the key is the holder's: the check *issuer*, asked of who presents."""
    if holder is None:
        return replace(found, code="presentation.nobody-named") if found.outcome is Outcome.PASSED else found
    facts: dict[str, JsonValue] = {"holder": holder, "signer": signer or ""}
    # That a key of the holder's was withdrawn or is out of date is another matter, and said as it is.
    if found.outcome is Outcome.FAILED and found.code.startswith("method."):
        return failed(Check.ISSUER, "presentation.other-holder", **facts, reason=found.code)
    if found.outcome is not Outcome.PASSED:
        return found
    if unresolved is not None:
        return undetermined(Check.ISSUER, "presentation.holder-not-resolved", **facts, reason=unresolved)
    return replace(found, code="presentation.key-is-the-holders", facts={**found.facts, **facts})


def _claimed_holder(jws: DecodedJws | None) -> str | None:
    claimed = jws.claims.get("iss") if jws is not None else None
    return claimed if isinstance(claimed, str) else None


def _purpose(members: JsonObject, jws: DecodedJws | None) -> str:
    """VCDM leaves the purpose open. Wallets also state what they present, which binds its holder no less."""
    purposes = [proof.get("proofPurpose") for proof in _proofs(members)] if jws is None else []
    return ASSERTION if purposes and all(purpose == ASSERTION for purpose in purposes) else AUTHENTICATION


def _signer(members: JsonObject, jws: DecodedJws | None) -> str | None:
    proofs = _proofs(members)
    method = jws.header.get("kid") if jws is not None else proofs[0].get("verificationMethod") if proofs else None
    return method.partition("#")[0] if isinstance(method, str) and ":" in method else None


def _proofs(members: JsonObject) -> list[JsonObject]:
    return [proof for proof in as_sequence(members.get("proof")) if isinstance(proof, dict)]


def _validity(jws: DecodedJws | None, at: datetime) -> CheckResult:
    claims = jws.claims if jws is not None else {}
    start, end = _moment(claims.get("nbf")), _moment(claims.get("exp"))
    if start is None and end is None:
        return not_applicable(Check.VALIDITY, "presentation.no-period")
    return examine_validity(start, end, at)


def _malformed_dates(jws: DecodedJws | None) -> Iterator[Problem]:
    """RFC 7519 sections 4.1.4 and 4.1.5: a number of seconds."""
    for name in ("nbf", "exp"):
        value = jws.claims.get(name) if jws is not None else None
        if value is not None and _moment(value) is None:
            yield Problem(path=f"$.{name}", code="field.not-a-number", found=str(value)[:80])


def _moment(value: JsonValue) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _is_asked(inquiry: Inquiry) -> bool:
    # Whoever names themselves or sets a challenge asks who is there, and nothing else will do for an answer.
    return inquiry.domain is not None or inquiry.challenge is not None


def _audience(proof: CheckResult, stated: dict[str, JsonValue], inquiry: Inquiry) -> CheckResult:
    """Whether it was made for the one who asks, as the check *recipient*; what differs has failed the signature."""
    if not _is_asked(inquiry):
        code = "presentation.audience-not-asked" if "domain" in stated else "presentation.no-challenge"
        return not_applicable(Check.RECIPIENT, code, **stated)
    if proof.outcome is not Outcome.PASSED:
        return undetermined(Check.RECIPIENT, "presentation.audience-not-settled", **stated)
    if inquiry.challenge is not None:
        return passed(Check.RECIPIENT, "presentation.answers-challenge", **stated)
    return passed(Check.RECIPIENT, "presentation.made-for-domain", **stated)


def _asked(members: JsonObject, jws: DecodedJws | None) -> dict[str, JsonValue]:
    """For whom and on which occasion it says it was made."""
    if jws is not None:
        stated = {"domain": jws.claims.get("aud"), "challenge": jws.claims.get("nonce")}
    else:
        proof = next(iter(_proofs(members)), {})
        stated = {"domain": proof.get("domain"), "challenge": proof.get("challenge")}
    return {name: value for name, value in stated.items() if value is not None}
