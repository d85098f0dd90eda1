"""Which badges count, and the credits that they add up to, as their issuers state them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text, profile_run
from wallet.site.reader import Reader
from wallet.site.states import with_published_key
from wallet.site.views import CreditsView
from wallet.verification.report import Verdict

__all__ = ["counted_credits", "credits_by_issuer", "is_earned", "stated_total", "total_of"]

_EARNED = frozenset({Verdict.VERIFIED, Verdict.EXPIRED})
"""What has expired was earned all the same; what was withdrawn or could not be checked counts for nothing."""

# Beyond any course of study; a number that is larger, negative or none at all is shown and not added.
_LARGEST = 1e9


def is_earned(entry: BadgeEntry) -> bool:
    """Whether the badge counts: never under a key that anybody could have used."""
    return entry.verdict in _EARNED and not with_published_key(entry.report)


def counted_credits(entry: BadgeEntry) -> float | None:
    """The stated credits, if the badge counts and they are a number to count with."""
    stated = entry.credential.credential_subject.credits_earned
    return stated if stated is not None and 0 <= stated <= _LARGEST and is_earned(entry) else None


def total_of(stated: Iterable[float]) -> Decimal:
    """The sum of the numbers as they are written: 0.7 and 0.1 are 0.8, and meet what asks for 0.8."""
    return sum((Decimal(repr(value)) for value in stated), Decimal(0))


def stated_total(entries: Iterable[BadgeEntry]) -> Decimal:
    """The credits of all badges that count."""
    return total_of(stated for entry in entries if (stated := counted_credits(entry)) is not None)


def credits_by_issuer(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[CreditsView, ...]:
    """The sum for each issuer alone, in the order of their first badges."""
    by_issuer: dict[str, list[tuple[BadgeEntry, float]]] = {}
    for entry in entries:
        stated, issuer = counted_credits(entry), entry.credential.issuer
        if stated is not None:
            by_issuer.setdefault(issuer.id or str(issuer.name), []).append((entry, stated))
    return tuple(
        CreditsView(
            issuer=profile_run(reader, found[0][0].credential.issuer),
            total=credit_text(reader, float(total_of(stated for _, stated in found))),
            number=len(found),
        )
        for found in by_issuer.values()
    )
