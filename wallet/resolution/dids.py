"""From a DID to its controller document: did:key is computed, did:web is fetched.

did:key Method 0.7; did:web Method Specification. Any other method is not supported: no third-party resolver is asked.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Fetcher
from wallet.resolution.json_documents import read_json_object

__all__ = ["did_web_url", "resolve_did"]

_DID = re.compile(r"^did:([a-z0-9]+):([A-Za-z0-9._:%-]+)\Z")
_PORT = re.compile(r"^[0-9]{1,5}\Z")


def resolve_did(did: str, fetcher: Fetcher) -> JsonObject:
    """The controller document of `did`; raises ResolutionError, or RefusalError when the document names another id."""
    match = _DID.match(did)
    if match is None:
        raise RefusalError("did.malformed", did=did)
    method, identifier = match.groups()
    if method == "key":
        return _did_key_document(did, identifier)
    if method == "web":
        return _fetch_document(did, did_web_url(did), fetcher)
    raise ResolutionError("did.unsupported-method", did=did, method=method)


def did_web_url(did: str) -> str:
    """Where the document of a did:web stands (did:web section 2.5.2)."""
    host, *path = did.removeprefix("did:web:").split(":")
    segments = [unquote(segment) for segment in path]
    name, _, port = unquote(host).partition(":")
    # An encoded slash, query or dot segment would let an identifier name a place that its text does not show.
    if not name or any(not segment or re.search(r"[/?#@\\]|^\.{1,2}$", segment) for segment in [name, *segments]):
        raise RefusalError("did.malformed", did=did)
    if port and not _PORT.match(port):
        raise RefusalError("did.malformed", did=did)
    authority = f"{name}:{port}" if port else name
    return f"https://{authority}/{'/'.join(segments) if segments else '.well-known'}/did.json"


def _fetch_document(did: str, url: str, fetcher: Fetcher) -> JsonObject:
    resource = fetcher.fetch(url)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=url, status=resource.status)
    document = read_json_object(resource)
    if document.get("id") != did:
        raise RefusalError("did.other-id", did=did, found=str(document.get("id")))
    return document


def _did_key_document(did: str, multikey: str) -> JsonObject:
    method: JsonObject = {
        "id": f"{did}#{multikey}",
        "type": "Multikey",
        "controller": did,
        "publicKeyMultibase": multikey,
    }
    listed: list[JsonValue] = [f"{did}#{multikey}"]
    return {"id": did, "verificationMethod": [method], "assertionMethod": listed, "authentication": listed}
