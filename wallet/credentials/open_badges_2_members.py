"""The kinds of value of Open Badges 2.0 ("Primitive datatypes") and of 1.x, read into the one model's own.

An object names the language of all its texts with ``@language``. Version 1.x allowed dates without a time, and times
as a number of seconds; 2.0 demands a time with a zone.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from wallet.credentials.model import Image
from wallet.credentials.times import parse_datetime
from wallet.fields import Fields, JsonValue, as_sequence
from wallet.language.text import LanguageValue, Text

__all__ = ["address", "image", "joined", "language_of", "moment", "text", "typed"]

_TIME = re.compile(r"^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?((?:[.,]\d+)?)(Z|[+-]\d{2}(?::?\d{2})?)\Z", re.ASCII)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?\Z", re.ASCII)
_TAG = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_ABSOLUTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:\S+\Z")
_PICTURE = re.compile(r"^data:image/(?:png|svg\+xml)[;,]", re.I)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

MAX_SECONDS = 253_402_300_799
"""The end of the year 9999, beyond which no calendar counts."""


def language_of(fields: Fields) -> str | None:
    """The language of an object's texts, where it names one."""
    value = fields.members.get("@language")
    return value if isinstance(value, str) and _TAG.match(value) else None


def text(fields: Fields, name: str, *, required: bool = False) -> Text | None:
    """A string in the object's language, a language value object, a language map, or an array of them."""
    value, language = fields.members.get(name), language_of(fields)
    values: list[LanguageValue] = []
    for part in as_sequence(value):
        found = _values(part, language)
        if part is not None and not found:
            fields.note(name, "field.not-text")
        values += found
    if not values and required and all(part is None for part in as_sequence(value)):
        fields.note(name, "field.missing")
    return Text(tuple(values)) if values else None


def _values(value: JsonValue, language: str | None) -> list[LanguageValue]:
    if isinstance(value, str):
        return [LanguageValue(value=value, language=language)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("@value"), str):
        tag = value.get("@language")
        return [LanguageValue(value=str(value["@value"]), language=tag if isinstance(tag, str) else language)]
    if value and all(_TAG.match(tag) and isinstance(words, str) for tag, words in value.items()):
        return [LanguageValue(value=str(words), language=tag) for tag, words in value.items()]
    return []


def joined(own: Text | None, others: list[Text | None]) -> Text | None:
    """A text with those in the other languages behind it, one for each language."""
    values: list[LanguageValue] = []
    for found in (own, *others):
        for value in found.values if found else ():
            if all(value.language is None or value.language != known.language for known in values):
                values.append(value)
    return Text(tuple(values)) if own and values else own


def moment(fields: Fields, name: str, *, strict: bool, required: bool = False) -> datetime | None:
    """A time with a zone; where not `strict`, as in 1.x, also a date, which begins in UTC, or a number of seconds."""
    value = fields.members.get(name)
    if value is None:
        if required:
            fields.note(name, "field.missing")
        return None
    found = _time(value) if isinstance(value, str) else None
    if found is None and not strict:
        found = _older_time(value)
    if found is None:
        fields.note(name, "field.not-a-time", str(value)[:60])
    return found


def _time(value: str) -> datetime | None:
    match = _TIME.match(value.strip())
    if match is None:
        return None
    clock, seconds, fraction, zone = match.groups()
    if zone != "Z":
        zone = zone[:3] + ":" + (zone[3:].lstrip(":") or "00")
    return parse_datetime(f"{clock}{seconds or ':00'}{fraction.replace(',', '.')}{zone}")


def _older_time(value: JsonValue) -> datetime | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 12:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    if isinstance(value, int):
        return _EPOCH + timedelta(seconds=value) if 0 < value <= MAX_SECONDS else None
    match = _DATE.match(value)
    if match is None:
        return None
    return parse_datetime(value + ("T00:00:00Z" if match[1] is None else "Z" if match[2] else ":00Z"))


def address(fields: Fields, name: str, *, required: bool = False) -> str | None:
    """A URL or another absolute IRI."""
    value = fields.text(name, required=required)
    if value is not None and not _ABSOLUTE.match(value):
        fields.note(name, "field.not-a-uri", value[:80])
    return value


def typed(fields: Fields, *wanted: str, required: bool) -> tuple[str, ...]:
    """The types of an object, one of which must be wanted; version 1.0 did without them."""
    kinds = fields.texts("type") or fields.texts("@type")
    if not kinds and required:
        fields.note("type", "field.missing")
    if kinds and not set(wanted) & set(kinds):
        fields.note("type", "field.other-type", ", ".join(kinds)[:80])
    return kinds


def image(fields: Fields, name: str, *, data_allowed: bool, required: bool = False) -> Image | None:
    """A picture by its address, or an object with the address as its id; as a data URL only PNG and SVG."""
    value = fields.members.get(name)
    child = fields.child(name, required=required) if not isinstance(value, str) else None
    url = value if isinstance(value, str) else child.text("id", required=True) if child is not None else None
    if url is None:
        return None
    if url.startswith("data:") and not data_allowed:
        fields.note(name, "assertion.image-not-linked")
    elif url.startswith("data:") and not _PICTURE.match(url):
        fields.note(name, "assertion.image-of-another-kind", url[:40])
    elif not _ABSOLUTE.match(url):
        fields.note(name, "field.not-a-uri", url[:80])
    return Image(id=url, caption=text(child, "caption") if child is not None else None)
