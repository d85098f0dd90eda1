"""A verdict in words, with the date that counts. It says no more than the checks found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from wallet.language import dates
from wallet.language.marks import N_
from wallet.site.entries import BadgeEntry
from wallet.site.hosted import HOSTED_SENTENCES, is_hosted
from wallet.site.once import once
from wallet.site.reader import Reader
from wallet.site.views import StateView
from wallet.verification.report import Check, CheckResult, Outcome, Verdict, VerificationReport

__all__ = [
    "LABELS",
    "stamp_lines",
    "state_kind",
    "state_label",
    "state_of",
    "status_confirmed_at",
    "with_published_key",
]

LABELS: Mapping[str, str] = {
    "verified": N_("Verified"),
    "verified_dated": N_("Verified, status confirmed earlier"),
    "expired": N_("Expired"),
    "not_yet_valid": N_("Not yet valid"),
    "suspended": N_("Suspended"),
    "revoked": N_("Revoked"),
    "undetermined": N_("Could not be checked"),
    "unsupported": N_("Not supported"),
    "invalid": N_("Does not match what the issuer said"),
}


# What other checks could not examine often follows from these.
_DECISIVE = frozenset({Check.PROOF, Check.ISSUER, Check.STATUS})

_OTHER_PURPOSES = frozenset({"status.message", "status.newer-announced", "status.no-withdrawal-purpose"})
"""A list that was read for another purpose does not say whether the badge was revoked."""


def status_confirmed_at(report: VerificationReport) -> datetime | None:
    """When the issuer's list was last read, where the status check passed; None when it had nothing to read."""
    result = report.result(Check.STATUS)
    confirmed = result.facts.get("confirmed_at")
    if _says_not_withdrawn(result) and isinstance(confirmed, str):
        return dates.parse_moment(confirmed)
    return None


def _says_not_withdrawn(result: CheckResult) -> bool:
    return result.outcome is Outcome.PASSED and result.code not in _OTHER_PURPOSES


def state_kind(report: VerificationReport, verdict: Verdict) -> str:
    """The verdict's name, or "verified_dated" where the list was read on an earlier day than the rest was checked."""
    confirmed = status_confirmed_at(report)
    if verdict is Verdict.VERIFIED and confirmed is not None:
        earlier = confirmed.astimezone(report.checked_at.tzinfo).date() < report.checked_at.date()
        return "verified_dated" if earlier else "verified"
    return verdict.value


def state_label(reader: Reader, kind: str) -> str:
    """The state in two or three words."""
    return reader.say(LABELS[kind])


@once
def state_of(reader: Reader, entry: BadgeEntry) -> StateView:
    """The state of one badge."""
    kind = state_kind(entry.report, entry.verdict)
    confirmed = status_confirmed_at(entry.report)
    moment = confirmed if kind == "verified_dated" and confirmed else entry.report.checked_at
    label = state_label(reader, kind)
    if kind == "verified_dated":
        label = reader.say("Verified, status last confirmed on {date}", date=reader.date(moment).text)
    if with_published_key(entry.report):
        label = reader.say("{state}, with a key published for tests", state=label)
    return StateView(
        kind=kind,
        label=label,
        sentence=_said(reader, entry, kind, reader.date(moment).text),
        reason=_reason(reader, entry),
        date=reader.date(moment),
        stamp=_stamp(reader, entry),
    )


def with_published_key(report: VerificationReport) -> bool:
    """Whether anybody could have made the signature: no state may then be read as the issuer's word."""
    return report.result(Check.PROOF).code == "proof.published-key"


def _said(reader: Reader, entry: BadgeEntry, kind: str, date: str) -> str:
    said = _sentence(kind, entry)(reader, entry, date)
    if not with_published_key(entry.report):
        return said
    warning = reader.say("Anybody could have signed it: the private half of its key is published for tests.")
    return reader.say("{first} {second}", first=warning, second=said)


def _stamp(reader: Reader, entry: BadgeEntry) -> tuple[str, str, str]:
    first, date, last = stamp_lines(reader, entry.report.checked_at, hosted=is_hosted(entry))
    if with_published_key(entry.report):
        last = reader.catalog.pgettext("bottom of the seal", "TEST KEY")
    return first, date, last


def _sentence(kind: str, entry: BadgeEntry) -> Callable[[Reader, BadgeEntry, str], str]:
    return HOSTED_SENTENCES.get(kind, _SENTENCES[kind]) if is_hosted(entry) else _SENTENCES[kind]


def stamp_lines(reader: Reader, moment: datetime | None, *, hosted: bool = False) -> tuple[str, str, str]:
    """The three lines of the seal: a word, the date, a word; a hosted badge is not signed, and its seal says so."""
    catalog = reader.catalog
    return (
        catalog.pgettext("top of the seal", "VERIFIED"),
        dates.format_stamp(moment, reader.language) if moment else "",
        catalog.pgettext("bottom of the seal", "HOSTED")
        if hosted
        else catalog.pgettext("bottom of the seal", "SIGNED"),
    )


def _reason(reader: Reader, entry: BadgeEntry) -> str | None:
    wanted = {
        Verdict.UNDETERMINED: Outcome.UNDETERMINED,
        Verdict.INVALID: Outcome.FAILED,
    }.get(entry.verdict)
    results = sorted(entry.report.results, key=lambda result: result.check not in _DECISIVE)
    return next((reader.found(result) for result in results if result.outcome is wanted), None)


def _verified(reader: Reader, entry: BadgeEntry, date: str) -> str:
    if _says_not_withdrawn(entry.report.result(Check.STATUS)):
        return reader.say("Signature checked. On {date}: unaltered, not revoked.", date=date)
    return reader.say(
        "Signature checked. On {date}: unaltered. The badge names no place where a revocation would be announced.",
        date=date,
    )


def _verified_dated(reader: Reader, _entry: BadgeEntry, date: str) -> str:
    return reader.say("Signature checked: unaltered. On {date} it was last confirmed as not revoked.", date=date)


def _expired(reader: Reader, entry: BadgeEntry, _date: str) -> str:
    if entry.report.result(Check.STATUS).outcome is Outcome.UNDETERMINED:
        return reader.say(
            "Signature is correct. The badge has expired. Whether it had been revoked could not be checked."
        )
    until = entry.credential.valid_until
    if until is None:
        return reader.say("Signature is correct. The badge has expired. Kept as a record that it was earned.")
    return reader.say(
        "Signature is correct. Expired on {date}. Kept as a record that it was earned.", date=reader.date(until).text
    )


def _not_yet_valid(reader: Reader, entry: BadgeEntry, _date: str) -> str:
    start = entry.credential.valid_from
    if start is None:
        return reader.say("Signature is correct. The badge is not valid yet.")
    return reader.say("Signature is correct. Valid from {date}, not before.", date=reader.date(start).text)


def _suspended(reader: Reader, _entry: BadgeEntry, date: str) -> str:
    return reader.say("Suspended by the issuer for the time being (checked on {date}).", date=date)


def _revoked(reader: Reader, _entry: BadgeEntry, date: str) -> str:
    return reader.say("Revoked by the issuer (checked on {date}).", date=date)


def _undetermined(reader: Reader, entry: BadgeEntry, date: str) -> str:
    if Outcome.UNDETERMINED is entry.report.result(Check.STATUS).outcome and _signed(entry.report):
        return reader.say(
            "Signature is correct. Whether the badge was revoked could not be checked on {date} (status unknown).",
            date=date,
        )
    return reader.say("Could not be checked on {date}. This does not say that the badge is false.", date=date)


def _signed(report: VerificationReport) -> bool:
    return all(report.result(check).outcome is Outcome.PASSED for check in (Check.PROOF, Check.ISSUER))


def _unsupported(reader: Reader, _entry: BadgeEntry, _date: str) -> str:
    return reader.say(
        "The badge is secured in a way that this program cannot check. That says nothing about whether it is genuine."
    )


def _invalid(reader: Reader, entry: BadgeEntry, _date: str) -> str:
    if entry.report.result(Check.PROOF).outcome is Outcome.FAILED:
        return reader.say("The contents do not match the signature. Altered or damaged.")
    return reader.say("A check failed: do not rely on this badge.")


_SENTENCES: Mapping[str, Callable[[Reader, BadgeEntry, str], str]] = {
    "verified": _verified,
    "verified_dated": _verified_dated,
    "expired": _expired,
    "not_yet_valid": _not_yet_valid,
    "suspended": _suspended,
    "revoked": _revoked,
    "undetermined": _undetermined,
    "unsupported": _unsupported,
    "invalid": _invalid,
}
