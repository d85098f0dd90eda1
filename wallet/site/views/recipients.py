"""The form that asks whom a badge was issued to: what a browser needs to compare, and nothing that it could print."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RecipientForm", "RecipientKind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKind:
    """A kind of identifier by which the badge names its recipient, in words."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientForm:
    """The kinds that can be asked for, and as JSON every digest that what is typed may have, for the script."""

    kinds: tuple[RecipientKind, ...]
    keys: str
