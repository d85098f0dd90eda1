"""JSON as a verifier must read it: strictly, so that two readers cannot see two different documents.

RFC 8259 in UTF-8. Refused: duplicate member names (RFC 7493 section 2.3), NaN and Infinity, lone surrogates, numbers
beyond what every reader keeps exactly or can hold, and nesting deeper than any credential's. Nothing here knows what
the JSON is about.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from functools import lru_cache

from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue

__all__ = ["MAX_DEPTH", "parse_json", "parse_json_text"]

MAX_DEPTH = 100
"""The deepest credential seen nests 15 levels; Python's own parser overflows its stack beyond some thousands."""

MAX_NUMBER_LENGTH = 64
"""A longer number has no meaning in a credential and costs quadratic time to read."""

_BOM = b"\xef\xbb\xbf"
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
# A string that is never closed goes on to the end, and nothing is tried twice: the work grows with the text alone.
_TOKENS = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|([\[\]{}])', re.DOTALL)


def parse_json(content: bytes) -> JsonValue:
    """The value of a JSON document; raises DocumentError with the code of what is wrong."""
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise DocumentError("json.not-utf-8") from None
    return parse_json_text(text)


def parse_json_text(text: str) -> JsonValue:
    """The value of a JSON text; raises DocumentError with the code of what is wrong."""
    _require_shallow(text)
    try:
        value: JsonValue = _decoder().decode(text)
    except json.JSONDecodeError as error:
        raise DocumentError("json.malformed", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise DocumentError("json.too-deep", limit=MAX_DEPTH) from None
    _require_scalar_values(text, value)
    return value


@lru_cache(maxsize=1)
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_unique_members,
        parse_constant=_refuse_constant,
        parse_float=_number,
        parse_int=_integer,
    )


def _require_shallow(text: str) -> None:
    # Most documents have fewer brackets in all than they may have one within the other.
    if text.count("{") + text.count("[") <= MAX_DEPTH:
        return
    depth = 0
    for bracket in filter(None, _TOKENS.findall(text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise DocumentError("json.too-deep", limit=MAX_DEPTH)


def _unique_members(pairs: list[tuple[str, JsonValue]]) -> JsonObject:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = Counter(name for name, _ in pairs)
        raise DocumentError("json.duplicate-member", member=names.most_common(1)[0][0][:80])
    return members


def _require_scalar_values(text: str, value: JsonValue) -> None:
    # Only an escape can bring in a lone surrogate: the text itself was decoded from UTF-8.
    if not _SURROGATE_ESCAPE.search(text):
        return
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise DocumentError("json.lone-surrogate") from None


def _refuse_constant(name: str) -> JsonValue:
    raise DocumentError("json.not-a-number", found=name)


def _integer(text: str) -> JsonValue:
    if len(text) > MAX_NUMBER_LENGTH:
        raise DocumentError("json.number-too-large", found=text[:20])
    return int(text)


def _number(text: str) -> JsonValue:
    value = float(text) if len(text) <= MAX_NUMBER_LENGTH else math.inf
    if math.isinf(value):
        raise DocumentError("json.number-too-large", found=text[:20])
    return value
