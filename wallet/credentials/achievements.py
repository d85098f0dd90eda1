"""The achievement: what a badge certifies (Open Badges 3.0, appendix B.1.2 and what it refers to)."""

from __future__ import annotations

from wallet.credentials.members import (
    language_tag,
    language_text,
    plain_text,
    plain_texts,
    require_type,
    scalar,
    typed_children,
    uri,
    word,
)
from wallet.credentials.model import (
    Achievement,
    Alignment,
    Criteria,
    Related,
    ResultDescription,
    RubricCriterionLevel,
)
from wallet.credentials.profiles import read_identifiers, read_image, read_profile
from wallet.credentials.results import note_scale
from wallet.credentials.vocabularies import ACHIEVEMENT_TYPE, RESULT_TYPE, TARGET_TYPE
from wallet.fields import Fields

__all__ = ["read_achievement", "read_alignments"]


def read_achievement(fields: Fields) -> Achievement | None:
    """The achievement that `fields` describes, or None when it has no name to be shown by."""
    kinds = require_type(fields, "Achievement")
    name = language_text(fields, "name", required=True)
    achievement_id = uri(fields, "id", required=True)
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
        achievement_type=word(fields, "achievementType", ACHIEVEMENT_TYPE),
        alignment=read_alignments(fields),
        creator=read_profile(fields, "creator"),
        credits_available=fields.number("creditsAvailable"),
        field_of_study=plain_text(fields, "fieldOfStudy"),
        human_code=plain_text(fields, "humanCode"),
        in_language=language_tag(fields, "inLanguage"),
        other_identifier=read_identifiers(fields, "otherIdentifier"),
        related=tuple(_related(fields)),
        result_description=tuple(
            _result_description(child) for child in typed_children(fields, "resultDescription", "ResultDescription")
        ),
        specialization=plain_text(fields, "specialization"),
        tag=plain_texts(fields, "tag"),
        version=scalar(fields, "version"),
    )


def read_alignments(fields: Fields) -> tuple[Alignment, ...]:
    """What something corresponds to elsewhere; one without a name is left out."""
    found = []
    for child in typed_children(fields, "alignment", "Alignment"):
        name, url = language_text(child, "targetName", required=True), uri(child, "targetUrl", required=True)
        alignment = (
            Alignment(
                target_name=name,
                target_url=url,
                target_description=language_text(child, "targetDescription"),
                target_framework=plain_text(child, "targetFramework"),
                target_code=scalar(child, "targetCode"),
                target_type=word(child, "targetType", TARGET_TYPE),
            )
            if name is not None
            else None
        )
        if alignment is not None:
            found.append(alignment)
    return tuple(found)


def _criteria(fields: Fields) -> Criteria | None:
    child = fields.child("criteria", required=True)
    if child is None:
        return None
    return Criteria(id=uri(child, "id"), narrative=language_text(child, "narrative"))


def _related(fields: Fields) -> list[Related]:
    return [
        Related(
            id=uri(child, "id", required=True),
            in_language=language_tag(child, "inLanguage"),
            version=scalar(child, "version"),
        )
        for child in typed_children(fields, "related", "Related")
    ]


def _result_description(fields: Fields) -> ResultDescription:
    description = ResultDescription(
        id=uri(fields, "id", required=True),
        name=language_text(fields, "name", required=True),
        result_type=word(fields, "resultType", RESULT_TYPE, required=True),
        allowed_value=plain_texts(fields, "allowedValue"),
        required_value=scalar(fields, "requiredValue"),
        required_level=uri(fields, "requiredLevel"),
        rubric_criterion_level=tuple(_levels(fields)),
        value_max=scalar(fields, "valueMax"),
        value_min=scalar(fields, "valueMin"),
        alignment=read_alignments(fields),
    )
    note_scale(fields, description)
    return description


def _levels(fields: Fields) -> list[RubricCriterionLevel]:
    return [
        RubricCriterionLevel(
            id=uri(child, "id", required=True),
            name=language_text(child, "name", required=True),
            description=language_text(child, "description"),
            level=scalar(child, "level"),
            points=scalar(child, "points"),
            alignment=read_alignments(child),
        )
        for child in typed_children(fields, "rubricCriterionLevel", "RubricCriterionLevel")
    ]
