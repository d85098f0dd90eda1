"""A learner record, which holds credentials and how their achievements are related (Comprehensive Learner Record 2.0).

Read are the record itself and what it says in its own name. The credentials in it are documents of their own and are
read as such; here only their place is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials.achievements import read_achievement
from wallet.credentials.endorsements import endorsements_in
from wallet.credentials.frame import Frame, read_frame, require_context
from wallet.credentials.members import require_type, typed_children, uri, word
from wallet.credentials.model import Achievement, EndorsementCredential, IdentityObject, Profile
from wallet.credentials.services import read_proofs, read_refresh_services, read_schemas, read_statuses, read_terms
from wallet.credentials.subjects import read_identities
from wallet.credentials.vocabularies import Vocabulary
from wallet.documents.jws import looks_like_jws
from wallet.fields import Fields, JsonObject, JsonValue, Problem, as_sequence
from wallet.language.text import Text

__all__ = ["Association", "ClrCredential", "ClrSubject", "read_record"]

ASSOCIATION_TYPE = Vocabulary(
    code="record.association-type",
    words=frozenset(
        {"exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes", "replacedBy"}
    ),
    extensible=False,
)
"""AssociationType, the closed list of CLR 2.0."""

_CLR = re.compile(r"^https://purl\.imsglobal\.org/spec/clr/v2p0/context(?:-2\.\d\.\d)*\.json\Z")
_OPEN_BADGES = re.compile(r"^https://purl\.imsglobal\.org/spec/ob/v3p0/context(?:-3\.\d\.\d)*\.json\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Association:
    """How the achievement `source_id` is related to the achievement `target_id`."""

    association_type: str
    source_id: str
    target_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClrSubject:
    """The learner, and what the record holds about them; `verifiable_credential` as it stands, objects or JWS."""

    id: str | None
    identifier: tuple[IdentityObject, ...]
    achievement: tuple[Achievement, ...]
    association: tuple[Association, ...]
    verifiable_credential: tuple[JsonObject | str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClrCredential:
    """A learner record; `partial` says whether its publisher left something out."""

    id: str | None
    name: Text | None
    issuer: Profile
    credential_subject: ClrSubject
    partial: bool | None
    awarded_date: datetime | None
    valid_from: datetime | None
    valid_until: datetime | None
    endorsement: tuple[EndorsementCredential, ...]


def read_record(members: JsonObject) -> tuple[ClrCredential | None, tuple[Problem, ...]]:
    """The record, or None where essentials are missing, and every departure from the model with its path."""
    problems: list[Problem] = []
    fields = Fields(members, "$", problems)
    frame = read_frame(fields, "ClrCredential")
    require_context(fields, _CLR, "record.no-clr-context")
    require_context(fields, _OPEN_BADGES, "credential.no-open-badges-context")
    for read in (read_statuses, read_schemas, read_refresh_services, read_terms, read_proofs):
        read(fields)
    partial, child = fields.flag("partial"), fields.child("credentialSubject", required=True)
    subject = _subject(child) if child is not None else None
    endorsements = tuple(_endorsements(fields, child))
    return _record(frame, subject, partial, endorsements), tuple(problems)


def _record(
    frame: Frame, subject: ClrSubject | None, partial: bool | None, endorsements: tuple[EndorsementCredential, ...]
) -> ClrCredential | None:
    if frame.issuer is None or subject is None:
        return None
    return ClrCredential(
        id=frame.id,
        name=frame.name,
        issuer=frame.issuer,
        credential_subject=subject,
        partial=partial,
        awarded_date=frame.awarded_date,
        valid_from=frame.valid_from,
        valid_until=frame.valid_until,
        endorsement=endorsements,
    )


def _subject(fields: Fields) -> ClrSubject:
    require_type(fields, "ClrSubject")
    identifier, identifiers = uri(fields, "id"), read_identities(fields)
    if identifier is None and not identifiers:
        fields.note("id", "record.nobody-named")
    achievements = [read_achievement(child) for child in fields.children("achievement")]
    return ClrSubject(
        id=identifier,
        identifier=tuple(identifiers),
        achievement=tuple(found for found in achievements if found is not None),
        association=tuple(_associations(fields)),
        verifiable_credential=tuple(_credentials(fields)),
    )


def _associations(fields: Fields) -> Iterator[Association]:
    for child in typed_children(fields, "association", "Association"):
        kind = word(child, "associationType", ASSOCIATION_TYPE, required=True)
        source, target = uri(child, "sourceId", required=True), uri(child, "targetId", required=True)
        if kind is not None and source is not None and target is not None:
            yield Association(association_type=kind, source_id=source, target_id=target)


def _credentials(fields: Fields) -> Iterator[JsonObject | str]:
    value = fields.members.get("verifiableCredential")
    if not as_sequence(value):
        fields.note("verifiableCredential", "record.no-credential")
    for index, entry in enumerate(as_sequence(value)):
        if isinstance(entry, dict) or (isinstance(entry, str) and looks_like_jws(entry)):
            yield entry
        else:
            path = f"verifiableCredential[{index}]" if isinstance(value, list) else "verifiableCredential"
            fields.note(path, "record.not-a-credential", _shown(entry))


def _shown(value: JsonValue) -> str:
    return value[:40] if isinstance(value, str) else type(value).__name__


def _endorsements(record: Fields, subject: Fields | None) -> Iterator[EndorsementCredential]:
    yield from endorsements_in(record)
    issuer = record.members.get("issuer")
    if isinstance(issuer, dict):
        yield from endorsements_in(Fields(issuer, record.at("issuer"), record.problems))
    # Whether these are well formed is noted where they are read as achievements.
    for child in Fields(subject.members, subject.path, []).children("achievement") if subject else ():
        yield from endorsements_in(Fields(child.members, child.path, record.problems))
