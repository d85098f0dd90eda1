"""The form that asks whom a badge was issued to: what a browser needs to compare, and nothing that it could print."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RecipientForm", "RecipientKey", "RecipientKind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKey:
    """One digest that what is typed may have: `kind` as in `RecipientKind`, what a match `means`, and how it is made.

    `means` is "same"; "spelling" for what is brought into one spelling before it is hashed; "flag" for a badge that
    says wrongly whether it names by a hash. `digest` is None where the algorithm is too weak to be compared. `hashed`
    says that the badge itself holds the digest.
    """

    kind: str
    means: str
    algorithm: str
    digest: str | None
    salt: str
    hashed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientKind:
    """A kind of identifier by which the badge names its recipient, in words."""

    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientForm:
    """The kinds that can be asked for, and every key."""

    kinds: tuple[RecipientKind, ...]
    keys: tuple[RecipientKey, ...]
