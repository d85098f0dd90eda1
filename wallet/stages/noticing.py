"""What is worth remembering of a verification: its verdict, and which of the pages behind it are in trouble."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.fields import JsonObject, as_sequence
from wallet.portfolio.past_findings import MARKS, PastFinding, changes
from wallet.resolution.fetching import Resource
from wallet.verification.report import Check, Verdict, VerificationReport

__all__ = ["SILENCE", "gone_since", "list_addresses", "noticed", "remembered", "unconfirmed_since"]

SILENCE = timedelta(days=30)
"""A server that does not answer for a week or two is being repaired, and no news for anybody."""

_REFUSED = frozenset(
    {
        "method.not-found",
        "method.not-authorized",
        "method.header-key-not-listed",
        "method.document-of-another",
        "issuer.key-revoked",
        "issuer.key-expired",
    }
)

_KEYS = (
    "verificationMethod",
    "assertionMethod",
    "publicKey",
    "publicKeyPem",
    "publicKeyMultibase",
    "publicKeyJwk",
    "keys",
)


def noticed(
    report: VerificationReport,
    verdict: Verdict,
    asked: Sequence[Resource],
    *,
    lists: frozenset[str],
    at: datetime,
) -> PastFinding:
    """What a report of the moment `at` amounts to; `asked` are the answers it rests on, `lists` addresses of lists."""
    found = set(_marks(report, asked, lists, at))
    keys = {one.url: digest for one in asked if (digest := _digest_of_keys(one)) is not None}
    return PastFinding(at=at, verdict=verdict, marks=tuple(mark for mark in MARKS if mark in found), keys=keys)


def remembered(past: tuple[PastFinding, ...], before: PastFinding | None, now: PastFinding) -> tuple[PastFinding, ...]:
    """The history with `now` where it changes something; it begins with what was found `before` the first change."""
    known = past or ((before,) if before is not None else ())
    # A look that was made for an earlier day is no news.
    if not known or now.at < known[-1].at or not changes(known[-1], now):
        return past
    return (*known, now)


def list_addresses(members: JsonObject) -> frozenset[str]:
    """Where a credential says that its status can be asked for."""
    entries = [entry for entry in as_sequence(members.get("credentialStatus")) if isinstance(entry, dict)]
    found = (entry.get("statusListCredential", entry.get("id")) for entry in entries)
    return frozenset(url for url in found if isinstance(url, str))


def gone_since(asked: Iterable[Resource]) -> datetime | None:
    """When the first of the answers was found to be no longer at its address."""
    return min((one.gone_at for one in asked if one.gone_at is not None), default=None)


def unconfirmed_since(asked: Iterable[Resource], at: datetime) -> datetime | None:
    """When the answer was last confirmed that has not been for the longest time, if that is too long."""
    oldest = min((one.retrieved_at for one in asked if one.gone_at is None), default=at)
    return oldest if at - oldest > SILENCE else None


def _marks(report: VerificationReport, asked: Sequence[Resource], lists: frozenset[str], at: datetime) -> Iterator[str]:
    if any(report.result(check).code in _REFUSED for check in (Check.PROOF, Check.ISSUER)):
        yield "key-refused"
    for resource in asked:
        if resource.gone_at is not None:
            yield _role(resource, lists)
    if unconfirmed_since(asked, at) is not None:
        yield "silent"


def _role(resource: Resource, lists: frozenset[str]) -> str:
    if resource.url in lists:
        return "list-gone"
    return "page-gone" if _digest_of_keys(resource) is None else "key-gone"


def _digest_of_keys(resource: Resource) -> str | None:
    """What stands for the keys in a document, whatever else of it changes; None for one without keys."""
    try:
        document = parse_json(resource.content)
    except DocumentError:
        return None
    members: Mapping[str, object] = document if isinstance(document, dict) else {}
    keys = {name: members[name] for name in _KEYS if name in members}
    if not keys:
        return None
    return hashlib.sha256(json.dumps(keys, sort_keys=True).encode()).hexdigest()[:16]
