"""What a look over the portfolio finds: where, what, and whether it is a fault or only a hint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wallet.errors import FactValue

__all__ = ["Kind", "Remark"]


class Kind(StrEnum):
    """What a remark is about, in the order in which remarks are listed."""

    FILE = "file"
    TRANSLATION = "translation"
    LINK = "link"
    PICTURE = "picture"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """`path` is seen from the portfolio's folder; `code` and `facts` name the sentence; a `hint` may be left as is."""

    kind: Kind
    code: str
    path: str
    line: int | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    hint: bool = False
