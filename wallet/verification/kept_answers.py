"""Which of the kept answers a check in the browser may need: the issuer's documents and its lists, and nothing else.

Pictures, pages and whatever else was fetched stay where they are: they say nothing about a signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from wallet.documents.extraction import is_assertion
from wallet.errors import RefusalError
from wallet.fields import JsonObject, as_sequence
from wallet.resolution.dids import did_web_url
from wallet.resolution.fetching import Resource
from wallet.verification.authenticity import issuer_of
from wallet.verification.linked_answers import linked_addresses
from wallet.verification.list_forms import ListForm, list_form
from wallet.verification.signed_forms import SignedForm

__all__ = ["CheckMaterial", "KeptAnswer", "kept_answers"]

_FOUND = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMaterial:
    """What a badge was checked with, for whoever checks it again: the credential's `members` as they stand in the file,
    what its proofs cover, and the answers of others that are kept. `is_jws` says that the file is a compact JWS."""

    members: JsonObject = field(repr=False)
    is_jws: bool
    signed: tuple[SignedForm, ...] = field(repr=False)
    evidence: tuple[Resource, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """What stood at `url`; of a list, `statements` and `configuration` are what its signature covers, as N-Quads."""

    url: str
    content: bytes = field(repr=False)
    digest: str
    retrieved_at: datetime
    statements: str | None = field(default=None, repr=False)
    configuration: str | None = field(default=None, repr=False)


def kept_answers(material: CheckMaterial) -> tuple[KeptAnswer, ...]:
    """The answers that are kept of what the check asks for, each once, by address."""
    kept = {resource.url: resource for resource in material.evidence if resource.status == _FOUND}
    lists = {url: list_form(kept[url].content) for url in _lists(material) if url in kept}
    controllers = [*_controllers(material), *(one for form in lists.values() for one in (form.issuer, form.method))]
    addresses = {*map(_document_url, controllers), *_linked(material)}
    documents = {url for url in addresses if url in kept}
    return tuple(_answer(kept[url], lists.get(url)) for url in sorted(lists.keys() | documents))


def _answer(resource: Resource, form: ListForm | None) -> KeptAnswer:
    return KeptAnswer(
        url=resource.url,
        content=resource.content,
        digest=resource.digest,
        retrieved_at=resource.retrieved_at,
        statements=form.statements if form else None,
        configuration=form.configuration if form else None,
    )


def _controllers(material: CheckMaterial) -> Iterator[str | None]:
    issuer = issuer_of(material.members)
    yield issuer
    yield from (form.method for form in material.signed)
    parts = urlsplit(issuer) if issuer and issuer.startswith("https://") else None
    # A key in the header of a JWS is vouched for by the key set of the issuer's host.
    yield f"https://{parts.netloc}/.well-known/jwks.json" if parts and material.is_jws else None


def _linked(material: CheckMaterial) -> frozenset[str]:
    if material.is_jws and is_assertion(material.members):
        return linked_addresses(material.members, material.evidence)
    return frozenset()


def _lists(material: CheckMaterial) -> Iterator[str]:
    for entry in as_sequence(material.members.get("credentialStatus")):
        if isinstance(entry, dict):
            url = entry.get("statusListCredential", entry.get("id"))
            if isinstance(url, str):
                yield url


def _document_url(identifier: str | None) -> str:
    """Where the document of an identifier or of a verification method stands, where that has to be fetched."""
    base = (identifier or "").partition("#")[0]
    if base.startswith("did:web:"):
        try:
            return did_web_url(base)
        except RefusalError:
            return ""
    return base
