"""A compact JWS taken apart (RFC 7515, section 7.1). Whether its signature is right is asked elsewhere."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.fields import JsonObject

__all__ = ["DecodedJws", "decode_jws", "looks_like_jws"]

_COMPACT = re.compile(r"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedJws:
    """Header and claims as JSON; `signing_input` are the very bytes that were signed."""

    header: JsonObject
    claims: JsonObject
    signing_input: bytes = field(repr=False)
    signature: bytes = field(repr=False)


def looks_like_jws(text: str) -> bool:
    """Whether `text` has the form of a compact JWS: three parts of base64url."""
    return _COMPACT.match(text) is not None


def decode_jws(text: str) -> DecodedJws:
    """The parts of a compact JWS; raises DocumentError("jws.malformed") or the code of what is wrong with its JSON."""
    if not looks_like_jws(text):
        raise DocumentError("jws.malformed")
    header, claims, signature = text.split(".")
    return DecodedJws(
        header=_object(header),
        claims=_object(claims),
        signing_input=f"{header}.{claims}".encode("ascii"),
        signature=_decode(signature),
    )


def _object(part: str) -> JsonObject:
    value = parse_json(_decode(part))
    if not isinstance(value, dict):
        raise DocumentError("jws.malformed")
    return value


def _decode(part: str) -> bytes:
    try:
        content = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise DocumentError("jws.malformed") from None
    # Spare bits of the last character must be zero, else several texts would stand for one value.
    if base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii") != part:
        raise DocumentError("jws.malformed")
    return content
