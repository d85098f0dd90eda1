from __future__ import annotations

import pytest

from wallet.credentials.members import language_text, number_text, scalar
from wallet.fields import Fields, JsonValue


def fields_of(**members: JsonValue) -> Fields:
    return Fields(members, "$", [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (98.1234567, "98.1234567"),
        (12345678.0, "12345678"),
        (1.0, "1"),
        (1, "1"),
        (-0.5, "-0.5"),
        (1e300, "1e+300"),
        (True, None),
        ("1", None),
        (None, None),
    ],
)
def test_a_number_is_written_without_rounding(value: JsonValue, text: str | None) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (0.0, "0"), ("A", "A"), (84.5, "84.5")])
def test_a_scalar_is_text_or_a_number(value: JsonValue, text: str) -> None:
    fields = fields_of(value=value)
    assert scalar(fields, "value") == text
    assert [problem.remark for problem in fields.problems] == ([] if isinstance(value, str) else [True])


@pytest.mark.parametrize("value", [None, [], [None], [None, None]])
def test_required_text_that_says_nothing_is_missing(value: JsonValue) -> None:
    fields = fields_of(name=value)
    assert language_text(fields, "name", required=True) is None
    assert [(problem.path, problem.code) for problem in fields.problems] == [("$.name", "field.missing")]
