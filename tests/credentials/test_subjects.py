"""Whom a badge names, and how they achieved it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from wallet.credentials.model import AchievementSubject, IdentityObject, Result
from wallet.credentials.subjects import read_subject
from wallet.fields import Fields, JsonObject, JsonValue, Problem
from wallet.language.text import Text

ACHIEVEMENT: JsonObject = {
    "id": "https://issuer.example/achievements/1",
    "type": ["Achievement"],
    "name": "Weaving",
    "description": "Can weave.",
    "criteria": {"id": "https://issuer.example/criteria/1"},
}
SCALE: JsonObject = {
    "id": "urn:example:scale",
    "type": ["ResultDescription"],
    "name": "Grade",
    "resultType": "LetterGrade",
    "allowedValue": ["B", "A"],
    "rubricCriterionLevel": {"id": "urn:example:high", "type": "RubricCriterionLevel", "name": "High"},
}
PLAIN: JsonObject = {"type": ["AchievementSubject"], "achievement": ACHIEVEMENT}
IDENTITY: JsonObject = {
    "type": "IdentityObject",
    "identityType": "emailAddress",
    "identityHash": "ann@learner.example",
    "hashed": False,
}


def _read(**members: JsonValue) -> tuple[AchievementSubject | None, list[tuple[str, str]]]:
    problems: list[Problem] = []
    found = {name: value for name, value in {**PLAIN, **members}.items() if value is not None}
    subject = read_subject(Fields(found, "$.credentialSubject", problems))
    faults = [problem for problem in problems if not problem.remark]
    return subject, [(fault.path.removeprefix("$.credentialSubject."), fault.code) for fault in faults]


def _sound(**members: JsonValue) -> AchievementSubject:
    subject, problems = _read(**members)
    assert problems == []
    assert subject is not None
    return subject


def _without(name: str) -> JsonObject:
    return {key: value for key, value in IDENTITY.items() if key != name}


def test_a_subject_that_names_nobody_is_read() -> None:
    subject = _sound()
    assert (subject.id, subject.identifier) == (None, ())
    assert str(subject.achievement.name) == "Weaving"


def test_dates_and_other_members_are_read() -> None:
    subject = _sound(
        id="did:example:ann",
        activityStartDate="2025-04-01T09:00:00+09:00",
        activityEndDate="2025-07-31T00:00:00Z",
        creditsEarned=2,
        licenseNumber=4711,
        narrative={"@value": "織りました。", "@language": "ja"},
        source="did:web:school.example",
    )
    assert subject.activity_start_date == datetime.fromisoformat("2025-04-01T09:00:00+09:00")
    assert subject.activity_end_date == datetime(2025, 7, 31, tzinfo=UTC)
    assert (subject.id, subject.credits_earned, subject.license_number) == ("did:example:ann", 2, "4711")
    assert subject.narrative == Text.of("織りました。", "ja")
    assert subject.source is not None
    assert subject.source.id == "did:web:school.example"


def test_a_result_refers_to_its_scale_and_level() -> None:
    subject = _sound(
        result=[
            {"type": "Result", "value": "A", "resultDescription": "urn:example:scale"},
            {"type": ["Result"], "achievedLevel": "urn:example:high", "status": "Completed"},
        ],
        achievement={**ACHIEVEMENT, "resultDescription": SCALE},
    )
    assert subject.result == (
        Result(value="A", result_description="urn:example:scale"),
        Result(achieved_level="urn:example:high", status="Completed"),
    )


@pytest.mark.parametrize(("value", "text"), [("087.50", "087.50"), (85, "85"), (0, "0"), (3.25, "3.25"), (-1, "-1")])
def test_the_value_of_a_result_is_kept_as_its_text(value: JsonValue, text: str) -> None:
    (result,) = _sound(result={"type": "Result", "value": value}).result
    assert result.value == text


def test_identities_are_read_plain_and_hashed() -> None:
    hashed: JsonObject = {**IDENTITY, "hashed": True, "identityHash": "sha256$00ff", "salt": 12}
    assert _sound(identifier=[IDENTITY, hashed]).identifier == (
        IdentityObject(hashed=False, identity_hash="ann@learner.example", identity_type="emailAddress"),
        IdentityObject(hashed=True, identity_hash="sha256$00ff", identity_type="emailAddress", salt="12"),
    )


@pytest.mark.parametrize("name", ["identityHash", "identityType"])
def test_an_identity_without_a_value_or_a_kind_identifies_nobody(name: str) -> None:
    subject, problems = _read(identifier=[IDENTITY, _without(name)])
    assert subject is not None
    assert len(subject.identifier) == 1
    assert problems == [(f"identifier[1].{name}", "field.missing")]


def test_an_identity_must_say_whether_it_is_hashed() -> None:
    subject, problems = _read(identifier=_without("hashed"))
    assert subject is not None
    assert [identity.hashed for identity in subject.identifier] == [False]
    assert problems == [("identifier.hashed", "field.missing")]


@pytest.mark.parametrize(
    ("value", "problems"),
    [
        (None, [("achievement", "field.missing")]),
        ("https://issuer.example/achievements/1", [("achievement", "field.not-an-object")]),
        ({**ACHIEVEMENT, "name": ""}, []),
        (
            {name: value for name, value in ACHIEVEMENT.items() if name != "name"},
            [("achievement.name", "field.missing")],
        ),
    ],
)
def test_without_an_achievement_that_has_a_name_there_is_no_subject(
    value: JsonValue, problems: list[tuple[str, str]]
) -> None:
    subject, found = _read(achievement=value)
    assert found == problems
    assert (subject is None) == bool(problems)


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"type": "Person"}, ("type", "field.other-type")),
        ({"id": 5}, ("id", "field.not-a-string")),
        ({"activityStartDate": "2025-04-01"}, ("activityStartDate", "field.not-a-time")),
        ({"creditsEarned": "2"}, ("creditsEarned", "field.not-a-number")),
        ({"result": [{"type": "Result"}, "A"]}, ("result[1]", "field.not-an-object")),
        ({"result": {"type": "Result", "status": "Done"}}, ("result.status", "field.result-status")),
        (
            {"result": {"type": "Result", "resultDescription": "urn:example:none"}},
            ("result.resultDescription", "result.description-missing"),
        ),
        ({"identifier": {**IDENTITY, "identityType": "email"}}, ("identifier.identityType", "field.identifier-type")),
        ({"result": {"type": "Grade", "value": "A"}}, ("result.type", "field.other-type")),
        ({"result": {"type": "Result", "value": ["A"]}}, ("result.value", "field.not-a-string")),
        ({"identifier": {**IDENTITY, "hashed": "no"}}, ("identifier.hashed", "field.not-a-boolean")),
    ],
)
def test_a_fault_is_named_by_its_path_and_the_rest_is_read(members: JsonObject, problem: tuple[str, str]) -> None:
    subject, problems = _read(**members)
    assert subject is not None
    assert problems == [problem]


@pytest.mark.parametrize(
    ("hashed", "value", "remarks"),
    [
        (True, "sha256$00FF", []),
        (True, "md5$ab", []),
        (False, "ann@learner.example", []),
        (True, "ann@learner.example", ["field.hashed-contradicts"]),
        (False, "sha256$00ff", ["field.hashed-contradicts"]),
        (True, "sha256$", ["field.hashed-contradicts"]),
        (True, "crc$00", ["field.hashed-contradicts"]),
    ],
)
def test_a_flag_that_does_not_fit_its_value_is_remarked(hashed: bool, value: str, remarks: list[str]) -> None:
    problems: list[Problem] = []
    identity: JsonObject = {**IDENTITY, "hashed": hashed, "identityHash": value}
    subject = read_subject(Fields({**PLAIN, "identifier": identity}, "$", problems))
    assert subject is not None
    assert [(problem.code, problem.remark) for problem in problems] == [(code, True) for code in remarks]
