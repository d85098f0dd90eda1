"""What a server says about asking it again: how its answer is told unchanged, until when it holds, when not to ask.

They come from a stranger and are sent back to that stranger alone, so each has a form that it must keep to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

__all__ = ["MAX_PATIENCE", "Terms", "asked_until", "conditions", "terms_of"]

MAX_PATIENCE = timedelta(days=6)
"""Whatever a server says of its answer, somebody who looks once a week asks each time."""

_ENTITY_TAG = re.compile(r'(W/)?"[\x21\x23-\x7e]{0,200}"', re.ASCII)
_HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT", re.ASCII)
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age=\"?(\d{1,9})", re.ASCII | re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,9}", re.ASCII)
_NOT_KEPT = re.compile(r"(?:^|[,\s])(no-store|no-cache)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """An answer's entity tag, the date of its last change as HTTP writes it, and until when it holds unasked.

    `wait_until` is set on a kept answer when its server has since asked to be left alone until then.
    """

    etag: str | None = None
    last_modified: str | None = None
    fresh_until: datetime | None = None
    wait_until: datetime | None = None


def terms_of(headers: Mapping[str, str], at: datetime) -> Terms:
    """The terms in the headers, by lower-case names, of an answer that came at the moment `at`."""
    return Terms(
        etag=_in_form(_ENTITY_TAG, headers.get("etag")),
        last_modified=_in_form(_HTTP_DATE, headers.get("last-modified")),
        fresh_until=_fresh_until(headers, at),
    )


def conditions(terms: Terms) -> dict[str, str]:
    """The request headers that ask for an answer only where it changed; none where nothing well-formed is known."""
    asked = {
        "If-None-Match": _in_form(_ENTITY_TAG, terms.etag),
        "If-Modified-Since": _in_form(_HTTP_DATE, terms.last_modified),
    }
    return {name: value for name, value in asked.items() if value is not None}


def asked_until(headers: Mapping[str, str], at: datetime) -> datetime | None:
    """When a server that turned us away at the moment `at` wants to be asked again; None where it does not say."""
    told = headers.get("retry-after", "").strip()
    if _SECONDS.fullmatch(told):
        return at + min(timedelta(seconds=int(told)), MAX_PATIENCE)
    stated = _date(told) if _HTTP_DATE.fullmatch(told) else None
    return max(at, min(stated, at + MAX_PATIENCE)) if stated is not None else None


def _date(text: str) -> datetime | None:
    # Imported where a server sends a date: it brings sockets along, which no file needs that is checked by itself.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _in_form(form: re.Pattern[str], value: str | None) -> str | None:
    return value if value is not None and form.fullmatch(value) else None


def _fresh_until(headers: Mapping[str, str], at: datetime) -> datetime | None:
    told = headers.get("cache-control", "")
    stated = _MAX_AGE.search(told)
    if stated is None or _NOT_KEPT.search(told):
        return None
    age = headers.get("age", "0")
    left = int(stated[1]) - (int(age) if age.isascii() and age.isdigit() else 0)
    return at + min(timedelta(seconds=left), MAX_PATIENCE) if left > 0 else None
