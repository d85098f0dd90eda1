"""What stands around a badge: status, schemas, refreshing, terms of use, proofs (Open Badges 3.0, appendix B; VCDM)."""

from __future__ import annotations

from wallet.credentials.members import QUOTED, scalar, uri
from wallet.credentials.model import CredentialStatus, Proof, RefreshService, SchemaReference, TermsOfUse
from wallet.credentials.times import parse_datetime
from wallet.fields import Fields

__all__ = [
    "note_related_resources",
    "read_proofs",
    "read_refresh_services",
    "read_schemas",
    "read_statuses",
    "read_terms",
]


def read_statuses(fields: Fields) -> tuple[CredentialStatus, ...]:
    """Each entry of `credentialStatus`."""
    found = []
    for child in fields.children("credentialStatus"):
        kind, size = child.text("type", required=True), child.number("statusSize")
        if size is not None and size != int(size):
            child.note("statusSize", "field.not-a-number", str(size)[:QUOTED])
        found.append(
            CredentialStatus(
                id=uri(child, "id"),
                type=kind or "",
                status_purpose=child.text("statusPurpose"),
                status_list_index=_index(child),
                status_list_credential=uri(child, "statusListCredential"),
                status_size=int(size) if size is not None else None,
            )
        )
    return tuple(found)


def _index(fields: Fields) -> str | None:
    # What an index may be is a question of the status method, which says more than that it should be text.
    return scalar(Fields(fields.members, fields.path, []), "statusListIndex")


def read_schemas(fields: Fields) -> tuple[SchemaReference, ...]:
    """Each schema that the issuer names; one without an id or a type is left out."""
    found = []
    for child in fields.children("credentialSchema"):
        identifier, kind = uri(child, "id", required=True), child.text("type", required=True)
        if identifier and kind:
            found.append(SchemaReference(id=identifier, type=kind, digest_sri=child.text("digestSRI")))
    return tuple(found)


def read_refresh_services(fields: Fields) -> tuple[RefreshService, ...]:
    """Each place where a newer version may be had; one without a type is left out."""
    found = []
    for child in fields.children("refreshService"):
        identifier, kind = uri(child, "id", required=True), child.text("type", required=True)
        if kind:
            found.append(RefreshService(id=identifier, type=kind))
    return tuple(found)


def read_terms(fields: Fields) -> tuple[TermsOfUse, ...]:
    """Each set of terms; one without a type is left out."""
    found = []
    for child in fields.children("termsOfUse"):
        identifier, kind = uri(child, "id"), child.text("type", required=True)
        if kind:
            found.append(TermsOfUse(type=kind, id=identifier))
    return tuple(found)


def read_proofs(fields: Fields) -> tuple[Proof, ...]:
    """Each proof as it stands; whether it is one that can be verified is the business of that check."""
    found = []
    for child in fields.children("proof"):
        for name in ("challenge", "nonce"):
            child.text(name)
        created = child.text("created")
        if created is not None and parse_datetime(created) is None:
            child.note("created", "field.not-a-time", created[:QUOTED])
        proof = Proof(
            type=child.text("type", required=True) or "",
            cryptosuite=child.text("cryptosuite"),
            verification_method=child.text("verificationMethod"),
            proof_purpose=child.text("proofPurpose"),
            created=created,
            expires=child.text("expires"),
            proof_value=child.text("proofValue"),
        )
        found.append(proof)
    return tuple(found)


def note_related_resources(fields: Fields) -> None:
    """Note what is wrong in `relatedResource`: each has an id of its own and a digest (VCDM 2.0, section 5.3)."""
    seen: set[str] = set()
    for child in fields.children("relatedResource"):
        identifier = uri(child, "id", required=True)
        if identifier in seen:
            child.note("id", "credential.resource-twice", identifier[:QUOTED])
        if identifier is not None:
            seen.add(identifier)
        if child.text("digestSRI") is None and child.text("digestMultibase") is None:
            child.note("digestSRI", "field.missing")
