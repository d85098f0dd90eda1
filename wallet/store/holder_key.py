"""Where the learner's key is kept: in the system's keyring, else in a file that only they can read.

    holder-key.json   the public half, and where the private half is; or both

The file stands in the wallet's folder, never in a portfolio. On Windows the folder is private because the user's own
data are; elsewhere the file's mode says so, and a file that others can read is refused.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, StoreError
from wallet.presenting.holder_keys import HolderKey, key_from_text, text_of
from wallet.store.files import PRIVATE_FOLDER, write_file
from wallet.store.system_keyring import has_keyring, keep_in_keyring, read_from_keyring

__all__ = ["KeptKey", "find_key", "keep_key", "read_key"]

FILE = "holder-key.json"
_KEYRING = "keyring"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptKey:
    """The public half of the key, the file that tells of it, and whether the private half is in the keyring."""

    multikey: str
    path: Path
    in_keyring: bool

    @property
    def did(self) -> str:
        """The identifier that is the key itself."""
        return f"did:key:{self.multikey}"


def find_key(home: Path) -> KeptKey | None:
    """The key that is kept, without looking at its private half; raises StoreError for a file that is damaged."""
    path = home / FILE
    if not path.is_file():
        return None
    try:
        kept = parse_json(path.read_bytes())
    except (OSError, DocumentError):
        raise StoreError("holder.key-damaged", path=str(path)) from None
    multikey = kept.get("publicKeyMultibase") if isinstance(kept, dict) else None
    if not isinstance(kept, dict) or not isinstance(multikey, str):
        raise StoreError("holder.key-damaged", path=str(path))
    return KeptKey(multikey=multikey, path=path, in_keyring=kept.get("keptIn") == _KEYRING)


def read_key(home: Path) -> HolderKey:
    """The key with its private half; raises StoreError with what to do where there is none or it cannot be had."""
    kept = find_key(home)
    if kept is None:
        raise StoreError("holder.no-key")
    if not kept.in_keyring:
        _require_private(kept.path)
        return key_from_text(kept.path.read_text("utf-8"), str(kept.path))
    text = read_from_keyring(_name(home, kept.multikey))
    if text is None:
        raise StoreError("holder.keyring-shut", did=kept.did)
    key = key_from_text(text, str(kept.path))
    if key.multikey != kept.multikey:
        raise StoreError("holder.key-damaged", path=str(kept.path))
    return key


def keep_key(home: Path, key: HolderKey, *, in_file: bool = False, replace: bool = False) -> KeptKey:
    """Keep a new key; `in_file` passes by the keyring. Raises StoreError where one is kept and is not to be replaced.

    A key that is replaced stays beside the new one, under another name.
    """
    old = find_key(home)
    if old is not None and not replace:
        raise StoreError("holder.key-exists", did=old.did)
    _require_outside(home)
    _make_private(home)
    in_keyring = not in_file and has_keyring() and keep_in_keyring(_name(home, key.multikey), text_of(key))
    pointer = {"type": "Multikey", "publicKeyMultibase": key.multikey, "keptIn": _KEYRING}
    text = json.dumps(pointer) if in_keyring else text_of(key)
    if old is not None:
        _set_aside(old)
    write_file(home / FILE, text.encode("utf-8") + b"\n", private=True)
    return KeptKey(multikey=key.multikey, path=home / FILE, in_keyring=in_keyring)


def _name(home: Path, multikey: str) -> str:
    # Two wallets of one user have two keys, and a key that was replaced is not lost.
    return f"{multikey} ({home.resolve()})"


def _set_aside(old: KeptKey) -> None:
    try:
        old.path.rename(old.path.with_name(f"holder-key.{old.multikey[-8:]}.json"))
    except OSError:
        raise StoreError("store.not-writable", path=str(old.path)) from None


def _require_outside(home: Path) -> None:
    """What lies in a portfolio is committed and published sooner or later."""
    for folder in (home.resolve(), *home.resolve().parents):
        if (folder / "content" / "portfolio.toml").is_file():
            raise StoreError("holder.home-in-portfolio", path=str(home), portfolio=str(folder))


def _make_private(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    except OSError:
        raise StoreError("store.not-writable", path=str(home)) from None


def _require_private(path: Path) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise StoreError("holder.key-open", path=str(path))
