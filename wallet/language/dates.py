"""Dates and numbers as a reader of one language expects them.

A date is printed in the offset it was written with: a badge of 2022-12-16T00:00:00+09:00 says 16 December on every
machine. Nothing here knows the machine's own time zone.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

__all__ = [
    "browser_locale",
    "exact",
    "format_date",
    "format_moment",
    "format_month",
    "format_number",
    "format_stamp",
    "format_year",
    "parse_moment",
]

# World English writes the day first, which readers outside the United States cannot misread.
_LOCALES = {"en": "en_001"}

# Where a language sets full-width brackets and no comma between a date and a time.
_MOMENTS = {"ja": "{day} {clock}（{offset}）", "zh": "{day} {clock}（{offset}）"}

# A seal has little room; elsewhere the middle form of a date fits it as it is.
_STAMPS = {"ja": "y.M.d", "en": "d MMM y"}

# Beyond this, decimal places can no longer be told apart, and no badge states such a number.
LARGEST_GROUPED = 10**15


def _locale(language: str) -> str:
    return _LOCALES.get(language, language.replace("-", "_"))


def browser_locale(language: str) -> str:
    """The locale in which dates are written, as a browser names it: "en-001", "ja"."""
    return _locale(language).replace("_", "-")


def format_date(value: datetime, language: str) -> str:
    """The calendar date in the value's own offset: "16 December 2022", "2022年12月16日"."""
    return _long_date(value.date(), _locale(language))


@lru_cache(maxsize=4096)
def _long_date(value: date, locale: str) -> str:
    from babel.dates import format_date as babel_date

    return babel_date(value, "long", locale=locale)


def format_month(value: datetime, language: str) -> str:
    """Year and month in the value's own offset: "December 2022", "2022年12月"."""
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", value.date(), locale=_locale(language))


def format_year(value: datetime, language: str) -> str:
    """The year in the value's own offset: "2022", "2022年"."""
    return _written_year(value.date(), _locale(language))


@lru_cache(maxsize=512)
def _written_year(value: date, locale: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton("y", value, locale=locale)


def format_moment(value: datetime, language: str) -> str:
    """Date and minute with the offset: "16 December 2022, 09:30 (UTC+09:00)"."""
    day = format_date(value, language)
    clock, offset = f"{value:%H:%M}", _offset(value)
    return _MOMENTS.get(language.split("-")[0], "{day}, {clock} ({offset})").format(day=day, clock=clock, offset=offset)


def _offset(value: datetime) -> str:
    shift = value.utcoffset() or timedelta()
    if not shift:
        return "UTC"
    minutes = int(shift.total_seconds() // 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=4096)
def format_number(value: float, language: str) -> str:
    """A number with the separators of the language and no more digits than it has; one beyond all use as it is."""
    from babel.numbers import format_decimal

    if not -LARGEST_GROUPED <= value <= LARGEST_GROUPED:
        return str(value)

    return format_decimal(value, format="#,##0.######", locale=_locale(language))


def exact(value: datetime) -> str:
    """The value for a `datetime` attribute: RFC 3339 with its own offset."""
    written = value.isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written


def parse_moment(value: str) -> datetime | None:
    """A full RFC 3339 time with an offset, or None for any other text."""
    if len(value) < len("2022-12-16T00:00:00Z") or value[10:11] not in ("T", "t"):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def format_stamp(value: datetime, language: str) -> str:
    """The date as a seal carries it: "23 Nov 2026", "2026.11.23"."""
    return _short_date(value.date(), _STAMPS.get(language.split("-")[0], "medium"), _locale(language))


@lru_cache(maxsize=4096)
def _short_date(value: date, form: str, locale: str) -> str:
    from babel.dates import format_date as babel_date

    return babel_date(value, form, locale=locale)
