"""The credential subject and its results (Open Badges 3.0, appendices B.1.4, B.1.9, B.1.17)."""

from __future__ import annotations

from wallet.credentials.achievements import read_achievement
from wallet.credentials.members import language_text, moment, require_type, scalar, typed_children
from wallet.credentials.model import AchievementSubject, IdentityObject, Result
from wallet.credentials.profiles import read_image, read_profile
from wallet.fields import Fields

__all__ = ["read_subject"]


def read_subject(fields: Fields) -> AchievementSubject | None:
    """The subject that `fields` describes, or None when it names no achievement that can be read."""
    require_type(fields, "AchievementSubject")
    # Issuers do leave out both `id` and `identifier`. The check of the recipient then says that nobody is named.
    identifiers, subject_id = tuple(_identities(fields)), fields.text("id")
    child = fields.child("achievement", required=True)
    achievement = read_achievement(child) if child is not None else None
    if achievement is None:
        return None
    return AchievementSubject(
        id=subject_id,
        identifier=identifiers,
        achievement=achievement,
        activity_start_date=moment(fields, "activityStartDate"),
        activity_end_date=moment(fields, "activityEndDate"),
        credits_earned=fields.number("creditsEarned"),
        image=read_image(fields, "image"),
        license_number=scalar(fields, "licenseNumber"),
        narrative=language_text(fields, "narrative"),
        result=tuple(_result(child) for child in typed_children(fields, "result", "Result")),
        role=fields.text("role"),
        source=read_profile(fields, "source"),
        term=fields.text("term"),
    )


def _identities(fields: Fields) -> list[IdentityObject]:
    found = []
    for child in typed_children(fields, "identifier", "IdentityObject"):
        identity, kind = scalar(child, "identityHash"), child.text("identityType", required=True)
        hashed = child.flag("hashed")
        if hashed is None and "hashed" not in child.members:
            child.note("hashed", "field.missing")
        if identity is None:
            child.note("identityHash", "field.missing")
        if identity is not None and kind is not None:
            found.append(
                IdentityObject(
                    hashed=bool(hashed), identity_hash=identity, identity_type=kind, salt=scalar(child, "salt")
                )
            )
    return found


def _result(fields: Fields) -> Result:
    return Result(
        value=scalar(fields, "value"),
        status=fields.text("status"),
        achieved_level=fields.text("achievedLevel"),
        result_description=fields.text("resultDescription"),
    )
