"""The lines of a CV: the badges that an employer may rely on, each with its date, issuer and what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from wallet.language import dates
from wallet.site.cards import title_view
from wallet.site.cv_words import cv_verb
from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text, issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.states import state_kind, state_of, with_published_key
from wallet.site.urls import absolute, page_address
from wallet.site.views import CvRow, DateView, Fact, Run
from wallet.site.words import achievement_type
from wallet.verification.report import Check, Outcome, Verdict

__all__ = ["cv_rows", "is_genuine"]

_GENUINE = frozenset({Verdict.VERIFIED, Verdict.EXPIRED})


def is_genuine(entry: BadgeEntry) -> bool:
    """Whether the issuer's word was confirmed: what has expired was earned all the same."""
    return entry.verdict in _GENUINE and not with_published_key(entry.report)


def cv_rows(reader: Reader, entries: Sequence[BadgeEntry], base_url: str, *, newest_first: bool) -> tuple[CvRow, ...]:
    """The badges in the order of their dates; those without a date last."""

    def key(entry: BadgeEntry) -> tuple[bool, int, str]:
        issued = issued_on(entry.credential)
        day = issued.date().toordinal() if issued else 0
        return issued is None, -day if newest_first else day, entry.slug

    return tuple(_row(reader, entry, base_url) for entry in sorted(entries, key=key))


def _row(reader: Reader, entry: BadgeEntry, base_url: str) -> CvRow:
    title, issued = title_view(reader, entry), issued_on(entry.credential)
    address, subject = page_address(reader.language, "badges", entry.slug), entry.credential.credential_subject
    kind = subject.achievement.achievement_type
    return CvRow(
        address=address,
        url=absolute(base_url, address),
        name=title.original or title.main,
        translation=title.main if title.translated else None,
        issuer=profile_run(reader, entry.credential.issuer),
        kind=achievement_type(reader, kind) if kind else None,
        verb=cv_verb(reader, subject),
        date=_month(reader, issued) if issued else None,
        year=str(issued.year) if issued else "",
        month=str(issued.month) if issued else "",
        state=state_kind(entry.report, entry.verdict),
        found=_found(reader, entry),
        facts=tuple(_facts(reader, entry)),
    )


def _month(reader: Reader, moment: datetime) -> DateView:
    return DateView(text=dates.format_month(moment, reader.language), exact=dates.exact(moment))


def _found(reader: Reader, entry: BadgeEntry) -> str:
    state = state_of(reader, entry)
    if entry.verdict is Verdict.EXPIRED:
        return _expired(reader, entry, state.label)
    if state.kind == "verified_dated":
        return state.label
    checked = reader.date(entry.report.checked_at).text
    return reader.say("{state} (checked on {date})", state=state.label, date=checked)


def _expired(reader: Reader, entry: BadgeEntry, label: str) -> str:
    until = entry.credential.valid_until
    date = reader.date(until).text if until else None
    if entry.report.result(Check.STATUS).outcome is not Outcome.UNDETERMINED:
        return reader.say("{state} (genuine, valid until {date})", state=label, date=date) if date else label
    if date is None:
        return reader.say("{state} (whether it had been revoked could not be checked)", state=label)
    return reader.say(
        "{state} (valid until {date}; whether it had been revoked could not be checked)", state=label, date=date
    )


def _facts(reader: Reader, entry: BadgeEntry) -> Iterator[Fact]:
    subject, until = entry.credential.credential_subject, entry.credential.valid_until
    if subject.activity_start_date and subject.activity_end_date:
        start, end = (
            _month(reader, moment).text for moment in (subject.activity_start_date, subject.activity_end_date)
        )
        span = start if start == end else reader.say("{start} to {end}", start=start, end=end)
        yield Fact(label=reader.say("Period of study"), values=(Run(text=span),))
    if subject.credits_earned is not None:
        credit = credit_text(reader, subject.credits_earned)
        yield Fact(label=reader.say("Credits earned"), values=(Run(text=credit),))
    if subject.license_number:
        yield Fact(label=reader.say("Registration number"), values=(reader.run(subject.license_number),))
    if until and entry.verdict is not Verdict.EXPIRED:
        yield Fact(label=reader.say("Valid until"), date=reader.date(until))
