"""The private wallet: one folder for each badge, with the bytes as they came, the evidence and the last report.

    badges/<key>/credential.*   the file, byte for byte
    badges/<key>/entry.json     where it came from, which credential it is, the learner's handle for it
    badges/<key>/evidence/      what verification fetched
    badges/<key>/verification.json

The key is made from the issuer's id and the credential's id, so that the same credential is not kept twice: Open
Badges 3.0 says when two are the same. Folders and files are readable by their owner only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError, StoreError
from wallet.fields import JsonObject, JsonValue
from wallet.resolution.fetching import Resource
from wallet.store.evidence import evidence_files, read_evidence
from wallet.store.files import remove_folder, replace_folder

__all__ = ["Wallet", "WalletEntry", "entry_key", "free_handle"]

_KEY_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletEntry:
    """One badge of the wallet. `file_name` is credential.json, .jws, .png, .svg or .txt; times are RFC 3339 texts.

    `position` is the place of the credential in a file that holds several. `renewed` is the time by which a newer
    copy of the same credential is told from an older one.
    """

    key: str
    handle: str
    file_name: str
    position: int
    source_name: str
    added_at: str
    name: str
    issuer_id: str
    issuer_name: str
    credential_id: str
    renewed: str
    source: bytes = field(repr=False)
    verification: JsonObject = field(repr=False)
    evidence: tuple[Resource, ...] = field(default=(), repr=False)


_TEXTS = (
    "handle",
    "file_name",
    "source_name",
    "added_at",
    "name",
    "issuer_id",
    "issuer_name",
    "credential_id",
    "renewed",
)


def entry_key(issuer_id: str, credential_id: str | None, digest: str) -> str:
    """The key of a credential; one without an id is told apart by its bytes (Open Badges 3.0 section 6.3)."""
    identity = f"{unquote(issuer_id).strip()}\n{unquote(credential_id).strip() if credential_id else digest}"
    return hashlib.sha256(identity.encode("utf-8")).hexdigest()[:_KEY_LENGTH]


class Wallet:
    """The wallet in the folder `home`, which need not exist yet."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._badges = home / "badges"

    def entries(self) -> tuple[WalletEntry, ...]:
        """Every badge, by handle; raises StoreError when one cannot be read."""
        if not self._badges.is_dir():
            return ()
        folders = [path for path in self._badges.iterdir() if path.is_dir() and not path.name.startswith(".")]
        return tuple(sorted((self._read(folder) for folder in folders), key=lambda entry: entry.handle))

    def find(self, name: str) -> WalletEntry:
        """The badge with this handle, or whose handle or key alone begins so; raises StoreError."""
        entries = self.entries()
        exact = [entry for entry in entries if name in (entry.handle, entry.key)]
        begun = [entry for entry in entries if name and (entry.handle.startswith(name) or entry.key.startswith(name))]
        found = exact or begun
        if not found:
            raise StoreError("store.no-such-badge", name=name)
        if len(found) > 1:
            raise StoreError("store.ambiguous-name", name=name, found=", ".join(entry.handle for entry in found))
        return found[0]

    def get(self, key: str) -> WalletEntry | None:
        """The badge with this key, if it is kept."""
        folder = self._badges / key
        return self._read(folder) if folder.is_dir() else None

    def keep(self, entry: WalletEntry) -> None:
        """Keep a badge, in place of an earlier copy of the same credential."""
        self._make_folders()
        files = {f"evidence/{name}": content for name, content in evidence_files(entry.evidence).items()}
        files[entry.file_name] = entry.source
        files["entry.json"] = _dump(_entry_json(entry))
        files["verification.json"] = _dump(entry.verification)
        replace_folder(self._badges / entry.key, files, private=True)

    def _make_folders(self) -> None:
        try:
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._badges.mkdir(exist_ok=True, mode=0o700)
        except OSError:
            raise StoreError("store.not-writable", path=str(self.home)) from None

    def remove(self, entry: WalletEntry) -> None:
        """Remove a badge and all that was kept with it."""
        remove_folder(self._badges / entry.key)

    def _read(self, folder: Path) -> WalletEntry:
        entry = _read_object(folder / "entry.json")
        texts = {name: entry.get(name) for name in _TEXTS}
        position = entry.get("position")
        if not all(isinstance(text, str) for text in texts.values()) or not isinstance(position, int):
            raise StoreError("store.entry-damaged", path=str(folder / "entry.json"))
        file_name = Path(str(texts["file_name"])).name
        try:
            source = (folder / file_name).read_bytes()
        except OSError:
            raise StoreError("store.entry-damaged", path=str(folder / file_name)) from None
        return WalletEntry(
            key=folder.name,
            position=position,
            source=source,
            verification=_read_object(folder / "verification.json"),
            evidence=read_evidence(folder / "evidence"),
            **{name: str(text) for name, text in texts.items()},
        )


def free_handle(wanted: str, key: str, entries: Sequence[WalletEntry]) -> str:
    """`wanted`, with a number when another badge has it."""
    taken = {entry.handle for entry in entries if entry.key != key}
    handle, number = wanted, 2
    while handle in taken:
        handle, number = f"{wanted}-{number}", number + 1
    return handle


def _entry_json(entry: WalletEntry) -> JsonObject:
    members: JsonObject = {name: str(getattr(entry, name)) for name in _TEXTS}
    return {**members, "position": entry.position}


def _dump(value: JsonValue) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _read_object(path: Path) -> JsonObject:
    try:
        value = parse_json(path.read_bytes())
    except (OSError, DocumentError):
        raise StoreError("store.entry-damaged", path=str(path)) from None
    if not isinstance(value, dict):
        raise StoreError("store.entry-damaged", path=str(path))
    return value
