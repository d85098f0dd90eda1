"""The enumerations of Open Badges 3.0 (appendix B) and the forms of its plain values.

An extensible enumeration takes further words that begin with ``ext:``. Each `Vocabulary` has the code of the problem
that names it, so that the sentence can say what may be written there.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "ACHIEVEMENT_TYPE",
    "IDENTIFIER_TYPE",
    "RESULT_STATUS",
    "RESULT_TYPE",
    "TARGET_TYPE",
    "Vocabulary",
    "is_country_code",
    "is_identity_hash",
    "is_language_tag",
    "is_uri",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words that a member may have; `code` is the problem of any other."""

    code: str
    words: frozenset[str]
    extensible: bool = True

    def __contains__(self, word: str) -> bool:
        return word in self.words or (self.extensible and _is_extension(word))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f\x7f<>\"{}|\\^`]+\Z")
_EXTENSION = frozenset(string.ascii_letters + string.digits + ".|-_")
_ALPHANUMERIC = frozenset(string.ascii_letters + string.digits)
_HASHES = ("sha256", "md5", "sha384", "sha512")
_HEXADECIMAL = frozenset(string.hexdigits)
_LETTERS = frozenset(string.ascii_letters)

ACHIEVEMENT_TYPE = Vocabulary(
    code="field.achievement-type",
    words=_words("""
        Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award Badge BachelorDegree
        Certificate CertificateOfCompletion Certification CommunityService Competency Course CoCurricular Degree
        Diploma DoctoralDegree Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License
        Membership ProfessionalDoctorate QualityAssuranceCredential MasterCertificate MasterDegree MicroCredential
        ResearchDoctorate SecondarySchoolDiploma"""),
)
"""AchievementType, B.3.1."""

TARGET_TYPE = Vocabulary(
    code="field.target-type",
    words=_words(
        """ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL"""
    ),
)
"""AlignmentTargetType, B.3.2."""

IDENTIFIER_TYPE = Vocabulary(
    code="field.identifier-type",
    words=_words("""name sourcedId systemId productId userName accountId emailAddress nationalIdentityNumber isbn issn
        lisSourcedId oneRosterSourcedId sisSourcedId ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId
        identifier"""),
)
"""IdentifierTypeEnum, B.3.3."""

RESULT_TYPE = Vocabulary(
    code="field.result-type",
    words=_words("""
        GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result RubricCriterion
        RubricCriterionLevel RubricScore ScaledScore Status"""),
)
"""ResultType, B.3.4."""

RESULT_STATUS = Vocabulary(
    code="field.result-status",
    words=_words("Completed Enrolled Failed InProgress OnHold Provisional Withdrew"),
    extensible=False,
)
"""ResultStatusType, B.3.5."""


def is_uri(text: str) -> bool:
    """Whether a text is an absolute URI; letters beyond ASCII are let stand, as in the URL Standard of VCDM 2.0."""
    if text.startswith("data:image/"):
        # Base64 of an embedded picture is long; that nothing else hides in it is the business of who shows it.
        return text.split(None, 1) == [text]
    return _URI.match(text) is not None


def is_identity_hash(text: str) -> bool:
    """Whether a text has the form of an IdentityHash: an algorithm, a dollar sign and hexadecimal digits (B.2.4)."""
    algorithm, dollar, digest = text.partition("$")
    return dollar == "$" and algorithm in _HASHES and bool(digest) and _HEXADECIMAL.issuperset(digest)


@lru_cache(maxsize=256)
def is_language_tag(text: str) -> bool:
    """Whether a text has the form of a language tag (BCP 47): subtags of one to eight letters and digits."""
    first, *rest = text.split("-")
    return (
        2 <= len(first) <= 8
        and _LETTERS.issuperset(first)
        and all(1 <= len(part) <= 8 and _ALPHANUMERIC.issuperset(part) for part in rest)
    )


def is_country_code(text: str) -> bool:
    """Whether a text has the form of an ISO 3166-1 alpha-2 code."""
    return len(text) == 2 and text.isascii() and text.isalpha() and text.isupper()


def _is_extension(word: str) -> bool:
    return word.startswith("ext:") and len(word) > 4 and _EXTENSION.issuperset(word[4:])
