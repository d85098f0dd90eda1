"""The standard descriptors of a microcredential: stated by the issuer, stated by the learner, or not stated.

The list is that of the European approach (Council Recommendation 2022/C 243/02, Annex I). A descriptor counts as stated
only where Open Badges has a member for it and the file fills that member; nothing is concluded from free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wallet.credentials.model import Alignment, OpenBadgeCredential, Profile
from wallet.language.tags import territory_name
from wallet.site.facts import credit_text, issued_on, profile_run
from wallet.site.reader import Reader
from wallet.site.recipients import recipient_runs
from wallet.site.results import result_views
from wallet.site.views import Descriptor, Run

__all__ = ["descriptors"]

# Alignments of these types place the achievement in a qualifications framework.
_LEVEL_TYPES = frozenset({"ext:EQF", "ext:NLQF", "ext:QF-EHEA", "ext:JEQF"})
_QUALITY_TYPES = frozenset({"ext:QualityAssurance"})
_LARGER_AWARD_TYPES = frozenset({"ceterms:Credential"})


def descriptors(
    reader: Reader, credential: OpenBadgeCredential, *, has_note: bool
) -> tuple[tuple[Descriptor, ...], tuple[str, ...]]:
    """Those stated, and the labels of those not stated, in the order of the list.

    `has_note` says that the learner wrote about this badge.
    """
    found = (*_required(reader, credential), *_optional(reader, credential, has_note))
    return tuple(one for one in found if one.values), tuple(one.label for one in found if not one.values)


def _required(reader: Reader, credential: OpenBadgeCredential) -> Sequence[Descriptor]:
    achievement = credential.achievement
    issued = issued_on(credential)
    return (
        _descriptor(reader.say("Identification of the learner"), _learner(reader, credential)),
        _descriptor(reader.say("Title of the microcredential"), (reader.run(achievement.name),)),
        _descriptor(reader.say("Country or region of the issuer"), _country(reader, credential.issuer)),
        _descriptor(reader.say("Awarding body"), _bodies(reader, credential)),
        _descriptor(reader.say("Date of issuing"), (Run(text=reader.date(issued).text),) if issued else ()),
        _descriptor(reader.say("Learning outcomes"), _outcomes(reader, credential)),
        _descriptor(reader.say("Workload"), _workload(reader, credential)),
        _descriptor(reader.say("Level"), _aligned(reader, achievement.alignment, _LEVEL_TYPES)),
        _descriptor(reader.say("Type of assessment"), ()),
        _descriptor(reader.say("Form of participation"), ()),
        _descriptor(reader.say("Quality assurance"), _aligned(reader, achievement.alignment, _QUALITY_TYPES)),
    )


def _optional(reader: Reader, credential: OpenBadgeCredential, has_note: bool) -> Sequence[Descriptor]:
    grades = tuple(view.value for view in result_views(reader, credential.credential_subject))
    larger = _aligned(reader, credential.achievement.alignment, _LARGER_AWARD_TYPES)
    further = tuple(reader.run(found.name) for found in credential.evidence if found.name)
    own = (Run(text=reader.say("A note, further down on this page")),) if has_note and not further else ()
    return (
        _descriptor(reader.say("Prerequisites"), ()),
        _descriptor(reader.say("Supervision and identity check"), ()),
        _descriptor(reader.say("Grade achieved"), grades),
        _descriptor(reader.say("Counts towards"), larger),
        Descriptor(label=reader.say("Further details"), source="learner", values=own)
        if own
        else _descriptor(reader.say("Further details"), further),
    )


def _descriptor(label: str, values: Iterable[Run]) -> Descriptor:
    return Descriptor(label=label, source="issuer", values=tuple(values))


def _learner(reader: Reader, credential: OpenBadgeCredential) -> Sequence[Run]:
    subject = credential.credential_subject
    return recipient_runs(reader, subject) if subject.id or subject.identifier else ()


def _country(reader: Reader, issuer: Profile) -> Sequence[Run]:
    address = issuer.address
    if address is None:
        return ()
    if address.address_country_code:
        return (Run(text=territory_name(address.address_country_code, reader.language)),)
    return (reader.run(address.address_country),) if address.address_country else ()


def _bodies(reader: Reader, credential: OpenBadgeCredential) -> Sequence[Run]:
    issuer = credential.issuer
    return (profile_run(reader, issuer),) if issuer.name or issuer.id else ()


def _outcomes(reader: Reader, credential: OpenBadgeCredential) -> Sequence[Run]:
    other = _LEVEL_TYPES | _QUALITY_TYPES | _LARGER_AWARD_TYPES
    return tuple(
        reader.run(found.target_name)
        for found in credential.achievement.alignment
        if (found.target_type or "") not in other
    )


def _workload(reader: Reader, credential: OpenBadgeCredential) -> Sequence[Run]:
    available = credential.achievement.credits_available
    if available is None:
        return ()
    return (Run(text=reader.say("{number} credits", number=credit_text(reader, available))),)


def _aligned(reader: Reader, alignment: Iterable[Alignment], types: frozenset[str]) -> Sequence[Run]:
    return tuple(
        Run(text=f"{run.text} ({code})" if code and code not in run.text else run.text, language=run.language)
        for run, code in (
            (reader.run(found.target_name), found.target_code)
            for found in alignment
            if (found.target_type or "") in types
        )
    )
