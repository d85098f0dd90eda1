"""Endorsements of Open Badges 2.0: of an assertion, its badge class or its issuer, linked or within.

Each is verified on its own, hosted or signed, by the profile of its own author (Open Badges 2.0, "Endorsement"). It
counts only when it is about this assertion, its badge class or its issuer, by an address that was really asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.credentials.model import EndorsementCredential, Profile
from wallet.credentials.open_badges_2_issuers import read_endorsement
from wallet.documents.jws import decode_jws, looks_like_jws
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.linked import LinkedObject, Links, follow_issuer
from wallet.verification.assertions_statement import Standing, Statement, examine_statement
from wallet.verification.endorsement_summary import EndorsementFinding, summarise
from wallet.verification.findings import undetermined
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.validity import examine_validity

__all__ = ["Endorsed", "examine_all", "summarise_all"]

MAX_ENDORSEMENTS = 20
"""Each may cost two fetches; no page could show more with meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsed:
    """One endorsement as the page shows it, and what became of it."""

    endorsement: EndorsementCredential
    outcome: Outcome
    code: str


def examine_all(assertion: JsonObject, links: Links, *, at: datetime, fetcher: Fetcher) -> tuple[Endorsed, ...] | None:
    """Every endorsement of an assertion and of what it links to; None when there are too many."""
    entries = [entry for members in _places(assertion, links) for entry in as_sequence(members.get("endorsement"))]
    if len(entries) > MAX_ENDORSEMENTS:
        return None
    about = tuple(_addresses(assertion, links))
    return tuple(_examine(entry, about, at, fetcher) for entry in entries if entry is not None)


def _places(assertion: JsonObject, links: Links) -> Iterator[JsonObject]:
    yield assertion
    yield from (found.members for found in (links.badge, links.issuer) if isinstance(found, LinkedObject))


def _addresses(assertion: JsonObject, links: Links) -> Iterator[str]:
    # An id that was not asked is a mere claim: by it anybody could borrow what was said about another.
    if isinstance(assertion.get("id"), str):
        yield str(assertion["id"])
    for found in (links.badge, links.issuer):
        if isinstance(found, LinkedObject) and found.resource is not None and found.id is not None:
            yield found.id


def _examine(entry: JsonValue, about: Sequence[str], at: datetime, fetcher: Fetcher) -> Endorsed:
    try:
        statement = _statement(entry)
    except WalletError:
        return _unreadable(entry)
    standing = examine_statement(statement, follow_issuer, legacy=False, fetcher=fetcher)
    author = standing.links.issuer
    endorsement, problems = read_endorsement(
        standing.members, author.members if isinstance(author, LinkedObject) else None
    )
    outcome, code = _outcome(endorsement, standing, about, at)
    if outcome is Outcome.PASSED and problems:
        outcome, code = Outcome.FAILED, "endorsement.unreadable"
    return Endorsed(endorsement=endorsement, outcome=outcome, code=code)


def _statement(entry: JsonValue) -> Statement:
    if isinstance(entry, str) and looks_like_jws(entry):
        jws = decode_jws(entry)
        return Statement(members=jws.claims, jws=jws)
    if isinstance(entry, str):
        return Statement(members={"id": entry}, link_only=True)
    if isinstance(entry, dict):
        return Statement(members=entry)
    raise WalletError("endorsement.unreadable")


def _unreadable(entry: JsonValue) -> Endorsed:
    nobody = EndorsementCredential(
        id=entry[:200] if isinstance(entry, str) else None,
        issuer=Profile(id=None),
        subject_id=None,
        endorsement_comment=None,
        valid_from=None,
    )
    return Endorsed(endorsement=nobody, outcome=Outcome.FAILED, code="endorsement.unreadable")


def _outcome(
    endorsement: EndorsementCredential, standing: Standing, about: Sequence[str], at: datetime
) -> tuple[Outcome, str]:
    results = [standing.coverage, standing.proof, standing.issuer, standing.status]
    results.append(examine_validity(endorsement.valid_from, endorsement.valid_until, at))
    for outcome in (Outcome.FAILED, Outcome.UNDETERMINED):
        for result in results:
            if result.outcome is outcome:
                return outcome, result.code
    if endorsement.subject_id not in about:
        return Outcome.FAILED, "endorsement.about-another"
    return Outcome.PASSED, "endorsement.hosted-verified" if standing.securing == "hosted" else "endorsement.verified"


def summarise_all(found: tuple[Endorsed, ...] | None) -> CheckResult:
    """The result of the check *endorsement* for what `examine_all` found."""
    if found is None:
        return undetermined(Check.ENDORSEMENT, "endorsement.too-many")
    return summarise([_finding(one) for one in found])


def _finding(one: Endorsed) -> EndorsementFinding:
    return EndorsementFinding(
        id=one.endorsement.id, issuer=one.endorsement.issuer.id, outcome=one.outcome, code=one.code
    )
