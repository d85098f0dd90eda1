"""Other editions of an achievement: in another language, or another version."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.values import Run

__all__ = ["EditionView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """One edition: `address` where its badge has a page here, `url` where it stands elsewhere, else neither."""

    label: str
    name: Run
    address: str | None = None
    url: str | None = None
