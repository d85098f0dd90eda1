"""Whether a new answer can play the part that a kept one plays: be a list where there was a list, keys where keys were.

Servers send notes about themselves with the HTTP status of success: "{}", "OK", "rate limited". What they say in the
same part counts, whatever it is: other keys, a badge withdrawn, a page that was rewritten. What is no part at all, or
another thing's, is no news of what was there. Only the form is looked at; signatures are verified elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from wallet.documents.answers import is_no_answer
from wallet.documents.extraction import extract, is_assertion
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.key_forms import holds_key

__all__ = ["is_something", "plays_same_part"]

# fmt: off
_EXCUSES = frozenset({
    "ok", "success", "message", "messages", "msg", "error", "errors", "error_description", "detail", "details",
    "description", "status", "statusCode", "code", "title", "reason", "type", "instance", "id", "path", "timestamp",
    "requestId", "request_id", "traceId", "documentation_url"
})
# fmt: on
"""What servers call the members of an error; nothing else consists of these alone."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"<svg", b"<?xml")
_PEM = b"-----BEGIN"
_RELATIONS = ("verificationMethod", "assertionMethod", "authentication", "publicKey", "keys")
_REVOKED = ("revokedCredential", "revokedCredentials", "revokedAssertions")
_SPECIAL = ("@context", "$schema", "properties", "registry")

_TYPES: Mapping[str, str] = {
    "BitstringStatusListCredential": "list of bits",
    "StatusList2021Credential": "list of 2021",
    "VerifiableCredential": "credential",
    "Issuer": "profile",
    "Profile": "profile",
    "BadgeClass": "badge class",
}
"""The part of an object by its type; of several the first one here."""

_LISTS = frozenset({"list of bits", "list of 2021", *_REVOKED})
_NAMED = "named"
_DESCRIPTIONS = frozenset({"keys", "profile", "badge class", _NAMED})
"""What an issuer says of itself; such a page gains and loses types, names and keys."""


def plays_same_part(url: str, answer: bytes, kept: bytes) -> bool:
    """Whether `answer` can be at `url` what `kept` was there; everything can, where that was nothing."""
    if answer == kept:
        return True
    before, now = _object(kept), _object(answer)
    if before is None:
        sort = _sort(kept)
        return _sort(answer) == sort if sort else not is_no_answer(answer) or is_no_answer(kept)
    return _excuses(before) or (now is not None and _is_successor(url, now, before))


def is_something(content: bytes) -> bool:
    """Whether `content` may be what was asked for, and no mere note of a server about itself."""
    members = _object(content)
    return not _excuses(members) if members is not None else _sort(content) is not None


def _excuses(members: JsonObject) -> bool:
    return members.keys() <= _EXCUSES


def _sort(content: bytes) -> str | None:
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(_PEM):
        return "key"
    return "picture" if start.startswith(_PICTURES) and not is_no_answer(content) else None


def _object(content: bytes) -> JsonObject | None:
    """The one object that is JSON, or inside a JWS or a picture."""
    try:
        if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
            value = _parsed(content)
            return value if isinstance(value, dict) else None
        (document,) = extract(content)
    except (DocumentError, ValueError):
        return None
    inner = document.json.get("vc") if document.jws is not None else None
    return None if document.link is not None else inner if isinstance(inner, dict) else document.json


def _parsed(content: bytes) -> JsonValue:
    try:
        return parse_json(content)
    except DocumentError as error:
        if error.code != "json.duplicate-member":
            raise
    # A registry that lists an issuer twice is read all the same, and nothing else is.
    found: JsonValue = json.loads(content)
    return found if isinstance(found, dict) and "registry" in found else None


def _is_successor(url: str, now: JsonObject, before: JsonObject) -> bool:
    was, part = _part(before), _part(now)
    if was in _LISTS:
        issuer = _id_of(before.get("issuer"))
        return part == was and (issuer is None or _id_of(now.get("issuer")) in (None, issuer))
    if _is_named_alike(now.get("id"), before.get("id")):
        # Whatever else it says, that no key is left or that it is another sort of thing, it says of itself.
        return True
    if _excuses(now):
        return False
    if was is None:
        return part not in (None, _NAMED) or _resembles(now, before)
    return (part == was or {part, was} <= _DESCRIPTIONS) and _is_same(url, now, before, was)


def _part(members: JsonObject) -> str | None:
    if is_assertion(members) or members.get("revoked") is True:
        return "statement"
    listed = next((name for name in _REVOKED if isinstance(members.get(name), list)), None)
    kinds = _kinds(members)
    known = listed or next((part for kind, part in _TYPES.items() if kind in kinds), None)
    if known or _holds_keys(members) or any(isinstance(members.get(name), list) for name in _RELATIONS):
        return known or "keys"
    # Nearly everything names a context; what has an id besides is not one.
    special = None if "id" in members else next((name for name in _SPECIAL if name in members), None)
    return special or (_NAMED if "name" in members else None)


def _is_same(url: str, now: JsonObject, before: JsonObject, part: str) -> bool:
    """Whether both have the same id; a page without one is what its address names, and a withdrawal need not say."""
    known = before.get("id")
    if known is None or (part == "statement" and now.get("id") is None):
        return True
    return _is_named_alike(now.get("id", url), known)


def _is_named_alike(one: JsonValue, other: JsonValue) -> bool:
    """Whether two ids are the same but for what servers change about an address of theirs."""
    return isinstance(one, str) and isinstance(other, str) and _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return name.removeprefix("http://").removeprefix("https://").rstrip("/")


def _id_of(value: JsonValue) -> JsonValue:
    """The id of an issuer, which is written alone or in an object."""
    return value.get("id") if isinstance(value, dict) else value


def _resembles(now: JsonObject, before: JsonObject) -> bool:
    if now.get("id") != before.get("id", now.get("id")):
        return False
    return bool(_kinds(before) & _kinds(now) if _kinds(before) else before.keys() & now.keys())


def _kinds(members: JsonObject) -> set[str]:
    return {kind for kind in as_sequence(members.get("type", members.get("@type"))) if isinstance(kind, str)}


def _holds_keys(members: JsonObject) -> bool:
    if holds_key(members) or "kty" in members:
        return True
    entries = [entry for name in _RELATIONS for entry in as_sequence(members.get(name))]
    # Profiles of Open Badges 2.0 name their keys by address.
    named = any(isinstance(entry, str) for entry in as_sequence(members.get("publicKey")))
    return named or any(isinstance(entry, dict) and (holds_key(entry) or "kty" in entry) for entry in entries)
