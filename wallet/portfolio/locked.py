"""content/locked: collections whose content is encrypted. What stands here may be public, and tells only an end date.

A file is made once, when its learner shares it, and then kept: a new encryption of the same content would be other
bytes. An ended collection leaves a file without content, so that its address can say that it has ended.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from wallet.credentials.times import parse_datetime
from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, PortfolioError
from wallet.fields import JsonObject, JsonValue
from wallet.portfolio.model import LockedCollection
from wallet.portfolio.slugs import require_slug

__all__ = ["bound_text", "locked_bytes", "locked_file", "read_locked", "read_locked_file"]

FORMAT = "learner-wallet locked 1"


def locked_file(root: Path, address: str) -> Path:
    """Where the locked collection at `address` stands in the portfolio."""
    return root / "content" / "locked" / f"{address}.json"


def read_locked(folder: Path) -> tuple[LockedCollection, ...]:
    """Every <address>.json, in order; raises PortfolioError for one that is none or was changed."""
    return tuple(read_locked_file(path) for path in sorted(folder.glob("*.json")))


def read_locked_file(path: Path) -> LockedCollection:
    """One locked collection; raises PortfolioError."""
    try:
        require_slug(path.stem)
        return _read(path.stem, parse_json(path.read_bytes()))
    except (OSError, DocumentError, PortfolioError, ValueError, KeyError, TypeError):
        raise PortfolioError("portfolio.locked-damaged", path=str(path)) from None


def _read(address: str, value: JsonValue) -> LockedCollection:
    if not isinstance(value, dict) or value["format"] != FORMAT or value["address"] != address:
        raise ValueError(address)
    if value.get("ended") is True:
        return LockedCollection(address=address)
    salt, iterations = value["salt"], value["iterations"]
    if (salt is None) != (iterations is None) or not isinstance(iterations, int | None):
        raise ValueError(address)
    return LockedCollection(
        address=address,
        until=_moment(value["until"]),
        salt=None if salt is None else _bytes(salt),
        iterations=iterations,
        sealed=_bytes(value["sealed"]),
    )


def locked_bytes(locked: LockedCollection) -> bytes:
    """The file of a locked collection."""
    members: JsonObject = {"format": FORMAT, "address": locked.address}
    if locked.sealed is None:
        return _dump({**members, "ended": True})
    return _dump({**members, **_opening(locked), "sealed": _text(locked.sealed)})


def bound_text(locked: LockedCollection) -> bytes:
    """What stands in the open and is bound to the content: with anything else there, the content does not open."""
    opening = _opening(locked).values()
    return "\n".join((FORMAT, locked.address, *("" if part is None else str(part) for part in opening))).encode()


def _opening(locked: LockedCollection) -> Mapping[str, str | int | None]:
    return {
        "until": locked.until.isoformat() if locked.until else None,
        "iterations": locked.iterations,
        "salt": None if locked.salt is None else _text(locked.salt),
    }


def _dump(members: JsonObject) -> bytes:
    return json.dumps(members, indent=1).encode() + b"\n"


def _moment(value: JsonValue) -> datetime | None:
    moment = parse_datetime(value) if isinstance(value, str) else None
    if value is not None and moment is None:
        raise ValueError(value)
    return moment


def _bytes(value: JsonValue) -> bytes:
    if not isinstance(value, str) or not value:
        raise ValueError(value)
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error:
        raise ValueError(value) from None


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
