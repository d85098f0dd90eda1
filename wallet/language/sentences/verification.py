"""What the nine checks found, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "conformance.conforms": N_("The file follows the {specification} data model in every member that was read."),
    "conformance.problems": N_(
        "The file departs from the Open Badges 3.0 data model (faults: {count}; the first: {member})."
    ),
    "coverage.every-member-signed": N_("Every member of the credential is covered by the signature."),
    "coverage.signed-as-text": N_("The signature covers the whole text of the credential."),
    "coverage.members-not-signed": N_(
        "The signature does not cover {member}: no context defines it, so anybody could have added it."
    ),
    "coverage.not-examined": N_("Which members are signed was not examined, because there is no proof to examine."),
    "proof.signature-valid": N_(
        "The signature ({suite}) is correct: the contents are exactly what was signed with the key {method}."
    ),
    "proof.signature-wrong": N_(
        "The contents do not match the signature ({suite}). They were altered or damaged after signing."
    ),
    "proof.none": N_("The file carries no signature, so nobody vouches for it."),
    "proof.malformed": N_("The proof is not written in a form that can be checked."),
    "proof.malformed-value": N_("The signature value is damaged or cut short."),
    "proof.malformed-date": N_("The proof's member {member} is not a date and time: {found}."),
    "proof.no-value": N_("The proof has no signature value."),
    "proof.no-method": N_("The proof does not name the key it was made with."),
    "proof.method-not-a-url": N_("The proof names its key as {method}, which is no URL."),
    "proof.wrong-purpose": N_("The proof was made for another purpose ({purpose}), not for making a statement."),
    "proof.expired": N_("The signature itself was valid only until {expires}."),
    "proof.unsupported-suite": N_("The signature method {suite} is not supported here yet; nothing was verified."),
    "proof.unsupported-specification": N_(
        "This kind of file ({specification}) is not supported here yet; nothing was verified."
    ),
    "proof.not-canonical": N_(
        "The signature could not be checked, because the contents could not be brought into the form that was signed."
    ),
    "proof.not-examined": N_("The signature was not checked, because the file names no issuer."),
    "check.not-read": N_("Not checked, because the file could not be read as a badge."),
    "check.unsupported-specification": N_(
        "Not checked: this kind of file ({specification}) is not supported here yet."
    ),
    "jws.algorithm-refused": N_(
        "The algorithm {algorithm} in the signature's header is no public-key signature and is refused."
    ),
    "jws.critical-header": N_("The signature's header demands an extension that is not understood."),
    "jws.other-type": N_("The signature's header says that this is no credential but {type}."),
    "jws.no-key": N_("The signature's header does not say which key it was made with."),
    "jws.key-of-another-kind": N_("The key is not of the kind that the algorithm {algorithm} needs."),
    "jws.claim-contradicts": N_("The claim {claim} ({claimed}) contradicts the credential it envelops."),
    "issuer.key-is-the-issuers": N_("The key {method} is published by the issuer {issuer} for signing statements."),
    "issuer.no-verified-proof": N_(
        "Whether the key is the issuer's was not settled, because no signature was confirmed."
    ),
    "issuer.missing": N_("The file names no issuer."),
    "issuer.key-revoked": N_("The issuer withdrew the key {method} on {revoked}."),
    "issuer.key-expired": N_("The key {method} was valid only until {expires}, before the signature was made."),
    "status.none-shown": N_(
        "No list of withdrawn badges is shown. The holder chose what to show and may have left one out: whether the "
        "badge was withdrawn cannot be seen. Issuers can make its status mandatory."
    ),
    "status.none": N_(
        "It names no list on which a withdrawal would be marked; whether it was withdrawn cannot be seen from it."
    ),
    "status.not-withdrawn": N_("The issuer's list, as of {confirmed_at}, does not withdraw this badge."),
    "status.no-withdrawal-purpose": N_(
        "The issuer's list of {confirmed_at} was read; its purpose ({purpose}) is not withdrawal."
    ),
    "status.unconfirmed-since": N_(
        "The issuer's list is no longer at its address, so today's status could not be confirmed; on "
        "{confirmed_at} it did not withdraw this badge."
    ),
    "status.revoked": N_("The issuer has revoked this badge, according to its list of {confirmed_at}."),
    "status.suspended": N_("The issuer has suspended this badge, according to its list of {confirmed_at}."),
    "status.not-asked": N_("Whether it was withdrawn was not asked, because the signature or its key did not stand."),
    "status.too-many-entries": N_("The file names more status lists than could be asked."),
    "status.unsupported-type": N_(
        "Whether it was withdrawn could not be checked: status lists of the kind {type} are not supported."
    ),
    "status.unsupported-purpose": N_(
        "Whether it was withdrawn could not be checked: the list's purpose {purpose} is not supported."
    ),
    "status.malformed-entry": N_("Whether it was withdrawn could not be checked: the file does not say where to ask."),
    "status.malformed-index": N_(
        "Whether it was withdrawn could not be checked: its place in the list is given as {index}."
    ),
    "status.index-out-of-range": N_(
        "Whether it was withdrawn could not be checked: its place {index} lies beyond the end of the list."
    ),
    "status.no-credential-id": N_(
        "Whether it was withdrawn could not be checked: the badge has no identifier to look for in the list."
    ),
    "status.list-of-another": N_(
        "Whether it was withdrawn could not be checked: the list was made by {issuer}, not by the badge's issuer."
    ),
    "status.list-malformed": N_(
        "Whether it was withdrawn could not be checked: the list at {url} is damaged or of another kind."
    ),
    "status.list-not-verified": N_(
        "Whether it was withdrawn could not be checked: the signature of the list at {url} does not stand."
    ),
    "status.list-expired": N_("Whether it was withdrawn could not be checked: the list at {url} is out of date."),
    "status.list-too-large": N_(
        "Whether it was withdrawn could not be checked: the list at {url} is too large to be read."
    ),
    "status.list-too-short": N_(
        "Whether it was withdrawn could not be checked: the list at {url} is shorter than the specification allows."
    ),
    "status.other-purpose": N_(
        "Whether it was withdrawn could not be checked: the list at {url} does not serve the purpose {purpose}."
    ),
    "validity.in-force": N_("It is within its period of validity, until {valid_until}."),
    "validity.in-force-without-end": N_("It is in force and has no expiry date."),
    "validity.no-end-shown": N_(
        "It has begun, and no expiry date is shown. The holder chose what to show and may have left one out; issuers "
        "can make it mandatory."
    ),
    "validity.expired": N_("It expired on {valid_until}."),
    "validity.not-yet": N_("It becomes valid only on {valid_from}."),
    "recipient.not-asked": N_("Whether it was issued to this person was not checked."),
    "recipient.nobody-named": N_("The file names nobody it was issued to: whoever holds it can show it."),
    "recipient.id-matches": N_("It was issued to the identifier that was given."),
    "recipient.plain-matches": N_("It was issued to the person that was given: the {type} in the file is the same."),
    "recipient.salted-hash-matches": N_(
        "It was issued to the person that was given: the salted hash of the {type} matches."
    ),
    "recipient.hash-matches": N_(
        "It was issued to the person that was given: the hash of the {type} matches. It has no salt, so it "
        "can be guessed."
    ),
    "recipient.not-comparable": N_(
        "Whether it was issued to the person that was given could not be compared with what the file says."
    ),
    "recipient.other": N_("None of the identities that were given is the one that it was issued to."),
    "endorsement.none": N_("It carries no endorsement."),
    "endorsement.verified": N_("The endorsement's own signature is correct and its issuer's."),
    "endorsement.all-verified": N_("All endorsements in the badge ({total}) were verified on their own."),
    "endorsement.some-failed": N_(
        "Endorsements in the badge: {total}. Of these, {count} did not stand and must not be relied on."
    ),
    "endorsement.some-not-checked": N_("Endorsements in the badge: {total}. Of these, {count} could not be checked."),
    "endorsement.too-many": N_("The badge carries more endorsements than could be checked."),
    "endorsement.about-another": N_("The endorsement is about somebody or something else."),
    "endorsement.unreadable": N_("The endorsement could not be read."),
    "trust.known-to-learner": N_("The owner of this portfolio names this issuer as known to them ({name})."),
    "trust.not-known": N_(
        "The owner of this portfolio does not name this issuer as known; that is no fault of the badge."
    ),
    "trust.no-list": N_("No list of known issuers was consulted."),
}
