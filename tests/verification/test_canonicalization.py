"""What of a document its signature covers."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from tests.assets import sample_credential
from tests.members import member
from wallet.errors import CredentialError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue
from wallet.verification.canonicalization import canonicalize
from wallet.verification.rdfc import orders_may_differ


def document(**members: Any) -> JsonObject:
    return sample_credential(**members)


def uncovered(value: JsonObject) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in canonicalize(value).uncovered]


def with_subject(**members: JsonValue) -> JsonObject:
    value = copy.deepcopy(document())
    value["credentialSubject"].update(members)  # type: ignore[union-attr]
    return value


def with_achievement(**members: JsonValue) -> JsonObject:
    value = copy.deepcopy(document())
    value["credentialSubject"]["achievement"].update(members)  # type: ignore[index, call-overload, union-attr]
    return value


@pytest.mark.parametrize(
    "value",
    [
        document(),
        document(name={"@value": "名前", "@language": "ja"}),
        document(name=[{"@value": "名前", "@language": "ja"}, {"@value": "Name", "@language": "en"}]),
        document(name={"@value": "שם", "@language": "he", "@direction": "rtl"}),
        with_achievement(alignment=None, unknown=None),
        with_achievement(tag=[]),
        with_achievement(image={"id": "data:image/svg+xml,<svg/>", "type": "Image"}),
    ],
)
def test_a_document_of_defined_members_is_covered(value: JsonObject) -> None:
    assert uncovered(value) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (document(grade="A"), [("$.grade", "coverage.undefined-member")]),
        (with_subject(grade="A"), [("$.credentialSubject.grade", "coverage.undefined-member")]),
        (
            with_achievement(level={"a": {"b": 1}}),
            [("$.credentialSubject.achievement.level", "coverage.undefined-member")],
        ),
        (
            document(name={"ja": "名前", "en": "Name"}),
            [("$.name.ja", "coverage.undefined-member"), ("$.name.en", "coverage.undefined-member")],
        ),
        (
            with_achievement(type=["Achievement", "Honour"]),
            [("$.credentialSubject.achievement.type[1]", "coverage.undefined-type")],
        ),
        (with_achievement(image="picture.png"), [("$.credentialSubject.achievement.image", "coverage.relative-iri")]),
        (
            with_achievement(image="//evil.example/x"),
            [("$.credentialSubject.achievement.image", "coverage.relative-iri")],
        ),
        (document(**member("_:x", "hidden")), [("$._:x", "coverage.malformed-identifier")]),
        (document(**member("urn:x y", "hidden")), [("$.urn:x y", "coverage.undefined-member")]),
        (
            document(evidence=[{"id": "https://x.example/ y", "type": ["Evidence"], "name": "Forged"}]),
            [("$.evidence[0].id", "coverage.malformed-identifier")],
        ),
        (with_subject(id="did:x: y"), [("$.credentialSubject.id", "coverage.malformed-identifier")]),
        (with_achievement(id="urn:x\n"), [("$.credentialSubject.achievement.id", "coverage.malformed-identifier")]),
        (
            with_achievement(image={"id": "data:image/svg+xml,<svg />", "type": "Image"}),
            [("$.credentialSubject.achievement.image.id", "coverage.malformed-identifier")],
        ),
        (
            document(type=["VerifiableCredential", "OpenBadgeCredential", "urn:a b"]),
            [("$.type[2]", "coverage.malformed-identifier")],
        ),
        (
            document(name={"@value": "x", "@language": "no language"}),
            [("$.name.@language", "coverage.malformed-identifier")],
        ),
        (document(name={"@value": "x", "@index": "y"}), [("$.name.@index", "coverage.keyword")]),
        (document(**member("@included", [{"id": "urn:x"}])), [("$.@included", "coverage.keyword")]),
    ],
)
def test_what_is_not_covered_is_named_by_its_path(value: JsonObject, expected: list[tuple[str, str]]) -> None:
    assert uncovered(value) == expected


def test_a_direction_is_part_of_what_is_signed() -> None:
    one = canonicalize(document(name={"@value": "x", "@language": "he", "@direction": "rtl"}))
    other = canonicalize(document(name={"@value": "x", "@language": "he", "@direction": "ltr"}))
    assert one.nquads != other.nquads


def test_looking_for_uncovered_members_leaves_the_document_as_it_is() -> None:
    value = document(grade="A")
    before = json.dumps(value)
    canonicalize(value)
    assert json.dumps(value) == before


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"name": "x"}, "context.missing"),
        (
            document(**member("@context", ["https://www.w3.org/ns/credentials/v2", {"name": "https://x.example/"}])),
            "context.inline",
        ),
        (with_achievement(**member("@context", {"name": "https://x.example/"})), "context.inline"),
        (with_achievement(**member("@context", None)), "context.inline"),
        (
            document(**member("@context", ["https://www.w3.org/ns/credentials/v2", "https://x.example/c"])),
            "context.unknown",
        ),
        (document(id=5), "canonicalization.json-ld"),
    ],
)
def test_a_document_without_a_defined_meaning_is_refused(value: JsonObject, code: str) -> None:
    with pytest.raises((CredentialError, ResolutionError)) as caught:
        canonicalize(value)
    error: WalletError = caught.value
    assert error.code == code


def test_a_search_that_would_take_too_long_names_the_document() -> None:
    grades = [{"type": ["Evidence"], "id": f"urn:{number}", "grade": "A"} for number in range(200)]
    assert ("$", "coverage.undefined-member") in uncovered(document(evidence=grades))


def test_a_document_says_whether_the_order_of_characters_matters() -> None:
    plain, mixed = canonicalize(document(name="名前 🌸")), canonicalize(document(name=["ＡＢＣ", "🌸"]))
    assert [orders_may_differ(one.nquads) for one in (plain, mixed)] == [False, True]
    assert canonicalize(document(name=["ＡＢＣ", "🌸"]), order="utf-16").nquads != mixed.nquads
    assert canonicalize(document(name="名前 🌸"), order="utf-16") == plain
