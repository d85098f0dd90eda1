"""Results against the scales they refer to (Open Badges 3.0, appendices B.1.17 and B.1.18).

A result that points at a description which is not in its achievement means nothing: a fault ("must be in the
achievement that is being asserted"), as is a missing status where one is required. A level or a value beside the scale
is readable and doubtful: a remark, since no sentence of the specification forbids it.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet.credentials.members import QUOTED
from wallet.credentials.model import Result, ResultDescription
from wallet.fields import Fields

__all__ = ["note_result", "note_scale"]


def note_scale(fields: Fields, scale: ResultDescription) -> None:
    """Note what does not fit together within one result description."""
    levels = {level.id for level in scale.rubric_criterion_level}
    if scale.required_level is not None and scale.required_level not in levels:
        fields.remark("requiredLevel", "result.required-level-missing", scale.required_level[:QUOTED])
    if scale.required_value is not None:
        _note_value(fields, "requiredValue", scale.required_value, scale)
    low, high = _number(scale.value_min), _number(scale.value_max)
    if low is not None and high is not None and high < low:
        fields.remark("valueMax", "result.scale-upside-down", scale.value_max or "")


def note_result(fields: Fields, result: Result, scales: Sequence[ResultDescription]) -> None:
    """Note what does not fit between one result and the descriptions of its achievement."""
    if result.result_description is None:
        return
    scale = next((found for found in scales if found.id == result.result_description), None)
    if scale is None:
        fields.note("resultDescription", "result.description-missing", result.result_description[:QUOTED])
        return
    levels = {level.id for level in scale.rubric_criterion_level}
    if result.achieved_level is not None and result.achieved_level not in levels:
        fields.remark("achievedLevel", "result.level-missing", result.achieved_level[:QUOTED])
    if scale.result_type == "Status" and result.status is None:
        fields.note("status", "result.status-missing")
    if result.value is not None:
        _note_value(fields, "value", result.value, scale)


def _note_value(fields: Fields, name: str, value: str, scale: ResultDescription) -> None:
    if scale.allowed_value and value not in scale.allowed_value:
        fields.remark(name, "result.value-not-allowed", value[:QUOTED])
    number, low, high = _number(value), _number(scale.value_min), _number(scale.value_max)
    if number is not None and ((low is not None and number < low) or (high is not None and number > high)):
        fields.remark(name, "result.value-out-of-range", value[:QUOTED])


def _number(text: str | None) -> float | None:
    # A longer text is no grade; reading it as a number could take long.
    if text is None or len(text) > 40:
        return None
    try:
        return float(text)
    except ValueError:
        return None
