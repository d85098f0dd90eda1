"""The words for codes that specifications define: kinds of achievement, of result and of identity.

A value outside the lists is shown as it stands, without its ``ext:`` mark: nobody is served by a guess.
"""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_
from wallet.site.reader import Reader

__all__ = ["achievement_type", "alignment_type", "identity_type", "result_status", "result_type"]

# Open Badges 3.0, AchievementType enumeration.
_ACHIEVEMENT_TYPES: Mapping[str, str] = {
    "Achievement": N_("Achievement"),
    "ApprenticeshipCertificate": N_("Apprenticeship certificate"),
    "Assessment": N_("Assessment"),
    "Assignment": N_("Assignment"),
    "AssociateDegree": N_("Associate degree"),
    "Award": N_("Award"),
    "BachelorDegree": N_("Bachelor’s degree"),
    "Badge": N_("Badge"),
    "Certificate": N_("Certificate"),
    "CertificateOfCompletion": N_("Certificate of completion"),
    "Certification": N_("Certification"),
    "CoCurricular": N_("Co-curricular activity"),
    "CommunityService": N_("Community service"),
    "Competency": N_("Competency"),
    "Course": N_("Course"),
    "Degree": N_("Degree"),
    "Diploma": N_("Diploma"),
    "DoctoralDegree": N_("Doctoral degree"),
    "Fieldwork": N_("Fieldwork"),
    "GeneralEducationDevelopment": N_("General Education Development (GED)"),
    "JourneymanCertificate": N_("Journeyman certificate"),
    "LearningProgram": N_("Learning programme"),
    "License": N_("Licence"),
    "MasterCertificate": N_("Master craftsperson’s certificate"),
    "MasterDegree": N_("Master’s degree"),
    "Membership": N_("Membership"),
    "MicroCredential": N_("Microcredential"),
    "ProfessionalDoctorate": N_("Professional doctorate"),
    "QualityAssuranceCredential": N_("Quality assurance credential"),
    "ResearchDoctorate": N_("Research doctorate"),
    "SecondarySchoolDiploma": N_("Secondary school diploma"),
}

# Open Badges 3.0, ResultType enumeration.
_RESULT_TYPES: Mapping[str, str] = {
    "GradePointAverage": N_("Grade point average"),
    "LetterGrade": N_("Letter grade"),
    "Percent": N_("Percentage"),
    "PerformanceLevel": N_("Performance level"),
    "PredictedScore": N_("Predicted score"),
    "RawScore": N_("Raw score"),
    "Result": N_("Result"),
    "RubricCriterion": N_("Rubric criterion"),
    "RubricCriterionLevel": N_("Rubric level"),
    "RubricScore": N_("Rubric score"),
    "ScaledScore": N_("Scaled score"),
    "Status": N_("Completion status"),
}

# Open Badges 3.0, ResultStatusType enumeration.
_RESULT_STATUSES: Mapping[str, str] = {
    "Completed": N_("Completed"),
    "Enrolled": N_("Enrolled"),
    "Failed": N_("Not passed"),
    "InProgress": N_("In progress"),
    "OnHold": N_("On hold"),
    "Provisional": N_("Provisional"),
    "Withdrew": N_("Withdrawn"),
}

# Open Badges 3.0, IdentifierTypeEnum: those that name a person.
_IDENTITY_TYPES: Mapping[str, str] = {
    "emailAddress": N_("an e-mail address"),
    "name": N_("a name"),
    "systemId": N_("an identifier in the issuer’s system"),
    "sourcedId": N_("an identifier in the issuer’s system"),
    "ltiUserId": N_("an identifier in the issuer’s learning platform"),
    "studentId": N_("a student number"),
    "nationalIdentityNumber": N_("a national identity number"),
}

# Open Badges 3.0, AlignmentTargetType enumeration.
_ALIGNMENT_TYPES: Mapping[str, str] = {
    "ceasn:Competency": N_("Competency"),
    "ceterms:Credential": N_("Credential"),
    "CFItem": N_("Item of a competency framework"),
    "CFRubric": N_("Rubric"),
    "CFRubricCriterion": N_("Rubric criterion"),
    "CFRubricCriterionLevel": N_("Rubric level"),
}


def alignment_type(reader: Reader, value: str) -> str:
    """What kind of thing an achievement is aligned to."""
    return _word(reader, _ALIGNMENT_TYPES, value)


def achievement_type(reader: Reader, value: str) -> str:
    """What kind of achievement it is."""
    return _word(reader, _ACHIEVEMENT_TYPES, value)


def result_type(reader: Reader, value: str) -> str:
    """What kind of result it is."""
    return _word(reader, _RESULT_TYPES, value)


def result_status(reader: Reader, value: str) -> str:
    """How the course of study stands."""
    return _word(reader, _RESULT_STATUSES, value)


def identity_type(reader: Reader, value: str) -> str:
    """What a recipient is named by."""
    if value in _IDENTITY_TYPES:
        return reader.say(_IDENTITY_TYPES[value])
    return reader.say("an identifier of the kind “{kind}”", kind=reader.run(value.removeprefix("ext:")).text)


def _word(reader: Reader, words: Mapping[str, str], value: str) -> str:
    return reader.say(words[value]) if value in words else reader.run(value.removeprefix("ext:")).text
