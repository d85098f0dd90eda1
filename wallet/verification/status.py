"""Has the issuer withdrawn the credential? (VC Bitstring Status List 1.0; 1EdTech Revocation List.)

A status entry only says where to ask. Every entry is asked; the worst answer counts: revoked, suspended, not known,
not revoked. An entry of a kind that is not implemented is "could not be checked", never skipped. What is said about a
credential is as old as the list it was read from, so each answer carries the time the list was fetched.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import Fields, JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.json_documents import read_json_object
from wallet.resolution.keys import PublicKey
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.status_lists import read_bit, read_list

__all__ = ["StatusContext", "examine_status"]

MAX_STATUS_ENTRIES = 16
"""An issuer has two or three purposes; each entry costs a fetch."""

_WITHDRAWN = {"revocation": "status.revoked", "suspension": "status.suspended"}
_PURPOSES = frozenset({"revocation", "suspension", "refresh", "message"})
_SEVERITY = {"status.revoked": 0, "status.suspended": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusContext:
    """Whose credential it is: its id, its issuer, and the key that signed it when that is established."""

    credential_id: str | None
    issuer: str
    key: PublicKey | None
    at: datetime
    fetcher: Fetcher


def examine_status(members: JsonObject, context: StatusContext) -> CheckResult:
    """The result of the check *status* over every entry of ``credentialStatus``."""
    entries = [entry for entry in as_sequence(members.get("credentialStatus")) if entry is not None]
    if not entries:
        return not_applicable(Check.STATUS, "status.none")
    if len(entries) > MAX_STATUS_ENTRIES:
        return undetermined(Check.STATUS, "status.too-many-entries")
    return _worst([_examine_entry(entry, context) for entry in entries])


def _worst(results: Sequence[CheckResult]) -> CheckResult:
    order = {Outcome.FAILED: 0, Outcome.UNDETERMINED: 1, Outcome.PASSED: 2, Outcome.NOT_APPLICABLE: 3}
    return min(results, key=lambda result: (order[result.outcome], _SEVERITY.get(result.code, 2)))


def _examine_entry(entry: JsonValue, context: StatusContext) -> CheckResult:
    kind = entry.get("type") if isinstance(entry, dict) else None
    examine = {"BitstringStatusListEntry": _examine_bitstring, "1EdTechRevocationList": _examine_revocation_list}
    try:
        if not isinstance(entry, dict) or not isinstance(kind, str) or kind not in examine:
            return undetermined(Check.STATUS, "status.unsupported-type", type=str(kind))
        return examine[kind](entry, context)
    except (ResolutionError, RefusalError) as error:
        return undetermined(Check.STATUS, error)


def _examine_bitstring(entry: JsonObject, context: StatusContext) -> CheckResult:
    """Bitstring Status List section 3.2, "Validate Algorithm"."""
    fields = Fields(entry, "$.credentialStatus", [])
    purpose, url = fields.text("statusPurpose"), fields.text("statusListCredential")
    if purpose is None or url is None:
        return undetermined(Check.STATUS, "status.malformed-entry")
    if purpose not in _PURPOSES:
        return undetermined(Check.STATUS, "status.unsupported-purpose", purpose=purpose)
    if entry.get("statusSize", 1) != 1:
        return undetermined(Check.STATUS, "status.unsupported-size", size=str(entry["statusSize"]))
    resource = _available(url, context.fetcher)
    bits = read_list(resource, purpose, issuer=context.issuer, key=context.key, at=context.at, fetcher=context.fetcher)
    is_set = read_bit(bits, entry.get("statusListIndex"))
    facts = _facts(resource, purpose)
    if purpose in _WITHDRAWN and is_set:
        return failed(Check.STATUS, _WITHDRAWN[purpose], **facts)
    code = "status.not-withdrawn" if purpose in _WITHDRAWN else "status.no-withdrawal-purpose"
    return _standing(resource, code, facts)


def _examine_revocation_list(entry: JsonObject, context: StatusContext) -> CheckResult:
    """1EdTech Revocation List: the list names the credentials that its issuer revoked. It is not signed."""
    url = entry.get("id")
    if not isinstance(url, str):
        return undetermined(Check.STATUS, "status.malformed-entry")
    resource = _available(url, context.fetcher)
    document = read_json_object(resource)
    listed = document.get("revokedCredential")
    if document.get("issuer") not in (None, context.issuer) or not isinstance(listed, list | None):
        return undetermined(Check.STATUS, "status.list-of-another", issuer=str(document.get("issuer")))
    if context.credential_id is None:
        return undetermined(Check.STATUS, "status.no-credential-id")
    for revoked in as_sequence(listed):
        if _names(revoked, context.credential_id):
            return failed(Check.STATUS, "status.revoked", **_facts(resource, "revocation"), **_reason(revoked))
    if "revokedCredential" not in document:
        return undetermined(Check.STATUS, "status.list-malformed", url=url)
    return _standing(resource, "status.not-withdrawn", _facts(resource, "revocation"))


def _standing(resource: Resource, code: str, facts: Mapping[str, JsonValue]) -> CheckResult:
    # A list that its server no longer has cannot speak for today; what it said on its day is still told.
    if resource.gone_at is not None:
        return undetermined(Check.STATUS, "status.unconfirmed-since", **facts)
    return passed(Check.STATUS, code, **facts)


def _names(revoked: JsonValue, credential_id: str) -> bool:
    if isinstance(revoked, dict):
        return revoked.get("id") == credential_id and revoked.get("revoked", True) is not False
    return revoked == credential_id


def _reason(revoked: JsonValue) -> Mapping[str, JsonValue]:
    reason = revoked.get("revocationReason") if isinstance(revoked, dict) else None
    return {"reason": reason} if isinstance(reason, str) else {}


def _available(url: str, fetcher: Fetcher) -> Resource:
    resource = fetcher.fetch(url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=resource.status)
    return resource


def _facts(resource: Resource, purpose: str) -> dict[str, JsonValue]:
    return {"purpose": purpose, "list": resource.url, "confirmed_at": resource.retrieved_at.isoformat()}
