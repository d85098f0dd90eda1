"""What several pages say of one badge in the same words is made once for each language."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from wallet.site.entries import BadgeEntry
from wallet.site.reader import Reader

__all__ = ["once"]

Made = TypeVar("Made")


def once(make: Callable[[Reader, BadgeEntry], Made]) -> Callable[[Reader, BadgeEntry], Made]:
    """`make`, whose result for a badge is remembered for as long as the reader lives."""

    @wraps(make)
    def remembered(reader: Reader, entry: BadgeEntry) -> Made:
        key = (make.__qualname__, id(entry))
        if key not in reader.memory:
            # Beside the result stands the badge, so that no other one can take its place in memory and its id.
            reader.memory[key] = (entry, make(reader, entry))
        return cast(Made, reader.memory[key][1])

    return remembered
