"""Badges of both data models read into one model, with every problem."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assets import badge_json, badge_jws, sample_credential
from tests.assets.full import FULL
from tests.assets.samples import HOLDER, ISSUER, OB_CONTEXT, VCDM_1_CONTEXT, VCDM_2_CONTEXT
from tests.members import member
from wallet.credentials import ParsedCredential, parse_credential
from wallet.credentials.model import CredentialStatus, GeoCoordinates, SchemaReference
from wallet.documents.document import Container, SecuredDocument, Securing
from wallet.documents.extraction import extract
from wallet.errors import CredentialError
from wallet.fields import JsonObject, JsonValue


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


NAMES = sorted({str(name) for _, name in _places(sample_credential()) if isinstance(name, str)})
MORE = ["@type", "@value", "@language", "issuanceDate", "vc", "badge", "verify", "result", "identifier", "evidence"]
LISTS = ["endorsement", "endorsementJwt", "credentialStatus", "statusSize", "credentialSchema", "proof", "alignment"]
MEMBERS = st.text(max_size=5) | st.sampled_from([*NAMES, *MORE, *LISTS])
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**60), 10**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from([VCDM_2_CONTEXT, VCDM_1_CONTEXT, OB_CONTEXT, "VerifiableCredential", "Assertion", "Achievement"])
    | st.sampled_from(["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:60-12:00", "e30.e30.e30"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBERS, inner, max_size=4),
    max_leaves=12,
)


def _document(members: JsonObject, jws: str | None = None) -> SecuredDocument:
    return SecuredDocument(
        digest="00",
        media_type="application/vc",
        container=Container.JSON,
        source=b"",
        securing=Securing.NONE,
        json=members,
        jws=jws,
    )


def _parse(data_model: str = "2.0", **members: JsonValue) -> ParsedCredential:
    return parse_credential(_document(sample_credential(data_model, **members)))


def _problems(parsed: ParsedCredential) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in parsed.problems if not problem.remark]


def test_both_data_models_become_one_model() -> None:
    later, earlier = _parse("2.0").credential, _parse("1.1").credential
    assert later is not None
    assert earlier == replace(later, data_model="VCDM 1.1")
    assert (later.issuer.id, later.credential_subject.id) == (ISSUER, HOLDER)
    assert (later.valid_from, str(later.achievement.name)) == (datetime(2025, 4, 1, tzinfo=UTC), "Sample badge")


@pytest.mark.parametrize("data_model", ["2.0", "1.1"])
def test_a_signed_badge_has_no_problems_in_either_form(data_model: str) -> None:
    for source in (badge_json(data_model=data_model), badge_jws(data_model=data_model)):
        (document,) = extract(source)
        parsed = parse_credential(document)
        assert (parsed.problems, parsed.data_model, parsed.kind) == ((), f"VCDM {data_model}", "achievement")
        assert parsed.credential is not None


def test_each_data_model_reads_its_own_dates_only() -> None:
    until = "2026-04-01T00:00:00+09:00"
    later, earlier = _parse(validUntil=until).credential, _parse("1.1", expirationDate=until).credential
    other = _parse("1.1", validUntil=until).credential
    assert later is not None
    assert earlier is not None
    assert other is not None
    moment = datetime.fromisoformat(until)
    assert (later.valid_until, earlier.valid_until, other.valid_until) == (moment, moment, None)


def test_all_problems_are_found_at_once_each_with_its_path() -> None:
    parsed = _parse(
        id="not a URL",
        type="OpenBadgeCredential",
        issuer={"name": ["Sample", {"ja": "見本"}]},
        validFrom="2025-04-01",
        evidence=[{"type": "Evidence"}, {"type": "Photo"}],
        credentialStatus={"statusSize": "1"},
        credentialSubject={
            "type": "AchievementSubject",
            "achievement": {"type": "Achievement", "name": "Sample badge"},
        },
    )
    assert set(_problems(parsed)) == {
        ("$.id", "field.not-a-uri"),
        ("$.type", "credential.not-verifiable"),
        ("$.issuer.id", "field.missing"),
        ("$.issuer.type", "field.missing"),
        ("$.issuer.name[1]", "field.not-text"),
        ("$.validFrom", "field.not-a-time"),
        ("$.evidence[1].type", "field.other-type"),
        ("$.credentialStatus.type", "field.missing"),
        ("$.credentialStatus.statusSize", "field.not-a-number"),
        ("$.credentialSubject.achievement.id", "field.missing"),
        ("$.credentialSubject.achievement.description", "field.missing"),
        ("$.credentialSubject.achievement.criteria", "field.missing"),
    }
    assert parsed.credential is not None


@pytest.mark.parametrize("missing", ["issuer", "credentialSubject"])
def test_without_the_essentials_there_is_no_badge_to_show(missing: str) -> None:
    parsed = _parse("2.0", **member(missing, None))
    assert (parsed.credential, _problems(parsed)) == (None, [(f"$.{missing}", "field.missing")])


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        (member("@context", None), ("$.@context", "field.missing")),
        (member("@context", [OB_CONTEXT, VCDM_2_CONTEXT]), ("$.@context", "credential.first-context")),
        (member("@context", VCDM_2_CONTEXT), ("$.@context", "credential.no-open-badges-context")),
        ({"type": ["VerifiableCredential"]}, ("$.type", "field.other-type")),
        # The end is a minute before the beginning, although its hour is later.
        (
            {"validFrom": "2025-04-01T00:00:00Z", "validUntil": "2025-04-01T08:59:00+09:00"},
            ("$.validUntil", "credential.ends-before-it-begins"),
        ),
    ],
)
def test_a_departure_from_the_specification_is_named(members: JsonObject, problem: tuple[str, str]) -> None:
    assert problem in _problems(_parse("2.0", **members))


def test_the_order_of_dates_is_judged_by_the_moment_and_not_by_the_clock_face() -> None:
    assert _problems(_parse(validFrom="2025-04-01T09:00:00+09:00", validUntil="2025-04-01T00:00:00Z")) == []


def test_an_envelope_that_leaves_open_what_was_signed_is_a_problem() -> None:
    (both,) = extract(badge_jws(data_model="1.1", claims=lambda claims: claims.update({"credentialSubject": {}})))
    assert ("$.vc", "credential.two-in-one-envelope") in _problems(parse_credential(both))
    other = parse_credential(_document({"vc": sample_credential("2.0")}, jws="e30.e30.e30"))
    assert _problems(other) == [("$.@context", "credential.envelope-of-other-version")]


def test_status_and_schema_are_read_as_they_stand() -> None:
    status: JsonObject = {"type": "BitstringStatusListEntry", "statusListIndex": 94567, "statusSize": 2}
    schemas: JsonValue = [{"id": "https://issuer.example/schema", "type": "JsonSchema"}, {"id": "https://x.example/"}]
    parsed = _parse(credentialStatus=status, credentialSchema=schemas)
    assert parsed.credential is not None
    read = CredentialStatus(id=None, type="BitstringStatusListEntry", status_list_index="94567", status_size=2)
    assert parsed.credential.credential_status == (read,)
    assert parsed.credential.credential_schema == (
        SchemaReference(id="https://issuer.example/schema", type="JsonSchema"),
    )
    assert _problems(parsed) == [("$.credentialSchema[1].type", "field.missing")]


@pytest.mark.parametrize(
    ("kinds", "kind", "specification"),
    [
        (["VerifiableCredential", "EndorsementCredential"], "endorsement", "OB 3.0"),
        (["VerifiableCredential", "ClrCredential"], "clr", "CLR 2.0"),
        (["VerifiableCredential", "BitstringStatusListCredential"], "status-list", "OB 3.0"),
        ("Assertion", "assertion", "OB 2.0"),
    ],
)
def test_other_kinds_are_named_and_not_read(kinds: JsonValue, kind: str, specification: str) -> None:
    parsed = _parse(type=kinds)
    assert (parsed.kind, parsed.specification, parsed.credential) == (kind, specification, None)


@pytest.mark.parametrize("members", [{}, {"name": "Shopping list"}, {"type": 5, "@context": {"a": "b"}}])
def test_what_is_no_credential_is_refused(members: JsonObject) -> None:
    with pytest.raises(CredentialError) as caught:
        parse_credential(_document(members))
    assert caught.value.code == "credential.not-recognised"


@given(st.dictionaries(MEMBERS, VALUES, max_size=6), st.sampled_from([None, "e30.e30.e30"]))
def test_any_json_object_is_read_or_refused(members: JsonObject, jws: str | None) -> None:
    with contextlib.suppress(CredentialError):
        assert parse_credential(_document(members, jws)).specification in ("OB 2.0", "OB 3.0", "CLR 2.0")


@given(st.sampled_from(["2.0", "1.1"]), st.integers(min_value=0), VALUES)
def test_a_badge_with_anything_in_place_of_one_value_is_read_or_refused(model: str, at: int, value: JsonValue) -> None:
    credential = json.loads(json.dumps(sample_credential(model)))
    places = list(_places(credential))
    container, key = places[at % len(places)]
    container[key] = value
    with contextlib.suppress(CredentialError):
        assert parse_credential(_document(credential)).members == credential


_STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<index>\d+)\]")


def _leads_somewhere(path: str, document: JsonObject) -> bool:
    """Whether a path leads to something in the document, or to a member that is missing from an object in it."""
    value: Any = document
    steps = list(_STEP.finditer(path.removeprefix("$")))
    assert "$" + "".join(step.group() for step in steps) == path
    for number, step in enumerate(steps):
        if step["index"] is not None:
            if not isinstance(value, list) or int(step["index"]) >= len(value):
                return False
            value = value[int(step["index"])]
        elif not isinstance(value, dict):
            return False
        elif step["name"] not in value:
            return number == len(steps) - 1
        else:
            value = value[step["name"]]
    return True


def test_a_badge_with_every_kind_of_member_is_free_of_problems() -> None:
    members: dict[str, Any] = FULL
    parsed = _parse("2.0", **members)
    assert parsed.problems == ()
    assert parsed.credential is not None
    assert [terms.type for terms in parsed.credential.terms_of_use] == ["IssuerPolicy"]
    assert [service.type for service in parsed.credential.refresh_service] == ["1EdTechCredentialRefresh"]
    assert parsed.credential.issuer.address is not None
    assert parsed.credential.issuer.address.geo == GeoCoordinates(latitude=35.0, longitude=135.0)
    assert parsed.credential.issuer.date_of_birth == "1990-01-01"


@given(st.integers(min_value=0), VALUES)
@settings(max_examples=300)
def test_every_problem_has_a_path_that_leads_somewhere(at: int, value: JsonValue) -> None:
    credential = json.loads(json.dumps(sample_credential("2.0", **FULL)))
    places = list(_places(credential))
    container, key = places[at % len(places)]
    container[key] = value
    with contextlib.suppress(CredentialError):
        for problem in parse_credential(_document(credential)).problems:
            assert _leads_somewhere(problem.path, credential), problem


def test_a_badge_of_a_large_provider_conforms() -> None:
    """Null for a description, a person's name as the credential's, one proof in an array."""
    subject = json.loads(json.dumps(FULL["credentialSubject"]))
    subject["achievement"]["alignment"][0]["targetDescription"] = None
    members: dict[str, Any] = {**FULL, "name": "山田 花子", "credentialSubject": subject}
    parsed = _parse("2.0", **members)
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("data_model", "members", "expected"),
    [
        (
            "2.0",
            {"issuanceDate": "2025-04-01T00:00:00Z"},
            ("$.issuanceDate", "credential.name-of-earlier-version", False),
        ),
        ("1.1", {"validUntil": "2030-04-01T00:00:00Z"}, ("$.validUntil", "credential.name-of-later-version", True)),
        ("2.0", {"awardedDate": "2025-04-01"}, ("$.awardedDate", "field.not-a-time", False)),
        ("2.0", {"termsOfUse": {"id": "https://a.example/"}}, ("$.termsOfUse.type", "field.missing", False)),
        ("2.0", {"refreshService": {"type": "A"}}, ("$.refreshService.id", "field.missing", False)),
        ("2.0", {"id": None}, ("$.id", "field.missing", False)),
        ("2.0", {"proof": {"created": "now"}}, ("$.proof.type", "field.missing", False)),
        (
            "2.0",
            member("@context", [VCDM_2_CONTEXT, "https://w3id.org/security/v2", OB_CONTEXT]),
            ("$.@context[1]", "credential.second-context", True),
        ),
        ("2.0", {"relatedResource": {"id": "urn:x:a"}}, ("$.relatedResource.digestSRI", "field.missing", False)),
        (
            "2.0",
            {
                "relatedResource": [
                    {"id": "urn:x:a", "digestSRI": "sha256-AA"},
                    {"id": "urn:x:a", "digestMultibase": "uE"},
                ]
            },
            ("$.relatedResource[1].id", "credential.resource-twice", False),
        ),
        ("2.0", {"image": {"id": "urn:a", "type": "Image", "alt": ""}}, ("$.image", "field.extra-member", True)),
    ],
)
def test_faults_and_remarks_are_told_apart(
    data_model: str, members: JsonObject, expected: tuple[str, str, bool]
) -> None:
    parsed = _parse(data_model, **members)
    assert expected in [(problem.path, problem.code, problem.remark) for problem in parsed.problems]
