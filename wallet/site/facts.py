"""The plain facts of a badge, each with a label: only what the file states, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wallet.credentials.model import Achievement, AchievementSubject, OpenBadgeCredential, Profile
from wallet.language.text import Text
from wallet.site.reader import Reader
from wallet.site.recipients import recipient_runs
from wallet.site.views import Fact, Run
from wallet.site.words import achievement_type

__all__ = ["badge_facts", "credit_text", "issued_on", "profile_run"]


def issued_on(credential: OpenBadgeCredential) -> datetime | None:
    """The day it was awarded: `validFrom` moves when a badge is issued again, `awardedDate` does not."""
    return credential.awarded_date or credential.valid_from


def credit_text(reader: Reader, value: float) -> str:
    """A number of credits; the standard names no unit beyond "credit hours"."""
    return reader.number(value)


def profile_run(reader: Reader, profile: Profile) -> Run:
    """The name of an organisation or person, else its identifier."""
    name = profile.name if profile.name and str(profile.name).strip() else None
    return reader.run(name or profile.url or profile.id or reader.say("no name stated"))


def badge_facts(reader: Reader, credential: OpenBadgeCredential) -> tuple[Fact, ...]:
    """Every stated fact; validity and recipient are always there, since their absence says something too."""
    subject, achievement = credential.credential_subject, credential.achievement
    return (
        *_kind(reader, achievement),
        *_dates(reader, credential),
        *_study(reader, subject, achievement),
        *_descriptions(reader, subject, achievement),
        *_people(reader, credential),
        Fact(label=reader.say("Issued to"), values=recipient_runs(reader, subject), claim="recipient"),
    )


def _kind(reader: Reader, achievement: Achievement) -> Iterator[Fact]:
    if achievement.achievement_type:
        word = achievement_type(reader, achievement.achievement_type)
        yield Fact(label=reader.say("Kind"), values=(Run(text=word),))


def _dates(reader: Reader, credential: OpenBadgeCredential) -> Iterator[Fact]:
    issued = issued_on(credential)
    if issued:
        yield Fact(label=reader.say("Issued"), date=reader.date(issued), claim="issued")
    if credential.valid_from and issued and credential.valid_from.date() != issued.date():
        yield Fact(label=reader.say("Valid from"), date=reader.date(credential.valid_from), claim="valid-from")
    if credential.valid_until:
        yield Fact(label=reader.say("Valid until"), date=reader.date(credential.valid_until), claim="valid-until")
    else:
        yield Fact(
            label=reader.say("Valid until"), values=(Run(text=reader.say("no expiry date")),), claim="valid-until"
        )


def _study(reader: Reader, subject: AchievementSubject, achievement: Achievement) -> Iterator[Fact]:
    start, end = subject.activity_start_date, subject.activity_end_date
    if start and end:
        span = reader.say("{start} to {end}", start=reader.date(start).text, end=reader.date(end).text)
        yield Fact(label=reader.say("Period of study"), values=(Run(text=span),))
    elif start:
        yield Fact(label=reader.say("Study began"), date=reader.date(start))
    elif end:
        yield Fact(label=reader.say("Study ended"), date=reader.date(end))
    yield from _stated(reader, reader.say("Academic term"), subject.term)
    if subject.credits_earned is not None:
        text = credit_text(reader, subject.credits_earned)
        yield Fact(label=reader.say("Credits earned"), values=(Run(text=text),))
    if achievement.credits_available is not None:
        text = credit_text(reader, achievement.credits_available)
        yield Fact(label=reader.say("Credits available"), values=(Run(text=text),))


def _descriptions(reader: Reader, subject: AchievementSubject, achievement: Achievement) -> Iterator[Fact]:
    yield from _stated(reader, reader.say("Role"), subject.role)
    yield from _stated(reader, reader.say("Field"), achievement.field_of_study)
    yield from _stated(reader, reader.say("Specialization"), achievement.specialization)
    if achievement.in_language:
        name = reader.language_name(achievement.in_language)
        yield Fact(label=reader.say("Language"), values=(Run(text=name),))
    yield from _stated(reader, reader.say("Code"), achievement.human_code)
    yield from _stated(reader, reader.say("Version"), achievement.version)
    yield from _stated(reader, reader.say("Registration number"), subject.license_number)


def _people(reader: Reader, credential: OpenBadgeCredential) -> Iterator[Fact]:
    source, creator = credential.credential_subject.source, credential.achievement.creator
    parent = credential.issuer.parent_org
    if source and source.id != credential.issuer.id:
        yield Fact(label=reader.say("Assessed by"), values=(profile_run(reader, source),))
    if creator and creator.id != credential.issuer.id:
        yield Fact(label=reader.say("Designed by"), values=(profile_run(reader, creator),))
    if parent:
        yield Fact(label=reader.say("Issuer is part of"), values=(profile_run(reader, parent),))


def _stated(reader: Reader, label: str, value: Text | str | None) -> Iterator[Fact]:
    if value:
        yield Fact(label=label, values=(reader.run(value),))
