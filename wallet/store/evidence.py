"""Evidence: what verification fetched, kept with its URL, its time and its SHA-256.

A folder with the resources under names made from their digests, and ``index.json``, which says what each is. With it
a badge can be verified again without a network, for ever; a resource that was changed since is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from wallet.credentials.times import parse_datetime
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, StoreError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource
from wallet.resolution.terms import Terms

__all__ = ["INDEX", "evidence_files", "read_evidence", "write_evidence"]

INDEX = "index.json"

_EXTENSIONS = {
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "text/plain": ".txt",
    "text/html": ".html.txt",
}
_JSON = ".json"


def evidence_files(resources: Sequence[Resource]) -> dict[str, bytes]:
    """The files that keep `resources`: name → content, the index among them."""
    index: list[JsonValue] = []
    files: dict[str, bytes] = {}
    for resource in sorted(resources, key=lambda one: one.url):
        name = resource.digest[:16] + _extension(resource.media_type)
        files[name] = resource.content
        index.append(_entry(resource, name))
    files[INDEX] = json.dumps(index, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"
    return files


def write_evidence(folder: Path, resources: Sequence[Resource]) -> None:
    """Write the files of `evidence_files` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in evidence_files(resources).items():
        (folder / name).write_bytes(content)


def read_evidence(folder: Path) -> tuple[Resource, ...]:
    """The resources kept in `folder`, none when it does not exist; raises StoreError when they were changed."""
    index = folder / INDEX
    if not index.is_file():
        return ()
    try:
        entries = parse_json(index.read_bytes())
    except (OSError, DocumentError):
        raise StoreError("evidence.index-damaged", path=str(index)) from None
    if not isinstance(entries, list):
        raise StoreError("evidence.index-damaged", path=str(index))
    return tuple(_resource(folder, entry) for entry in entries)


def _extension(media_type: str) -> str:
    is_json = "json" in media_type or media_type in ("application/vc", "application/did", "application/cid")
    return _EXTENSIONS.get(media_type, _JSON if is_json else ".txt")


def _entry(resource: Resource, name: str) -> JsonObject:
    return {
        "url": resource.url,
        "file": name,
        "sha256": resource.digest,
        "status": resource.status,
        "media_type": resource.media_type,
        "retrieved_at": _moment(resource.retrieved_at),
        **({"gone_at": _moment(resource.gone_at)} if resource.gone_at else {}),
        **_terms_entry(resource.terms),
    }


def _terms_entry(terms: Terms) -> JsonObject:
    told: JsonObject = {
        "etag": terms.etag,
        "last_modified": terms.last_modified,
        "fresh_until": _moment(terms.fresh_until) if terms.fresh_until else None,
        "wait_until": _moment(terms.wait_until) if terms.wait_until else None,
    }
    return {name: value for name, value in told.items() if value is not None}


def _moment(value: datetime) -> str:
    return value.isoformat().replace("+00:00", "Z")


def _resource(folder: Path, entry: JsonValue) -> Resource:
    members: Mapping[str, JsonValue] = entry if isinstance(entry, dict) else {}
    url, name, digest = (members.get(key) for key in ("url", "file", "sha256"))
    retrieved = members.get("retrieved_at")
    moment = parse_datetime(retrieved) if isinstance(retrieved, str) else None
    gone = members.get("gone_at")
    status, media_type = members.get("status"), members.get("media_type")
    if not (isinstance(url, str) and isinstance(name, str) and moment) or Path(name).name != name:
        raise StoreError("evidence.index-damaged", path=str(folder / INDEX))
    try:
        content = (folder / name).read_bytes()
    except OSError:
        raise StoreError("evidence.missing", path=str(folder / name)) from None
    resource = Resource(
        url=url,
        content=content,
        media_type=media_type if isinstance(media_type, str) else "application/octet-stream",
        retrieved_at=moment,
        status=status if isinstance(status, int) else 200,
        gone_at=parse_datetime(gone) if isinstance(gone, str) else None,
        terms=_terms(members),
    )
    if resource.digest != digest:
        raise StoreError("evidence.changed", path=str(folder / name))
    return resource


def _terms(members: Mapping[str, JsonValue]) -> Terms:
    told = {
        name: value
        for name in ("etag", "last_modified", "fresh_until", "wait_until")
        if isinstance(value := members.get(name), str)
    }
    return Terms(
        etag=told.get("etag"),
        last_modified=told.get("last_modified"),
        fresh_until=parse_datetime(told.get("fresh_until", "")),
        wait_until=parse_datetime(told.get("wait_until", "")),
    )
