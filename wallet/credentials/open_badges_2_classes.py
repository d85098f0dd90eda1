"""The badge class of Open Badges 2.0 and 1.x as the achievement of the one model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.credentials.members import scalar
from wallet.credentials.model import Achievement, Alignment, Criteria, Related
from wallet.credentials.open_badges_2_members import address, image, joined, text, typed
from wallet.fields import Fields, JsonObject, as_sequence
from wallet.language.text import Text

__all__ = ["read_badge_class"]


def read_badge_class(fields: Fields, translations: Sequence[JsonObject], *, strict: bool) -> Achievement | None:
    """The badge class with its translations, or None when it has no name to be shown by.

    Open Badges 2.0, "BadgeClass"; `strict` demands what 2.0 demands and 1.x did not.
    """
    others = [Fields(members, fields.path, []) for members in translations]
    kinds = typed(fields, "BadgeClass", required=strict)
    identifier = address(fields, "id", required=strict)
    description = text(fields, "description", required=True)
    picture = image(fields, "image", data_allowed=True, required=True)
    criteria = _criteria(fields, others)
    issuer = fields.members.get("issuer")
    if not isinstance(issuer, str | dict):
        fields.note("issuer", "field.missing" if issuer is None else "linked.not-a-link")
    name = text(fields, "name", required=True)
    if name is None:
        return None
    return Achievement(
        id=identifier,
        type=kinds,
        name=joined(name, [text(other, "name") for other in others]) or name,
        description=joined(description, [text(other, "description") for other in others]),
        criteria=criteria,
        image=picture,
        alignment=tuple(_alignments(fields, strict)),
        related=tuple(_related(fields)),
        tag=fields.texts("tags"),
        version=scalar(fields, "version"),
    )


def _criteria(fields: Fields, others: Sequence[Fields]) -> Criteria | None:
    value = fields.members.get("criteria")
    if isinstance(value, str):
        return Criteria(id=address(fields, "criteria"))
    child = fields.child("criteria", required=True)
    if child is None:
        return None
    return Criteria(
        id=address(child, "id"),
        narrative=joined(_narrative(child, fields), [_narrative(other.child("criteria"), other) for other in others]),
    )


def _narrative(criteria: Fields | None, owner: Fields) -> Text | None:
    if criteria is None:
        return None
    language = criteria.members.get("@language", owner.members.get("@language"))
    return text(Fields({**criteria.members, "@language": language}, criteria.path, criteria.problems), "narrative")


def _alignments(fields: Fields, strict: bool) -> Iterator[Alignment]:
    """Version 2.0 calls the members of an alignment target…; 1.x had a name, a URL and a description."""
    for child in fields.children("alignment"):
        older = "targetName" not in child.members and not strict
        name = text(child, "name" if older else "targetName", required=True)
        url = address(child, "url" if older else "targetUrl", required=True)
        if name is None:
            continue
        yield Alignment(
            target_name=name,
            target_url=url,
            target_description=text(child, "description" if older else "targetDescription"),
            target_framework=child.text("targetFramework"),
            target_code=scalar(child, "targetCode"),
        )


def _related(fields: Fields) -> Iterator[Related]:
    for entry in as_sequence(fields.members.get("related")):
        members = entry if isinstance(entry, dict) else {"id": entry}
        child = Fields(members, fields.at("related"), fields.problems)
        language = members.get("@language")
        yield Related(
            id=address(child, "id"),
            in_language=language if isinstance(language, str) else None,
            version=scalar(child, "version"),
        )
