"""Issuers, their pictures, addresses and identifiers."""

from __future__ import annotations

import pytest

from wallet.credentials.model import Address, IdentifierEntry, Image, Profile
from wallet.credentials.profiles import MAX_PARENTS, read_identifiers, read_image, read_profile
from wallet.fields import Fields, JsonObject, JsonValue, Problem
from wallet.language.text import LanguageValue, Text

ISSUER = "did:web:issuer.example"
PLAIN: JsonObject = {"id": ISSUER, "type": "Profile"}
GEO: JsonObject = {"type": "GeoCoordinates", "latitude": 35}
HERE: JsonObject = {"type": "Address"}
COUNTRY_FAULT = ("$.issuer.address.addressCountryCode", "field.not-a-country-code")
GEO_FAULT = ("$.issuer.address.geo.longitude", "field.missing")


def _profile(value: JsonValue, *, required: bool = False) -> tuple[Profile | None, list[tuple[str, str]]]:
    problems: list[Problem] = []
    profile = read_profile(Fields({"issuer": value}, "$", problems), "issuer", required=required)
    return profile, [(problem.path, problem.code) for problem in problems if not problem.remark]


def test_a_url_alone_is_a_profile() -> None:
    assert _profile(ISSUER) == (Profile(id=ISSUER), [])


def test_every_member_is_read() -> None:
    profile, problems = _profile(
        {
            "id": ISSUER,
            "type": ["Profile", "Organization"],
            "name": [{"@value": "見本大学", "@language": "ja"}, {"@value": "Sample University", "@language": "en"}],
            "url": "https://issuer.example/",
            "description": "Teaches.",
            "email": "badges@issuer.example",
            "phone": "+81-0-0000-0000",
            "image": "https://issuer.example/logo.png",
            "official": "Registrar",
            "address": {"type": ["Address"], "addressCountry": "Japan", "postalCode": 1000001},
            "otherIdentifier": {"type": "IdentifierEntry", "identifier": 13101, "identifierType": "identifier"},
        }
    )
    assert problems == []
    assert profile == Profile(
        id=ISSUER,
        type=("Profile", "Organization"),
        name=Text(
            (LanguageValue(value="見本大学", language="ja"), LanguageValue(value="Sample University", language="en"))
        ),
        url="https://issuer.example/",
        description=Text.of("Teaches."),
        email="badges@issuer.example",
        phone="+81-0-0000-0000",
        image=Image(id="https://issuer.example/logo.png"),
        official="Registrar",
        address=Address(address_country="Japan", postal_code="1000001"),
        other_identifier=(IdentifierEntry(identifier="13101", identifier_type="identifier"),),
    )


def test_a_profile_must_say_that_it_is_one() -> None:
    assert _profile({"id": ISSUER}) == (Profile(id=ISSUER), [("$.issuer.type", "field.missing")])
    assert _profile({"id": ISSUER, "type": "Person"})[1] == [("$.issuer.type", "field.other-type")]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([ISSUER], ("$.issuer", "field.not-an-object")),
        (5, ("$.issuer", "field.not-an-object")),
        ({"type": "Profile", "name": "Nobody"}, ("$.issuer.id", "field.missing")),
        ({**PLAIN, "id": 5}, ("$.issuer.id", "field.not-a-string")),
        ({**PLAIN, "name": {"ja": "見本大学"}}, ("$.issuer.name", "field.not-text")),
        ({**PLAIN, "address": "Tokyo"}, ("$.issuer.address", "field.not-an-object")),
        ({**PLAIN, "address": {"type": "Place"}}, ("$.issuer.address.type", "field.other-type")),
        ({**PLAIN, "url": "issuer.example"}, ("$.issuer.url", "field.not-a-uri")),
        ({**PLAIN, "dateOfBirth": "1990"}, ("$.issuer.dateOfBirth", "field.not-a-date")),
        ({**PLAIN, "address": {"addressCountry": "Japan"}}, ("$.issuer.address.type", "field.missing")),
        ({**PLAIN, "address": {**HERE, "addressCountryCode": "jp"}}, COUNTRY_FAULT),
        ({**PLAIN, "address": {**HERE, "geo": GEO}}, GEO_FAULT),
        ({**PLAIN, "image": {"type": "Image", "caption": "Logo"}}, ("$.issuer.image.id", "field.missing")),
        ({**PLAIN, "parentOrg": {**PLAIN, "id": True}}, ("$.issuer.parentOrg.id", "field.not-a-string")),
    ],
)
def test_a_fault_is_named_by_its_path(value: JsonValue, problem: tuple[str, str]) -> None:
    assert _profile(value)[1] == [problem]


def test_a_missing_issuer_is_a_fault_only_where_there_must_be_one() -> None:
    assert _profile(None) == (None, [])
    assert _profile(None, required=True) == (None, [("$.issuer", "field.missing")])


def test_parents_are_read_to_a_limit() -> None:
    value: JsonObject = {**PLAIN, "id": "urn:example:top"}
    for level in range(MAX_PARENTS + 3):
        value = {**PLAIN, "id": f"urn:example:{level}", "parentOrg": value}
    profile, problems = _profile(value)
    generations = 0
    while profile is not None:
        profile, generations = profile.parent_org, generations + 1
    assert (generations, problems) == (MAX_PARENTS + 1, [])


def test_a_picture_is_a_url_or_an_object_with_a_caption() -> None:
    url = "https://issuer.example/badge.png"
    values: list[JsonValue] = [url, {"id": url, "caption": "Star"}]
    read = [read_image(Fields({"image": value}, "$", []), "image") for value in values]
    assert read == [Image(id=url), Image(id=url, caption=Text.of("Star"))]


def test_an_identifier_without_a_value_or_a_scheme_is_left_out() -> None:
    problems: list[Problem] = []
    entries: JsonValue = [
        {"type": "IdentifierEntry", "identifier": "A-1"},
        {"type": "IdentifierEntry", "identifierType": "sourcedId"},
        {"type": "Other", "identifier": "A-2", "identifierType": "sourcedId"},
    ]
    found = read_identifiers(Fields({"otherIdentifier": entries}, "$", problems), "otherIdentifier")
    assert found == (IdentifierEntry(identifier="A-2", identifier_type="sourcedId"),)
    assert [problem.path for problem in problems] == [
        "$.otherIdentifier[0].identifierType",
        "$.otherIdentifier[1].identifier",
        "$.otherIdentifier[2].type",
    ]
