"""What a private collection was shared as: its address, its end, and the key that its links carry.

collections/<name>/share.json, readable by its owner only. A passphrase is never kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, StoreError
from wallet.store.files import write_file

__all__ = ["Share", "read_share", "write_share"]

_FILE = "share.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`site` is the address of the portfolio it belongs to; `key` is in base64url and None where none is in the link.

    It is open until the moment `until` (RFC 3339). `ended_addresses` say that it has ended to whoever comes back.
    """

    site: str
    kind: str
    address: str
    asks: bool
    shared_at: str
    until: str | None = None
    key: str | None = field(default=None, repr=False)
    ended: bool = False
    ended_addresses: tuple[str, ...] = ()

    def is_over(self, at: datetime) -> bool:
        """Whether nobody is shown the collection any more."""
        return self.ended or (self.until is not None and datetime.fromisoformat(self.until) <= at)


def read_share(folder: Path) -> Share | None:
    """As what the collection in `folder` was shared, if it was; raises StoreError."""
    file = folder / _FILE
    if not file.is_file():
        return None
    try:
        found = parse_json(file.read_bytes())
        assert isinstance(found, dict)
        ended = found.pop("ended_addresses")
        assert isinstance(ended, list)
        share = Share(**found, ended_addresses=tuple(str(address) for address in ended))  # type: ignore[arg-type]
        datetime.fromisoformat(share.until or share.shared_at)
    except (OSError, DocumentError, AssertionError, KeyError, TypeError, ValueError):
        raise StoreError("private.share-damaged", path=str(file)) from None
    return share


def write_share(folder: Path, share: Share) -> None:
    """Keep it; raises StoreError."""
    write_file(folder / _FILE, json.dumps(asdict(share), indent=2).encode() + b"\n", private=True)
