"""Endorsements within a badge: of the credential, its achievement and its issuer, embedded or as JWS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wallet.credentials.members import language_text, moment, require_type, typed_child, uri
from wallet.credentials.model import EndorsementCredential, Profile
from wallet.credentials.profiles import read_profile
from wallet.credentials.services import read_proofs, read_schemas, read_statuses
from wallet.documents.jws import decode_jws
from wallet.errors import DocumentError
from wallet.fields import Fields, JsonObject, Problem, kind_of

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
        yield _read_embedded(child)
    for place, text in fields.items("endorsementJwt"):
        if isinstance(text, str):
            yield _read_jws(text)
        elif text is not None:
            fields.note(place, "field.not-a-string", kind_of(text))


def _read_embedded(fields: Fields) -> EndorsementCredential:
    # The badge does not stand or fall with what is wrong inside another's word about it: those are remarks.
    own: list[Problem] = []
    endorsement = _read(Fields(fields.members, fields.path, own), document=dict(fields.members), jws=None)
    fields.problems.extend(replace(problem, remark=True) for problem in own)
    return endorsement


def _read_jws(text: str) -> EndorsementCredential:
    # A broken envelope is no fault of the badge: it becomes an endorsement that does not stand.
    try:
        claims = decode_jws(text).claims
    except DocumentError:
        claims = {}
    inner = claims.get("vc")
    return _read(Fields(inner if isinstance(inner, dict) else claims, "$", []), document=None, jws=text)


def _read(fields: Fields, *, document: JsonObject | None, jws: str | None) -> EndorsementCredential:
    start, end = ("issuanceDate", "expirationDate") if _is_earlier(fields) else ("validFrom", "validUntil")
    identifier, valid_from = uri(fields, "id"), moment(fields, start, required=True)
    subject = typed_child(fields, "credentialSubject", "EndorsementSubject", required=True)
    read_statuses(fields)
    read_schemas(fields)
    read_proofs(fields)
    return EndorsementCredential(
        id=identifier,
        issuer=read_profile(fields, "issuer", required=True) or Profile(id=None),
        subject_id=uri(subject, "id", required=True) if subject else None,
        endorsement_comment=language_text(subject, "endorsementComment") if subject else None,
        valid_from=valid_from,
        valid_until=moment(fields, end),
        name=language_text(fields, "name"),
        document=document,
        jws=jws,
    )


def _is_earlier(fields: Fields) -> bool:
    return fields.members.get("validFrom") is None and fields.members.get("issuanceDate") is not None
