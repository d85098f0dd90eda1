"""CBOR (RFC 8949) as a proof value holds it: one value of plain kinds, read strictly."""

from __future__ import annotations

from io import BytesIO
from typing import TypeAlias

from wallet.errors import RefusalError

__all__ = ["CborValue", "decode_cbor"]

CborValue: TypeAlias = "int | bytes | str | list[CborValue] | dict[CborValue, CborValue]"

MAX_CBOR_BYTES = 1_000_000
"""A credential of ten thousand statements has a proof value of some 700 kB."""

MAX_CBOR_DEPTH = 4
"""A proof value is an array of arrays and one map."""


def decode_cbor(content: bytes) -> CborValue:
    """The one value in `content`; raises RefusalError for anything more, anything else and anything malformed."""
    from cbor2 import CBORDecodeError, CBORDecoder

    if len(content) > MAX_CBOR_BYTES:
        raise RefusalError("proof.malformed-value")
    stream = BytesIO(content)
    # What a tag makes of a value (a date, a pattern) is of no plain kind, and refused with everything else.
    decoder = CBORDecoder(
        stream, read_size=1, max_depth=MAX_CBOR_DEPTH, allow_indefinite=False, allow_duplicate_keys=False
    )
    try:
        value = decoder.decode()
    except (CBORDecodeError, ValueError, TypeError, OverflowError, MemoryError):
        raise RefusalError("proof.malformed-value") from None
    if stream.read(1) or not _is_plain(value):
        raise RefusalError("proof.malformed-value")
    return value  # type: ignore[no-any-return]


def _is_plain(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_plain(part) for part in value)
    if isinstance(value, dict):
        return all(_is_plain(key) and _is_plain(member) for key, member in value.items())
    return isinstance(value, (int, bytes, str)) and not isinstance(value, bool)
