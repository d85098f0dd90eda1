"""Is there a newer version? The refresh service of a credential, asked once (Open Badges 3.0, section 8.2, step 3).

Only after the proof has passed: a forged credential names any server it likes. The newer version is verified on its
own, and must be the same credential by the same issuer. It stands beside the original, never in its place, so what the
original states is judged as it is: its own period, its own recipient. One thing concerns both, since they are one
credential: when the issuer has withdrawn the newer version, the original is withdrawn with it. A refresh that fails
leaves everything as it was.

What came of it is told in the facts of the check *status*, under ``notes``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from wallet.credentials.reading import ParsedCredential, parse_credential
from wallet.documents.document import SecuredDocument
from wallet.documents.extraction import extract
from wallet.errors import CredentialError, DocumentError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.verification.authenticity import Authenticity, issuer_of
from wallet.verification.explanation import Trace
from wallet.verification.inquiry import Inquiry, Verification
from wallet.verification.report import Check, CheckResult, Outcome, Verdict

__all__ = ["REFRESH_TYPE", "Examine", "with_refresh"]

REFRESH_TYPE = "1EdTechCredentialRefresh"

_EVERY = "VerifiableCredential"

MAX_SERVICES = 8
"""Each is reported; no issuer has more than one or two ways to renew a badge."""

Examine = Callable[[SecuredDocument, ParsedCredential, Inquiry], Verification]

_STANDINGS: Mapping[Verdict, str] = {
    Verdict.VERIFIED: "refresh.newer-stands",
    Verdict.EXPIRED: "refresh.newer-expired",
    Verdict.NOT_YET_VALID: "refresh.newer-not-yet-valid",
    Verdict.REVOKED: "refresh.newer-withdrawn",
    Verdict.SUSPENDED: "refresh.newer-withdrawn",
}


def with_refresh(
    status: CheckResult, members: JsonObject, authenticity: Authenticity, inquiry: Inquiry, examine: Examine
) -> CheckResult:
    """The result of the check *status* with what the refresh service said; `examine` verifies the newer version."""
    services = as_sequence(members.get("refreshService"))[:MAX_SERVICES]
    if not services or not authenticity.established or not inquiry.refreshes:
        return status
    notes: list[JsonValue] = []
    asked = False
    for service in services:
        url = _url(service)
        if url is None:
            kind = service.get("type") if isinstance(service, dict) else None
            notes.append({"code": "refresh.unsupported-type", "type": str(kind)[:80]})
        elif not asked:
            asked = True
            note, newer = _refreshed(url, members, inquiry, examine)
            notes.append({**note, "url": url})
            status = _withdrawn_with(status, newer)
    return replace(status, facts={**status.facts, "notes": [*as_sequence(status.facts.get("notes")), *notes]})


def _url(service: JsonValue) -> str | None:
    if not isinstance(service, dict) or REFRESH_TYPE not in as_sequence(service.get("type")):
        return None
    url = service.get("id")
    return url if isinstance(url, str) else None


def _withdrawn_with(status: CheckResult, newer: CheckResult | None) -> CheckResult:
    if newer is None or newer.outcome is not Outcome.FAILED or status.outcome is Outcome.FAILED:
        return status
    return newer


def _refreshed(
    url: str, members: JsonObject, inquiry: Inquiry, examine: Examine
) -> tuple[dict[str, JsonValue], CheckResult | None]:
    """What to note, and the status of the newer version when there is one that stands."""
    try:
        resource = inquiry.fetcher.fetch(url)
        if resource.status != 200:
            return {"code": "refresh.not-obtained", "reason": "resolution.http-status"}, None
        found = _same_credential(resource.content, members)
    except ResolutionError as error:
        return {"code": "refresh.not-obtained", "reason": error.code}, None
    except (DocumentError, CredentialError) as error:
        return {"code": "refresh.unreadable", "reason": error.code}, None
    dated: dict[str, JsonValue] = {"confirmed_at": resource.retrieved_at.isoformat()}
    if found is None:
        return {"code": "refresh.of-another", **dated}, None
    document, parsed = found
    if parsed.members == members:
        return {"code": "refresh.same", **dated}, None
    verification = examine(document, parsed, replace(inquiry, refreshes=False, trace=Trace()))
    code = _STANDINGS.get(verification.verdict, "refresh.not-confirmed")
    note: dict[str, JsonValue] = {"code": code, "verdict": verification.verdict.value, **dated}
    return note, verification.report.result(Check.STATUS) if code in _STANDINGS.values() else None


def _same_credential(content: bytes, members: JsonObject) -> tuple[SecuredDocument, ParsedCredential] | None:
    """The document in `content` that is the same credential: of the same issuer, with the same id, of the same kind."""
    identifier, issuer = members.get("id"), issuer_of(members)
    for document in extract(content):
        parsed = parse_credential(document)
        same = parsed.members.get("id") == identifier and issuer_of(parsed.members) == issuer
        if same and identifier is not None and _kinds(parsed.members) & _kinds(members):
            return document, parsed
    return None


def _kinds(members: JsonObject) -> set[str]:
    """What a credential says it is, under one name where Open Badges 3.0 has two for the same."""
    kinds = {kind for kind in as_sequence(members.get("type")) if isinstance(kind, str)}
    return {"OpenBadgeCredential" if kind == "AchievementCredential" else kind for kind in kinds - {_EVERY}}
