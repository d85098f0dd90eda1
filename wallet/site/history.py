"""How the badges came about: by year, with study periods, and credits as their issuers state them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime

from wallet.language import dates
from wallet.site.cards import title_view
from wallet.site.drawing import Axis, axis_of
from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text, issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.states import state_of, with_published_key
from wallet.site.urls import page_address
from wallet.site.views import CreditsView, HistoryRow, HistoryView, HistoryYear
from wallet.verification.report import Verdict

__all__ = ["has_history", "history_view"]

_EARNED = frozenset({Verdict.VERIFIED, Verdict.EXPIRED})
"""What has expired was earned all the same; what was withdrawn or could not be checked counts for nothing."""


def has_history(entries: Sequence[BadgeEntry]) -> bool:
    """Whether any badge has a date."""
    return any(_moments(entry) for entry in entries)


def history_view(reader: Reader, entries: Sequence[BadgeEntry]) -> HistoryView:
    """Every badge by year, newest first; those without a date last."""
    moments = [moment for entry in entries for moment in _moments(entry)]
    axis = axis_of(moments) if moments else None
    years: dict[str | None, list[HistoryRow]] = {}
    for entry in sorted(entries, key=_newest_first):
        at = _placed(entry)
        year = dates.format_year(at, reader.language) if at else None
        years.setdefault(year, []).append(_row(reader, entry, axis))
    return HistoryView(
        years=tuple(HistoryYear(year=year, rows=tuple(rows)) for year, rows in years.items()),
        axis=axis.labels if axis else (),
        credits=_credits(reader, entries),
    )


def _moments(entry: BadgeEntry) -> tuple[datetime, ...]:
    subject = entry.credential.credential_subject
    found = (issued_on(entry.credential), subject.activity_end_date, subject.activity_start_date)
    return tuple(moment for moment in found if moment)


def _placed(entry: BadgeEntry) -> datetime | None:
    return next(iter(_moments(entry)), None)


def _newest_first(entry: BadgeEntry) -> tuple[int, str]:
    at = _placed(entry)
    return -at.date().toordinal() if at else 0, entry.slug


def _row(reader: Reader, entry: BadgeEntry, axis: Axis | None) -> HistoryRow:
    subject, issued = entry.credential.credential_subject, issued_on(entry.credential)
    start, end, stated = subject.activity_start_date, subject.activity_end_date, subject.credits_earned
    return HistoryRow(
        address=page_address(reader.language, "badges", entry.slug),
        title=title_view(reader, entry).main,
        issuer=profile_run(reader, entry.credential.issuer),
        state=state_of(reader, entry),
        solid=_earned(entry),
        issued=reader.date(issued) if issued else None,
        start=reader.date(start) if start else None,
        end=reader.date(end) if end else None,
        credits=credit_text(reader, stated) if stated is not None else None,
        counted=_countable(entry) is not None,
        line=axis.line(start, end, issued) if axis else None,
    )


def _earned(entry: BadgeEntry) -> bool:
    return entry.verdict in _EARNED and not with_published_key(entry.report)


def _countable(entry: BadgeEntry) -> float | None:
    stated = entry.credential.credential_subject.credits_earned
    return stated if stated is not None and math.isfinite(stated) and _earned(entry) else None


def _credits(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[CreditsView, ...]:
    by_issuer: dict[str, list[tuple[BadgeEntry, float]]] = {}
    for entry in entries:
        stated, issuer = _countable(entry), entry.credential.issuer
        if stated is not None:
            by_issuer.setdefault(issuer.id or str(issuer.name), []).append((entry, stated))
    return tuple(
        CreditsView(
            issuer=profile_run(reader, found[0][0].credential.issuer),
            total=credit_text(reader, math.fsum(stated for _, stated in found)),
            number=len(found),
        )
        for found in by_issuer.values()
    )
