"""The achievement: what a badge certifies (Open Badges 3.0, appendix B.1.2 and what it refers to)."""

from __future__ import annotations

from wallet.credentials.members import language_text, number_text, require_type, scalar, typed_children
from wallet.credentials.model import (
    Achievement,
    Alignment,
    Criteria,
    Related,
    ResultDescription,
    RubricCriterionLevel,
)
from wallet.credentials.profiles import read_identifiers, read_image, read_profile
from wallet.fields import Fields, as_sequence
from wallet.language.text import Text

__all__ = ["read_achievement"]


def read_achievement(fields: Fields) -> Achievement | None:
    """The achievement that `fields` describes, or None when it has no name to be shown by."""
    kinds = require_type(fields, "Achievement")
    name = language_text(fields, "name", required=True)
    achievement_id = fields.text("id", required=True)
    description = language_text(fields, "description", required=True)
    criteria = _criteria(fields)
    if name is None:
        return None
    return Achievement(
        id=achievement_id,
        type=kinds,
        name=name,
        description=description,
        criteria=criteria,
        image=read_image(fields, "image"),
        achievement_type=fields.text("achievementType"),
        alignment=tuple(_alignments(fields)),
        creator=read_profile(fields, "creator"),
        credits_available=fields.number("creditsAvailable"),
        field_of_study=fields.text("fieldOfStudy"),
        human_code=scalar(fields, "humanCode"),
        in_language=fields.text("inLanguage"),
        other_identifier=read_identifiers(fields, "otherIdentifier"),
        related=tuple(_related(fields)),
        result_description=tuple(_result_description(child) for child in _result_descriptions(fields)),
        specialization=fields.text("specialization"),
        tag=fields.texts("tag"),
        version=scalar(fields, "version"),
    )


def _criteria(fields: Fields) -> Criteria | None:
    child = fields.child("criteria", required=True)
    if child is None:
        return None
    return Criteria(id=child.text("id"), narrative=language_text(child, "narrative"))


def _alignments(fields: Fields) -> list[Alignment]:
    found = []
    for child in typed_children(fields, "alignment", "Alignment"):
        name, url = language_text(child, "targetName", required=True), child.text("targetUrl", required=True)
        if name is None:
            continue
        alignment = Alignment(
            target_name=name,
            target_url=url,
            target_description=language_text(child, "targetDescription"),
            target_framework=_plain(language_text(child, "targetFramework")),
            target_code=scalar(child, "targetCode"),
            target_type=child.text("targetType"),
        )
        found.append(alignment)
    return found


def _plain(text: Text | None) -> str | None:
    return str(text) if text is not None else None


def _related(fields: Fields) -> list[Related]:
    return [
        Related(
            id=child.text("id", required=True), in_language=child.text("inLanguage"), version=scalar(child, "version")
        )
        for child in typed_children(fields, "related", "Related")
    ]


def _result_descriptions(fields: Fields) -> list[Fields]:
    return list(typed_children(fields, "resultDescription", "ResultDescription"))


def _result_description(fields: Fields) -> ResultDescription:
    return ResultDescription(
        id=fields.text("id", required=True),
        name=language_text(fields, "name", required=True),
        result_type=fields.text("resultType", required=True),
        allowed_value=tuple(_values(fields, "allowedValue")),
        required_value=scalar(fields, "requiredValue"),
        required_level=fields.text("requiredLevel"),
        rubric_criterion_level=tuple(_levels(fields)),
        value_max=scalar(fields, "valueMax"),
        value_min=scalar(fields, "valueMin"),
    )


def _values(fields: Fields, name: str) -> list[str]:
    found = []
    for value in as_sequence(fields.members.get(name)):
        text = value if isinstance(value, str) else number_text(value)
        if text is None:
            fields.note(name, "field.not-a-string", str(value)[:60])
        else:
            found.append(text)
    return found


def _levels(fields: Fields) -> list[RubricCriterionLevel]:
    return [
        RubricCriterionLevel(
            id=child.text("id", required=True),
            name=language_text(child, "name", required=True),
            description=language_text(child, "description"),
            level=scalar(child, "level"),
            points=scalar(child, "points"),
        )
        for child in typed_children(fields, "rubricCriterionLevel", "RubricCriterionLevel")
    ]
