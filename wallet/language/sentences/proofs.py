"""What the examination of proofs and their keys found beyond right and wrong, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "proof.other-purpose": N_("The signature was made for the purpose {purpose}, where {expected} is needed."),
    "issuer.key-is-the-holders": N_("The key {method} is published by {issuer} for showing who they are."),
    "method.other-relation": N_("{issuer} does not list the key {method} for the purpose {relation}."),
    "proof.other-domain": N_("The signature was made for {domain}, not for {expected}; ask for it to be made again."),
    "proof.other-challenge": N_(
        "The signature answers another question ({challenge}) than the one that was asked; it may be an old one."
    ),
    "proof.key-of-another-kind": N_(
        "The signature method {suite} cannot be used with a key of the kind {kind}; the issuer has to sign with a "
        "key that suits it."
    ),
    "proof.other-contexts": N_(
        "The proof was made under other vocabularies (@context) than those the file begins with."
    ),
    "proof.signature-valid-in-utf-16-order": N_(
        "The signature ({suite}) is correct: the contents are exactly what was signed with the key {method}. The "
        "issuer's software sorts rare characters in the order of JavaScript; other verifiers may call it wrong."
    ),
    "proof.selective-disclosure": N_(
        "The signature ({suite}) is correct for what is shown: {disclosed_statements} statements that the holder "
        "chose, and {mandatory_statements} that the issuer demands. The holder may have left others out."
    ),
    "proof.published-key": N_(
        "The signature ({suite}) is correct, but it says nothing about who made it: the private half of the key "
        "{method} is published for tests, so anybody could have signed."
    ),
    "proof.base-proof": N_(
        "The file carries a base proof ({suite}), which is meant for its holder only. It is genuine, but cannot "
        "stand as proof for anybody else; ask the holder for a derived proof."
    ),
    "proof.base-not-checkable": N_(
        "The base proof of this file could not be related to its contents, and is not accepted in place of a "
        "derived proof."
    ),
    "proof.label-missing": N_(
        "The proof has no name for a part of what is shown ({label}), so that part is not what the issuer signed."
    ),
    "proof.pointer-missing": N_("The proof demands a part of the file that is not there ({pointer})."),
    "proof.statements-unsigned": N_(
        "The file shows {statements} statements besides the mandatory ones, but the proof carries {signatures} "
        "signatures for them."
    ),
    "proof.previous-missing": N_("The proof builds on another proof ({previous}) that the file does not contain."),
    "proof.previous-ambiguous": N_(
        "The proof builds on another proof ({previous}), and the file contains several of that name."
    ),
    "proof.previous-circular": N_(
        "The proofs build on one another in a circle, so none of them can have been made first."
    ),
    "proof.previous-failed": N_("The proof builds on another proof of this file that is wrong."),
    "proof.previous-undetermined": N_("The proof builds on another proof of this file that could not be checked."),
    "jws.signature-form": N_(
        "The signature of {length} bytes is not in the form that the algorithm {algorithm} prescribes."
    ),
    "jws.other-content-type": N_("The signature's header says that its contents are no credential but {type}."),
    "jws.claim-around": N_(
        "A file of the type {type} is the credential itself; this one wraps it in a claim, which the specification "
        "forbids."
    ),
    "issuer.key-date-malformed": N_(
        "The issuer's document gives the key {method} an expiry that is no date and time ({found}); the issuer has "
        "to correct it."
    ),
    "key.degenerate": N_("The issuer's key is one of the few with which anybody can sign anything, and is refused."),
    "key.not-on-curve": N_("The issuer's key is no point of the curve {curve} and cannot be a key."),
    "key.not-for-signatures": N_("The issuer's key is meant for another use ({use}), not for signatures."),
    "key.two-forms": N_(
        "The issuer's document gives one key in several forms ({members}), so that it is not clear which counts."
    ),
    "key.other-kind": N_("The issuer's document calls the key a {type}, but it is of the kind {kind}."),
    "canonicalization.not-jcs": N_(
        "The file contains a number that readers of JSON do not keep exactly, so its signature has no defined meaning."
    ),
    "coverage.signed-as-json": N_("The signature covers the whole file, member by member."),
    "coverage.every-disclosed-member-signed": N_(
        "Every member that is shown is covered by the signature; the holder may have left others out."
    ),
    "coverage.chain-not-examined": N_(
        "Which members are signed was not examined, because a proof that this one builds on did not stand."
    ),
    "coverage.only-catch-all": N_(
        "The signature covers {member}, but only a catch-all vocabulary names it, so nobody has said what it means."
    ),
    "coverage.contexts-not-signed": N_(
        "A vocabulary ({member}) was added after signing, so it is not part of what the issuer signed."
    ),
    "coverage.catch-all": N_("{path} ({found}) has no meaning of its own: only a catch-all vocabulary names it."),
    "coverage.context": N_("{path} ({found}) was added to the vocabularies after signing."),
}
