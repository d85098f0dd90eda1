"""Checking a badge again in the visitor's browser."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RecheckView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecheckView:
    """Where the file stands that says how the badge is secured and what else is needed to check it; `locale` is how
    the script writes dates."""

    address: str
    locale: str
