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

from collections.abc import Mapping, Sequence
from dataclasses import replace

from wallet.credentials.model import EndorsementCredential, OpenBadgeCredential
from wallet.credentials.open_badges_2 import AssertionParts, read_assertion, version_of
from wallet.credentials.open_badges_2_issuers import read_endorsement
from wallet.credentials.reading import ParsedCredential
from wallet.documents.document import SecuredDocument
from wallet.documents.jws import decode_jws
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue, Problem
from wallet.resolution.fetching import Fetcher
from wallet.resolution.linked import LinkedObject, Links, follow_badge, follow_issuer
from wallet.verification.assertions_endorsements import Endorsed, examine_all, summarise
from wallet.verification.assertions_statement import Standing, Statement, examine_statement
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.identity import examine_recipient
from wallet.verification.inquiry import Inquiry, Verification, concluded
from wallet.verification.report import Check, CheckResult
from wallet.verification.trust import examine_trust
from wallet.verification.validity import examine_validity

__all__ = ["examine_assertion", "examine_endorsement"]


def examine_assertion(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one assertion, asking for its page and for what it links to; never raises for what it contains."""
    legacy = document.link is None and version_of(parsed.members) != "OB 2.0"
    standing = _standing(document, parsed, legacy, inquiry.fetcher)
    if "Endorsement" in _kinds(standing.members) and "badge" not in standing.members:
        # The address of a file that holds nothing else turned out to be that of an endorsement.
        return _endorsement(document, parsed, standing, inquiry)
    if version_of(standing.members) == "OB 0.5":
        standing = replace(standing, proof=_too_old())
    endorsed = examine_all(standing.members, standing.links, at=inquiry.at, fetcher=inquiry.fetcher)
    credential, problems = read_assertion(_parts(standing, endorsed))
    results = (
        _conformance(standing, problems, version_of(standing.members)),  # 1
        standing.coverage,  # 2
        standing.proof,  # 3
        standing.issuer,  # 4
        standing.status,  # 5
        _validity(credential, inquiry),  # 6
        _recipient(credential, inquiry),  # 7
        summarise(endorsed),  # 8
        _trust(standing.links, inquiry),  # 9
    )
    read = replace(
        parsed,
        credential=credential,
        problems=problems,
        members=standing.members if document.link is not None else parsed.members,
        specification=version_of(standing.members),
    )
    return concluded(document, read, results, securing=standing.securing, at=inquiry.at)


def _standing(document: SecuredDocument, parsed: ParsedCredential, legacy: bool, fetcher: Fetcher) -> Standing:
    statement = Statement(
        members=parsed.members,
        jws=decode_jws(document.jws) if document.jws is not None else None,
        link_only=document.link is not None,
    )
    return examine_statement(statement, _follow, legacy=legacy, fetcher=fetcher)


def _follow(members: JsonObject, fetcher: Fetcher) -> Links:
    return follow_badge(members, fetcher) if "claim" not in members else follow_issuer(members, fetcher)


def _kinds(members: JsonObject) -> Sequence[JsonValue]:
    kinds = members.get("type")
    return kinds if isinstance(kinds, list) else [kinds]


def _too_old() -> CheckResult:
    return undetermined(Check.PROOF, "proof.unsupported-specification", specification="OB 0.5", kind="assertion")


def _parts(standing: Standing, endorsed: tuple[Endorsed, ...] | None) -> AssertionParts:
    badge, issuer = standing.links.badge, standing.links.issuer
    return AssertionParts(
        assertion=standing.members,
        badge=_with_id(badge),
        issuer=_with_id(issuer),
        translations=standing.links.translations,
        endorsements=tuple(one.endorsement for one in endorsed or ()),
    )


def _with_id(found: LinkedObject | WalletError | None) -> JsonObject | None:
    """The object, under its address where version 1.x wrote no id into it."""
    if not isinstance(found, LinkedObject):
        return None
    return found.members if found.id is None else {"id": found.id, **found.members}


def _conformance(standing: Standing, problems: Sequence[Problem], version: str) -> CheckResult:
    if standing.withdrawal_only:
        # Open Badges 2.0, "Revoking Hosted Assertions": only id and revoked are required then.
        return passed(Check.CONFORMANCE, "assertion.withdrawal-conforms", specification=version)
    listed: list[JsonValue] = [{"path": p.path, "code": p.code, "found": p.found} for p in problems]
    if problems:
        facts: Mapping[str, JsonValue] = {"count": len(problems), "member": problems[0].path, "problems": listed}
        return failed(Check.CONFORMANCE, "assertion.problems", specification=version, **facts)
    for found in (standing.links.badge, standing.links.issuer):
        if isinstance(found, WalletError):
            return undetermined(Check.CONFORMANCE, "assertion.linked-not-read", reason=found.code)
    return passed(Check.CONFORMANCE, "conformance.conforms", specification=version)


def _validity(credential: OpenBadgeCredential | EndorsementCredential | None, inquiry: Inquiry) -> CheckResult:
    if credential is None:
        return undetermined(Check.VALIDITY, "check.not-read")
    return examine_validity(credential.valid_from, credential.valid_until, inquiry.at)


def _recipient(credential: OpenBadgeCredential | None, inquiry: Inquiry) -> CheckResult:
    if credential is None:
        return undetermined(Check.RECIPIENT, "check.not-read")
    return examine_recipient(credential.credential_subject, inquiry.identities)


def _trust(links: Links, inquiry: Inquiry) -> CheckResult:
    if not isinstance(links.issuer, LinkedObject) or links.issuer.id is None:
        return undetermined(Check.TRUST, "check.not-read")
    return examine_trust(links.issuer.id, inquiry.known_issuers)


def examine_endorsement(document: SecuredDocument, parsed: ParsedCredential, inquiry: Inquiry) -> Verification:
    """Check one endorsement that came as a file of its own; it is verified as such and is no badge."""
    return _endorsement(document, parsed, _standing(document, parsed, False, inquiry.fetcher), inquiry)


def _endorsement(
    document: SecuredDocument, parsed: ParsedCredential, standing: Standing, inquiry: Inquiry
) -> Verification:
    endorsement, problems = read_endorsement(standing.members, _with_id(standing.links.issuer))
    results = (
        _conformance(standing, problems, "OB 2.0"),
        standing.coverage,
        standing.proof,
        standing.issuer,
        standing.status,
        _validity(endorsement, inquiry),
        not_applicable(Check.RECIPIENT, "assertion.endorsement-has-no-recipient"),
        not_applicable(Check.ENDORSEMENT, "endorsement.none"),
        _trust(standing.links, inquiry),
    )
    read = replace(parsed, kind="endorsement", specification="OB 2.0", problems=problems, members=standing.members)
    return concluded(document, read, results, securing=standing.securing, at=inquiry.at)
