"""Learner records, presentations, and endorsements that came alone."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "conformance.departs": N_(
        "The file departs from the {specification} data model (faults: {count}; the first: {member})."
    ),
    "coverage.by-record": N_("The signature of the record {record} covers every member of this credential in it."),
    "proof.by-record": N_(
        "The credential has no signature of its own. The record {record} around it is signed by the same "
        "issuer ({suite}), who thereby vouches for it."
    ),
    "proof.record-of-another": N_(
        "The credential has no signature of its own. The record around it is signed by {publisher}, who is "
        "not its issuer: nobody vouches for it. Ask its issuer for the signed credential."
    ),
    "proof.record-merges": N_(
        "The credential has no signature of its own. The signature of the record {record} covers all that its"
        " credentials state together, but not which of them states what. Ask the issuer for the credential "
        "with a signature of its own."
    ),
    "proof.status-list": N_(
        "This is a list on which an issuer marks withdrawn badges. It is no badge itself: check a badge that is on it."
    ),
    "record.no-clr-context": N_("{path} must name the context of Comprehensive Learner Record 2.0."),
    "record.nobody-named": N_("{path} is missing: the record must name its learner, by an id or an identifier."),
    "record.association-type": N_(
        "{path} is “{found}”. Write one of exactMatchOf, isChildOf, isParentOf, isPartOf, isPeerOf, "
        "isRelatedTo, precedes, replacedBy."
    ),
    "record.no-credential": N_("{path} must hold at least one credential."),
    "record.not-a-credential": N_("{path} must be a credential, as an object or as a JWT; found: {found}"),
    "endorsement.not-conforming": N_("The endorsement does not follow the Open Badges 3.0 data model."),
    "endorsement.of-oneself": N_(
        "The endorsement is signed by the very one whom it endorses, so it is no word of a third party."
    ),
    "endorsement.is-one": N_("The file is an endorsement itself."),
    "recipient.endorsed": N_("It is an endorsement of {subject}, and issued to no recipient."),
    "presentation.key-is-the-holders": N_("The holder {holder} signed this presentation: the key {method} is theirs."),
    "presentation.nobody-named": N_(
        "The presentation names no holder. It was signed with the key {method}, whose owner is {issuer}."
    ),
    "presentation.holder-not-resolved": N_(
        "The presentation names {holder} as its holder and is signed by {signer}. Whether they are the same "
        "could not be checked, because the holder's keys could not be looked up."
    ),
    "presentation.other-holder": N_(
        "The presentation names {holder} as its holder, but was not signed with a key of theirs: somebody "
        "else presented the credentials."
    ),
    "presentation.no-status": N_(
        "Nobody keeps a list of withdrawn presentations; each credential in it has been asked for itself."
    ),
    "presentation.no-period": N_("The presentation states no period."),
    "presentation.no-challenge": N_(
        "The presentation was not made in answer to a challenge of yours, so it may be a copy of one that was"
        " made for somebody else."
    ),
    "presentation.no-endorsement": N_("Endorsements belong to the credentials in the presentation."),
    "presentation.no-trust": N_("Whether an issuer is known is asked for each credential in the presentation."),
    "document.nested-too-deep": N_(
        "{file} holds credentials within credentials, more than {limit} levels deep, which no record needs. "
        "Ask whoever made it for a plain file."
    ),
    "document.sd-jwt-not-supported": N_(
        "{file} is a badge in the SD-JWT form, which is not supported here. Ask the issuer for it as JSON or JWT."
    ),
}
