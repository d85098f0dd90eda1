"""The Open Badges model: one shape for every version a learner may hold.

Names are the specification's members in snake case (Open Badges 3.0, appendix B; Verifiable Credentials Data Model).
The model is for reading and showing. Proofs are verified on the original document, never on this.
Times keep the offset they were written in; a time without an offset is UTC (VCDM 2.0 section 4.9).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wallet.fields import JsonObject
from wallet.language.text import Text

__all__ = [
    "Achievement",
    "AchievementSubject",
    "Address",
    "Alignment",
    "CredentialStatus",
    "Criteria",
    "EndorsementCredential",
    "Evidence",
    "GeoCoordinates",
    "IdentifierEntry",
    "IdentityObject",
    "Image",
    "OpenBadgeCredential",
    "Profile",
    "Proof",
    "RefreshService",
    "Related",
    "Result",
    "ResultDescription",
    "RubricCriterionLevel",
    "SchemaReference",
    "TermsOfUse",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Where a picture is: an HTTP(S) or data URL; `caption` is the issuer's alternative text."""

    id: str
    caption: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierEntry:
    """An identifier in some scheme (`identifier_type`)."""

    identifier: str
    identifier_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoCoordinates:
    """A place on the earth in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; every part as the issuer wrote it."""

    address_country: str | None = None
    address_country_code: str | None = None
    address_region: str | None = None
    address_locality: str | None = None
    street_address: str | None = None
    post_office_box_number: str | None = None
    postal_code: str | None = None
    geo: GeoCoordinates | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An issuer, creator or source. `id` is None where only a name was given.

    The parts of a person's name stand as their issuer wrote them; how they form a name is not derived from them.
    """

    id: str | None
    type: tuple[str, ...] = ()
    name: Text | None = None
    url: str | None = None
    description: Text | None = None
    email: str | None = None
    phone: str | None = None
    image: Image | None = None
    address: Address | None = None
    official: str | None = None
    parent_org: Profile | None = None
    other_identifier: tuple[IdentifierEntry, ...] = ()
    family_name: str | None = None
    given_name: str | None = None
    additional_name: str | None = None
    patronymic_name: str | None = None
    honorific_prefix: str | None = None
    honorific_suffix: str | None = None
    family_name_prefix: str | None = None
    date_of_birth: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What an achievement corresponds to in a framework outside it."""

    target_name: Text
    target_url: str | None = None
    target_description: Text | None = None
    target_framework: str | None = None
    target_code: str | None = None
    target_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """How it is earned: a page and/or a narrative in Markdown."""

    id: str | None = None
    narrative: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricCriterionLevel:
    """One level of a rubric, lowest first as the issuer ordered them."""

    id: str | None
    name: Text | None = None
    description: Text | None = None
    level: str | None = None
    points: str | None = None
    alignment: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultDescription:
    """A kind of result and its scale; values are strings as the issuer wrote them."""

    id: str | None
    name: Text | None = None
    result_type: str | None = None
    allowed_value: tuple[str, ...] = ()
    required_value: str | None = None
    required_level: str | None = None
    rubric_criterion_level: tuple[RubricCriterionLevel, ...] = ()
    value_max: str | None = None
    value_min: str | None = None
    alignment: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The same achievement in another language or version."""

    id: str | None
    in_language: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A work or record that shows the achievement."""

    id: str | None = None
    type: tuple[str, ...] = ()
    name: Text | None = None
    description: Text | None = None
    narrative: Text | None = None
    genre: str | None = None
    audience: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """What was achieved (Open Badges 2.0: BadgeClass)."""

    id: str | None
    type: tuple[str, ...] = ()
    name: Text
    description: Text | None = None
    criteria: Criteria | None = None
    image: Image | None = None
    achievement_type: str | None = None
    alignment: tuple[Alignment, ...] = ()
    creator: Profile | None = None
    credits_available: float | None = None
    field_of_study: str | None = None
    human_code: str | None = None
    in_language: str | None = None
    other_identifier: tuple[IdentifierEntry, ...] = ()
    related: tuple[Related, ...] = ()
    result_description: tuple[ResultDescription, ...] = ()
    specialization: str | None = None
    tag: tuple[str, ...] = ()
    version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One result; `result_description` is the id of its ResultDescription, `achieved_level` of its level."""

    value: str | None = None
    status: str | None = None
    achieved_level: str | None = None
    result_description: str | None = None
    alignment: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityObject:
    """Whom the badge names: `identity_hash` is ``alg$hex`` of identity + salt when `hashed`, else the plain value."""

    hashed: bool
    identity_hash: str
    identity_type: str
    salt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementSubject:
    """The recipient's side: who, and how they achieved it."""

    id: str | None = None
    identifier: tuple[IdentityObject, ...] = ()
    achievement: Achievement
    activity_start_date: datetime | None = None
    activity_end_date: datetime | None = None
    credits_earned: float | None = None
    image: Image | None = None
    license_number: str | None = None
    narrative: Text | None = None
    result: tuple[Result, ...] = ()
    role: str | None = None
    source: Profile | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialStatus:
    """Where the issuer says whether the credential still stands."""

    id: str | None
    type: str
    status_purpose: str | None = None
    status_list_index: str | None = None
    status_list_credential: str | None = None
    status_size: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """An embedded proof as it stands in the document (VC Data Integrity 1.0 section 2.1)."""

    type: str
    cryptosuite: str | None = None
    verification_method: str | None = None
    proof_purpose: str | None = None
    created: str | None = None
    expires: str | None = None
    proof_value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaReference:
    """A schema that the issuer says the credential follows; `digest_sri` is the digest it must have, if any."""

    id: str
    type: str
    digest_sri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshService:
    """Where a newer version of the credential may be had."""

    id: str | None
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsOfUse:
    """Terms under which the credential was issued: to be shown, never enforced."""

    type: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementCredential:
    """A third party's word about the badge, the achievement or the issuer.

    `document` is the embedded credential as parsed JSON, or None for a JWS; `jws` the compact form, or None.
    `subject_id` is the id of what is endorsed.
    """

    id: str | None
    issuer: Profile
    subject_id: str | None
    endorsement_comment: Text | None
    valid_from: datetime | None
    valid_until: datetime | None = None
    name: Text | None = None
    document: JsonObject | None = None
    jws: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBadgeCredential:
    """One badge. `specification` is "OB 3.0", "OB 2.0", …; `data_model` "VCDM 2.0", "VCDM 1.1" or None.

    `name` is the credential's own name, which some issuers fill with a person's: show `achievement.name`.
    """

    specification: str
    data_model: str | None
    id: str | None
    type: tuple[str, ...]
    issuer: Profile
    credential_subject: AchievementSubject
    name: Text | None = None
    description: Text | None = None
    image: Image | None = None
    awarded_date: datetime | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    evidence: tuple[Evidence, ...] = ()
    endorsement: tuple[EndorsementCredential, ...] = ()
    credential_status: tuple[CredentialStatus, ...] = ()
    credential_schema: tuple[SchemaReference, ...] = ()
    refresh_service: tuple[RefreshService, ...] = ()
    terms_of_use: tuple[TermsOfUse, ...] = ()
    proof: tuple[Proof, ...] = ()

    @property
    def achievement(self) -> Achievement:
        """What the badge certifies."""
        return self.credential_subject.achievement
