"""How the badges came about: by year, with study periods, and credits as their issuers state them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from wallet.language import dates
from wallet.site.cards import title_view
from wallet.site.credits import counted_credits, credits_by_issuer, is_earned
from wallet.site.drawing import Axis, axis_of
from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text, issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.states import state_of
from wallet.site.urls import page_address
from wallet.site.views import HistoryRow, HistoryView, HistoryYear

__all__ = ["has_history", "history_view"]


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
        credits=credits_by_issuer(reader, entries),
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
        title=title_view(reader, entry),
        issuer=profile_run(reader, entry.credential.issuer),
        state=state_of(reader, entry),
        solid=is_earned(entry),
        issued=reader.date(issued) if issued else None,
        start=reader.date(start) if start else None,
        end=reader.date(end) if end else None,
        credits=credit_text(reader, stated) if stated is not None else None,
        counted=counted_credits(entry) is not None,
        line=axis.line(start, end, issued) if axis else None,
    )
