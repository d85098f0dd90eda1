"""What was found about a badge over time, for a reader: the latest first, each with its day."""

from __future__ import annotations

from itertools import pairwise

from wallet.portfolio.past_findings import PastFinding, changes
from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader
from wallet.site.states import state_label
from wallet.site.views import PastView

__all__ = ["past_views"]

LONGEST = 20
"""A server that comes and goes must not make the page longer each week; the file beside the badge has every entry."""


def past_views(reader: Reader, entry: BadgeEntry) -> tuple[PastView, ...]:
    """The entries of the badge's history; none where nothing has ever changed."""
    past = entry.past
    later = [_view(reader, now, changes(before, now)) for before, now in pairwise(past)]
    first = [_view(reader, past[0], ())] if past else []
    return tuple(reversed([*first, *later][-LONGEST:]))


def _view(reader: Reader, finding: PastFinding, codes: tuple[str, ...]) -> PastView:
    # The state in words says what the code of a new verdict says.
    told = [code for code in codes if code != f"past.{finding.verdict.value}"]
    return PastView(
        date=reader.date(finding.at),
        kind=finding.verdict.value,
        state=state_label(reader, finding.verdict.value),
        changes=tuple(reader.sentence(code, {}) for code in told),
    )
