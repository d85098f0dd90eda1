"""Profiles, pictures and addresses (Open Badges 3.0, appendices B.1.15, B.1.10, B.1.1)."""

from __future__ import annotations

from wallet.credentials.members import language_text, require_type, scalar, typed_children
from wallet.credentials.model import Address, IdentifierEntry, Image, Profile
from wallet.fields import Fields

__all__ = ["read_identifiers", "read_image", "read_profile"]

MAX_PARENTS = 5
"""A department of a faculty of a university of a federation; more is no description of anybody."""


def read_profile(fields: Fields, name: str, *, required: bool = False, depth: int = 0) -> Profile | None:
    """The profile in the member `name`: a URL alone, or an object with an id and the type Profile."""
    value = fields.members.get(name)
    if isinstance(value, str):
        return Profile(id=value)
    child = fields.child(name, required=required)
    if child is None:
        return None
    kinds = require_type(child, "Profile", required=False)
    return Profile(
        id=child.text("id", required=True),
        type=kinds,
        name=language_text(child, "name"),
        url=child.text("url"),
        description=language_text(child, "description"),
        email=child.text("email"),
        phone=child.text("phone"),
        image=read_image(child, "image"),
        address=_address(child),
        official=scalar(child, "official"),
        parent_org=read_profile(child, "parentOrg", depth=depth + 1) if depth < MAX_PARENTS else None,
        other_identifier=read_identifiers(child, "otherIdentifier"),
    )


def read_image(fields: Fields, name: str) -> Image | None:
    """A picture: its URL, or an object with the URL as id and a caption."""
    value = fields.members.get(name)
    if isinstance(value, str):
        return Image(id=value)
    child = fields.child(name)
    if child is None:
        return None
    url = child.text("id", required=True)
    return Image(id=url, caption=language_text(child, "caption")) if url else None


def read_identifiers(fields: Fields, name: str) -> tuple[IdentifierEntry, ...]:
    """Identifiers in other schemes; one without a value or a scheme is left out."""
    found = []
    for child in typed_children(fields, name, "IdentifierEntry"):
        identifier, kind = scalar(child, "identifier"), child.text("identifierType")
        if identifier and kind:
            found.append(IdentifierEntry(identifier=identifier, identifier_type=kind))
    return tuple(found)


def _address(fields: Fields) -> Address | None:
    child = fields.child("address")
    if child is None:
        return None
    require_type(child, "Address", required=False)
    return Address(
        address_country=child.text("addressCountry"),
        address_country_code=child.text("addressCountryCode"),
        address_region=child.text("addressRegion"),
        address_locality=child.text("addressLocality"),
        street_address=child.text("streetAddress"),
        postal_code=scalar(child, "postalCode"),
    )
