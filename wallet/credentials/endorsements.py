"""Endorsements within a badge: of the credential, its achievement and its issuer, embedded or as JWS."""

from __future__ import annotations

from collections.abc import Iterator

from wallet.credentials.members import language_text, moment, require_type
from wallet.credentials.model import EndorsementCredential, Profile
from wallet.credentials.profiles import read_profile
from wallet.documents.jws import decode_jws
from wallet.errors import DocumentError
from wallet.fields import Fields, JsonObject

__all__ = ["read_endorsements"]


def read_endorsements(fields: Fields) -> tuple[EndorsementCredential, ...]:
    """Every endorsement that stands in the credential itself, in its achievement or in its issuer's profile."""
    return tuple(found for place in _places(fields) for found in _endorsements_of(place))


def _places(fields: Fields) -> Iterator[Fields]:
    # Whether these objects are well formed is noted by their own readers, not a second time here.
    yield fields
    quiet = Fields(fields.members, fields.path, [])
    subject = quiet.child("credentialSubject")
    for owner, name in ((subject, "achievement"), (quiet, "issuer")):
        value = owner.members.get(name) if owner is not None else None
        if owner is not None and isinstance(value, dict):
            yield Fields(value, owner.at(name), fields.problems)


def _endorsements_of(fields: Fields) -> Iterator[EndorsementCredential]:
    for child in fields.children("endorsement"):
        require_type(child, "EndorsementCredential")
        yield _read(child, document=child.members, jws=None)
    for text in fields.texts("endorsementJwt"):
        yield _read_jws(text)


def _read_jws(text: str) -> EndorsementCredential:
    # A broken envelope is no fault of the badge: it becomes an endorsement that does not stand.
    try:
        claims = decode_jws(text).claims
    except DocumentError:
        claims = {}
    inner = claims.get("vc")
    return _read(Fields(inner if isinstance(inner, dict) else claims, "$", []), document=None, jws=text)


def _read(fields: Fields, *, document: object, jws: str | None) -> EndorsementCredential:
    lenient = Fields(fields.members, fields.path, [])
    subject = lenient.child("credentialSubject")
    return EndorsementCredential(
        id=lenient.text("id"),
        issuer=read_profile(lenient, "issuer") or Profile(id=None),
        subject_id=subject.text("id") if subject else None,
        endorsement_comment=language_text(subject, "endorsementComment") if subject else None,
        valid_from=moment(lenient, "validFrom") or moment(lenient, "issuanceDate"),
        valid_until=moment(lenient, "validUntil") or moment(lenient, "expirationDate"),
        name=language_text(lenient, "name"),
        document=_object(document),
        jws=jws,
    )


def _object(value: object) -> JsonObject | None:
    return value if isinstance(value, dict) else None
