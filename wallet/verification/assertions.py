"""An assertion of Open Badges 2.0 or 1.x, or an endorsement of 2.0, through the nine checks.

The order follows Open Badges 2.0, "Verification". Each number is one check, and the code below refers to the numbers.

1. conformance: the assertion, its badge class and its issuer follow the data model of their version.
2. coverage: a file says nothing that the page at its address does not say; a signature covers the whole text.
3. proof: the page at the badge's own address says it; or the signature is right.
4. issuer: the address lies where the issuer keeps its badges; or the key is one that the issuer lists.
5. status: neither the page nor the issuer's list withdraws it.
6. validity: the moment in question lies between its dates.
7. recipient: it was issued to a known identity, when one was given.
8. endorsement: each third party's word, on its own.
9. trust: whether the issuer is one that the learner names as known.
"""

from __future__ import annotations

from dataclasses import replace

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.open_badges_2 import AssertionParts, read_assertion
from wallet.credentials.open_badges_2_issuers import read_endorsement
from wallet.credentials.reading import ParsedCredential
from wallet.credentials.versions import version_of
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import decode_jws
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.linked import Links, follow_badge, follow_issuer
from wallet.verification.assertions_endorsements import Endorsed, examine_all, summarise_all
from wallet.verification.assertions_results import conformance, trust, validity, with_address
from wallet.verification.assertions_statement import Standing, Statement, examine_statement
from wallet.verification.findings import not_applicable, undetermined
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.report import Check, CheckResult

__all__ = ["examine_assertion", "examine_endorsement"]


def examine_assertion(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one assertion, asking for its page and for what it links to; never raises for what it contains."""
    standing = _standing(document, parsed, inquiry)
    if "Endorsement" in as_sequence(standing.members.get("type")) and "badge" not in standing.members:
        # The address of a file that holds nothing else turned out to be that of an endorsement.
        return _endorsement(document, parsed, standing, inquiry)
    version = version_of(standing.members)
    if version == "OB 0.5":
        standing = replace(standing, proof=_too_old(version))
    endorsed = examine_all(standing.members, standing.links, at=inquiry.at, fetcher=inquiry.fetcher)
    credential, problems = read_assertion(_parts(standing, endorsed))
    results = (
        conformance(standing, problems, version),  # 1
        standing.coverage,  # 2
        standing.proof,  # 3
        standing.issuer,  # 4
        standing.status,  # 5
        validity(credential, inquiry),  # 6
        _recipient(credential, inquiry),  # 7
        summarise_all(endorsed),  # 8
        trust(standing, inquiry),  # 9
    )
    members = standing.members if document.link is not None else parsed.members
    read = replace(parsed, credential=credential, problems=problems, members=members, specification=version)
    return concluded(document, read, results, securing=standing.securing, at=inquiry.at)


def _standing(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Standing:
    statement = Statement(
        members=parsed.members,
        jws=decode_jws(document.jws) if document.jws is not None else None,
        link_only=document.link is not None,
    )
    legacy = document.link is None and version_of(parsed.members) != "OB 2.0"
    return examine_statement(statement, _follow, legacy=legacy, fetcher=inquiry.fetcher, trace=inquiry.trace)


def _follow(members: JsonObject, fetcher: Fetcher) -> Links:
    return follow_badge(members, fetcher) if "claim" not in members else follow_issuer(members, fetcher)


def _too_old(version: str) -> CheckResult:
    return undetermined(Check.PROOF, "proof.unsupported-specification", specification=version, kind="assertion")


def _parts(standing: Standing, endorsed: tuple[Endorsed, ...] | None) -> AssertionParts:
    return AssertionParts(
        assertion=standing.members,
        badge=with_address(standing.links.badge),
        issuer=with_address(standing.links.issuer),
        translations=standing.links.translations,
        endorsements=tuple(one.endorsement for one in endorsed or ()),
    )


def _recipient(credential: OpenBadgeCredential | None, inquiry: Inquiry) -> CheckResult:
    if credential is None:
        return undetermined(Check.RECIPIENT, "check.not-read")
    return examine_recipient(credential.credential_subject, inquiry.identities)


def examine_endorsement(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one endorsement that came as a file of its own; it is verified as such and is no badge."""
    return _endorsement(document, parsed, _standing(document, parsed, inquiry), inquiry)


def _endorsement(
    document: SecuredDocument, parsed: ParsedCredential, standing: Standing, inquiry: Inquiry
) -> Verification:
    endorsement, problems = read_endorsement(standing.members, with_address(standing.links.issuer))
    results = (
        conformance(standing, problems, "OB 2.0"),
        standing.coverage,
        standing.proof,
        standing.issuer,
        standing.status,
        validity(endorsement, inquiry),
        not_applicable(Check.RECIPIENT, "assertion.endorsement-has-no-recipient"),
        not_applicable(Check.ENDORSEMENT, "endorsement.none"),
        trust(standing, inquiry),
    )
    read = replace(parsed, kind="endorsement", specification="OB 2.0", problems=problems, members=standing.members)
    return concluded(document, read, results, securing=standing.securing, at=inquiry.at)
