"""Stages 1 to 6: from a file to kept badges. Nothing is kept of a file in which no badge could be read."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from wallet.credentials.model import OpenBadgeCredential
from wallet.credentials.shape import recognise
from wallet.credentials.times import parse_datetime
from wallet.documents.document import Container, SecuredDocument
from wallet.documents.extraction import extract_credentials
from wallet.errors import CredentialError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.portfolio.slugs import slug_of, suggest_slug
from wallet.resolution.fetching import Fetcher, RecordingFetcher
from wallet.resolution.renewing import RenewingFetcher
from wallet.stages.images import picture_urls
from wallet.stages.naming import issuer_named
from wallet.store.wallet import Wallet, WalletEntry, entry_key, free_handle
from wallet.verification.authenticity import issuer_of
from wallet.verification.identity import Identity, examine_recipient
from wallet.verification.list_renewal import standing_of_lists
from wallet.verification.registries import IssuerRegistry
from wallet.verification.report import Check, CheckResult, Outcome, Verdict
from wallet.verification.serialization import verification_to_json
from wallet.verification.verifier import RunMemory, Verification, verify

__all__ = ["Change", "Imported", "import_badges", "original_name"]

_NAMES = {
    Container.JSON: "credential.json",
    Container.JWT: "credential.jws",
    Container.PNG: "credential.png",
    Container.SVG: "credential.svg",
    Container.LINK: "credential.txt",
}

_UNPROVEN = frozenset({Verdict.INVALID, Verdict.UNDETERMINED, Verdict.UNSUPPORTED})


class Change(StrEnum):
    """What keeping a badge changed in the wallet."""

    ADDED = "added"
    BESIDE = "beside"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"
    OLDER = "older"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One badge of the file: its verification, its entry in the wallet, what that changed, and whose it is.

    `recipient` compares the badge with the learner's identities, and stays private.
    """

    verification: Verification
    entry: WalletEntry
    change: Change
    recipient: CheckResult | None


def original_name(document: SecuredDocument) -> str:
    """The name under which the original is kept."""
    return _NAMES[document.container]


def import_badges(
    source: bytes,
    *,
    source_name: str,
    wallet: Wallet,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...] = (),
    registries: tuple[IssuerRegistry, ...] = (),
    memory: RunMemory | None = None,
) -> tuple[Imported, ...]:
    """Extract, verify and keep every badge of a file; raises DocumentError or CredentialError, keeping nothing then.

    `memory` is shared by the files of one run.
    """
    documents = extract_credentials(source)
    for document in documents:
        if recognise(document).kind == "status-list":
            raise CredentialError("credential.status-list")
    shared = memory or RunMemory()
    alone = len(documents) == 1
    return tuple(
        _import(document, source_name, wallet, at, fetcher, identities, registries, shared, alone=alone)
        for document in documents
    )


def _import(
    document: SecuredDocument,
    source_name: str,
    wallet: Wallet,
    at: datetime,
    fetcher: Fetcher,
    identities: tuple[Identity, ...],
    registries: tuple[IssuerRegistry, ...],
    memory: RunMemory,
    *,
    alone: bool,
) -> Imported:
    members = _members(document)
    issuer_id, credential_id = issuer_of(members) or "", members.get("id")
    key = entry_key(issuer_id, credential_id if isinstance(credential_id, str) else None, document.digest)
    earlier = wallet.get(key)
    kept = earlier.evidence if earlier else ()
    standing = standing_of_lists(memory.status_lists, at)
    recorder = RecordingFetcher(RenewingFetcher(fetcher, kept, at, standing=standing))
    verification = verify(document, at=at, fetcher=recorder, registries=registries, memory=memory)
    if document.link is not None:
        _require_found(verification)
    _fetch_pictures(verification.credential, recorder)
    entry = _entry(key, document, verification, recorder, source_name, at)
    return _keep(wallet, entry, earlier, verification, identities, alone=alone)


def _require_found(verification: Verification) -> None:
    """Raise CredentialError where a file holds only an address, and there was no badge to be had at it."""
    proof = verification.report.result(Check.PROOF)
    if proof.outcome is not Outcome.PASSED:
        facts = {name: value for name, value in proof.facts.items() if isinstance(value, str | int)}
        raise CredentialError(proof.code, **facts)


def _members(document: SecuredDocument) -> JsonObject:
    inner = document.json.get("vc") if document.jws is not None else None
    return inner if isinstance(inner, dict) else document.json


def _fetch_pictures(credential: OpenBadgeCredential | None, recorder: RecordingFetcher) -> None:
    for url in picture_urls(credential) if credential else ():
        with contextlib.suppress(ResolutionError):
            recorder.fetch(url)


def _entry(
    key: str,
    document: SecuredDocument,
    verification: Verification,
    recorder: RecordingFetcher,
    source_name: str,
    at: datetime,
) -> WalletEntry:
    credential, members = verification.credential, verification.members
    name = str(credential.achievement.name) if credential else str(members.get("name") or members.get("id") or key)
    issuer_name, issuer_id = issuer_named(verification)
    return WalletEntry(
        key=key,
        handle=suggest_slug(credential, document.digest) if credential else slug_of(name) or f"badge-{key[:8]}",
        file_name=original_name(document),
        position=document.position,
        source_name=source_name,
        added_at=at.isoformat(),
        name=name,
        issuer_id=issuer_id,
        issuer_name=issuer_name,
        credential_id=str(members.get("id") or ""),
        renewed=_renewed(members),
        source=document.source,
        verification=verification_to_json(verification),
        evidence=recorder.resources,
    )


def _renewed(members: JsonObject) -> str:
    """The time by which copies are compared: the beginning of validity, then the making of the proof; in UTC."""
    starts = [members.get(name) for name in ("validFrom", "issuanceDate", "issuedOn")]
    made = [proof.get("created") for proof in as_sequence(members.get("proof")) if isinstance(proof, dict)]
    return "|".join(_first_moment(values) for values in (starts, made))


def _first_moment(values: Sequence[JsonValue]) -> str:
    moments = (parse_datetime(value) for value in values if isinstance(value, str))
    return next((moment.astimezone(UTC).isoformat() for moment in moments if moment is not None), "")


def _keep(
    wallet: Wallet,
    entry: WalletEntry,
    earlier: WalletEntry | None,
    verification: Verification,
    identities: tuple[Identity, ...],
    *,
    alone: bool,
) -> Imported:
    credential = verification.credential
    recipient = examine_recipient(credential.credential_subject, identities) if credential and identities else None
    if earlier is not None and _are_rivals(earlier, entry):
        return _keep_beside(wallet, entry, verification, recipient)
    change = _change(earlier, entry, alone=alone)
    if earlier is not None and change in (Change.OLDER, Change.REFUSED):
        return Imported(verification=verification, entry=earlier, change=change, recipient=recipient)
    handle = earlier.handle if earlier else free_handle(entry.handle, entry.key, wallet.entries())
    kept = replace(entry, handle=handle)
    wallet.keep(kept)
    return Imported(verification=verification, entry=kept, change=change, recipient=recipient)


def _is_proven(entry: WalletEntry) -> bool:
    return entry.verification.get("verdict") not in _UNPROVEN


def _are_rivals(earlier: WalletEntry, entry: WalletEntry) -> bool:
    """Two files that claim to be the same credential, neither of them confirmed: nobody can tell which is genuine."""
    return earlier.source != entry.source and not _is_proven(earlier) and not _is_proven(entry)


def _keep_beside(
    wallet: Wallet, entry: WalletEntry, verification: Verification, recipient: CheckResult | None
) -> Imported:
    key = entry_key(f"copy {entry.position}", None, hashlib.sha256(entry.source).hexdigest())
    known = wallet.get(key)
    handle = known.handle if known else free_handle(entry.handle, key, wallet.entries())
    kept = replace(entry, key=key, handle=handle)
    wallet.keep(kept)
    change = Change.UNCHANGED if known else Change.BESIDE
    return Imported(verification=verification, entry=kept, change=change, recipient=recipient)


def _change(earlier: WalletEntry | None, entry: WalletEntry, *, alone: bool) -> Change:
    if earlier is None:
        return Change.ADDED
    if earlier.source == entry.source:
        return Change.UNCHANGED
    # Anybody can write a newer date into a copy: one that does not stand never takes the place of one that does.
    if _is_proven(earlier) != _is_proven(entry):
        return Change.RENEWED if _is_proven(entry) else Change.REFUSED
    # One and the same badge out of a record or a presentation is no reason to give up the file that holds it alone.
    stays = not alone and earlier.renewed == entry.renewed and len(extract_credentials(earlier.source)) == 1
    return Change.OLDER if stays or earlier.renewed > entry.renewed else Change.RENEWED
