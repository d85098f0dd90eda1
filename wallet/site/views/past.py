"""What was found about a badge in earlier years."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.values import DateView

__all__ = ["PastView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastView:
    """One entry: the day, the state by its name and in words from that day on, and what had changed."""

    date: DateView
    kind: str
    state: str
    changes: tuple[str, ...] = ()
