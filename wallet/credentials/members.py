"""Reading the members that Open Badges adds to plain JSON: text with a language, times, and typed objects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.fields import Fields, JsonValue, as_sequence
from wallet.language.text import LanguageValue, Text

__all__ = ["language_text", "moment", "number_text", "require_type", "scalar", "typed_children"]


def language_text(fields: Fields, name: str, *, required: bool = False) -> Text | None:
    """A string, a language value object, or an array of them (VCDM 2.0 section 11.1)."""
    value = fields.members.get(name)
    values = [found for part in as_sequence(value) if (found := _language_value(fields, name, part)) is not None]
    if not values:
        if required and all(part is None for part in as_sequence(value)):
            fields.note(name, "field.missing")
        return None
    return Text(tuple(values))


def _language_value(fields: Fields, name: str, value: JsonValue) -> LanguageValue | None:
    if isinstance(value, str):
        return LanguageValue(value=value)
    if isinstance(value, dict) and isinstance(value.get("@value"), str):
        language, direction = value.get("@language"), value.get("@direction")
        return LanguageValue(
            value=str(value["@value"]),
            language=language if isinstance(language, str) else None,
            direction=direction if direction in ("ltr", "rtl") else None,
        )
    if value is not None:
        fields.note(name, "field.not-text")
    return None


def moment(fields: Fields, name: str, *, required: bool = False) -> datetime | None:
    """A date and time with an offset."""
    text = fields.text(name, required=required)
    if text is None:
        return None
    found = parse_datetime(text)
    if found is None:
        fields.note(name, "field.not-a-time", text[:60])
    return found


def scalar(fields: Fields, name: str) -> str | None:
    """A string as it stands; a number, which issuers also write, as its text."""
    return number_text(fields.members.get(name)) or fields.text(name)


def number_text(value: JsonValue) -> str | None:
    """A number as a person would write it, without rounding; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return str(int(value)) if isinstance(value, float) and abs(value) < 1e16 and value.is_integer() else str(value)


def require_type(fields: Fields, *wanted: str, required: bool = True) -> tuple[str, ...]:
    """The types of an object; notes a problem when none of `wanted` is among them, or when they are missing."""
    kinds = fields.texts("type")
    if not kinds:
        if required:
            fields.note("type", "field.missing")
    elif not set(wanted) & set(kinds):
        fields.note("type", "field.other-type", ", ".join(kinds)[:80])
    return kinds


def typed_children(fields: Fields, name: str, *wanted: str) -> Iterator[Fields]:
    """The objects of a member, each of which must name one of the wanted types."""
    for child in fields.children(name):
        require_type(child, *wanted)
        yield child
