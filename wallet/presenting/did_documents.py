"""The site's own identifier, and the document that says which key is its owner's (did:web; Controlled Identifiers 1.0).

The key's did:key stays when the site moves; the did:web is bound to the address.
"""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from wallet.errors import RefusalError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.dids import did_web_url

__all__ = ["did_document", "did_web_of"]

_CONTEXTS = ("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")


def did_web_of(base_url: str) -> str | None:
    """The did:web whose document stands at ``did.json`` below `base_url`; None for an address that can have none."""
    try:
        parts = urlsplit(base_url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme != "https" or not host:
        return None
    folders = (segment for segment in parts.path.split("/") if segment)
    did = ":".join(("did:web", host + (f"%3A{port}" if port else ""), *map(_segment, folders)))
    try:
        did_web_url(did)
    except RefusalError:
        return None
    return did


def _segment(text: str) -> str:
    # Of what a path may hold unescaped, an identifier may not hold the tilde (DID 1.0, section 3.1).
    return quote(unquote(text), safe="").replace("~", "%7E")


def did_document(did: str, key_did: str) -> JsonObject:
    """The document of `did`, whose owner shows who they are and makes statements with the key of `key_did`."""
    multikey = key_did.removeprefix("did:key:")
    method = f"{did}#{multikey}"
    listed: list[JsonValue] = [method]
    contexts: list[JsonValue] = [*_CONTEXTS]
    return {
        "@context": contexts,
        "id": did,
        "alsoKnownAs": [key_did],
        "verificationMethod": [
            {"id": method, "type": "Multikey", "controller": did, "publicKeyMultibase": multikey},
        ],
        "authentication": listed,
        "assertionMethod": listed,
    }
