"""Foreign schemas: applied through the fetcher, in every dialect, within limits that no schema can widen."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.responses import responses
from wallet.errors import ResolutionError
from wallet.fields import JsonObject
from wallet.verification.json_schema import MAX_SCHEMA_BYTES, MAX_SCHEMAS, SchemaReader

URL = "https://issuer.example/schema.json"
LATEST = "https://json-schema.org/draft/2020-12/schema"
DIALECTS = [
    "http://json-schema.org/draft-04/schema#",
    "http://json-schema.org/draft-06/schema#",
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2019-09/schema",
    LATEST,
]
SLOW = "^(a+)+$"
LONG = "a" * 40 + "!"


def _faults(schema: Any, members: JsonObject, **others: Any) -> list[str]:
    documents = {URL: schema, **{f"https://issuer.example/{name}.json": other for name, other in others.items()}}
    contents = {url: json.dumps(document).encode() for url, document in documents.items()}
    reader = SchemaReader(responses(contents))
    return [f"{fault.path} {fault.rule}" for fault in reader.faults(URL, members, dialect=None)]


def _refused(schema: Any, members: JsonObject, **others: Any) -> str:
    with pytest.raises(ResolutionError) as caught:
        _faults(schema, members, **others)
    return caught.value.code


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_is_applied(dialect: str) -> None:
    schema = {
        "$schema": dialect,
        "required": ["name"],
        "properties": {"name": {"type": "string", "pattern": "^[A-Z]"}, "tag": {"uniqueItems": True}},
        "additionalProperties": False,
        "patternProperties": {"^x-": {"type": "number"}},
    }
    assert _faults(schema, {"name": "Badge", "tag": ["a", {"b": 1}], "x-a": 1}) == []
    assert _faults(schema, {"name": "badge", "tag": [{"a": 1}, {"a": 1.0}], "x-a": "1", "extra": 0}) == [
        '$.name {"pattern": "^[A-Z]"}',
        '$.tag {"uniqueItems": true}',
        '$.extra {"additionalProperties": false}',
        '$.x-a {"type": "number"}',
    ]
    assert _faults(schema, {}) == ['$ {"required": ["name"]}']


def test_of_alternatives_the_nearest_says_what_is_wrong() -> None:
    schema = {"$schema": LATEST, "properties": {"a": {"oneOf": [{"type": "string"}, {"items": {"type": "integer"}}]}}}
    assert _faults(schema, {"a": [1, "x"]}) == ['$.a[1] {"type": "integer"}']


def test_references_go_through_the_fetcher() -> None:
    schema = {"$schema": LATEST, "properties": {"issuer": {"$ref": "https://issuer.example/profile.json#/$defs/P"}}}
    profile = {"$schema": LATEST, "$defs": {"P": {"required": ["id"]}}}
    assert _faults(schema, {"issuer": {}}, profile=profile) == ['$.issuer {"required": ["id"]}']
    assert _refused(schema, {"issuer": {}}) == "resolution.not-kept"


def test_a_metaschema_that_is_led_back_to_the_schema_keeps_the_limits() -> None:
    schema = {"$schema": LATEST, "$dynamicAnchor": "meta", "allOf": [{"$ref": LATEST}], "pattern": SLOW}
    assert '$.properties.a {"pattern": "^(a+)+$"}' in _faults(schema, {"properties": {"a": LONG * 20}})


@pytest.mark.parametrize("reference", ["file:///etc/passwd", "http://169.254.169.254/", "urn:x:y"])
def test_no_reference_reaches_past_the_fetcher(reference: str) -> None:
    assert _refused({"$schema": LATEST, "$ref": reference}, {}) == "resolution.not-kept"


def test_a_chain_of_references_has_an_end() -> None:
    chain = {f"s{number}": {"$schema": LATEST, "$ref": f"s{number + 1}.json"} for number in range(MAX_SCHEMAS + 2)}
    assert _refused({"$schema": LATEST, "$ref": "s0.json"}, {}, **chain) == "schema.too-many"


@pytest.mark.parametrize(
    ("schema", "code"),
    [
        ({}, "schema.unknown-dialect"),
        ({"$schema": "https://issuer.example/own-dialect"}, "schema.unknown-dialect"),
        ({"$schema": 5}, "schema.unknown-dialect"),
        ({"$schema": LATEST, "type": 5}, "schema.broken"),
        ({"$schema": LATEST, "properties": []}, "schema.broken"),
        ({"$schema": LATEST, "$ref": "#/const", "const": {"type": 5}}, "schema.broken"),
        ({"$schema": LATEST, "$ref": "#"}, "schema.broken"),
        ({"$schema": LATEST, "$ref": "#/nowhere"}, "schema.broken"),
        ({"$schema": LATEST, "propertyNames": {"pattern": r"(a)\1"}}, "schema.pattern-refused"),
        ([], "resolution.not-json"),
        ({"$schema": LATEST, "description": "x" * MAX_SCHEMA_BYTES}, "schema.too-large"),
    ],
)
def test_what_cannot_be_applied_is_said_to_be_so(schema: Any, code: str) -> None:
    assert _refused(schema, {"a": LONG}) == code


@pytest.mark.parametrize(
    "schema",
    [
        {"properties": {"a": {"pattern": SLOW}}},
        {"properties": {"a": {"$schema": LATEST, "pattern": SLOW}}},
        {"patternProperties": {SLOW: True, "^a$": {"pattern": SLOW}}},
        {"additionalProperties": False, "patternProperties": {SLOW: True, "^(a|a)*$": True}},
        {"propertyNames": {"pattern": SLOW}},
        {"properties": {"a": {"$ref": "slow.json"}}},
        {"$dynamicAnchor": "meta", "$defs": {"a": {"$dynamicRef": "#meta"}}, "properties": {"a": {"pattern": SLOW}}},
    ],
)
def test_no_expression_is_matched_by_backtracking(schema: JsonObject) -> None:
    """Each of these would run for days with a matcher that goes back."""
    slow = {"$schema": LATEST, "pattern": SLOW}
    _faults({"$schema": LATEST, **schema}, {"a": LONG * 50, LONG * 20: 1}, slow=slow)


def test_the_library_s_own_search_is_never_used() -> None:
    schema = {"$schema": LATEST, "unevaluatedProperties": False, "allOf": [{"patternProperties": {SLOW: True}}]}
    assert _refused(schema, {LONG: 1}) == "schema.pattern-refused"
    parts = {"$schema": LATEST, "unevaluatedProperties": False, "allOf": [{"$ref": "part.json"}]}
    part = {"$schema": LATEST, "patternProperties": {SLOW: True}}
    assert _refused(parts, {LONG: 1}, part=part) == "schema.pattern-refused"


def test_a_tree_of_references_that_doubles_is_given_up() -> None:
    defs = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}, {"$ref": f"#/$defs/d{n + 1}"}]} for n in range(30)}
    schema = {"$schema": LATEST, "$ref": "#/$defs/d0", "$defs": {**defs, "d30": {"type": "object"}}}
    assert _refused(schema, {}) == "schema.too-costly"


def test_documents_of_two_dialects_are_not_mixed() -> None:
    schema = {"$schema": LATEST, "$ref": "old.json"}
    assert _refused(schema, {}, old={"$schema": DIALECTS[0]}) == "schema.unknown-dialect"


WORDS = [
    "type",
    "properties",
    "items",
    "$ref",
    "$defs",
    "pattern",
    "enum",
    "const",
    "not",
    "if",
    "then",
    "anyOf",
    "required",
]
SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["string", "object", "#", "#/$defs/a", "(", "a", "id"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.sampled_from(WORDS), SCHEMAS, max_size=4))
@settings(max_examples=200)
def test_any_schema_is_applied_or_refused(schema: JsonObject) -> None:
    with contextlib.suppress(ResolutionError):
        assert isinstance(_faults({"$schema": LATEST, **schema}, {"id": "a", "a": [1, None, {"id": 2}]}), list)


WIDE: JsonObject = {"x": [[number] for number in range(2_000)]}
LARGE: JsonObject = {"x": "letter" * 100_000}


@pytest.mark.parametrize(
    ("rule", "members"),
    [
        ({"properties": {"x": {"uniqueItems": True}}}, WIDE),
        ({"const": WIDE}, WIDE),
        ({"enum": [WIDE]}, WIDE),
        ({"not": {"type": "string"}}, WIDE),
        ({"not": {"type": "string"}}, LARGE),
        ({"not": {"properties": {"x": {"type": "number"}}}}, LARGE),
    ],
)
def test_a_rule_counts_for_as_much_as_it_looks_at(rule: JsonObject, members: JsonObject) -> None:
    def often(times: int) -> JsonObject:
        return {"$schema": LATEST, "$defs": {"rule": rule}, "allOf": [{"$ref": "#/$defs/rule"}] * times}

    assert _faults(often(10), members) == []
    assert _refused(often(1_000), members) == "schema.too-costly"
