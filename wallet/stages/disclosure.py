"""What a signed file tells the world about its recipient, found before it is published.

A signed file cannot be shortened: whoever publishes it publishes all of it. Each finding is a code with its facts;
their sentences are in the catalogs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wallet.credentials.model import IdentityObject, OpenBadgeCredential
from wallet.documents.document import SecuredDocument
from wallet.errors import FactValue
from wallet.fields import JsonValue
from wallet.stages.mail_addresses import mail_addresses

__all__ = ["Disclosure", "disclosures"]

_KINDS = {"emailAddress": "email", "email": "email", "name": "name"}


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing that the file reveals."""

    code: str
    facts: dict[str, FactValue]


def disclosures(
    document: SecuredDocument, credential: OpenBadgeCredential, members: JsonValue = None
) -> tuple[Disclosure, ...]:
    """Everything personal that was found in the file, most telling first; one finding that says so if there is none.

    `members` is what counts as said where that stands elsewhere, at the address of a hosted badge.
    """
    found = list(_found(document, credential, members))
    return tuple(found) or (Disclosure("disclosure.nothing-found", {}),)


def _found(document: SecuredDocument, credential: OpenBadgeCredential, members: JsonValue) -> Iterator[Disclosure]:
    subject = credential.credential_subject
    name = str(credential.name) if credential.name else ""
    titles = {value.value for value in credential.achievement.name.values}
    if name and name not in titles:
        yield Disclosure("disclosure.credential-name", {"name": name[:80]})
    for identity in subject.identifier:
        yield _identity(identity)
    if subject.id is not None:
        yield Disclosure("disclosure.subject-id", {"id": subject.id[:80]})
    for address in sorted(_addresses([document.json, members], credential)):
        yield Disclosure("disclosure.address-in-text", {"address": address})
    if subject.license_number is not None:
        yield Disclosure("disclosure.license-number", {"number": subject.license_number[:40]})
    if subject.result:
        yield Disclosure("disclosure.results", {"count": len(subject.result)})
    if credential.evidence:
        yield Disclosure("disclosure.evidence", {"count": len(credential.evidence)})


def _identity(identity: IdentityObject) -> Disclosure:
    kind = _KINDS.get(identity.identity_type, "identity")
    facts: dict[str, FactValue] = {"type": identity.identity_type[:40]}
    if not identity.hashed:
        return Disclosure(f"disclosure.{kind}-plain", {**facts, "value": identity.identity_hash[:80]})
    return Disclosure(f"disclosure.{kind}-{'salted' if identity.salt else 'unsalted'}", facts)


def _addresses(value: JsonValue, credential: OpenBadgeCredential) -> set[str]:
    """E-mail addresses anywhere in the file but the issuer's own and those already named as an identity."""
    known = {identity.identity_hash for identity in credential.credential_subject.identifier}
    known |= {credential.issuer.email or ""}
    creator = credential.achievement.creator
    known |= {creator.email or ""} if creator else set()
    return {address for text in _texts(value) for address in mail_addresses(text)} - known


def _texts(value: JsonValue) -> Iterator[str]:
    if isinstance(value, str):
        # A picture inside a data URL is no text.
        yield "" if value.startswith("data:") else value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)
