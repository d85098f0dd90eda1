"""Results beside the scales they refer to."""

from __future__ import annotations

from typing import Any

import pytest

from wallet.credentials.model import Result, ResultDescription, RubricCriterionLevel
from wallet.credentials.results import note_result, note_scale
from wallet.fields import Fields, Problem

SCALE = ResultDescription(
    id="urn:example:scale",
    result_type="RubricScore",
    allowed_value=("1", "2", "3"),
    value_min="1",
    value_max="3",
    rubric_criterion_level=(RubricCriterionLevel(id="urn:example:high"),),
)
STATUS = ResultDescription(id="urn:example:status", result_type="Status")


def _result(**members: Any) -> list[tuple[str, str, bool]]:
    problems: list[Problem] = []
    note_result(Fields({}, "$", problems), Result(**members), (SCALE, STATUS))
    return [(problem.path, problem.code, problem.remark) for problem in problems]


def test_a_result_that_fits_its_scale_is_not_mentioned() -> None:
    assert _result(result_description="urn:example:scale", value="2", achieved_level="urn:example:high") == []
    assert _result(result_description="urn:example:status", status="Completed") == []
    assert _result(value="17") == []


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"result_description": "urn:x:none"}, [("$.resultDescription", "result.description-missing", False)]),
        ({"result_description": STATUS.id or ""}, [("$.status", "result.status-missing", False)]),
        (
            {"result_description": SCALE.id or "", "achieved_level": "urn:x:none"},
            [("$.achievedLevel", "result.level-missing", True)],
        ),
        (
            {"result_description": SCALE.id or "", "value": "2.5"},
            [("$.value", "result.value-not-allowed", True)],
        ),
        (
            {"result_description": SCALE.id or "", "value": "9"},
            [("$.value", "result.value-not-allowed", True), ("$.value", "result.value-out-of-range", True)],
        ),
    ],
)
def test_what_the_specification_demands_is_a_fault_and_what_is_doubtful_a_remark(
    members: dict[str, str], expected: list[tuple[str, str, bool]]
) -> None:
    assert _result(**members) == expected


@pytest.mark.parametrize(
    ("scale", "codes"),
    [
        (SCALE, []),
        (ResultDescription(id=None, required_level="urn:x:none"), ["result.required-level-missing"]),
        (ResultDescription(id=None, allowed_value=("A",), required_value="B"), ["result.value-not-allowed"]),
        (ResultDescription(id=None, value_max="3", required_value="4"), ["result.value-out-of-range"]),
        (ResultDescription(id=None, value_min="5", value_max="3"), ["result.scale-upside-down"]),
        (ResultDescription(id=None, value_min="low", value_max="9" * 1000, required_value="nan"), []),
    ],
)
def test_a_scale_that_contradicts_itself_is_remarked(scale: ResultDescription, codes: list[str]) -> None:
    problems: list[Problem] = []
    note_scale(Fields({}, "$", problems), scale)
    assert [problem.code for problem in problems] == codes
    assert all(problem.remark for problem in problems)
