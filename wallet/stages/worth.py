"""Which badges to suggest to a learner for publishing."""

from __future__ import annotations

from wallet.verification.report import Verdict

__all__ = ["is_worth_publishing"]


def is_worth_publishing(verdict: object) -> bool:
    """Whether to suggest publishing a badge: one that failed is refused, and one left unchecked proves nothing."""
    return verdict not in (Verdict.INVALID, Verdict.UNSUPPORTED)
