"""The credential subject and its results (Open Badges 3.0, appendices B.1.4, B.1.9, B.1.17)."""

from __future__ import annotations

from wallet.credentials.achievements import read_achievement, read_alignments
from wallet.credentials.members import (
    allow_members,
    language_text,
    moment,
    plain_text,
    require_type,
    scalar,
    typed_children,
    uri,
    word,
)
from wallet.credentials.model import AchievementSubject, IdentityObject, Result, ResultDescription
from wallet.credentials.profiles import read_image, read_profile
from wallet.credentials.results import note_result
from wallet.credentials.vocabularies import IDENTIFIER_TYPE, RESULT_STATUS, is_identity_hash
from wallet.fields import Fields, Problem

__all__ = ["read_identities", "read_subject"]

_IDENTITY = frozenset({"type", "hashed", "identityHash", "identityType", "salt"})


def read_subject(fields: Fields) -> AchievementSubject | None:
    """The subject that `fields` describes, or None when it names no achievement that can be read."""
    require_type(fields, "AchievementSubject")
    identifiers, subject_id = tuple(read_identities(fields)), uri(fields, "id")
    if fields.members.get("id") is None and not fields.members.get("identifier"):
        # B.1.4 demands one of them and section 8.2 repeats it. Issuers do leave out both, and verifiers accept it:
        # the check of the recipient then says that nobody is named.
        fields.problems.append(Problem(path=fields.path, code="credential.nobody-named", remark=True))
    child = fields.child("achievement", required=True)
    achievement = read_achievement(child) if child is not None else None
    if achievement is None:
        return None
    start, end = moment(fields, "activityStartDate"), moment(fields, "activityEndDate")
    if start is not None and end is not None and end < start:
        fields.remark("activityEndDate", "credential.activity-ends-before-it-begins")
    return AchievementSubject(
        id=subject_id,
        identifier=identifiers,
        achievement=achievement,
        activity_start_date=start,
        activity_end_date=end,
        credits_earned=fields.number("creditsEarned"),
        image=read_image(fields, "image"),
        license_number=plain_text(fields, "licenseNumber"),
        narrative=language_text(fields, "narrative"),
        result=tuple(_result(child, achievement.result_description) for child in _results(fields)),
        role=plain_text(fields, "role"),
        source=read_profile(fields, "source"),
        term=plain_text(fields, "term"),
    )


def read_identities(fields: Fields) -> list[IdentityObject]:
    """Whom the member `identifier` names (Open Badges 3.0, appendix B.1.9)."""
    found = []
    for child in typed_children(fields, "identifier", "IdentityObject"):
        allow_members(child, _IDENTITY)
        identity, kind = scalar(child, "identityHash"), word(child, "identityType", IDENTIFIER_TYPE, required=True)
        hashed = child.flag("hashed", required=True)
        if identity is None and child.members.get("identityHash") is None:
            child.note("identityHash", "field.missing")
        if identity is not None and hashed is not None and hashed is not is_identity_hash(identity):
            child.remark("hashed", "field.hashed-contradicts", str(hashed).lower())
        if identity is not None and kind is not None:
            found.append(
                IdentityObject(
                    hashed=bool(hashed), identity_hash=identity, identity_type=kind, salt=scalar(child, "salt")
                )
            )
    return found


def _results(fields: Fields) -> list[Fields]:
    return list(typed_children(fields, "result", "Result"))


def _result(fields: Fields, scales: tuple[ResultDescription, ...]) -> Result:
    result = Result(
        value=scalar(fields, "value"),
        status=word(fields, "status", RESULT_STATUS),
        achieved_level=uri(fields, "achievedLevel"),
        result_description=uri(fields, "resultDescription"),
        alignment=read_alignments(fields),
    )
    note_result(fields, result, scales)
    return result
