"""How far a requirement, or a pathway as a whole, is met by the badges that count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from wallet.language.marks import N_
from wallet.portfolio.model import Pathway, Requirement
from wallet.site.credits import is_earned, stated_total
from wallet.site.drawing import WIDTH, bar
from wallet.site.entries import BadgeEntry
from wallet.site.facts import credit_text
from wallet.site.reader import Reader
from wallet.site.views import PathwayProgress

__all__ = ["requirement_progress", "whole_progress"]

_LABELS: Mapping[str, str] = {"met": N_("Met"), "partly": N_("Partly met"), "open": N_("Open")}


def requirement_progress(reader: Reader, requirement: Requirement, entries: Sequence[BadgeEntry]) -> PathwayProgress:
    """What counts towards one requirement, against the badges and the credits that it asks for."""
    counting = [entry for entry in entries if is_earned(entry)]
    credits = _Amount(stated_total(counting), requirement.credits)
    badges = _Amount(Decimal(len(counting)), requirement.needed)
    parts = [part for part in (badges, credits) if part.wanted is not None]
    return _progress(reader, kind=_kind(parts, begun=bool(counting)), badges=badges, credits=credits)


def whole_progress(
    reader: Reader, pathway: Pathway, requirements: Sequence[PathwayProgress], entries: Sequence[BadgeEntry]
) -> PathwayProgress:
    """The pathway: its requirements, and its credits over `entries`, where each badge stands once."""
    met = _Amount(Decimal(sum(found.kind == "met" for found in requirements)), len(requirements))
    credits = _Amount(stated_total(entries), pathway.credits)
    parts = [part for part in (met, credits) if part.wanted is not None]
    begun = any(found.kind != "open" for found in requirements)
    return _progress(reader, kind=_kind(parts, begun=begun), requirements=met, credits=credits)


class _Amount:
    """What there is of what is wanted."""

    def __init__(self, found: Decimal, wanted: float | None) -> None:
        self.found = found
        self.wanted = None if wanted is None else Decimal(repr(wanted))

    @property
    def missing(self) -> Decimal:
        return max(self.wanted - self.found, Decimal(0)) if self.wanted is not None else Decimal(0)

    @property
    def width(self) -> int:
        return int(WIDTH * min(Decimal(1), self.found / self.wanted)) if self.wanted else WIDTH


def _kind(parts: Sequence[_Amount], *, begun: bool) -> str:
    if not any(part.missing for part in parts):
        return "met"
    return "partly" if begun else "open"


def _progress(
    reader: Reader,
    *,
    kind: str,
    credits: _Amount,
    badges: _Amount | None = None,
    requirements: _Amount | None = None,
) -> PathwayProgress:
    named = [
        (requirements, N_("Requirements met: {found} of {wanted}"), N_("Requirements still open: {missing}")),
        (badges, N_("Badges: {found} (needed: {wanted})"), N_("Badges still missing: {missing}")),
        (credits, N_("Credits: {found} (needed: {wanted})"), N_("Credits still missing: {missing}")),
    ]
    wanted = [(part, there, missing) for part, there, missing in named if part is not None and part.wanted is not None]
    # Whoever needs badges and credits has gone as far as with the lesser of the two.
    solid = min(part.width for part, _, _ in wanted)
    return PathwayProgress(
        kind=kind,
        label=reader.say(_LABELS[kind]),
        amounts=tuple(_said(reader, there, part) for part, there, _ in wanted),
        missing=tuple(_said(reader, missing, part) for part, _, missing in wanted if part.missing),
        bar=bar(solid, WIDTH - solid, WIDTH),
    )


def _said(reader: Reader, message: str, part: _Amount) -> str:
    return reader.say(
        message,
        found=credit_text(reader, float(part.found)),
        wanted=credit_text(reader, float(part.wanted or 0)),
        missing=credit_text(reader, float(part.missing)),
    )
