"""Status list credentials: each verified as the credential it is, and read once in a run.

Bitstring Status List 1.0, and the draft Status List 2021 before it. An unsigned list, or one that somebody else
signed, says nothing. A list whose issuer has another identifier counts when it is signed with the very key that signed
the badge: issuers do publish one list for two of their identifiers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from wallet.credentials.times import parse_datetime
from wallet.documents.extraction import extract
from wallet.documents.jws import DecodedJws, decode_jws
from wallet.errors import DocumentError, FactValue, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.keys import PublicKey
from wallet.verification.authenticity import Authenticity, examine_authenticity, issuer_of
from wallet.verification.bitstrings import inflate_list
from wallet.verification.memory import Memory
from wallet.verification.report import Outcome
from wallet.verification.validity import CLOCK_TOLERANCE, later

__all__ = ["LIST_FORMS", "MIN_LIST_ENTRIES", "StatusList", "StatusLists", "kind_of_list", "stated_ttl"]

MIN_LIST_ENTRIES = 100_000
"""Section 3.3 asks issuers for 131,072, so that a position in the list does not identify the holder. The issuing
software in widest use makes lists of 100,000: its answers are as reliable, and shorter lists are refused."""

MAX_KEPT_BYTES = 64_000_000
"""Four of the largest lists, or two thousand of the smallest: a learner's badges are on a handful of lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListForm:
    """The types of a list credential and of its subject, and whether its bits carry a multibase prefix."""

    credential: str
    subject: str
    multibase: bool


LIST_FORMS: Mapping[str, ListForm] = {
    "BitstringStatusListEntry": ListForm(
        credential="BitstringStatusListCredential", subject="BitstringStatusList", multibase=True
    ),
    "StatusList2021Entry": ListForm(credential="StatusList2021Credential", subject="StatusList2021", multibase=False),
}
"""The form of the list that an entry of each type points to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusList:
    """A list that stands: whose it is, by which key, for which purposes, and its bits, most significant first.

    `ttl` is how long its issuer wants an answer to be used before the list is asked for again, None when unstated.
    """

    url: str
    issuer: str
    key: PublicKey | None
    purposes: tuple[str, ...]
    ttl: timedelta | None
    bits: bytes = field(repr=False)

    def require_for(self, purpose: str, *, issuer: str, key: PublicKey | None, size: int) -> None:
        """Return when the list speaks for `issuer` about `purpose`; raises ResolutionError when it does not."""
        if self.issuer != issuer and (key is None or self.key != key):
            raise ResolutionError("status.list-of-another", url=self.url, issuer=self.issuer)
        if purpose not in self.purposes:
            raise ResolutionError("status.other-purpose", url=self.url, purpose=purpose)
        if len(self.bits) * 8 // size < MIN_LIST_ENTRIES:
            raise ResolutionError("status.list-too-short", url=self.url)


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a list is not to be relied on."""

    code: str
    facts: Mapping[str, FactValue]


class StatusLists:
    """The lists of one run: whatever number of badges is on a list, it is verified and inflated once.

    A reading counts for the same bytes from the same URL at the same moment, and only for a badge to whose fetcher
    everything behind the list's signature looks the same.
    """

    def __init__(self) -> None:
        self._memory: Memory[StatusList | _Refused] = Memory(MAX_KEPT_BYTES)

    def read(self, resource: Resource, kind: str, *, at: datetime, fetcher: Fetcher) -> StatusList:
        """The list of `resource` for an entry of type `kind`; raises ResolutionError when it is not to be relied on."""

        def find(door: Fetcher) -> StatusList | _Refused:
            try:
                return _read(resource, LIST_FORMS[kind], at, door)
            except ResolutionError as error:
                return _Refused(error.code, error.facts)

        def weigh(found: StatusList | _Refused) -> int:
            return len(resource.content) + (len(found.bits) if isinstance(found, StatusList) else 0)

        found = self._memory.recall((resource.url, resource.content, kind, at), fetcher, find, weigh)
        if isinstance(found, _Refused):
            raise ResolutionError(found.code, **found.facts)
        return found


def stated_ttl(resource: Resource) -> timedelta | None:
    """How long the author of a list lets an answer be used; None for any other document. Nothing is verified."""
    try:
        members, _ = _members(resource)
    except ResolutionError:
        return None
    subject = members.get("credentialSubject")
    forms = {form.subject for form in LIST_FORMS.values()}
    if not isinstance(subject, dict) or forms.isdisjoint(map(str, as_sequence(subject.get("type")))):
        return None
    return _ttl(subject.get("ttl"))


def kind_of_list(resource: Resource) -> str | None:
    """The type of the entries that point to a list like this one; None for any other document. Nothing is verified."""
    try:
        members, _ = _members(resource)
    except ResolutionError:
        return None
    kinds = as_sequence(members.get("type"))
    return next((kind for kind, form in LIST_FORMS.items() if form.credential in kinds), None)


def _read(resource: Resource, form: ListForm, at: datetime, fetcher: Fetcher) -> StatusList:
    url = resource.url
    members, jws = _members(resource)
    subject = members.get("credentialSubject")
    if form.credential not in as_sequence(members.get("type")) or not isinstance(subject, dict):
        raise ResolutionError("status.list-malformed", url=url)
    if form.subject not in as_sequence(subject.get("type")):
        raise ResolutionError("status.list-malformed", url=url)
    authenticity = examine_authenticity(members, jws, at=at, fetcher=fetcher)
    if not authenticity.established:
        raise ResolutionError("status.list-not-verified", url=url, reason=_reason(authenticity))
    _require_valid_at(members, at, url)
    return StatusList(
        url=url,
        issuer=issuer_of(members) or "",
        key=authenticity.key,
        purposes=tuple(text for text in as_sequence(subject.get("statusPurpose")) if isinstance(text, str)),
        ttl=_ttl(subject.get("ttl")),
        bits=inflate_list(subject.get("encodedList"), multibase=form.multibase, url=url),
    )


def _members(resource: Resource) -> tuple[JsonObject, DecodedJws | None]:
    try:
        first, *others = extract(resource.content)
        if others:
            raise ResolutionError("status.list-malformed", url=resource.url)
        if first.jws is None:
            return first.json, None
        inner = first.json.get("vc")
        return (inner if isinstance(inner, dict) else first.json), decode_jws(first.jws)
    except DocumentError:
        raise ResolutionError("status.list-malformed", url=resource.url) from None


def _reason(authenticity: Authenticity) -> str:
    results = (authenticity.coverage, authenticity.proof, authenticity.issuer)
    return next(result.code for result in results if result.outcome is not Outcome.PASSED)


def _require_valid_at(members: JsonObject, at: datetime, url: str) -> None:
    for name in ("validUntil", "expirationDate"):
        if members.get(name) is not None and not _after(members[name], at):
            raise ResolutionError("status.list-expired", url=url)
    for name in ("validFrom", "issuanceDate"):
        if members.get(name) is not None and _after(members[name], later(at, CLOCK_TOLERANCE)):
            raise ResolutionError("status.list-not-yet-valid", url=url)


def _after(value: JsonValue, at: datetime) -> bool:
    moment = parse_datetime(value) if isinstance(value, str) else None
    return moment is not None and moment >= at


def _ttl(value: JsonValue) -> timedelta | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e14:
        return None
    return timedelta(milliseconds=value)
