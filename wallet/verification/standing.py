"""Does a genuine credential still count: is it not withdrawn, and in force at the moment in question?

One that is secured by the record around it stands and falls with the record: both are asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from wallet.credentials.reading import read_period
from wallet.fields import Fields, JsonObject, as_sequence
from wallet.verification.authenticity import Authenticity, issuer_of
from wallet.verification.findings import undetermined
from wallet.verification.inquiry import Inquiry
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.secured import Secured
from wallet.verification.status import StatusContext, examine_status
from wallet.verification.trust import examine_trust
from wallet.verification.validity import examine_validity

__all__ = ["examine_standing", "is_forged", "status_of", "trust_in"]

_VCDM_2 = "https://www.w3.org/ns/credentials/v2"
_WORST_FIRST = (Outcome.FAILED, Outcome.UNDETERMINED, Outcome.PASSED, Outcome.NOT_APPLICABLE)

_SHOWN = {"status.none": "status.none-shown", "validity.in-force-without-end": "validity.no-end-shown"}

Period = tuple[datetime | None, datetime | None]


def examine_standing(
    members: JsonObject, secured: Secured, period: Period, inquiry: Inquiry
) -> tuple[CheckResult, CheckResult]:
    """The results of the checks *status* and *validity*."""
    statuses = [status_of(one, secured.authenticity, inquiry) for one in (members, *secured.records)]
    periods = (period, *_periods(secured))
    validities = [examine_validity(start, end, inquiry.at) for start, end in periods]
    return _as_shown(_worst(statuses), secured), _as_shown(_worst(validities), secured)


def _as_shown(result: CheckResult, secured: Secured) -> CheckResult:
    """What is not there may have been left out by a holder who chose what to show (vc-di-ecdsa, section 3.6.6)."""
    if secured.authenticity.proof.facts.get("selective_disclosure") is True:
        return replace(result, code=_SHOWN.get(result.code, result.code))
    return result


def status_of(members: JsonObject, authenticity: Authenticity, inquiry: Inquiry) -> CheckResult:
    """The result of the check *status* for one credential."""
    # A forged credential names any server it likes: its status is not asked for.
    if is_forged(authenticity):
        return undetermined(Check.STATUS, "status.not-asked")
    identifier = members.get("id")
    context = StatusContext(
        credential_id=identifier if isinstance(identifier, str) else None,
        issuer=issuer_of(members) or "",
        key=authenticity.key,
        at=inquiry.at,
        fetcher=inquiry.fetcher,
        lists=inquiry.memory.status_lists,
    )
    return examine_status(members, context)


def trust_in(issuer: str, authenticity: Authenticity, inquiry: Inquiry) -> CheckResult:
    """The result of the check *trust*."""
    proven = authenticity.issuer.outcome is Outcome.PASSED
    return examine_trust(issuer, inquiry.known_issuers, inquiry.registries, inquiry.fetcher, proven=proven)


def is_forged(authenticity: Authenticity) -> bool:
    """Whether the signature, what it covers or its key was found wrong."""
    return Outcome.FAILED in (authenticity.proof.outcome, authenticity.coverage.outcome, authenticity.issuer.outcome)


def _periods(secured: Secured) -> Iterator[Period]:
    for record in secured.records:
        model = "VCDM 2.0" if _VCDM_2 in as_sequence(record.get("@context")) else "VCDM 1.1"
        yield read_period(Fields(record, "$", []), model)


def _worst(results: list[CheckResult]) -> CheckResult:
    return min(results, key=lambda result: _WORST_FIRST.index(result.outcome))
