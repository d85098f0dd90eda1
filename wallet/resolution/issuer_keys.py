"""The keys that an issuer of Open Badges 2.0 publishes for signing (Open Badges 2.0, "SignedBadge Verification").

A key counts only where the issuer's own profile lists it: whoever signs can name any key. Version 1.x listed none; its
assertions name the address of the key, which must then stand on the issuer's own host.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from wallet.errors import RefusalError, ResolutionError
from wallet.fields import JsonObject, JsonValue, as_sequence
from wallet.resolution.fetching import Fetcher
from wallet.resolution.json_documents import read_json_object
from wallet.resolution.keys import PublicKey, key_from_pem
from wallet.resolution.linked import LinkedObject

__all__ = ["IssuerKey", "listed_keys", "read_key"]

MAX_KEYS = 10
"""An issuer changes its key every few years; each that is tried costs a fetch."""

_PEM = b"-----BEGIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerKey:
    """A key of the issuer with its identity."""

    id: str
    key: PublicKey


def listed_keys(issuer: LinkedObject, creator: str | None, *, legacy: bool) -> tuple[JsonValue, ...]:
    """The entries of the issuer's ``publicKey``, only that of `creator` where the assertion names one.

    Raises RefusalError when the issuer lists no key, or not this one. `legacy` accepts a key of version 1.x.
    """
    entries = [entry for entry in as_sequence(issuer.members.get("publicKey")) if entry is not None]
    if not entries and legacy and creator is not None and _same_host(creator, issuer.id):
        return (creator,)
    if not entries:
        raise RefusalError("assertion.issuer-without-key", issuer=str(issuer.id))
    wanted = [entry for entry in entries if creator is None or _id_of(entry) == creator]
    if not wanted:
        raise RefusalError("method.not-authorized", method=str(creator), issuer=str(issuer.id))
    return tuple(wanted[:MAX_KEYS])


def read_key(entry: JsonValue, issuer: LinkedObject, fetcher: Fetcher) -> IssuerKey:
    """The key behind an entry; raises RefusalError when its owner is another, ResolutionError when it cannot be had."""
    identifier = _id_of(entry)
    if isinstance(entry, dict) and isinstance(entry.get("publicKeyPem"), str):
        return _owned(entry, identifier, issuer)
    base, _, fragment = identifier.partition("#")
    if not base.startswith("https://"):
        raise ResolutionError("linked.not-https", url=identifier[:200])
    resource = fetcher.fetch(base)
    if resource.status != 200:
        raise ResolutionError("resolution.http-status", url=base, status=resource.status)
    if resource.content.lstrip().startswith(_PEM) and _same_host(base, issuer.id):
        return IssuerKey(id=identifier, key=key_from_pem(resource.content.decode("ascii", "replace")))
    return _owned(_within(read_json_object(resource), identifier, fragment), identifier, issuer)


def _id_of(entry: JsonValue) -> str:
    identifier = entry.get("id") if isinstance(entry, dict) else entry
    return identifier if isinstance(identifier, str) else ""


def _within(document: JsonObject, identifier: str, fragment: str) -> JsonObject:
    """The document itself, or the key inside it that the fragment of the identifier points to."""
    if not fragment or document.get("id") == identifier:
        return document
    for entry in as_sequence(document.get("publicKey")):
        if isinstance(entry, dict) and entry.get("id") == identifier:
            return entry
    raise RefusalError("method.not-found", method=identifier, document=str(document.get("id")))


def _owned(members: JsonObject, identifier: str, issuer: LinkedObject) -> IssuerKey:
    declared, owner, pem = members.get("id"), members.get("owner"), members.get("publicKeyPem")
    if declared != identifier:
        raise RefusalError("linked.other-id", url=identifier, found=str(declared)[:200])
    if issuer.id not in as_sequence(owner):
        raise RefusalError("method.other-controller", method=identifier, controller=str(owner), issuer=str(issuer.id))
    if not isinstance(pem, str):
        raise ResolutionError("key.malformed")
    return IssuerKey(id=identifier, key=key_from_pem(pem))


def _same_host(url: str, other: str | None) -> bool:
    try:
        host, wanted = urlsplit(url).netloc.lower(), urlsplit(other or "").netloc.lower()
    except ValueError:
        return False
    return bool(host) and host == wanted
