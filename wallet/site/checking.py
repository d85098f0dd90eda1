"""The page about checking: what each check asks, what each state means, and what no page can prove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from wallet.language.marks import N_
from wallet.site.checks import check_topics
from wallet.site.entries import BadgeEntry
from wallet.site.home import last_checked, latest_check
from wallet.site.reader import Reader
from wallet.site.states import LABELS, stamp_lines, state_label
from wallet.site.views import CheckingView, LinkView, PresentationView, Run, StateView

__all__ = ["checking_view"]

_MEANINGS: Mapping[str, str] = {
    "verified": N_(
        "The signature fits the content and belongs to the named issuer, or the issuer’s own page confirms it. "
        "Where the issuer keeps a list of revoked badges, this one was not on it that day."
    ),
    "verified_dated": N_(
        "As above, but the issuer’s list was not read again on the last check. The date is that of the last answer."
    ),
    "expired": N_("Genuine, but its period of validity is over. It stays as a record that it was earned."),
    "not_yet_valid": N_("Genuine, but its period of validity has not begun."),
    "suspended": N_("Genuine, but the issuer has suspended it for the time being."),
    "revoked": N_("The issuer has taken the badge back."),
    "undetermined": N_(
        "Something that is needed for the check could not be had: a key or a list. It may be genuine or not."
    ),
    "unsupported": N_("The badge is secured in a way that this program does not know. It may be genuine or not."),
    "invalid": N_(
        "The content was altered or damaged after it was signed, or the issuer’s page says something else. "
        "Such a badge is not published here."
    ),
}


def checking_view(reader: Reader, entries: Sequence[BadgeEntry], presentation: PresentationView) -> CheckingView:
    """The page for one reader; the seals on it carry the date of the latest report."""
    at = latest_check(entries)
    return CheckingView(
        topics=check_topics(reader),
        states=tuple(_state(reader, kind, at) for kind in LABELS),
        last_checked=last_checked(reader, entries),
        command="wallet verify credential.json",
        verifiers=(LinkView(url="https://verifierplus.org/", label=Run(text="VerifierPlus")),),
        presentation=presentation,
    )


def _state(reader: Reader, kind: str, at: datetime | None) -> StateView:
    return StateView(
        kind=kind,
        label=state_label(reader, kind),
        sentence=reader.say(_MEANINGS[kind]),
        reason=None,
        date=reader.date(at) if at else None,
        stamp=stamp_lines(reader, at),
    )
