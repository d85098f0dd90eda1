"""Has the issuer withdrawn the credential? (VC Bitstring Status List 1.0; Status List 2021; 1EdTech Revocation List.)

A status entry only says where to ask. Every entry is asked; the worst answer counts: revoked, suspended, not known,
not revoked. An entry of a kind that is not implemented is "could not be checked", never skipped. What is said about a
credential is as old as the list it was read from, so each answer carries the time the list was fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import Fields, JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.keys import PublicKey
from wallet.verification.bitstrings import read_index, read_size, read_value
from wallet.verification.findings import failed, not_applicable, passed, undetermined
from wallet.verification.report import Check, CheckResult, Outcome
from wallet.verification.revocation_lists import revocation_of
from wallet.verification.status_lists import LIST_FORMS, StatusList, StatusLists
from wallet.verification.validity import later

__all__ = ["StatusContext", "examine_status"]

MAX_STATUS_ENTRIES = 16
"""An issuer has two or three purposes; each entry costs a fetch."""

_WITHDRAWN = {"revocation": "status.revoked", "suspension": "status.suspended"}
_PURPOSES = frozenset({"revocation", "suspension", "refresh", "message"})
_SEVERITY = {
    "status.revoked": 0,
    "status.suspended": 1,
    "status.not-withdrawn": 2,
    "status.not-withdrawn-then": 2,
}
"""Which of several answers speaks for all; what a list says for other purposes comes last."""
_HEXADECIMAL = re.compile(r"^0[xX][0-9A-Fa-f]{1,8}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusContext:
    """Whose credential it is: its id, its issuer, and the key that signed it when that is established.

    `lists` remembers what the run has read.
    """

    credential_id: str | None
    issuer: str
    key: PublicKey | None
    at: datetime
    fetcher: Fetcher
    lists: StatusLists = field(default_factory=StatusLists)


def examine_status(members: JsonObject, context: StatusContext) -> CheckResult:
    """The result of the check *status* over every entry of ``credentialStatus``; several are listed in its facts."""
    entries = [entry for entry in as_sequence(members.get("credentialStatus")) if entry is not None]
    if not entries:
        return not_applicable(Check.STATUS, "status.none")
    if len(entries) > MAX_STATUS_ENTRIES:
        return undetermined(Check.STATUS, "status.too-many-entries", count=len(entries))
    return _worst([_examine_entry(entry, context) for entry in entries])


def _worst(results: Sequence[CheckResult]) -> CheckResult:
    order = {Outcome.FAILED: 0, Outcome.UNDETERMINED: 1, Outcome.PASSED: 2, Outcome.NOT_APPLICABLE: 3}

    def severity(result: CheckResult) -> tuple[int, int, str]:
        # Of two lists that say the same, the older one is as far as the answer reaches.
        return order[result.outcome], _SEVERITY.get(result.code, 3), str(result.facts.get("confirmed_at", ""))

    worst = min(results, key=severity)
    if len(results) == 1:
        return worst
    listed: list[JsonValue] = [{"outcome": r.outcome.value, "code": r.code, **r.facts} for r in results]
    return CheckResult(
        check=worst.check, outcome=worst.outcome, code=worst.code, facts={**worst.facts, "entries": listed}
    )


def _examine_entry(entry: JsonValue, context: StatusContext) -> CheckResult:
    kinds = as_sequence(entry.get("type")) if isinstance(entry, dict) else ()
    known = [kind for kind in kinds if isinstance(kind, str) and kind in _EXAMINERS]
    try:
        if not isinstance(entry, dict) or len(known) != 1:
            return undetermined(Check.STATUS, "status.unsupported-type", type=", ".join(map(str, kinds))[:80])
        return _EXAMINERS[known[0]](entry, known[0], context)
    except (ResolutionError, RefusalError) as error:
        return undetermined(Check.STATUS, error)


def _examine_list_entry(entry: JsonObject, kind: str, context: StatusContext) -> CheckResult:
    """Bitstring Status List section 3.2, "Validate Algorithm"."""
    fields = Fields(entry, "$.credentialStatus", [])
    purpose, url = fields.text("statusPurpose"), fields.text("statusListCredential")
    if purpose is None or url is None:
        return undetermined(Check.STATUS, "status.malformed-entry")
    if purpose not in _PURPOSES:
        return undetermined(Check.STATUS, "status.unsupported-purpose", purpose=purpose)
    index, size = read_index(entry.get("statusListIndex")), read_size(entry.get("statusSize"))
    resource = _available(url, context.fetcher)
    found = context.lists.read(resource, kind, at=context.at, fetcher=context.fetcher)
    found.require_for(purpose, issuer=context.issuer, key=context.key, size=size)
    value = read_value(found.bits, index, size)
    facts = {**_facts(resource, purpose), **_described(entry, value, size)}
    if purpose in _WITHDRAWN and value:
        return failed(Check.STATUS, _WITHDRAWN[purpose], **facts)
    if purpose == "message" and value and "message" not in facts:
        return undetermined(Check.STATUS, "status.message-undefined", **{**facts, "value": hex(value)})
    return _standing(resource, found, _code(purpose, value, facts), facts, context.at)


def _code(purpose: str, value: int, facts: Mapping[str, JsonValue]) -> str:
    if purpose in _WITHDRAWN:
        return "status.not-withdrawn"
    if "message" in facts:
        return "status.message"
    return "status.newer-announced" if purpose == "refresh" and value else "status.no-withdrawal-purpose"


def _described(entry: JsonObject, value: int, size: int) -> dict[str, JsonValue]:
    """The value with the message that the entry defines for it (section 2.1, ``statusMessage``)."""
    facts: dict[str, JsonValue] = {"value": hex(value)} if size > 1 else {}
    for described in as_sequence(entry.get("statusMessage")):
        if isinstance(described, dict) and _is_value(described.get("status"), value):
            message = described.get("message")
            return {**facts, "message": message} if isinstance(message, str) else facts
    return facts


def _is_value(text: JsonValue, value: int) -> bool:
    return isinstance(text, str) and _HEXADECIMAL.match(text) is not None and int(text, 16) == value


def _examine_revocation_list(entry: JsonObject, _kind: str, context: StatusContext) -> CheckResult:
    url = entry.get("id")
    if not isinstance(url, str):
        return undetermined(Check.STATUS, "status.malformed-entry")
    resource = _available(url, context.fetcher)
    facts = _facts(resource, "revocation")
    revocation = revocation_of(resource, context.credential_id, context.issuer)
    if revocation is not None:
        return failed(Check.STATUS, "status.revoked", **facts, **revocation)
    return _standing(resource, None, "status.not-withdrawn", facts, context.at)


_EXAMINERS: Mapping[str, Callable[[JsonObject, str, StatusContext], CheckResult]] = {
    **dict.fromkeys(LIST_FORMS, _examine_list_entry),
    "1EdTechRevocationList": _examine_revocation_list,
}


def _standing(
    resource: Resource, found: StatusList | None, code: str, facts: Mapping[str, JsonValue], at: datetime
) -> CheckResult:
    # A list that its server no longer has cannot speak for today; what it said on its day is still told.
    if resource.gone_at is not None:
        return undetermined(Check.STATUS, "status.unconfirmed-since", **facts)
    if code == "status.not-withdrawn" and found and found.ttl and at > later(resource.retrieved_at, found.ttl):
        return passed(Check.STATUS, "status.not-withdrawn-then", **facts, ttl=round(found.ttl.total_seconds()))
    return passed(Check.STATUS, code, **facts)


def _available(url: str, fetcher: Fetcher) -> Resource:
    resource = fetcher.fetch(url)
    if resource.status != 200:
        # Gone is no word of the issuer about this credential: the specifications define it as a failed retrieval.
        raise ResolutionError("status.list-gone", url=url, status=resource.status)
    return resource


def _facts(resource: Resource, purpose: str) -> dict[str, JsonValue]:
    return {"purpose": purpose, "list": resource.url, "confirmed_at": resource.retrieved_at.isoformat()}
