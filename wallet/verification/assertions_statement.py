"""One statement of Open Badges 2.0, an assertion or an endorsement: does its issuer stand by it, and still?

The same examination serves both. Which way it is to be verified is what the statement says of itself
(``verification.type``); a statement that says nothing cannot be verified, and one that says "signed" without being so
is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from wallet.documents.jws import DecodedJws
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.linked import LinkedObject, Links
from wallet.verification.assertions_hosted import HostedWord, hosted_issuer, read_page
from wallet.verification.assertions_pages import is_withdrawn
from wallet.verification.assertions_signed import examine_revocation, examine_signature, signature_name
from wallet.verification.explanation import Trace
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["Standing", "Statement", "examine_statement"]

_HOSTED = frozenset({"hosted", "HostedBadge"})
_SIGNED = frozenset({"signed", "SignedBadge"})

Follow = Callable[[JsonObject, Fetcher], Links]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement as it came: its members, the JWS that envelops it, if any, or that only its address is known."""

    members: JsonObject = field(repr=False)
    jws: DecodedJws | None = None
    link_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What counts as said, what it links to, and four of the checks. `withdrawal_only` as in `HostedWord`.

    `nothing_read` is true of an address at which nothing was to be had: there is then nothing to judge.
    """

    members: JsonObject = field(repr=False)
    links: Links
    coverage: CheckResult
    proof: CheckResult
    issuer: CheckResult
    status: CheckResult
    securing: str
    withdrawal_only: bool = False
    nothing_read: bool = False

    @property
    def established(self) -> bool:
        """Whether the statement is its issuer's, and not withdrawn as far as could be seen."""
        return all(result.outcome is Outcome.PASSED for result in (self.coverage, self.proof, self.issuer))


def examine_statement(
    statement: Statement, follow: Follow, *, legacy: bool, fetcher: Fetcher, trace: Trace | None = None
) -> Standing:
    """Examine a statement; `follow` finds what such a statement links to. Never raises for what it contains."""
    method = _method(statement)
    if method in _HOSTED:
        word = read_page(statement.members, fetcher, link_only=statement.link_only)
        standing = _hosted(word, follow(word.members, fetcher))
        return replace(standing, nothing_read=statement.link_only and word.proof.outcome is not Outcome.PASSED)
    links = follow(statement.members, fetcher)
    if method in _SIGNED and statement.jws is not None:
        return _signed(statement, statement.jws, links, legacy, fetcher, trace or Trace())
    return _unverifiable(statement, links, method)


def _method(statement: Statement) -> str:
    if statement.link_only:
        return "hosted"
    verification = statement.members.get("verification", statement.members.get("verify"))
    kinds = as_sequence(verification.get("type")) if isinstance(verification, dict) else ()
    known = [kind for kind in kinds if isinstance(kind, str) and kind in _HOSTED | _SIGNED]
    # A withdrawn assertion need not repeat how it was verified: only its own address can say so.
    other = "hosted" if is_withdrawn(statement.members) and statement.jws is None else ""
    return known[0] if known else next((str(kind) for kind in kinds), other)


def _hosted(word: HostedWord, links: Links) -> Standing:
    return Standing(
        members=word.members,
        links=links,
        coverage=word.coverage,
        proof=_still_hosted(word),
        issuer=hosted_issuer(word, links),
        status=word.status,
        securing="hosted",
        withdrawal_only=word.withdrawal_only,
    )


def _still_hosted(word: HostedWord) -> CheckResult:
    """A page that says of itself that it is verified by a signature does not confirm anything by standing there."""
    if word.status.outcome is Outcome.FAILED or word.proof.outcome is not Outcome.PASSED:
        return word.proof
    method = _method(Statement(members=word.members))
    return word.proof if method in _HOSTED else _fault(method)


def _signed(
    statement: Statement, jws: DecodedJws, links: Links, legacy: bool, fetcher: Fetcher, trace: Trace
) -> Standing:
    proof, issuer = examine_signature(jws, links.issuer, legacy=legacy, fetcher=fetcher, trace=trace)
    if issuer.outcome is Outcome.PASSED and isinstance(links.issuer, LinkedObject) and links.issuer.resource is None:
        # Whoever signs can write any profile beside the signature, with any key in it.
        issuer = undetermined(Check.ISSUER, "hosted.issuer-without-page", issuer=str(links.issuer.id))
    if Outcome.FAILED in (proof.outcome, issuer.outcome):
        status = undetermined(Check.STATUS, "status.not-asked")
    else:
        status = examine_revocation(statement.members, links.issuer, fetcher)
    return Standing(
        members=statement.members,
        links=links,
        coverage=passed(Check.COVERAGE, "assertion.signed-as-text"),
        proof=proof,
        issuer=issuer,
        status=status,
        securing=signature_name(jws),
    )


def _unverifiable(statement: Statement, links: Links, method: str) -> Standing:
    return Standing(
        members=statement.members,
        links=links,
        coverage=undetermined(Check.COVERAGE, "hosted.not-compared"),
        proof=_fault(method),
        issuer=undetermined(Check.ISSUER, "issuer.no-verified-proof"),
        status=undetermined(Check.STATUS, "status.not-asked"),
        securing="none",
    )


def _fault(method: str) -> CheckResult:
    if not method:
        return failed(Check.PROOF, "assertion.no-method")
    if method in _SIGNED:
        return failed(Check.PROOF, "assertion.signed-without-signature")
    return undetermined(Check.PROOF, "proof.unsupported-suite", suite=method[:80])
