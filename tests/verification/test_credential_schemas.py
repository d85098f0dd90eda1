"""The schemas that issuers name: met, not met, not to be had; and what that makes of the check conformance."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.assets import badge_json, badge_jws
from tests.assets.credentials import EXTENSIONS_CONTEXT, OB_CONTEXT, VCDM_2_CONTEXT, both, in_japanese
from tests.members import member
from tests.responses import responses
from wallet.documents.extraction import extract
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import RecordingFetcher
from wallet.verification.credential_schemas import MAX_REFERENCES
from wallet.verification.report import Check, CheckResult, Outcome, Verdict
from wallet.verification.verifier import Verification, verify

AT = datetime(2026, 6, 1, tzinfo=UTC)
OWN = "https://issuer.example/schema.json"
LATEST = "https://json-schema.org/draft/2020-12/schema"
CONTEXTS = member("@context", [VCDM_2_CONTEXT, OB_CONTEXT, EXTENSIONS_CONTEXT])
"""The type of 1EdTech stands in the context of the extensions."""

PLAIN = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
JSON_LD = PLAIN.replace("/json/", "/json-ld/")


def _verified(source: bytes, **schemas: Any) -> Verification:
    contents = {url: json.dumps(schema).encode() for url, schema in schemas.items()}
    return verify(extract(source)[0], at=AT, fetcher=responses(contents))


def _conformance(reference: JsonValue, **schemas: Any) -> CheckResult:
    source = badge_json(credentialSchema=reference, **CONTEXTS)
    return _verified(source, **schemas).report.result(Check.CONFORMANCE)


def _reference(url: str = OWN, kind: str = "JsonSchema") -> JsonObject:
    return {"id": url, "type": kind}


def _listed(result: CheckResult) -> list[tuple[Any, Any]]:
    schemas = result.facts["schemas"]
    assert isinstance(schemas, list)
    return [(one["outcome"], one["code"]) for one in schemas if isinstance(one, dict)]


@pytest.mark.parametrize("kind", ["JsonSchema", "1EdTechJsonSchemaValidator2019"])
def test_a_schema_that_is_met_is_said_to_be(kind: str) -> None:
    result = _conformance(_reference(kind=kind), **{OWN: {"$schema": LATEST, "required": ["issuer", "proof"]}})
    assert (result.outcome, result.code) == (Outcome.PASSED, "conformance.conforms-with-own-schema")
    assert _listed(result) == [("passed", "schema.met")]


def test_one_that_is_not_met_fails_the_check_with_the_path() -> None:
    rule = {"properties": {"issuer": {"properties": {"name": {"maxLength": 3}}}}}
    verification = _verified(badge_json(credentialSchema=[_reference()]), **{OWN: {"$schema": LATEST, **rule}})
    result = verification.report.result(Check.CONFORMANCE)
    assert (result.outcome, result.code) == (Outcome.FAILED, "conformance.own-schema-not-met")
    assert result.facts["problems"] == [
        {"path": "$.issuer.name", "code": "schema.rule-not-met", "found": '{"maxLength": 3}'}
    ]
    assert verification.verdict is Verdict.INVALID


def test_the_credential_within_a_jws_is_what_is_compared() -> None:
    source = badge_jws(data_model="1.1", credentialSchema=_reference())
    schema = {"$schema": LATEST, "required": ["issuanceDate"], "not": {"required": ["vc"]}}
    assert _listed(_verified(source, **{OWN: schema}).report.result(Check.CONFORMANCE)) == [("passed", "schema.met")]


@pytest.mark.parametrize(
    ("reference", "schemas", "code"),
    [
        (_reference(), {}, "resolution.not-kept"),
        (_reference(), {OWN: {"type": "object"}}, "schema.unknown-dialect"),
        (_reference(), {OWN: {"$schema": LATEST, "type": 7}}, "schema.broken"),
        (_reference(kind="JsonSchemaCredential"), {}, "schema.unsupported-type"),
    ],
)
def test_one_that_cannot_be_checked_leaves_the_check_as_it_is_and_is_mentioned(
    reference: JsonObject, schemas: dict[str, Any], code: str
) -> None:
    verification = _verified(badge_json(credentialSchema=reference), **schemas)
    result = verification.report.result(Check.CONFORMANCE)
    assert (result.outcome, result.code) == (Outcome.PASSED, "conformance.conforms-own-schema-not-checked")
    assert _listed(result) == [("undetermined", code)]
    assert verification.verdict is Verdict.VERIFIED


def test_the_older_type_needs_no_dialect() -> None:
    reference = _reference(kind="1EdTechJsonSchemaValidator2019")
    assert _listed(_conformance(reference, **{OWN: {"required": ["id"]}})) == [("passed", "schema.met")]


def test_meeting_one_of_the_two_published_forms_is_enough() -> None:
    strict = {"$schema": LATEST, "required": ["termsOfUse"]}
    reference = _reference(JSON_LD, "1EdTechJsonSchemaValidator2019")
    found = _conformance(reference, **{JSON_LD: strict, PLAIN: {"$schema": LATEST}})
    assert _listed(found) == [("passed", "schema.met-in-other-form")]
    for other in ({}, {PLAIN: strict}):
        assert _listed(_conformance(reference, **{JSON_LD: strict, **other})) == [("failed", "schema.not-met")]
    assert _listed(_conformance(_reference(), **{OWN: strict, PLAIN: {}})) == [("failed", "schema.not-met")]


def test_text_with_its_language_is_text_to_the_published_schemas() -> None:
    text = {"type": "string"}
    texts = {"$schema": LATEST, "properties": {"name": text, "description": text, "type": {"type": "array"}}}
    members: dict[str, Any] = {"name": both("見本", "Sample"), "description": in_japanese("説明")}

    def found(url: str, **more: Any) -> list[tuple[Any, Any]]:
        source = badge_json(credentialSchema=_reference(url), **{**members, **more})
        return _listed(_verified(source, **{url: texts}).report.result(Check.CONFORMANCE))

    assert found(PLAIN) == [("passed", "schema.met-in-one-language")]
    assert found(JSON_LD) == [("passed", "schema.met-in-one-language")]
    assert found(OWN) == [("failed", "schema.not-met")]


def test_null_is_no_member_to_the_published_schemas() -> None:
    texts = {"$schema": LATEST, "properties": {"description": {"type": "string"}}}

    def found(url: str) -> list[tuple[Any, Any]]:
        def add_null(credential: JsonObject) -> None:
            credential["description"] = None

        source = badge_json(before=add_null, credentialSchema=_reference(url))
        return _listed(_verified(source, **{url: texts}).report.result(Check.CONFORMANCE))

    assert found(PLAIN) == [("passed", "schema.met")]
    assert found(OWN) == [("failed", "schema.not-met")]


@pytest.mark.parametrize(
    ("digest", "code"),
    [
        ("sha256-{sha256}", "schema.met"),
        ("sha256-AAAA sha384-{sha384}", "schema.met"),
        ("sha256-{sha256} sha384-AAAA", "schema.digest-differs"),
        ("sha256-AAAA", "schema.digest-differs"),
        ("md5-AAAA", "schema.digest-differs"),
        ("nonsense", "schema.digest-differs"),
        ("", "schema.met"),
    ],
)
def test_a_schema_other_than_the_one_signed_for_is_not_applied(digest: str, code: str) -> None:
    schema = {"$schema": LATEST}
    content = json.dumps(schema).encode()
    digests = {name: base64.b64encode(hashlib.new(name, content).digest()).decode() for name in ("sha256", "sha384")}
    reference: JsonObject = {**_reference(), "digestSRI": digest.format(**digests)}
    assert [found for _, found in _listed(_conformance(reference, **{OWN: schema}))] == [code]


def test_a_forged_credential_makes_nobody_fetch_a_schema() -> None:
    def alter(credential: JsonObject) -> None:
        credential["name"] = "Another"

    fetcher = RecordingFetcher(responses({OWN: b"{}"}))
    source = badge_json(after=alter, name="One", credentialSchema=_reference())
    result = verify(extract(source)[0], at=AT, fetcher=fetcher).report.result(Check.CONFORMANCE)
    assert (fetcher.resources, _listed(result)) == ((), [("undetermined", "schema.not-asked")])


def test_more_schemas_than_anybody_needs_are_not_fetched() -> None:
    references: JsonValue = [_reference(f"https://issuer.example/{number}") for number in range(MAX_REFERENCES + 2)]
    codes = [code for _, code in _listed(_conformance(references))]
    assert codes == ["resolution.not-kept"] * MAX_REFERENCES + ["schema.too-many-named"] * 2


def test_problems_of_the_data_model_come_before_the_schema() -> None:
    verification = _verified(badge_json(id="no URL", credentialSchema=_reference()), **{OWN: {"$schema": LATEST}})
    assert verification.report.result(Check.CONFORMANCE).code == "conformance.problems"
