"""Profiles, pictures and addresses (Open Badges 3.0, appendices B.1.15, B.1.10, B.1.1)."""

from __future__ import annotations

from datetime import date

from wallet.credentials.members import (
    QUOTED,
    allow_members,
    language_text,
    plain_text,
    require_type,
    scalar,
    typed_child,
    typed_children,
    uri,
    word,
)
from wallet.credentials.model import Address, GeoCoordinates, IdentifierEntry, Image, Profile
from wallet.credentials.vocabularies import IDENTIFIER_TYPE, is_country_code, is_uri
from wallet.fields import Fields

__all__ = ["read_identifiers", "read_image", "read_profile"]

MAX_PARENTS = 5
"""A department of a faculty of a university of a federation; more is no description of anybody."""

_IMAGE = frozenset({"id", "type", "caption"})
_IDENTIFIER = frozenset({"type", "identifier", "identifierType"})


def read_profile(fields: Fields, name: str, *, required: bool = False, depth: int = 0) -> Profile | None:
    """The profile in the member `name`: a URL alone, or an object with an id and the type Profile."""
    value = fields.members.get(name)
    if isinstance(value, str):
        return Profile(id=uri(fields, name))
    child = fields.child(name, required=required)
    if child is None:
        return None
    kinds = require_type(child, "Profile")
    return Profile(
        id=uri(child, "id", required=True),
        type=kinds,
        name=language_text(child, "name"),
        url=uri(child, "url"),
        description=language_text(child, "description"),
        email=_email(child),
        phone=plain_text(child, "phone"),
        image=read_image(child, "image"),
        address=_address(child),
        official=plain_text(child, "official"),
        parent_org=read_profile(child, "parentOrg", depth=depth + 1) if depth < MAX_PARENTS else None,
        other_identifier=read_identifiers(child, "otherIdentifier"),
        family_name=plain_text(child, "familyName"),
        given_name=plain_text(child, "givenName"),
        additional_name=plain_text(child, "additionalName"),
        patronymic_name=plain_text(child, "patronymicName"),
        honorific_prefix=plain_text(child, "honorificPrefix"),
        honorific_suffix=plain_text(child, "honorificSuffix"),
        family_name_prefix=plain_text(child, "familyNamePrefix"),
        date_of_birth=_birthday(child),
    )


def read_image(fields: Fields, name: str) -> Image | None:
    """A picture: its URL, or an object with the URL as id and a caption."""
    value = fields.members.get(name)
    if isinstance(value, str):
        if not is_uri(value):
            fields.note(name, "field.not-a-uri", value[:QUOTED])
        return Image(id=value)
    child = typed_child(fields, name, "Image")
    if child is None:
        return None
    allow_members(child, _IMAGE)
    url = uri(child, "id", required=True)
    caption = language_text(child, "caption")
    return Image(id=url, caption=caption) if url else None


def read_identifiers(fields: Fields, name: str) -> tuple[IdentifierEntry, ...]:
    """Identifiers in other schemes; one without a value or a scheme is left out."""
    found = []
    for child in typed_children(fields, name, "IdentifierEntry"):
        allow_members(child, _IDENTIFIER)
        identifier, kind = scalar(child, "identifier"), word(child, "identifierType", IDENTIFIER_TYPE, required=True)
        if identifier is None and child.members.get("identifier") is None:
            child.note("identifier", "field.missing")
        if identifier and kind:
            found.append(IdentifierEntry(identifier=identifier, identifier_type=kind))
    return tuple(found)


def _email(fields: Fields) -> str | None:
    email = plain_text(fields, "email")
    if email is not None and not (0 < email.find("@") < len(email) - 1):
        fields.remark("email", "field.not-an-email", email[:QUOTED])
    return email


def _birthday(fields: Fields) -> str | None:
    text = fields.text("dateOfBirth")
    if text is not None:
        try:
            date.fromisoformat(text)
        except ValueError:
            fields.note("dateOfBirth", "field.not-a-date", text[:QUOTED])
    return text


def _address(fields: Fields) -> Address | None:
    child = typed_child(fields, "address", "Address")
    if child is None:
        return None
    code = child.text("addressCountryCode")
    if code is not None and not is_country_code(code):
        child.note("addressCountryCode", "field.not-a-country-code", code[:QUOTED])
    return Address(
        address_country=plain_text(child, "addressCountry"),
        address_country_code=code,
        address_region=plain_text(child, "addressRegion"),
        address_locality=plain_text(child, "addressLocality"),
        street_address=plain_text(child, "streetAddress"),
        post_office_box_number=plain_text(child, "postOfficeBoxNumber"),
        postal_code=scalar(child, "postalCode"),
        geo=_geo(child),
    )


def _geo(fields: Fields) -> GeoCoordinates | None:
    child = typed_child(fields, "geo", "GeoCoordinates")
    if child is None:
        return None
    found = []
    for name, limit in (("latitude", 90), ("longitude", 180)):
        degrees = child.number(name, required=True)
        if degrees is not None and abs(degrees) > limit:
            child.remark(name, "field.no-such-place", str(degrees)[:QUOTED])
        found.append(degrees)
    latitude, longitude = found
    return (
        GeoCoordinates(latitude=latitude, longitude=longitude)
        if latitude is not None and longitude is not None
        else None
    )
