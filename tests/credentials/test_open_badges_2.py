"""Assertion, badge class and issuer of Open Badges 2.0 and 1.x into the one model, every fault with its path."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.assets.assertions import EMAIL, OB2_CONTEXT, assertion, badge_class, issuer
from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.open_badges_2 import AssertionParts, read_assertion
from wallet.credentials.versions import version_of
from wallet.fields import JsonObject, JsonValue


def problems(
    made: JsonObject | None = None, badge: JsonObject | None = None, profile: JsonObject | None = None
) -> set[tuple[str, str]]:
    parts = AssertionParts(assertion=made or assertion(), badge=badge or badge_class(), issuer=profile or issuer())
    return {(problem.path, problem.code) for problem in read_assertion(parts)[1]}


def read(made: JsonObject | None = None, badge: JsonObject | None = None) -> OpenBadgeCredential:
    parts = AssertionParts(assertion=made or assertion(), badge=badge or badge_class(), issuer=issuer())
    credential, found = read_assertion(parts)
    assert found == ()
    assert credential is not None
    return credential


@pytest.mark.parametrize(
    ("members", "version"),
    [
        ({"@context": OB2_CONTEXT}, "OB 2.0"),
        ({"@context": ["https://w3id.org/openbadges/v1", {}]}, "OB 1.1"),
        ({"uid": "1", "verify": {}, "badge": "https://a.example", "recipient": {}}, "OB 1.0"),
        ({"recipient": "sha256$00", "badge": {}}, "OB 0.5"),
        ({"type": "Assertion"}, "OB 2.0"),
    ],
)
def test_the_version_is_told_by_context_and_shape(members: JsonObject, version: str) -> None:
    assert version_of(members) == version


def test_a_whole_badge_has_no_problems() -> None:
    assert problems() == set()


@pytest.mark.parametrize("name", ["id", "type", "recipient", "badge", "verification", "issuedOn"])
def test_what_an_assertion_must_have(name: str) -> None:
    assert problems(assertion(**{name: None})) == {(f"$.{name}", "field.missing")}


@pytest.mark.parametrize("name", ["id", "type", "name", "description", "image", "criteria", "issuer"])
def test_what_a_badge_class_must_have(name: str) -> None:
    assert problems(badge=badge_class(**{name: None})) == {(f"$.badge.{name}", "field.missing")}


@pytest.mark.parametrize("name", ["id", "type", "name", "url", "email"])
def test_what_an_issuer_must_have(name: str) -> None:
    assert problems(profile=issuer(**{name: None})) == {(f"$.badge.issuer.{name}", "field.missing")}


HASH = "0" * 64


@pytest.mark.parametrize(
    ("members", "path", "code"),
    [
        ({"@context": "https://example.org/v2"}, "$.@context", "assertion.no-open-badges-context"),
        ({"type": "BadgeClass"}, "$.type", "field.other-type"),
        ({"id": "no url"}, "$.id", "field.not-a-uri"),
        ({"badge": 7}, "$.badge", "linked.not-a-link"),
        ({"verification": {}}, "$.verification.type", "field.missing"),
        ({"issuedOn": "2025-03-20"}, "$.issuedOn", "field.not-a-time"),
        ({"issuedOn": "2025-03-20T10:00:00"}, "$.issuedOn", "field.not-a-time"),
        ({"issuedOn": 1_430_352_000}, "$.issuedOn", "field.not-a-time"),
        ({"expires": "2024-03-20T10:00:00Z"}, "$.expires", "credential.ends-before-it-begins"),
        ({"image": "data:image/png;base64,AAAA"}, "$.image", "assertion.image-not-linked"),
        ({"evidence": 3}, "$.evidence", "linked.not-a-link"),
        ({"recipient": {"type": "email", "hashed": False}}, "$.recipient.identity", "field.missing"),
        ({"recipient": {"type": "email", "identity": EMAIL}}, "$.recipient.hashed", "field.missing"),
        ({"recipient": {"hashed": False, "identity": EMAIL}}, "$.recipient.type", "field.missing"),
        (
            {"recipient": {"type": "email", "hashed": False, "identity": f"sha256${HASH}"}},
            "$.recipient.hashed",
            "assertion.hash-not-declared",
        ),
        (
            {"recipient": {"type": "email", "hashed": True, "identity": EMAIL}},
            "$.recipient.identity",
            "assertion.hash-not-understood",
        ),
        (
            {"recipient": {"type": "email", "hashed": True, "identity": f"sha1${HASH}"}},
            "$.recipient.identity",
            "assertion.hash-not-understood",
        ),
        (
            {"recipient": {"type": "email", "hashed": True, "identity": "sha256$abc"}},
            "$.recipient.identity",
            "assertion.hash-not-understood",
        ),
    ],
)
def test_faults_of_an_assertion(members: JsonObject, path: str, code: str) -> None:
    assert problems(assertion(**members)) == {(path, code)}


@pytest.mark.parametrize(
    ("members", "path", "code"),
    [
        ({"type": "Assertion"}, "$.badge.type", "field.other-type"),
        ({"name": 5}, "$.badge.name", "field.not-text"),
        ({"image": "data:image/jpeg;base64,AAAA"}, "$.badge.image", "assertion.image-of-another-kind"),
        ({"image": "picture.png"}, "$.badge.image", "field.not-a-uri"),
        ({"image": {"caption": "a"}}, "$.badge.image.id", "field.missing"),
        ({"criteria": "how to"}, "$.badge.criteria", "field.not-a-uri"),
        ({"issuer": 3}, "$.badge.issuer", "linked.not-a-link"),
        ({"tags": [1]}, "$.badge.tags[0]", "field.not-a-string"),
        ({"alignment": [{"targetUrl": "https://a.example"}]}, "$.badge.alignment[0].targetName", "field.missing"),
        ({"alignment": {"targetName": "A"}}, "$.badge.alignment.targetUrl", "field.missing"),
    ],
)
def test_faults_of_a_badge_class(members: JsonObject, path: str, code: str) -> None:
    assert problems(badge=badge_class(**members)) == {(path, code)}


def test_all_problems_are_found_at_once() -> None:
    found = problems(assertion(recipient=None, issuedOn="x"), badge_class(name=None), issuer(email=4))
    assert found == {
        ("$.recipient", "field.missing"),
        ("$.issuedOn", "field.not-a-time"),
        ("$.badge.name", "field.missing"),
        ("$.badge.issuer.email", "field.not-a-string"),
    }


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-03-20T10:00:00+09:00", datetime(2025, 3, 20, 1, 0, tzinfo=UTC)),
        ("2025-03-20T10:00Z", datetime(2025, 3, 20, 10, 0, tzinfo=UTC)),
        ("2025-03-20T10:00:00+0900", datetime(2025, 3, 20, 1, 0, tzinfo=UTC)),
        ("2025-03-20T10:00:00.250000+09", datetime(2025, 3, 20, 1, 0, 0, 250_000, tzinfo=UTC)),
    ],
)
def test_times_as_iso_8601_writes_them(text: str, moment: datetime) -> None:
    assert read(assertion(issuedOn=text)).valid_from == moment


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (1_430_352_000, datetime(2015, 4, 30, tzinfo=UTC)),
        ("1430352000", datetime(2015, 4, 30, tzinfo=UTC)),
        ("2015-04-30", datetime(2015, 4, 30, tzinfo=UTC)),
        ("2015-04-30T12:30", datetime(2015, 4, 30, 12, 30, tzinfo=UTC)),
        ("2015-04-30T12:30:15", datetime(2015, 4, 30, 12, 30, 15, tzinfo=UTC)),
        ("2015-04-30T12:30:15+09:00", datetime(2015, 4, 30, 3, 30, 15, tzinfo=UTC)),
    ],
)
def test_version_one_wrote_dates_and_seconds(value: JsonValue, moment: datetime) -> None:
    credential = read(assertion(**{"@context": "https://w3id.org/openbadges/v1", "issuedOn": value}))
    assert credential.valid_from == moment
    assert credential.valid_from.utcoffset() in (timedelta(0), timedelta(hours=9))


@pytest.mark.parametrize("value", [True, 10**15, -5, "soon", "2015-02-30", 1.5])
def test_what_is_no_time_in_version_one_either(value: JsonValue) -> None:
    made = assertion(**{"@context": "https://w3id.org/openbadges/v1", "issuedOn": value})
    assert ("$.issuedOn", "field.not-a-time") in problems(made)


def test_the_names_of_the_model() -> None:
    evidence: JsonValue = [
        "https://a.example/work",
        {
            "id": "urn:w",
            "name": "記録",
            "description": "写真",
            "narrative": "**訓練**",
            "genre": "報告",
            "audience": "住民",
        },
    ]
    credential = read(assertion(evidence=evidence, narrative="二回とも進行役", expires="2030-01-01T00:00:00Z"))
    subject, achievement = credential.credential_subject, credential.achievement
    assert [entry.id for entry in credential.evidence] == ["https://a.example/work", "urn:w"]
    assert [str(entry.narrative) for entry in credential.evidence] == ["None", "**訓練**"]
    assert (str(subject.narrative), credential.valid_until) == ("二回とも進行役", datetime(2030, 1, 1, tzinfo=UTC))
    (identity,) = subject.identifier
    assert (identity.identity_type, identity.hashed, identity.salt) == ("emailAddress", True, "kawabe")
    assert achievement.criteria is not None
    assert str(achievement.criteria.narrative) == "訓練を**2回**進行すること。"
    assert (achievement.tag, achievement.alignment[0].target_framework) == (("防災",), "地域防災の枠組み")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("A", {"ja": "A"}),
        ({"en": "A", "ja": "あ"}, {"en": "A", "ja": "あ"}),
        ({"@value": "A", "@language": "en"}, {"en": "A"}),
        ([{"@value": "A", "@language": "en"}, {"@value": "あ"}], {"en": "A", "ja": "あ"}),
    ],
)
def test_text_in_one_language_or_several(value: JsonValue, expected: dict[str, str]) -> None:
    name = read(badge=badge_class(name=value)).achievement.name
    assert {run.language: run.value for run in name.values} == expected


def test_an_image_may_carry_a_caption_and_criteria_may_be_an_address() -> None:
    picture: JsonValue = {"type": "Image", "id": "https://a.example/i.png", "caption": "地図"}
    achievement = read(badge=badge_class(image=picture, criteria="https://a.example/c")).achievement
    assert achievement.image is not None
    assert (achievement.image.id, str(achievement.image.caption)) == ("https://a.example/i.png", "地図")
    assert achievement.criteria is not None
    assert (achievement.criteria.id, achievement.criteria.narrative) == ("https://a.example/c", None)


def test_without_a_badge_class_there_is_no_badge_and_without_an_issuer_only_its_address() -> None:
    assert read_assertion(AssertionParts(assertion=assertion()))[0] is None
    credential, found = read_assertion(AssertionParts(assertion=assertion(), badge=badge_class()))
    assert (credential is not None, found) == (True, ())
    assert credential is not None
    assert (credential.issuer.id, credential.issuer.name) == (badge_class()["issuer"], None)
