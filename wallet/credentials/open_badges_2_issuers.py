"""The issuer's profile of Open Badges 2.0 and 1.x, and endorsements, whose author is described by one too."""

from __future__ import annotations

from wallet.credentials.model import EndorsementCredential, Profile
from wallet.credentials.open_badges_2_members import address, image, moment, text, typed
from wallet.fields import Fields, JsonObject, Problem

__all__ = ["read_endorsement", "read_issuer"]


def read_issuer(fields: Fields, *, strict: bool) -> Profile:
    """The profile (Open Badges 2.0, "Profile"); `strict` demands what 2.0 demands of an issuer and 1.x did not."""
    return Profile(
        id=address(fields, "id", required=strict),
        type=typed(fields, "Issuer", "Profile", required=strict),
        name=text(fields, "name", required=True),
        url=address(fields, "url", required=True),
        description=text(fields, "description"),
        email=fields.text("email", required=strict),
        phone=fields.text("telephone"),
        image=image(fields, "image", data_allowed=True),
    )


def read_endorsement(
    members: JsonObject, issuer: JsonObject | None
) -> tuple[EndorsementCredential, tuple[Problem, ...]]:
    """An endorsement by the author that `issuer` describes, and its problems (Open Badges 2.0, "Endorsement")."""
    fields = Fields(members, "$", [])
    typed(fields, "Endorsement", required=True)
    address(fields, "id", required=True)
    fields.child("verification", required=True)
    if fields.members.get("issuer") is None:
        fields.note("issuer", "field.missing")
    claim = fields.child("claim", required=True)
    author = read_issuer(Fields(issuer, fields.at("issuer"), fields.problems), strict=True) if issuer else None
    named = fields.members.get("issuer")
    endorsement = EndorsementCredential(
        id=fields.text("id"),
        issuer=author or Profile(id=named if isinstance(named, str) else None),
        subject_id=claim.text("id", required=True) if claim is not None else None,
        endorsement_comment=text(claim, "endorsementComment") if claim is not None else None,
        valid_from=moment(fields, "issuedOn", strict=True, required=True),
        valid_until=moment(fields, "expires", strict=True),
        document=members,
    )
    return endorsement, tuple(fields.problems)
