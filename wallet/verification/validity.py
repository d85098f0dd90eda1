"""Is it in force at the moment in question? (VCDM 2.0 section 4.9; VCDM 1.1 issuanceDate and expirationDate.)"""

from __future__ import annotations

from datetime import datetime, timedelta

from wallet.verification.findings import failed, passed
from wallet.verification.report import Check, CheckResult

__all__ = ["CLOCK_TOLERANCE", "examine_validity", "later"]

CLOCK_TOLERANCE = timedelta(minutes=2)
"""Two clocks that are set by the network differ by seconds; a badge issued "now" must not be refused for that.

It holds at the beginning alone: nobody shows a badge seconds before it expires and means the time after.
"""


def examine_validity(valid_from: datetime | None, valid_until: datetime | None, at: datetime) -> CheckResult:
    """The result of the check *validity*; dates keep their own offset in the facts."""
    facts = {name: _text(value) for name, value in (("valid_from", valid_from), ("valid_until", valid_until)) if value}
    if valid_from is not None and later(at, CLOCK_TOLERANCE) < valid_from:
        return failed(Check.VALIDITY, "validity.not-yet", **facts)
    if valid_until is not None and valid_until < at:
        return failed(Check.VALIDITY, "validity.expired", **facts)
    code = "validity.in-force" if valid_until is not None else "validity.in-force-without-end"
    return passed(Check.VALIDITY, code, **facts)


def later(moment: datetime, span: timedelta) -> datetime:
    """The moment a span later; the last one of the calendar where the calendar ends before it."""
    try:
        return moment + span
    except OverflowError:
        return datetime.max.replace(tzinfo=moment.tzinfo)


def _text(value: datetime | None) -> str:
    return value.isoformat() if value is not None else ""
