"""Which of the kept answers a check in the browser may need: the issuer's documents and its lists, and nothing else.

Pictures, pages and whatever else was fetched stay where they are: they say nothing about a signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from wallet.errors import RefusalError
from wallet.fields import as_sequence
from wallet.resolution.dids import did_web_url
from wallet.resolution.fetching import Resource
from wallet.site.entries import CheckMaterial
from wallet.verification.authenticity import issuer_of
from wallet.verification.list_forms import ListForm, list_form

__all__ = ["KeptAnswer", "kept_answers"]

_FOUND = 200

KeptAnswer = tuple[Resource, ListForm | None]
"""A kept answer, with the form of the list that it is; None where it is no list."""


def kept_answers(material: CheckMaterial) -> tuple[KeptAnswer, ...]:
    """The answers that are kept of what the check asks for, each once, by address."""
    kept = {resource.url: resource for resource in material.evidence if resource.status == _FOUND}
    found: dict[str, KeptAnswer] = {}
    for url in _lists(material):
        if url in kept:
            found[url] = (kept[url], list_form(kept[url].content))
    controllers = [*_controllers(material)]
    for _, form in found.values():
        controllers += [form.issuer, form.method] if form else []
    for url in filter(None, (_document_url(identifier) for identifier in controllers)):
        if url in kept and url not in found:
            found[url] = (kept[url], None)
    return tuple(found[url] for url in sorted(found))


def _controllers(material: CheckMaterial) -> Iterator[str | None]:
    issuer = issuer_of(material.members)
    yield issuer
    yield from (form.method for form in material.signed)
    parts = urlsplit(issuer) if issuer and issuer.startswith("https://") else None
    # A key in the header of a JWS is vouched for by the key set of the issuer's host.
    yield f"https://{parts.netloc}/.well-known/jwks.json" if parts and material.is_jws else None


def _lists(material: CheckMaterial) -> Iterator[str]:
    for entry in as_sequence(material.members.get("credentialStatus")):
        if isinstance(entry, dict):
            url = entry.get("statusListCredential", entry.get("id"))
            if isinstance(url, str):
                yield url


def _document_url(identifier: str | None) -> str | None:
    """Where the document of an identifier or of a verification method stands, where it has to be fetched."""
    base = (identifier or "").partition("#")[0]
    if base.startswith("did:web:"):
        try:
            return did_web_url(base)
        except RefusalError:
            return None
    return base if base.startswith("https://") else None
