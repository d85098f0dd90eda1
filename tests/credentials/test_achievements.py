"""What a badge certifies: texts in their languages, scales, alignments."""

from __future__ import annotations

import pytest

from wallet.credentials.achievements import read_achievement
from wallet.credentials.model import Achievement, Alignment, Criteria, Related, RubricCriterionLevel
from wallet.fields import Fields, JsonObject, JsonValue, Problem
from wallet.language.text import LanguageValue, Text

PLAIN: JsonObject = {
    "id": "https://issuer.example/achievements/1",
    "type": ["Achievement"],
    "name": "Weaving",
    "description": "Can weave.",
    "criteria": {"narrative": "Weave."},
}
SCALE: JsonObject = {"id": "urn:example:scale", "type": "ResultDescription", "name": "Score", "resultType": "Percent"}

NUMBERED: JsonObject = {"type": "IdentifierEntry", "identifier": "1"}
IDENTIFIER_FAULT = ("$.otherIdentifier.identifierType", "field.identifier-type")
ALIGNED: JsonObject = {"type": "Alignment", "targetName": "Looms", "targetUrl": "https://framework.example/looms"}


def _read(**members: JsonValue) -> tuple[Achievement | None, list[tuple[str, str]]]:
    problems: list[Problem] = []
    found = {name: value for name, value in {**PLAIN, **members}.items() if value is not None}
    achievement = read_achievement(Fields(found, "$", problems))
    return achievement, [(problem.path, problem.code) for problem in problems if not problem.remark]


def _sound(**members: JsonValue) -> Achievement:
    achievement, problems = _read(**members)
    assert problems == []
    assert achievement is not None
    return achievement


def test_the_least_achievement_is_read() -> None:
    assert _sound() == Achievement(
        id="https://issuer.example/achievements/1",
        type=("Achievement",),
        name=Text.of("Weaving"),
        description=Text.of("Can weave."),
        criteria=Criteria(narrative=Text.of("Weave.")),
    )


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("Weaving", [LanguageValue(value="Weaving")]),
        ({"@value": "織り", "@language": "ja"}, [LanguageValue(value="織り", language="ja")]),
        (
            [{"@value": "織り", "@language": "ja"}, "Weaving"],
            [LanguageValue(value="織り", language="ja"), LanguageValue(value="Weaving")],
        ),
        (
            {"@value": "نسيج", "@language": "ar", "@direction": "rtl"},
            [LanguageValue(value="نسيج", language="ar", direction="rtl")],
        ),
    ],
)
def test_a_name_keeps_its_languages_in_order(value: JsonValue, values: list[LanguageValue]) -> None:
    assert _sound(name=value).name == Text(tuple(values))


@pytest.mark.parametrize("value", [{"ja": "織り"}, {"@language": "ja"}, {"@value": 5}, 5, True])
def test_what_is_no_text_is_no_name_and_no_achievement(value: JsonValue) -> None:
    assert _read(name=value) == (None, [("$.name", "field.not-text")])


def test_one_bad_language_does_not_hide_the_others() -> None:
    achievement, problems = _read(name=[{"@value": "織り", "@language": "ja"}, {"en": "Weaving"}])
    assert achievement is not None
    assert achievement.name == Text.of("織り", "ja")
    assert problems == [("$.name[1]", "field.not-text")]


def test_everything_missing_is_named_at_once() -> None:
    achievement, problems = _read(**dict.fromkeys(PLAIN))
    assert achievement is None
    assert set(problems) == {(f"$.{name}", "field.missing") for name in PLAIN}


def test_alignments_are_read_and_those_without_a_name_left_out() -> None:
    achievement, problems = _read(
        alignment=[
            {
                "type": "Alignment",
                "targetName": "Looms",
                "targetUrl": "https://framework.example/looms",
                "targetCode": 4.2,
                "targetFramework": {"@value": "Crafts", "@language": "en"},
                "targetType": "CFItem",
            },
            {"type": ["Alignment"], "targetUrl": "https://framework.example/none"},
        ]
    )
    assert achievement is not None
    looms = Alignment(
        target_name=Text.of("Looms"),
        target_url="https://framework.example/looms",
        target_code="4.2",
        target_framework="Crafts",
        target_type="CFItem",
    )
    assert achievement.alignment == (looms,)
    assert problems == [("$.alignment[1].targetName", "field.missing")]


def test_an_alignment_must_say_where_it_points() -> None:
    achievement, problems = _read(alignment={"targetName": "Looms"})
    assert achievement is not None
    assert achievement.alignment == (Alignment(target_name=Text.of("Looms")),)
    assert problems == [("$.alignment.type", "field.missing"), ("$.alignment.targetUrl", "field.missing")]


def test_a_scale_keeps_its_values_in_the_issuer_s_order() -> None:
    (scale,) = _sound(
        resultDescription={**SCALE, "allowedValue": ["C", "B", "A"], "requiredValue": "B"}
    ).result_description
    assert (scale.id, str(scale.name), scale.result_type) == ("urn:example:scale", "Score", "Percent")
    assert (scale.allowed_value, scale.required_value) == (("C", "B", "A"), "B")


def test_a_single_value_is_a_scale_of_one() -> None:
    (scale,) = _sound(resultDescription=[{**SCALE, "allowedValue": "Pass"}]).result_description
    assert scale.allowed_value == ("Pass",)


def test_bounds_written_as_numbers_are_read_as_text() -> None:
    (scale,) = _sound(resultDescription={**SCALE, "valueMin": 0, "valueMax": 4.3}).result_description
    assert (scale.value_min, scale.value_max) == ("0", "4.3")


def test_the_levels_of_a_rubric_are_read_in_order() -> None:
    levels: JsonValue = [
        {"id": "urn:example:low", "type": "RubricCriterionLevel", "name": "Low", "level": 1, "points": "10"},
        {"id": "urn:example:high", "type": "RubricCriterionLevel", "name": "High", "description": "Best."},
    ]
    (scale,) = _sound(
        resultDescription={**SCALE, "rubricCriterionLevel": levels, "requiredLevel": "urn:example:low"}
    ).result_description
    assert scale.required_level == "urn:example:low"
    assert scale.rubric_criterion_level == (
        RubricCriterionLevel(id="urn:example:low", name=Text.of("Low"), level="1", points="10"),
        RubricCriterionLevel(id="urn:example:high", name=Text.of("High"), description=Text.of("Best.")),
    )


def test_faults_deep_inside_have_the_whole_path() -> None:
    levels: JsonValue = [{"type": "RubricCriterionLevel", "id": "urn:example:low", "name": "Low"}, 5]
    _, problems = _read(resultDescription=[SCALE, {**SCALE, "resultType": 1, "rubricCriterionLevel": levels}])
    assert problems == [
        ("$.resultDescription[1].resultType", "field.not-a-string"),
        ("$.resultDescription[1].rubricCriterionLevel[1]", "field.not-an-object"),
    ]


def test_other_members_are_read_by_their_kind() -> None:
    related: JsonValue = {"type": "Related", "id": "urn:example:ja", "inLanguage": "ja", "version": 2}
    achievement = _sound(related=related, tag=["loom", "craft"], creditsAvailable=1.5, humanCode=101, version="2026")
    assert achievement.related == (Related(id="urn:example:ja", in_language="ja", version="2"),)
    assert (achievement.tag, achievement.credits_available) == (("loom", "craft"), 1.5)
    assert (achievement.human_code, achievement.version) == ("101", "2026")


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"type": "Course"}, ("$.type", "field.other-type")),
        ({"creditsAvailable": "2"}, ("$.creditsAvailable", "field.not-a-number")),
        ({"creditsAvailable": True}, ("$.creditsAvailable", "field.not-a-number")),
        ({"tag": ["loom", True]}, ("$.tag[1]", "field.not-text")),
        ({"name": ["Weaving", "Knitting"]}, ("$.name", "field.several-values")),
        ({"name": {"@value": "Weaving", "@language": 5}}, ("$.name.@language", "field.not-a-language")),
        (
            {"description": [{"@value": "x", "@direction": "up"}]},
            ("$.description[0].@direction", "field.not-a-direction"),
        ),
        ({"description": {"@value": "x", "extra": 1}}, ("$.description", "field.not-text")),
        ({"id": "achievements/1"}, ("$.id", "field.not-a-uri")),
        ({"criteria": {"id": "the web"}}, ("$.criteria.id", "field.not-a-uri")),
        ({"image": {"id": "https://issuer.example/a.png"}}, ("$.image.type", "field.missing")),
        ({"achievementType": "Badges"}, ("$.achievementType", "field.achievement-type")),
        ({"achievementType": "ext:"}, ("$.achievementType", "field.achievement-type")),
        ({"inLanguage": "日本語"}, ("$.inLanguage", "field.not-a-language")),
        ({"otherIdentifier": {**NUMBERED, "identifierType": "isan"}}, IDENTIFIER_FAULT),
        ({"alignment": {**ALIGNED, "targetType": "Skill"}}, ("$.alignment.targetType", "field.target-type")),
        (
            {"resultDescription": {**SCALE, "resultType": "Mark"}},
            ("$.resultDescription.resultType", "field.result-type"),
        ),
        ({"criteria": "Weave."}, ("$.criteria", "field.not-an-object")),
        ({"version": True}, ("$.version", "field.not-a-string")),
        ({"creator": 5}, ("$.creator", "field.not-an-object")),
    ],
)
def test_a_fault_is_named_and_the_rest_is_read(members: JsonObject, problem: tuple[str, str]) -> None:
    achievement, problems = _read(**members)
    assert achievement is not None
    assert problems == [problem]
