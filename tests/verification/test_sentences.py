"""Whatever is found in a badge can be said, in both languages."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assets import sample_credential, signed
from tests.assets.full import FULL
from tests.responses import responses
from wallet.documents.extraction import extract
from wallet.fields import JsonObject
from wallet.language.catalogs import load_catalog
from wallet.language.sentences import sentence
from wallet.verification.registries import IssuerRegistry
from wallet.verification.verifier import Identity, KnownIssuer, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
CATALOGS = [load_catalog("en"), load_catalog("ja")]
ASKED: dict[str, Any] = {
    "identities": (Identity(type="emailAddress", value="A@b.example"),),
    "known_issuers": (KnownIssuer(id="did:web:a.example", name="A"),),
    "registries": (
        IssuerRegistry(name="own", content=b'{"registry": {}}'),
        IssuerRegistry(name="https://registry.example/", url="https://registry.example/"),
        IssuerRegistry(name="odd", content=b"?"),
        IssuerRegistry(name="federation", content=b'{"jwks": {}}'),
    ),
}
VALUES = st.sampled_from([None, 5, True, "", "x y", "ext:", [], {}, ["x"], {"en": "x"}, "2025-01-01", "urn:x:y", "ja"])


def _said(facts: Mapping[str, Any], code: str) -> Iterator[str]:
    for catalog in CATALOGS:
        yield sentence(catalog, code, facts)
    for listed in facts.values():
        for one in listed if isinstance(listed, list) else ():
            # An endorsement's finding is told in its own place, with facts of its own.
            if isinstance(one, dict) and "code" in one and facts.get("endorsements") is not listed:
                yield from _said(one, str(one["code"]))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _all_said(credential: JsonObject, contents: Mapping[str, bytes]) -> list[str]:
    (document,) = extract(json.dumps(credential).encode())
    report = verify(document, at=AT, fetcher=responses(contents), **ASKED).report
    return [text for result in report.results for text in _said(result.facts, result.code)]


@given(st.lists(st.tuples(st.integers(min_value=0), VALUES), max_size=3))
@settings(max_examples=60, deadline=None)
def test_whatever_is_wrong_in_a_badge_can_be_said(changes: list[tuple[int, Any]]) -> None:
    members: dict[str, Any] = FULL
    credential = json.loads(json.dumps(sample_credential("2.0", **members)))
    for at, value in changes:
        places = [place for place in _places(credential) if place[1] != "@context"]
        container, key = places[at % len(places)]
        container[key] = copy.deepcopy(value)
    assert len(_all_said(credential, {})) >= 18


URL = "https://issuer.example/schema.json"
LATEST = '"$schema": "https://json-schema.org/draft/2020-12/schema"'


@pytest.mark.parametrize(
    "schema",
    [
        f"{{{LATEST}}}",
        f'{{{LATEST}, "required": ["missing"], "properties": {{"id": false}}}}',
        f'{{{LATEST}, "$ref": "https://issuer.example/other.json"}}',
        f'{{{LATEST}, "type": 5}}',
        f'{{{LATEST}, "propertyNames": {{"pattern": "(?=a)"}}}}',
        "{}",
        "",
        f'{{{LATEST}, "description": "{"x" * 600_000}"}}',
    ],
)
def test_whatever_a_schema_does_can_be_said(schema: str) -> None:
    members: dict[str, Any] = {**FULL, "credentialSchema": [{"id": URL, "type": "JsonSchema"}]}
    credential = signed(sample_credential("2.0", **{**members, "proof": None}))
    assert len(_all_said(credential, {URL: schema.encode()})) > 18
