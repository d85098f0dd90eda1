"""Read a secured document into the model, with every departure from the specification and its JSON path.

Open Badges 3.0 on VCDM 2.0 and on VCDM 1.1. Other kinds of document are named, not read. What issuers may leave out by
the specification is no problem; what contradicts it is, even where the badge could still be shown. What it only advises
against, and what every reader accepts all the same, is a remark.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from wallet.credentials.endorsements import read_endorsements
from wallet.credentials.members import language_text, moment, plain_text, require_type, typed_children, uri
from wallet.credentials.model import Evidence, OpenBadgeCredential
from wallet.credentials.profiles import read_image, read_profile
from wallet.credentials.services import (
    note_related_resources,
    read_proofs,
    read_refresh_services,
    read_schemas,
    read_statuses,
    read_terms,
)
from wallet.credentials.shape import Shape, recognise
from wallet.credentials.subjects import read_subject
from wallet.documents.document import SecuredDocument
from wallet.fields import Fields, JsonObject, Problem

__all__ = ["ParsedCredential", "parse_credential", "read_period"]

_TYPES = ("OpenBadgeCredential", "AchievementCredential")
_LATER = ("validFrom", "validUntil")
_EARLIER = ("issuanceDate", "expirationDate")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCredential:
    """The model, or None where essentials are missing; `members` is the credential as it stands in the document.

    `problems` has the faults and the remarks, in the order in which they were met.

    `kind` is "achievement", "endorsement", "clr", "assertion", "status-list", "presentation", "envelope" or "other";
    only "achievement" of specification "OB 3.0" is read here.
    """

    credential: OpenBadgeCredential | None
    members: JsonObject = field(repr=False)
    problems: tuple[Problem, ...]
    specification: str
    data_model: str | None
    kind: str


def parse_credential(document: SecuredDocument) -> ParsedCredential:
    """Read a document; raises CredentialError when its JSON is no credential at all."""
    shape = recognise(document)
    problems: list[Problem] = list(shape.problems)
    credential = None
    if shape.kind == "achievement" and shape.specification == "OB 3.0":
        credential = _read(Fields(shape.members, "$", problems), shape)
    return ParsedCredential(
        credential=credential,
        members=shape.members,
        problems=tuple(problems),
        specification=shape.specification,
        data_model=shape.data_model,
        kind=shape.kind,
    )


def _read(fields: Fields, shape: Shape) -> OpenBadgeCredential | None:
    kinds = require_type(fields, *_TYPES)
    if "VerifiableCredential" not in kinds:
        fields.note("type", "credential.not-verifiable")
    identifier = uri(fields, "id", required=True)
    valid_from, valid_until = read_period(fields, shape.data_model)
    issuer = read_profile(fields, "issuer", required=True)
    subject_fields = fields.child("credentialSubject", required=True)
    subject = read_subject(subject_fields) if subject_fields is not None else None
    endorsements, evidence = read_endorsements(fields), tuple(_evidence(fields))
    status, schemas, proofs = read_statuses(fields), read_schemas(fields), read_proofs(fields)
    refresh, terms = read_refresh_services(fields), read_terms(fields)
    note_related_resources(fields)
    if issuer is None or subject is None:
        return None
    return OpenBadgeCredential(
        specification=shape.specification,
        data_model=shape.data_model,
        id=identifier,
        type=kinds,
        issuer=issuer,
        credential_subject=subject,
        name=language_text(fields, "name"),
        description=language_text(fields, "description"),
        image=read_image(fields, "image"),
        awarded_date=moment(fields, "awardedDate"),
        valid_from=valid_from,
        valid_until=valid_until,
        evidence=evidence,
        endorsement=endorsements,
        credential_status=status,
        credential_schema=schemas,
        refresh_service=refresh,
        terms_of_use=terms,
        proof=proofs,
    )


def _evidence(fields: Fields) -> list[Evidence]:
    return [
        Evidence(
            id=uri(child, "id"),
            type=child.texts("type"),
            name=language_text(child, "name"),
            description=language_text(child, "description"),
            narrative=language_text(child, "narrative"),
            genre=plain_text(child, "genre"),
            audience=plain_text(child, "audience"),
        )
        for child in typed_children(fields, "evidence", "Evidence")
    ]


def read_period(fields: Fields, data_model: str | None) -> tuple[datetime | None, datetime | None]:
    """From when and until when it holds, under the names of its version of Verifiable Credentials."""
    # Without a context that says so, the dates themselves tell which data model was meant.
    later = data_model == "VCDM 2.0" or (data_model is None and fields.members.get("validFrom") is not None)
    names, others = (_LATER, _EARLIER) if later else (_EARLIER, _LATER)
    for name in others:
        if fields.members.get(name) is None:
            continue
        if later:
            fields.note(name, "credential.name-of-earlier-version")
        else:
            fields.remark(name, "credential.name-of-later-version")
    start, end = moment(fields, names[0], required=True), moment(fields, names[1])
    if start is not None and end is not None and end < start:
        fields.note(names[1], "credential.ends-before-it-begins")
    return start, end
