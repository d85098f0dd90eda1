"""The words for a hosted badge: nobody signed it, and the page at its issuer's address confirms it.

Every sentence here takes the place of one that speaks of a signature. Which checks were made is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wallet.language.marks import N_
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.verification.report import Check, Outcome

__all__ = ["HOSTED_COMPARED", "HOSTED_NAMES", "HOSTED_SENTENCES", "is_hosted"]

HOSTED_NAMES: Mapping[Check, str] = {
    Check.COVERAGE: N_("File and issuer’s page agree"),
    Check.PROOF: N_("Confirmation by the issuer’s page"),
    Check.ISSUER: N_("Issuer’s address"),
}

HOSTED_COMPARED: Mapping[Check, str] = {
    Check.COVERAGE: N_("Every statement of the file with the page at the badge’s own address."),
    Check.PROOF: N_("The badge’s own address with what its server answered."),
    Check.ISSUER: N_("The badge’s own address with the addresses at which the issuer keeps its badges."),
    Check.STATUS: N_("The badge’s own address, where a revocation would be stated."),
    Check.ENDORSEMENT: N_("Each endorsement with the page at its author’s address, or with its own signature."),
}


def is_hosted(entry: BadgeEntry) -> bool:
    """Whether the badge is confirmed by a page and carries no signature."""
    return entry.securing == "hosted"


def _verified(reader: Reader, _entry: BadgeEntry, date: str) -> str:
    return reader.say("Confirmed by the page at the issuer’s address on {date}: same content, not revoked.", date=date)


def _verified_dated(reader: Reader, _entry: BadgeEntry, date: str) -> str:
    return reader.say(
        "Last confirmed by the page at the issuer’s address on {date}: same content, not revoked.", date=date
    )


def _expired(reader: Reader, entry: BadgeEntry, _date: str) -> str:
    if entry.report.result(Check.STATUS).outcome is Outcome.UNDETERMINED:
        return reader.say(
            "The page at the issuer’s address confirmed it. The badge has expired. "
            "Whether it had been revoked could not be checked."
        )
    until = entry.credential.valid_until
    if until is None:
        return reader.say("Confirmed by the page at the issuer’s address. The badge has expired.")
    return reader.say(
        "Confirmed by the page at the issuer’s address. Expired on {date}. Kept as a record that it was earned.",
        date=reader.date(until).text,
    )


def _not_yet_valid(reader: Reader, entry: BadgeEntry, _date: str) -> str:
    start = entry.credential.valid_from
    if start is None:
        return reader.say("Confirmed by the page at the issuer’s address. The badge is not valid yet.")
    return reader.say(
        "Confirmed by the page at the issuer’s address. Valid from {date}, not before.", date=reader.date(start).text
    )


def _undetermined(reader: Reader, entry: BadgeEntry, date: str) -> str:
    confirmed = all(entry.report.result(check).outcome is Outcome.PASSED for check in (Check.PROOF, Check.ISSUER))
    if confirmed and entry.report.result(Check.STATUS).outcome is Outcome.UNDETERMINED:
        return reader.say(
            "The page at the issuer’s address confirmed it earlier and is no longer there "
            "(checked on {date}, status unknown).",
            date=date,
        )
    return reader.say("Could not be checked on {date}. This does not say that the badge is false.", date=date)


def _invalid(reader: Reader, _entry: BadgeEntry, _date: str) -> str:
    return reader.say("The issuer’s page does not confirm what the file says: do not rely on this badge.")


HOSTED_SENTENCES: Mapping[str, Callable[[Reader, BadgeEntry, str], str]] = {
    "verified": _verified,
    "verified_dated": _verified_dated,
    "expired": _expired,
    "not_yet_valid": _not_yet_valid,
    "undetermined": _undetermined,
    "invalid": _invalid,
}
"""The sentence of each state that speaks of a signature for other badges."""
