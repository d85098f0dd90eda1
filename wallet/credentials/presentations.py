"""A presentation: credentials, and who puts them forward (VCDM 1.1 section 4.10, VCDM 2.0 section 4.13).

The credentials in it are documents of their own. Here the wrapping is read, and who its holder is said to be.
"""

from __future__ import annotations

from dataclasses import dataclass

from wallet.credentials.members import require_type
from wallet.fields import Fields, JsonObject, Problem, as_sequence

__all__ = ["Presentation", "read_presentation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Presentation:
    """The wrapping of the credentials; `holder` is who presents them, None where nobody is named."""

    id: str | None
    holder: str | None
    credentials: int


def read_presentation(members: JsonObject) -> tuple[Presentation, tuple[Problem, ...]]:
    """The presentation, and every departure from the model with its path."""
    problems: list[Problem] = []
    fields = Fields(members, "$", problems)
    require_type(fields, "VerifiablePresentation")
    credentials = as_sequence(members.get("verifiableCredential"))
    return Presentation(id=fields.text("id"), holder=_holder(fields), credentials=len(credentials)), tuple(problems)


def _holder(fields: Fields) -> str | None:
    if isinstance(fields.members.get("holder"), str):
        return fields.text("holder")
    child = fields.child("holder")
    return child.text("id", required=True) if child is not None else None
