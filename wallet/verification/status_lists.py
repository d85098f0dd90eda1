"""A status list credential: verified as the credential it is, then read bit by bit (Bitstring Status List 1.0).

An unsigned list, or one that somebody else signed, says nothing. A list whose issuer has another identifier counts
when it is signed with the very key that signed the badge: issuers do publish one list for two of their identifiers.
"""

from __future__ import annotations

import re
import zlib
from datetime import datetime

from wallet.credentials.times import parse_datetime
from wallet.documents.extraction import extract
from wallet.documents.jws import DecodedJws, decode_jws
from wallet.errors import DocumentError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.keys import PublicKey
from wallet.resolution.multibase import decode_base64url
from wallet.verification.authenticity import examine_authenticity, issuer_of

__all__ = ["MIN_LIST_ENTRIES", "read_bit", "read_list"]

MIN_LIST_ENTRIES = 100_000
"""Section 3.3 asks issuers for 131,072, so that a position in the list does not identify the holder. The issuing
software in widest use makes lists of 100,000: its answers are as reliable, and shorter lists are refused."""

MAX_LIST_BYTES = 16_000_000
"""One hundred and twenty-eight million credentials; a larger list is an attack on the reader's memory."""

_INDEX = re.compile(r"^(0|[1-9][0-9]{0,11})\Z")


def read_list(
    resource: Resource, purpose: str, *, issuer: str, key: PublicKey | None, at: datetime, fetcher: Fetcher
) -> bytes:
    """The bits of the list, most significant first; raises ResolutionError when it is not to be relied on."""
    members, jws = _members(resource)
    if "BitstringStatusListCredential" not in as_sequence(members.get("type")):
        raise ResolutionError("status.list-malformed", url=resource.url)
    authenticity = examine_authenticity(members, jws, at=at, fetcher=fetcher)
    if not authenticity.established:
        raise ResolutionError("status.list-not-verified", url=resource.url)
    if issuer_of(members) != issuer and (key is None or authenticity.key != key):
        raise ResolutionError("status.list-of-another", url=resource.url, issuer=str(issuer_of(members)))
    _require_valid_at(members, at, resource.url)
    subject = members.get("credentialSubject")
    if not isinstance(subject, dict) or purpose not in as_sequence(subject.get("statusPurpose")):
        raise ResolutionError("status.other-purpose", url=resource.url, purpose=purpose)
    return _decode(subject.get("encodedList"), resource.url)


def read_bit(bits: bytes, index: JsonValue) -> bool:
    """The status at `index`, a string of decimal digits; raises ResolutionError when out of range or malformed."""
    text = str(index) if isinstance(index, int) and not isinstance(index, bool) else index
    if not isinstance(text, str) or not _INDEX.match(text):
        raise ResolutionError("status.malformed-index", index=str(index)[:40])
    position = int(text)
    if position >= len(bits) * 8:
        raise ResolutionError("status.index-out-of-range", index=position)
    return bool(bits[position // 8] & (0x80 >> position % 8))


def _members(resource: Resource) -> tuple[JsonObject, DecodedJws | None]:
    try:
        document = extract(resource.content)[0]
        if document.jws is None:
            return document.json, None
        inner = document.json.get("vc")
        return (inner if isinstance(inner, dict) else document.json), decode_jws(document.jws)
    except DocumentError:
        raise ResolutionError("status.list-malformed", url=resource.url) from None


def _require_valid_at(members: JsonObject, at: datetime, url: str) -> None:
    for name in ("validUntil", "expirationDate"):
        value = members.get(name)
        if value is None:
            continue
        until = parse_datetime(value) if isinstance(value, str) else None
        if until is None or until < at:
            raise ResolutionError("status.list-expired", url=url)


def _decode(encoded: JsonValue, url: str) -> bytes:
    if not isinstance(encoded, str) or not encoded.startswith("u"):
        raise ResolutionError("status.list-malformed", url=url)
    inflater = zlib.decompressobj(wbits=31)
    try:
        bits = inflater.decompress(decode_base64url(encoded[1:].rstrip("=")), MAX_LIST_BYTES)
    except zlib.error:
        raise ResolutionError("status.list-malformed", url=url) from None
    if inflater.unconsumed_tail:
        raise ResolutionError("status.list-too-large", url=url)
    if not inflater.eof:
        raise ResolutionError("status.list-malformed", url=url)
    if len(bits) * 8 < MIN_LIST_ENTRIES:
        raise ResolutionError("status.list-too-short", url=url)
    return bits
