"""From a verification method's URL to its key and to whoever controls it (Controlled Identifiers 1.0, section 3.3).

A method is looked up where its URL says: in a DID document, in a controller document behind HTTPS, as a key that
stands alone, or in a JWK Set. `require_authorized` then answers the other question, whether an issuer really lists that
method for making assertions. The two are kept apart: a signature can be right and its key still not the issuer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.dids import resolve_did
from wallet.resolution.fetching import Fetcher
from wallet.resolution.json_documents import read_json_object
from wallet.resolution.key_forms import holds_key, read_key
from wallet.resolution.keys import PublicKey, key_from_jwk

__all__ = ["VerificationMethod", "require_authorized", "resolve_document", "resolve_method", "well_known_method"]

_RELATIONS = (
    "verificationMethod",
    "assertionMethod",
    "authentication",
    "capabilityInvocation",
    "capabilityDelegation",
    "publicKey",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationMethod:
    """A key with its identity; `controller` is None for a bare JWK, which names nobody.

    `expires` and `revoked` are the document's own texts. `provenance` is the URL of the key set that vouches for a
    key found in a JWS header, else None.
    """

    id: str
    controller: str | None
    key: PublicKey
    expires: str | None = None
    revoked: str | None = None
    provenance: str | None = None


def resolve_document(url: str, fetcher: Fetcher) -> JsonObject:
    """The document of a DID, or the JSON object behind an HTTPS URL without fragment; raises ResolutionError."""
    if url.startswith("did:"):
        return resolve_did(url, fetcher)
    resource = fetcher.fetch(url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=resource.status)
    return read_json_object(resource)


def resolve_method(url: str, fetcher: Fetcher) -> VerificationMethod:
    """The method behind `url`; raises ResolutionError, or RefusalError when the document does not contain it."""
    base, _, fragment = url.partition("#")
    document = resolve_document(base, fetcher)
    if "keys" in document:
        return _from_key_set(url, fragment, document)
    if "kty" in document:
        return _from_bare_jwk(url, fragment, document)
    for candidate in _methods(document):
        if _same_method(candidate.get("id"), url, base):
            return _read_method(url, candidate, document)
    if document.get("id") == url and holds_key(document):
        return _read_method(url, document, document)
    raise RefusalError("method.not-found", method=url, document=base)


def require_authorized(
    method: VerificationMethod, issuer: str, fetcher: Fetcher, *, relation: str = "assertionMethod"
) -> None:
    """Return when `issuer` controls the method and lists it under `relation`; raises RefusalError if not.

    Raises ResolutionError when the issuer's document cannot be had.
    """
    if method.provenance is not None:
        return
    if method.controller is not None and method.controller != issuer:
        raise RefusalError("method.other-controller", method=method.id, controller=method.controller, issuer=issuer)
    document = resolve_document(issuer, fetcher)
    if document.get("id") != issuer:
        raise RefusalError("method.document-of-another", issuer=issuer, found=str(document.get("id")))
    for entry in as_sequence(document.get(relation)):
        identifier = entry.get("id") if isinstance(entry, dict) else entry
        if _same_method(identifier, method.id, issuer):
            return
    if relation == "assertionMethod":
        raise RefusalError("method.not-authorized", method=method.id, issuer=issuer)
    raise RefusalError("method.other-relation", method=method.id, issuer=issuer, relation=relation)


def well_known_method(jwk: Mapping[str, JsonValue], issuer: str, fetcher: Fetcher) -> VerificationMethod:
    """The method of a key in a JWS header, vouched for by the issuer's DID document or the key set of its host.

    Open Badges 3.0 implementation guide, key provenance: the key stands in ``/.well-known/jwks.json`` of the issuer's
    authority with ``iss`` equal to the issuer. Raises RefusalError when it does not, ResolutionError when unknown.
    """
    key = key_from_jwk(jwk)
    if issuer.startswith("did:"):
        return _method_with(key, issuer, fetcher)
    parts = urlsplit(issuer)
    if parts.scheme != "https":
        raise RefusalError("method.header-key-unbound", issuer=issuer)
    url = f"https://{parts.netloc}/.well-known/jwks.json"
    for entry in as_sequence(resolve_document(url, fetcher).get("keys")):
        if isinstance(entry, dict) and entry.get("iss") == issuer and _is_key(entry, key):
            return VerificationMethod(id=url, controller=issuer, key=key, provenance=url)
    raise RefusalError("method.header-key-not-listed", issuer=issuer, url=url)


def _method_with(key: PublicKey, did: str, fetcher: Fetcher) -> VerificationMethod:
    document = resolve_did(did, fetcher)
    for candidate in _methods(document):
        identifier = candidate.get("id")
        if isinstance(identifier, str) and _holds(candidate, key):
            return _read_method(did + identifier if identifier.startswith("#") else identifier, candidate, document)
    raise RefusalError("method.header-key-not-listed", issuer=did, url=did)


def _holds(method: JsonObject, key: PublicKey) -> bool:
    try:
        return read_key(method) == key
    except (RefusalError, ResolutionError):
        return False


def _is_key(entry: Mapping[str, JsonValue], key: PublicKey) -> bool:
    try:
        return key_from_jwk(entry) == key
    except (RefusalError, ResolutionError):
        return False


def _methods(document: JsonObject) -> Iterator[JsonObject]:
    for relation in _RELATIONS:
        for entry in as_sequence(document.get(relation)):
            if isinstance(entry, dict):
                yield entry


def _same_method(identifier: JsonValue, url: str, base: str) -> bool:
    if not isinstance(identifier, str):
        return False
    return identifier == url or (identifier.startswith("#") and base + identifier == url)


def _read_method(url: str, method: JsonObject, document: JsonObject) -> VerificationMethod:
    # Open Badges 2.0 and its security vocabulary name the controller of a key its owner.
    controller = method.get("controller") or method.get("owner")
    if not isinstance(controller, str):
        raise RefusalError("method.no-controller", method=url)
    if document is not method and not _is_document_of(document, url):
        raise RefusalError("method.document-of-another", issuer=url.partition("#")[0], found=str(document.get("id")))
    return VerificationMethod(
        id=url,
        controller=controller,
        key=read_key(method),
        expires=_text(method, "expires"),
        revoked=_text(method, "revoked"),
    )


def _is_document_of(document: JsonObject, url: str) -> bool:
    return document.get("id") == url.partition("#")[0]


def _from_key_set(url: str, fragment: str, document: JsonObject) -> VerificationMethod:
    for entry in as_sequence(document.get("keys")):
        if isinstance(entry, dict) and fragment and entry.get("kid") in (fragment, url):
            return VerificationMethod(id=url, controller=None, key=key_from_jwk(entry))
    raise RefusalError("method.not-found", method=url, document=url.partition("#")[0])


def _from_bare_jwk(url: str, fragment: str, document: JsonObject) -> VerificationMethod:
    if fragment and document.get("kid") not in (fragment, url):
        raise RefusalError("method.not-found", method=url, document=url.partition("#")[0])
    return VerificationMethod(id=url, controller=None, key=key_from_jwk(document))


def _text(method: JsonObject, name: str) -> str | None:
    # A date in any other form is kept as it stands, to be refused by whoever judges by it.
    value = method.get(name)
    return None if value is None else value if isinstance(value, str) else repr(value)[:40]
