"""Read a secured document into the model, with every departure from the specification and its JSON path.

Open Badges 3.0 on VCDM 2.0 and on VCDM 1.1. Other kinds of document are named, not read. What issuers may leave out by
the specification is no problem; what contradicts it is, even where the badge could still be shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wallet.credentials.endorsements import read_endorsements
from wallet.credentials.members import language_text, moment, require_type, scalar, typed_children
from wallet.credentials.model import CredentialStatus, Evidence, OpenBadgeCredential, Proof, SchemaReference
from wallet.credentials.profiles import read_image, read_profile
from wallet.credentials.shape import Shape, recognise
from wallet.credentials.subjects import read_subject
from wallet.documents.document import SecuredDocument
from wallet.fields import Fields, JsonObject, Problem, as_sequence

__all__ = ["ParsedCredential", "parse_credential"]

_ABSOLUTE = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:\S+\Z")
_TYPES = ("OpenBadgeCredential", "AchievementCredential")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedCredential:
    """The model, or None where essentials are missing; `members` is the credential as it stands in the document.

    `kind` is "achievement", "endorsement", "clr", "assertion", "status-list" or "other"; only "achievement" of
    specification "OB 3.0" is read.
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
    _require_absolute_id(fields)
    later = shape.data_model == "VCDM 2.0"
    valid_from = moment(fields, "validFrom" if later else "issuanceDate", required=True)
    valid_until = moment(fields, "validUntil" if later else "expirationDate")
    if valid_from is not None and valid_until is not None and valid_until < valid_from:
        fields.note("validUntil" if later else "expirationDate", "credential.ends-before-it-begins")
    issuer = read_profile(fields, "issuer", required=True)
    subject_fields = fields.child("credentialSubject", required=True)
    subject = read_subject(subject_fields) if subject_fields is not None else None
    endorsements, evidence = read_endorsements(fields), tuple(_evidence(fields))
    status, schemas = tuple(_status(fields)), tuple(_schemas(fields))
    if issuer is None or subject is None:
        return None
    return OpenBadgeCredential(
        specification=shape.specification,
        data_model=shape.data_model,
        id=fields.text("id"),
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
        proof=tuple(_proof(value) for value in as_sequence(fields.members.get("proof")) if isinstance(value, dict)),
    )


def _require_absolute_id(fields: Fields) -> None:
    identifier = fields.members.get("id")
    if isinstance(identifier, str) and not _ABSOLUTE.match(identifier):
        fields.note("id", "credential.id-not-a-url", identifier[:80])


def _evidence(fields: Fields) -> list[Evidence]:
    return [
        Evidence(
            id=child.text("id"),
            name=language_text(child, "name"),
            description=language_text(child, "description"),
            narrative=language_text(child, "narrative"),
            genre=child.text("genre"),
            audience=child.text("audience"),
        )
        for child in typed_children(fields, "evidence", "Evidence")
    ]


def _status(fields: Fields) -> list[CredentialStatus]:
    found = []
    for child in fields.children("credentialStatus"):
        kind, size = child.text("type", required=True), child.number("statusSize")
        if size is not None and size != int(size):
            child.note("statusSize", "field.not-a-number", str(size))
        found.append(
            CredentialStatus(
                id=child.text("id"),
                type=kind or "",
                status_purpose=child.text("statusPurpose"),
                status_list_index=scalar(child, "statusListIndex"),
                status_list_credential=child.text("statusListCredential"),
                status_size=int(size) if size is not None else None,
            )
        )
    return found


def _schemas(fields: Fields) -> list[SchemaReference]:
    found = []
    for child in fields.children("credentialSchema"):
        identifier, kind = child.text("id", required=True), child.text("type", required=True)
        if identifier and kind:
            found.append(SchemaReference(id=identifier, type=kind))
    return found


def _proof(members: JsonObject) -> Proof:
    # The shape of a proof is the business of the check that verifies it: nothing is noted here.
    fields = Fields(members, "$.proof", [])
    return Proof(
        type=fields.text("type") or "",
        cryptosuite=fields.text("cryptosuite"),
        verification_method=fields.text("verificationMethod"),
        proof_purpose=fields.text("proofPurpose"),
        created=fields.text("created"),
        expires=fields.text("expires"),
        proof_value=fields.text("proofValue"),
    )
