"""The checks of Open Badges 2.0 that assertions and endorsements share: conformance, dates, trust."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wallet.credentials.model import EndorsementCredential, OpenBadgeCredential
from wallet.errors import WalletError
from wallet.fields import JsonObject, JsonValue, Problem
from wallet.resolution.linked import LinkedObject
from wallet.verification.assertions_statement import Standing
from wallet.verification.findings import failed, passed, undetermined
from wallet.verification.inquiry import Inquiry
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.trust import examine_trust
from wallet.verification.validity import examine_validity

__all__ = ["conformance", "trust", "validity", "with_address"]


def with_address(found: LinkedObject | WalletError | None) -> JsonObject | None:
    """The object, under its address where version 1.x wrote no id into it; None for what could not be had."""
    if not isinstance(found, LinkedObject):
        return None
    return found.members if found.id is None else {"id": found.id, **found.members}


def conformance(standing: Standing, problems: Sequence[Problem], version: str) -> CheckResult:
    """The result of the check *conformance*: every problem that reading found, with its path."""
    if standing.nothing_read:
        return undetermined(Check.CONFORMANCE, "check.not-read")
    if standing.withdrawal_only:
        # Open Badges 2.0, "Revoking Hosted Assertions": only id and revoked are required then.
        return passed(Check.CONFORMANCE, "assertion.withdrawal-conforms", specification=version)
    if problems:
        listed: list[JsonValue] = [{"path": p.path, "code": p.code, "found": p.found} for p in problems]
        facts: Mapping[str, JsonValue] = {"count": len(problems), "member": problems[0].path, "problems": listed}
        return failed(Check.CONFORMANCE, "assertion.problems", specification=version, **facts)
    for found in (standing.links.badge, standing.links.issuer):
        if isinstance(found, WalletError):
            return undetermined(Check.CONFORMANCE, "assertion.linked-not-read", reason=found.code)
    return passed(Check.CONFORMANCE, "conformance.conforms", specification=version)


def validity(credential: OpenBadgeCredential | EndorsementCredential | None, inquiry: Inquiry) -> CheckResult:
    """The result of the check *validity*."""
    if credential is None:
        return undetermined(Check.VALIDITY, "check.not-read")
    return examine_validity(credential.valid_from, credential.valid_until, inquiry.at)


def trust(standing: Standing, inquiry: Inquiry) -> CheckResult:
    """The result of the check *trust*, for the issuer that was found."""
    issuer = standing.links.issuer
    if not isinstance(issuer, LinkedObject) or issuer.id is None:
        return undetermined(Check.TRUST, "check.not-read")
    proven = standing.issuer.outcome is Outcome.PASSED
    return examine_trust(issuer.id, inquiry.known_issuers, inquiry.registries, inquiry.fetcher, proven=proven)
