"""Dates and times of credentials: XML Schema dateTimeStamp as RFC 3339 writes it (VCDM 2.0 section 4.9)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

__all__ = ["parse_datetime"]

_RFC3339 = re.compile(
    r"^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9})\d*)?([Zz]|[+-]\d{2}:\d{2})\Z", re.ASCII
)


@lru_cache(maxsize=1_024)  # the badges of one course have most of their dates in common
def parse_datetime(text: str) -> datetime | None:
    """The moment in its own offset, or None when `text` is no full date and time with an offset.

    A leap second, and the hour 24:00:00 that XML Schema allows, count as the second after them. Years run from 1 to
    9999 in UTC as well: the year 0000 of XML Schema 1.1 is refused, because it cannot be compared with anything.
    """
    match = _RFC3339.match(text)
    if match is None:
        return None
    day, hour, minute, second, fraction, offset = match.groups()
    late = second == "60"
    midnight = (hour, minute, second) == ("24", "00", "00")
    clock = f"{'00' if midnight else hour}:{minute}:{'59' if late else second}"
    zone = "+00:00" if offset in "Zz" else offset
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}.{(fraction or '0')[:6]:0<6}{zone}")
        moment += timedelta(seconds=late, days=midnight)
        moment.astimezone(UTC)
        return moment
    except (ValueError, OverflowError):
        return None
