"""What the learner should know about their published badges, because something about them has changed or soon will.

Judged by what is kept, so that a look without a network says the same. Nothing here depends on the day but for limits
that are passed: while nothing changes, the same is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from wallet.language.text import Text
from wallet.portfolio.model import Portfolio
from wallet.portfolio.past_findings import PastFinding
from wallet.portfolio.reading import read_portfolio
from wallet.stages.build_record import LeftOut
from wallet.stages.judging import Judged, judge
from wallet.stages.noticing import gone_since, list_addresses, noticed, unconfirmed_since
from wallet.verification.report import Check, Verdict
from wallet.verification.verifier import RunMemory

__all__ = ["QUIET", "Reminder", "reminders", "reminders_of"]

SOON = timedelta(days=60)
"""Time enough to take a course again or to ask for a renewal."""

_GONE = {"list-gone": "reminder.list-gone", "key-gone": "reminder.key-gone", "page-gone": "reminder.page-gone"}

QUIET = frozenset({"reminder.silent", "reminder.not-answered"})
"""What may mend itself, and is told in passing only."""

_DATED = frozenset({"reminder.expires", "reminder.expired", "reminder.silent", *_GONE.values()})
"""What has a day of its own among its facts."""

_WITHDRAWN = {Verdict.REVOKED: "reminder.revoked", Verdict.SUSPENDED: "reminder.suspended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to know about one badge: its sentence is that of `code`, filled by `facts`.

    `name` is the issuer's, or the slug of a badge that cannot be read; no page of the site is `shown` for that one.
    The facts say when it began, where the badge's history does: what ended and comes again is another thing to know.
    """

    slug: str
    name: Text | str
    code: str
    shown: bool = True
    facts: Mapping[str, str] = field(default_factory=dict)


def reminders(root: Path, at: datetime) -> tuple[Portfolio, tuple[Reminder, ...]]:
    """The portfolio in `root` and what there is to know at the moment `at`; raises PortfolioError or StoreError."""
    portfolio, memory = read_portfolio(root), RunMemory()
    judged = ((judge(badge, portfolio, at, memory=memory), badge.past) for badge in portfolio.badges)
    return portfolio, tuple(reminder for one, past in judged for reminder in reminders_of(one, past, at))


def reminders_of(badge: Judged | LeftOut, past: Sequence[PastFinding], at: datetime) -> Iterator[Reminder]:
    """What there is to know about one badge with this history, the gravest first."""
    if isinstance(badge, LeftOut):
        code = "reminder.key-refused" if _is_refusal(badge.code) else "reminder.left-out"
        yield Reminder(slug=badge.slug, name=badge.slug, code=code, shown=False, facts=_begun(past, code))
        return
    name = badge.credential.achievement.name
    for code, facts in _found(badge, at):
        dated = {what: moment.isoformat() for what, moment in facts.items() if moment is not None}
        yield Reminder(slug=badge.badge.slug, name=name, code=code, facts={**dated, **_begun(past, code)})


def _found(badge: Judged, at: datetime) -> Iterator[tuple[str, Mapping[str, datetime | None]]]:
    report, verdict = badge.verification.report, badge.verification.verdict
    lists = list_addresses(badge.verification.members)
    marks = noticed(report, verdict, badge.asked, lists=lists, at=at).marks
    until = badge.credential.valid_until
    if verdict in _WITHDRAWN:
        yield _WITHDRAWN[verdict], {}
    elif until is not None and at - SOON <= until <= at + SOON:
        yield "reminder.expires" if until > at else "reminder.expired", {"until": until}
    if "key-refused" in marks:
        yield "reminder.key-refused", {}
    for mark in (mark for mark in marks if mark in _GONE):
        yield _GONE[mark], {"since": gone_since(badge.asked), "confirmed": _confirmed(badge)}
    if "silent" in marks:
        yield "reminder.silent", {"since": unconfirmed_since(badge.asked, at)}
    elif verdict is Verdict.UNDETERMINED and not marks and _is_unanswered(badge):
        yield "reminder.not-answered", {}


def _begun(past: Sequence[PastFinding], code: str) -> Mapping[str, str]:
    """Since when the history says without a break what the reminder says; nothing where it says nothing else."""
    if code in _DATED or not past:
        return {}
    same = list(takewhile(lambda one: _says(one, code) == _says(past[-1], code), reversed(past)))
    return {"began": same[-1].at.isoformat()} if len(same) < len(past) else {}


def _says(finding: PastFinding, code: str) -> object:
    return "key-refused" in finding.marks if code == "reminder.key-refused" else finding.verdict


def _confirmed(badge: Judged) -> datetime:
    """When the oldest of the answers that are gone came."""
    return min(one.retrieved_at for one in badge.asked if one.gone_at is not None)


def _is_unanswered(badge: Judged) -> bool:
    """Whether something could never be had, rather than not today."""
    results = (badge.verification.report.result(check) for check in (Check.PROOF, Check.ISSUER, Check.STATUS))
    return any(result.code.startswith("resolution.") for result in results)


def _is_refusal(code: str) -> bool:
    return code.startswith(("method.", "issuer.key-"))
