"""What verification finds about badges of Open Badges 2.0 and before, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from wallet.language.marks import N_

__all__ = ["SENTENCES"]

SENTENCES: Mapping[str, str] = {
    "document.web-page": N_(
        "{file} is a web page about a badge and not the badge itself. Download the badge (PNG, SVG or JSON) from that "
        "page, or give the address of the badge's data."
    ),
    "document.badge-class": N_(
        "{file} describes a kind of badge (a BadgeClass) that was issued to nobody. Choose the badge that you were "
        "given: a PNG, SVG or JSON file, or the address of its assertion."
    ),
    "document.issuer-profile": N_(
        "{file} describes an issuer and is no badge. Choose the badge that you were given: a PNG, SVG or JSON file, or "
        "the address of its assertion."
    ),
    "document.error-answer": N_(
        "{file} is an error message of a server and no badge. Open the badge on its site and download it again."
    ),
    "linked.not-https": N_(
        "Not fetched, because {url} is not a secure (https) address: on the way, anybody could change what it says. "
        "Ask the issuer for a badge with https addresses."
    ),
    "linked.web-page": N_(
        "Not usable: at {url} stands a web page for people and not the data of the badge. Download the badge there."
    ),
    "linked.error-answer": N_("Could not be fetched: the server answered with an error at {url}. Try again later."),
    "linked.other-id": N_("What stands at {url} says that it is something else: {found}."),
    "linked.not-a-link": N_("The badge does not say where its description or its issuer is to be found."),
    "assertion.problems": N_(
        "The badge departs from the {specification} data model (faults: {count}; the first: {member})."
    ),
    "assertion.linked-not-read": N_(
        "Not checked completely, because the description of the badge or of its issuer could not be had."
    ),
    "assertion.withdrawal-conforms": N_("The issuer's page states the withdrawal as {specification} demands."),
    "assertion.no-open-badges-context": N_("{path} must name the context of Open Badges."),
    "assertion.image-not-linked": N_("{path} must be the address of a picture; here the picture itself stands in it."),
    "assertion.image-of-another-kind": N_("{path} must be a PNG or SVG picture; found: {found}"),
    "assertion.hash-not-understood": N_(
        "{path} is said to be a hash but is none of the kinds that are allowed (md5, sha256): {found}"
    ),
    "assertion.hash-not-declared": N_("{path} must be true, because the identity that stands there is a hash."),
    "assertion.signed-as-text": N_(
        "The signature covers the whole text of the assertion. What the badge is and who issues it was read at the "
        "addresses that the text names."
    ),
    "assertion.no-method": N_("The file does not say how it can be verified, so nobody vouches for it."),
    "assertion.signed-without-signature": N_(
        "The file says that it is signed, but there is no signature. Download the signed badge again."
    ),
    "assertion.key-not-tried": N_("The signature was not tried, because no key of the issuer was found for it."),
    "assertion.issuer-without-key": N_("The issuer {issuer} publishes no key for signing badges."),
    "assertion.no-revocation-list": N_(
        "The issuer publishes no list of withdrawn badges; whether it was withdrawn cannot be seen."
    ),
    "assertion.revoked-with-reason": N_(
        "The issuer has revoked this badge, according to its list of {confirmed_at}. The reason it gives: {reason}"
    ),
    "assertion.endorsement-has-no-recipient": N_("An endorsement is issued to nobody."),
    "check.hosted-coverage": N_("Agreement"),
    "check.hosted-proof": N_("Confirmation"),
    "check.hosted-issuer": N_("Issuer's address"),
    "hosted.confirmed": N_("Not signed: the page at the badge's own address confirmed it on {confirmed_at} ({url})."),
    "hosted.withdrawal-read": N_("Not signed: the page at the badge's own address was read on {confirmed_at} ({url})."),
    "hosted.no-address": N_("The badge is to be confirmed at its own address, but the file names none."),
    "hosted.no-assertion": N_("At the badge's own address, {url}, there is no badge."),
    "hosted.page-agrees": N_("Everything that the file says stands on the page at the badge's own address, {url}."),
    "hosted.page-itself": N_("The file holds only the badge's address. What is shown was read there, at {url}."),
    "hosted.page-differs": N_(
        "The file says something else than the page at the badge's own address, {url} (member {member}). Only the page "
        "counts: download the badge again."
    ),
    "hosted.withdrawal-counts": N_(
        "What counts is the page at the badge's own address, {url}; it withdraws the badge."
    ),
    "hosted.not-compared": N_("The file could not be compared with anything that its issuer says."),
    "hosted.in-scope": N_("The address {url} lies where the issuer {issuer} keeps its badges."),
    "hosted.out-of-scope": N_(
        "The address {url} does not lie where the issuer {issuer} keeps its badges: anybody could have put it there."
    ),
    "hosted.badge-class-out-of-scope": N_(
        "The description of the badge at {url} does not lie where the issuer {issuer} keeps its badges."
    ),
    "hosted.issuer-without-page": N_(
        "The issuer {issuer} has no secure address of its own at which it could be asked for its badges."
    ),
    "hosted.issuer-not-asked": N_("Whether the issuer stands by it was not settled, because no page confirmed it."),
    "hosted.withdrawn-at-own-address": N_(
        "It was withdrawn at its own address, {url}. Who issued it is no longer stated there, and need not be for that."
    ),
    "hosted.not-withdrawn": N_("The page at the badge's own address, as of {confirmed_at}, does not withdraw it."),
    "hosted.revoked": N_("The badge has been revoked at its own address, as of {confirmed_at}."),
    "hosted.revoked-with-reason": N_(
        "The badge has been revoked at its own address, as of {confirmed_at}. The reason given: {reason}"
    ),
    "hosted.unconfirmed-since": N_(
        "The page at the badge's own address is no longer there, so today's status could not be confirmed; on "
        "{confirmed_at} it did not withdraw the badge."
    ),
    "hosted.status-not-read": N_("Whether it was withdrawn could not be checked, because its page was not read."),
    "publish.not-read": N_(
        "The description of “{name}” could not be had, so there is nothing to publish yet. Try again later with: "
        "wallet add FILE"
    ),
    "endorsement.hosted-verified": N_("Its author confirms the endorsement at its own address."),
}
