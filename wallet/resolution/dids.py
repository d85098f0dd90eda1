"""From a DID to its controller document: did:key and did:jwk are computed, did:web is fetched.

did:key Method 0.7; did:jwk; did:web Method Specification. Any other method is not supported: no third-party resolver is
asked.
"""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from urllib.parse import unquote

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.resolution.json_documents import read_json_object
from wallet.resolution.multibase import decode_base64url

__all__ = ["did_web_url", "resolve_did"]

MAX_DID_LENGTH = 4_096
"""A did:jwk of the largest RSA key that is accepted has some 1,900 characters."""

_DID = re.compile(r"^did:([a-z0-9]+):([A-Za-z0-9._:%-]+)\Z")
_PORT = re.compile(r"^[1-9][0-9]{0,4}\Z")
_HOST_LABELS = re.compile(r"^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\Z")
_HIDDEN_PLACE = re.compile(r"[/?#@\\\x00-\x20\x7f]|^\.{1,2}\Z")

_HIGHEST_PORT = 65_535


def resolve_did(did: str, fetcher: Fetcher) -> JsonObject:
    """The controller document of `did`; raises ResolutionError, or RefusalError when the document names another id."""
    match = _DID.match(did) if len(did) <= MAX_DID_LENGTH else None
    if match is None:
        raise RefusalError("did.malformed", did=did[:200])
    method, identifier = match.groups()
    if method == "key":
        return _did_key_document(did, identifier)
    if method == "jwk":
        return _did_jwk_document(did, identifier)
    if method == "web":
        return _fetch_document(did, did_web_url(did), fetcher)
    raise ResolutionError("did.unsupported-method", did=did, method=method)


@lru_cache(maxsize=256)
def did_web_url(did: str) -> str:
    """Where the document of a did:web stands (did:web section 2.5.2); only the port's colon is decoded.

    Raises RefusalError for a host that is no name, a port that is none, or a path that leads elsewhere than it reads.
    """
    host, *segments = did.removeprefix("did:web:").split(":")
    name, separator, port = unquote(host).partition(":")
    # An encoded slash, query or dot segment would let an identifier name a place that its text does not show.
    if any(not segment or _HIDDEN_PLACE.search(unquote(segment)) for segment in segments):
        raise RefusalError("did.malformed", did=did)
    if not _HOST_LABELS.match(name) or _is_address(name) or (separator and not _is_port(port)):
        raise RefusalError("did.malformed", did=did)
    return f"https://{name}{separator}{port}/{'/'.join(segments) if segments else '.well-known'}/did.json"


def _is_address(name: str) -> bool:
    # did:web section 2.1: an identifier must not contain an IP address.
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_port(text: str) -> bool:
    return bool(_PORT.match(text)) and int(text) <= _HIGHEST_PORT


def _fetch_document(did: str, url: str, fetcher: Fetcher) -> JsonObject:
    resource = fetcher.fetch(url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=resource.status)
    document = read_json_object(resource)
    if document.get("id") != did:
        raise RefusalError("did.other-id", did=did, found=str(document.get("id")))
    return document


def _did_key_document(did: str, multikey: str) -> JsonObject:
    # did:key section 2.1: base58-btc only, so that one key has one identifier.
    if not multikey.startswith("z"):
        raise RefusalError("did.malformed", did=did)
    return _document(did, multikey, {"type": "Multikey", "publicKeyMultibase": multikey})


def _did_jwk_document(did: str, encoded: str) -> JsonObject:
    try:
        jwk = parse_json(decode_base64url(encoded))
    except (DocumentError, ResolutionError):
        raise RefusalError("did.malformed", did=did) from None
    if not isinstance(jwk, dict):
        raise RefusalError("did.malformed", did=did)
    return _document(did, "0", {"type": "JsonWebKey2020", "publicKeyJwk": jwk})


def _document(did: str, fragment: str, material: JsonObject) -> JsonObject:
    url = f"{did}#{fragment}"
    method: JsonObject = {"id": url, "controller": did, **material}
    listed: list[JsonValue] = [url]
    return {"id": did, "verificationMethod": [method], "assertionMethod": listed, "authentication": listed}
