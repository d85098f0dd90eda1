"""The verb with which a line of a CV says what was done, by the kind of achievement.

A verb claims something: a course is completed, an examination passed, a licence obtained. Where the kind says none of
that, what was obtained is a badge, and no more is said.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet.credentials.model import AchievementSubject
from wallet.language.marks import N_
from wallet.site.reader import Reader

__all__ = ["cv_verb"]

_OBTAINED = N_("obtained")
_PASSED = N_("examination passed")
_COMPLETED = N_("completed")
_ATTENDED = N_("attended")
_AWARDED = N_("received as an award")
_APPOINTED = N_("appointed")
_BADGE = N_("badge obtained")

# Open Badges 3.0, AchievementType enumeration; what is not here obtained a badge.
_VERBS: Mapping[str, str] = {
    "ApprenticeshipCertificate": _COMPLETED,
    "Assessment": _PASSED,
    "AssociateDegree": _OBTAINED,
    "Award": _AWARDED,
    "BachelorDegree": _OBTAINED,
    "Certificate": _OBTAINED,
    "CertificateOfCompletion": _COMPLETED,
    "Certification": _OBTAINED,
    "Course": _COMPLETED,
    "Degree": _OBTAINED,
    "Diploma": _OBTAINED,
    "DoctoralDegree": _OBTAINED,
    "Fieldwork": _COMPLETED,
    "GeneralEducationDevelopment": _PASSED,
    "JourneymanCertificate": _OBTAINED,
    "LearningProgram": _COMPLETED,
    "License": _OBTAINED,
    "MasterCertificate": _OBTAINED,
    "MasterDegree": _OBTAINED,
    "Membership": _APPOINTED,
    "MicroCredential": _COMPLETED,
    "ProfessionalDoctorate": _OBTAINED,
    "QualityAssuranceCredential": _OBTAINED,
    "ResearchDoctorate": _OBTAINED,
    "SecondarySchoolDiploma": _OBTAINED,
}


def cv_verb(reader: Reader, subject: AchievementSubject) -> str:
    """What was done; a course whose result says anything but "Completed" was attended."""
    verb = _VERBS.get(subject.achievement.achievement_type or "", _BADGE)
    unfinished = any(result.status not in (None, "Completed") for result in subject.result)
    return reader.say(_ATTENDED if verb == _COMPLETED and unfinished else verb)
