"""Reading the members that Open Badges adds to plain JSON: text with a language, times, URIs, words of a vocabulary.

Each reader returns the value or None, and notes in the problems of `fields` what contradicts the specification.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.credentials.vocabularies import Vocabulary, is_language_tag, is_uri
from wallet.fields import Fields, JsonValue, Problem
from wallet.language.text import LanguageValue, Text

__all__ = [
    "allow_members",
    "language_tag",
    "language_text",
    "moment",
    "number_text",
    "plain_text",
    "plain_texts",
    "require_type",
    "scalar",
    "typed_child",
    "typed_children",
    "uri",
    "word",
]

QUOTED = 80
"""As much of a foreign value as a sentence can carry."""

_VALUE_OBJECT = frozenset({"@value", "@language", "@direction"})


def language_text(fields: Fields, name: str, *, required: bool = False) -> Text | None:
    """A string, a language value object, or an array of them, one for each language (VCDM 2.0 section 11.1)."""
    value = fields.members.get(name)
    if isinstance(value, str):
        return Text((LanguageValue(value=value),))
    if value is None and not required:
        return None
    items = fields.items(name)
    values = [found for place, part in items if (found := _language_value(fields, place, part)) is not None]
    if [found.language for found in values].count(None) > 1:
        fields.note(name, "field.several-values", str(len(values)))
    if not values:
        if required and all(part is None for _, part in items):
            fields.note(name, "field.missing")
        return None
    return Text(tuple(values))


def _language_value(fields: Fields, place: str, value: JsonValue) -> LanguageValue | None:
    if isinstance(value, str):
        return LanguageValue(value=value)
    if isinstance(value, dict) and isinstance(value.get("@value"), str) and _VALUE_OBJECT.issuperset(value):
        language, direction = value.get("@language"), value.get("@direction")
        if language is not None and not (isinstance(language, str) and is_language_tag(language)):
            fields.note(f"{place}.@language", "field.not-a-language", str(language)[:QUOTED])
        if direction not in (None, "ltr", "rtl"):
            fields.note(f"{place}.@direction", "field.not-a-direction", str(direction)[:QUOTED])
        return LanguageValue(
            value=str(value["@value"]),
            language=language if isinstance(language, str) else None,
            direction=direction if direction in ("ltr", "rtl") else None,
        )
    if value is not None:
        fields.note(place, "field.not-text")
    return None


def plain_text(fields: Fields, name: str) -> str | None:
    """Text of which one language is kept: the string, or the first of the language values."""
    value = fields.members.get(name)
    if value is None or isinstance(value, str):
        return value
    if (number := number_text(value)) is not None:
        fields.remark(name, "field.number-for-text", number)
        return number
    text = language_text(fields, name)
    return str(text) if text is not None else None


def plain_texts(fields: Fields, name: str) -> tuple[str, ...]:
    """Each text of an array, in order; numbers are read as text."""
    found = []
    for place, value in fields.items(name):
        if isinstance(value, str):
            found.append(value)
        elif (number := number_text(value)) is not None:
            fields.remark(place, "field.number-for-text", number)
            found.append(number)
        elif (text := _language_value(fields, place, value)) is not None:
            found.append(text.value)
    return tuple(found)


def moment(fields: Fields, name: str, *, required: bool = False) -> datetime | None:
    """A date and time with an offset."""
    text = fields.text(name, required=required)
    if text is None:
        return None
    found = parse_datetime(text)
    if found is None:
        fields.note(name, "field.not-a-time", text[:60])
    return found


def uri(fields: Fields, name: str, *, required: bool = False) -> str | None:
    """An absolute URI, as it stands."""
    text = fields.text(name, required=required)
    if text is not None and not is_uri(text):
        fields.note(name, "field.not-a-uri", text[:QUOTED])
    return text


def word(fields: Fields, name: str, vocabulary: Vocabulary, *, required: bool = False) -> str | None:
    """A word of a vocabulary, or of its extensions."""
    text = fields.text(name, required=required)
    if text is not None and text not in vocabulary:
        fields.note(name, vocabulary.code, text[:QUOTED])
    return text


def language_tag(fields: Fields, name: str) -> str | None:
    """A language tag."""
    text = fields.text(name)
    if text is not None and not is_language_tag(text):
        fields.note(name, "field.not-a-language", text[:QUOTED])
    return text


def scalar(fields: Fields, name: str) -> str | None:
    """A string as it stands; a number, which issuers also write, as its text."""
    value = fields.members.get(name)
    if value is None or isinstance(value, str):
        return value
    number = number_text(value)
    if number is None:
        return fields.text(name)
    fields.remark(name, "field.number-for-text", number)
    return number


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
    elif kinds[0] not in wanted and not any(kind in wanted for kind in kinds):
        fields.note("type", "field.other-type", ", ".join(kinds)[:QUOTED])
    return kinds


def typed_child(fields: Fields, name: str, wanted: str, *, required: bool = False) -> Fields | None:
    """The object of a member, which must name the wanted type."""
    child = fields.child(name, required=required)
    if child is not None:
        require_type(child, wanted)
    return child


def typed_children(fields: Fields, name: str, *wanted: str) -> Iterator[Fields]:
    """The objects of a member, each of which must name one of the wanted types."""
    for child in fields.children(name):
        require_type(child, *wanted)
        yield child


def allow_members(fields: Fields, names: frozenset[str]) -> None:
    """Remark every member of a class that the specification does not let be extended."""
    for name in sorted(fields.members.keys() - names) if not fields.members.keys() <= names else ():
        fields.problems.append(Problem(path=fields.path, code="field.extra-member", found=name[:QUOTED], remark=True))
