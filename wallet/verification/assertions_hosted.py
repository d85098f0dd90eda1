"""Hosted verification: the page at a badge's own address is the authority.

Open Badges 2.0, "HostedBadge Verification". 1. The address is the assertion's id, in version 1.x its ``verify.url``;
only HTTPS is asked. 2. What stands there is what counts; HTTP 410, or ``revoked``, is a withdrawal, which need not
repeat anything else. 3. A file must not say something else. 4. The address must lie where the issuer keeps its badges.
A page that was kept, and that its server has since lost, still says what it said on its day, and nothing about today.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.errors import RefusalError, ResolutionError, WalletError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.linked import LinkedObject, Links, fetch_linked
from wallet.verification.assertions_pages import differences, is_withdrawn, quoted_reason
from wallet.verification.assertions_scope import require_in_scope
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome

__all__ = ["HostedWord", "hosted_address", "hosted_issuer", "read_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostedWord:
    """What counts as said, `members`, and what that settles. `withdrawal_only` says that the page repeats nothing."""

    members: JsonObject = field(repr=False)
    coverage: CheckResult
    proof: CheckResult
    status: CheckResult
    address: str | None = None
    withdrawal_only: bool = False


def hosted_address(members: JsonObject) -> str | None:
    """Where a hosted assertion says that it stands."""
    verify = members.get("verify")
    older = verify.get("url") if isinstance(verify, dict) else None
    identifier = members.get("id") or older
    return identifier if isinstance(identifier, str) else None


def read_page(own: JsonObject, fetcher: Fetcher, *, link_only: bool) -> HostedWord:
    """What the page at the address of `own` says; `link_only` where the file holds nothing but that address."""
    address = hosted_address(own)
    if address is None:
        return _unread(own, failed(Check.PROOF, "hosted.no-address"))
    try:
        page = fetch_linked(address, fetcher)
    except RefusalError as error:
        return _unread(own, failed(Check.PROOF, error))
    except ResolutionError as error:
        return _unread(own, undetermined(Check.PROOF, error))
    assert page.resource is not None
    if page.gone or is_withdrawn(page.members):
        return _withdrawn(own, page, page.resource)
    if not _is_statement(page.members):
        return _unread(own, undetermined(Check.PROOF, "hosted.no-assertion", url=page.resource.url))
    return _confirmed(own, page, page.resource, link_only)


def _is_statement(members: JsonObject) -> bool:
    kinds = as_sequence(members.get("type", members.get("@type")))
    return "badge" in members or "Assertion" in kinds or "Endorsement" in kinds


def _unread(own: JsonObject, proof: CheckResult) -> HostedWord:
    return HostedWord(
        members=own,
        coverage=undetermined(Check.COVERAGE, "hosted.not-compared"),
        proof=proof,
        status=undetermined(Check.STATUS, "hosted.status-not-read"),
    )


def _facts(resource: Resource) -> dict[str, JsonValue]:
    return {"url": resource.url, "confirmed_at": resource.retrieved_at.isoformat()}


def _confirmed(own: JsonObject, page: LinkedObject, resource: Resource, link_only: bool) -> HostedWord:
    facts = _facts(resource)
    if resource.gone_at is not None:
        status = undetermined(Check.STATUS, "hosted.unconfirmed-since", **facts)
    else:
        status = passed(Check.STATUS, "hosted.not-withdrawn", **facts)
    return HostedWord(
        members=page.members,
        coverage=_coverage(own, page, resource, link_only),
        proof=passed(Check.PROOF, "hosted.confirmed", **facts),
        status=status,
        address=page.id,
    )


def _coverage(own: JsonObject, page: LinkedObject, resource: Resource, link_only: bool) -> CheckResult:
    if link_only:
        return passed(Check.COVERAGE, "hosted.page-itself", url=resource.url)
    moved = page.id != hosted_address(own)
    differing = [name for name in differences(own, page.members) if not (moved and name in ("id", "verification"))]
    if differing:
        names: list[JsonValue] = [*differing]
        return failed(Check.COVERAGE, "hosted.page-differs", url=resource.url, member=differing[0], members=names)
    return passed(Check.COVERAGE, "hosted.page-agrees", url=resource.url)


def _withdrawn(own: JsonObject, page: LinkedObject, resource: Resource) -> HostedWord:
    """The page need not repeat what it withdraws; then the file's own words tell what it was."""
    facts, reason = _facts(resource), quoted_reason(page.members.get("revocationReason"))
    code = "hosted.revoked"
    if reason is not None:
        code, facts = "hosted.revoked-with-reason", {**facts, "reason": reason}
    whole = "badge" in page.members or "claim" in page.members
    return HostedWord(
        members=page.members if whole else {**own, **page.members},
        coverage=passed(Check.COVERAGE, "hosted.withdrawal-counts", url=resource.url),
        proof=passed(Check.PROOF, "hosted.withdrawal-read", **_facts(resource)),
        status=failed(Check.STATUS, code, **facts),
        address=page.id,
        withdrawal_only=not whole,
    )


def hosted_issuer(word: HostedWord, links: Links) -> CheckResult:
    """The result of the check *issuer*: whether the issuer vouches for the address of the page."""
    withdrawn = word.status.outcome is Outcome.FAILED
    if word.address is None:
        return undetermined(Check.ISSUER, "hosted.issuer-not-asked")
    try:
        _require_in_scope(word.address, links)
    except RefusalError as error:
        return failed(Check.ISSUER, error)
    except WalletError as error:
        if withdrawn:
            # The page that alone can confirm the badge withdraws it: whoever the issuer is, nobody confirms it.
            return passed(Check.ISSUER, "hosted.withdrawn-at-own-address", url=word.address)
        return undetermined(Check.ISSUER, error)
    assert isinstance(links.issuer, LinkedObject)
    return passed(Check.ISSUER, "hosted.in-scope", url=word.address, issuer=str(links.issuer.id))


def _require_in_scope(address: str, links: Links) -> None:
    if isinstance(links.issuer, WalletError):
        raise links.issuer
    badge = links.badge if isinstance(links.badge, LinkedObject) else None
    require_in_scope(address, badge, links.issuer)
