"""An assertion of Open Badges 2.0 or 1.x, with its badge class and issuer, as a credential of the one model.

Assertion → credential, BadgeClass → achievement, issuer Profile → issuer. Every departure from the specification of
its version is noted with its path; objects that an assertion links to stand under the member that links to them.
Extensions and members of others are left out of the model: no page shows what it does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wallet.credentials.members import scalar
from wallet.credentials.model import (
    AchievementSubject,
    EndorsementCredential,
    Evidence,
    IdentityObject,
    OpenBadgeCredential,
    Profile,
)
from wallet.credentials.open_badges_2_classes import read_badge_class
from wallet.credentials.open_badges_2_issuers import read_issuer
from wallet.credentials.open_badges_2_members import address, image, moment, text, typed
from wallet.credentials.versions import VERSION_CONTEXTS, version_of
from wallet.fields import Fields, JsonObject, JsonValue, Problem, as_sequence

__all__ = ["AssertionParts", "read_assertion"]

_IDENTITY_TYPES = {"email": "emailAddress", "schema:email": "emailAddress", "http://schema.org/email": "emailAddress"}
_HASH = re.compile(r"^([A-Za-z0-9-]+)\$([0-9A-Fa-f]+)\Z")
_HASH_LENGTHS = {"md5": 32, "sha256": 64}
"""Open Badges 2.0, "IdentityHash": the only supported algorithms, with the number of hexadecimal digits of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssertionParts:
    """An assertion and what it links to, None for what could not be had."""

    assertion: JsonObject = field(repr=False)
    badge: JsonObject | None = field(default=None, repr=False)
    issuer: JsonObject | None = field(default=None, repr=False)
    translations: tuple[JsonObject, ...] = ()
    endorsements: tuple[EndorsementCredential, ...] = ()


def read_assertion(parts: AssertionParts) -> tuple[OpenBadgeCredential | None, tuple[Problem, ...]]:
    """The credential, or None where the badge class cannot be read, and every problem found on the way."""
    version = version_of(parts.assertion)
    strict = version == "OB 2.0"
    fields = Fields(parts.assertion, "$", [])
    _require_form(fields, version)
    issued = moment(fields, "issuedOn", strict=strict, required=True)
    expires = moment(fields, "expires", strict=strict)
    if issued is not None and expires is not None and expires < issued:
        fields.note("expires", "credential.ends-before-it-begins")
    issuer = _issuer(fields, parts, strict)
    subject = _subject(fields, parts, strict)
    picture = image(fields, "image", data_allowed=not strict)
    evidence = tuple(_evidence(fields))
    if subject is None:
        return None, tuple(fields.problems)
    credential = OpenBadgeCredential(
        specification=version,
        data_model=None,
        id=fields.text("id") or scalar(fields, "uid"),
        type=fields.texts("type"),
        issuer=issuer,
        credential_subject=subject,
        image=picture,
        valid_from=issued,
        valid_until=expires,
        evidence=evidence,
        endorsement=parts.endorsements,
    )
    return credential, tuple(fields.problems)


def _require_form(fields: Fields, version: str) -> None:
    """The members that each version demands (2.0: id, type, context and verification; 1.1: uid and verify)."""
    strict = version == "OB 2.0"
    contexts = as_sequence(fields.members.get("@context"))
    if version != "OB 1.0" and not any(isinstance(entry, str) and entry in VERSION_CONTEXTS for entry in contexts):
        fields.note("@context", "assertion.no-open-badges-context")
    typed(fields, "Assertion", required=version != "OB 1.0")
    address(fields, "id", required=strict)
    if not strict and "id" not in fields.members:
        scalar(fields, "uid")
    verification = fields.child("verification") or fields.child("verify")
    if verification is None:
        fields.note("verification", "field.missing")
    elif not verification.texts("type"):
        verification.note("type", "field.missing")
    badge = fields.members.get("badge")
    if badge is None or not isinstance(badge, str | dict):
        fields.note("badge", "field.missing" if badge is None else "linked.not-a-link")


def _subject(fields: Fields, parts: AssertionParts, strict: bool) -> AchievementSubject | None:
    identity = _identity(fields, strict)
    narrative = text(fields, "narrative")
    if parts.badge is None:
        return None
    badge = read_badge_class(Fields(parts.badge, "$.badge", fields.problems), parts.translations, strict=strict)
    if badge is None:
        return None
    return AchievementSubject(identifier=(identity,) if identity else (), achievement=badge, narrative=narrative)


def _issuer(fields: Fields, parts: AssertionParts, strict: bool) -> Profile:
    if parts.issuer is None:
        named = parts.badge.get("issuer") if parts.badge is not None else None
        return Profile(id=named if isinstance(named, str) else None)
    return read_issuer(Fields(parts.issuer, "$.badge.issuer", fields.problems), strict=strict)


def _identity(fields: Fields, strict: bool) -> IdentityObject | None:
    child = fields.child("recipient", required=True)
    if child is None:
        return None
    kinds, value = child.texts("type"), child.text("identity", required=True)
    if not kinds:
        child.note("type", "field.missing")
    hashed = child.flag("hashed")
    if strict and hashed is None and "hashed" not in child.members:
        child.note("hashed", "field.missing")
    if value is None:
        return None
    _require_hash(child, value, bool(hashed))
    return IdentityObject(
        hashed=bool(hashed),
        identity_hash=value,
        identity_type=_IDENTITY_TYPES.get(kinds[0], kinds[0]) if kinds else "emailAddress",
        salt=scalar(child, "salt"),
    )


def _require_hash(fields: Fields, value: str, hashed: bool) -> None:
    match = _HASH.match(value)
    known = match is not None and _HASH_LENGTHS.get(match[1]) == len(match[2])
    if hashed and not known:
        fields.note("identity", "assertion.hash-not-understood", value[:40])
    elif known and not hashed:
        fields.note("hashed", "assertion.hash-not-declared")


def _evidence(fields: Fields) -> Iterator[Evidence]:
    value = fields.members.get("evidence")
    for index, entry in enumerate(as_sequence(value)):
        path = f"evidence[{index}]" if isinstance(value, list) else "evidence"
        if isinstance(entry, str):
            yield Evidence(id=address(Fields({path: entry}, fields.path, fields.problems), path))
        elif isinstance(entry, dict):
            yield _described(Fields(_with_language(entry, fields), fields.at(path), fields.problems))
        elif entry is not None:
            fields.note(path, "linked.not-a-link")


def _with_language(members: JsonObject, owner: Fields) -> JsonObject:
    language: JsonValue = owner.members.get("@language")
    return {"@language": language, **members} if language is not None else members


def _described(fields: Fields) -> Evidence:
    return Evidence(
        id=fields.text("id"),
        name=text(fields, "name"),
        description=text(fields, "description"),
        narrative=text(fields, "narrative"),
        genre=fields.text("genre"),
        audience=fields.text("audience"),
    )
