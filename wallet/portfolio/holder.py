"""content/holder.toml: the public half of the learner's key; content/presentation.json: what they signed with it.

Both are public by their nature. A build needs no more of the learner's key than this.
"""

from __future__ import annotations

from pathlib import Path

from wallet.errors import PortfolioError, RefusalError, ResolutionError
from wallet.portfolio.tables import read_table
from wallet.resolution.keys import key_from_multikey
from wallet.store.files import write_file

__all__ = [
    "HOLDER_FILE",
    "PRESENTATION_FILE",
    "read_holder",
    "read_kept_presentation",
    "write_holder",
    "write_presentation",
]

HOLDER_FILE = "holder.toml"
PRESENTATION_FILE = "presentation.json"

_PREFIX = "did:key:"


def read_holder(file: Path) -> str | None:
    """The did:key in holder.toml, None where there is no such file; raises PortfolioError with file and line."""
    if not file.is_file():
        return None
    table = read_table(file)
    table.allow(("key",))
    did = table.required_text("key")
    if not _is_ed25519(did):
        raise table.refuse("key", "portfolio.bad-holder-key", did)
    return did


def _is_ed25519(did: str) -> bool:
    try:
        return did.startswith(_PREFIX + "z") and key_from_multikey(did.removeprefix(_PREFIX)).kind == "Ed25519"
    except (RefusalError, ResolutionError):
        return False


def read_kept_presentation(file: Path) -> bytes | None:
    """The signed presentation as it was kept, None where there is none."""
    if not file.is_file():
        return None
    try:
        return file.read_bytes()
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(file)) from None


def write_holder(root: Path, did: str, remark: str) -> Path:
    """Write holder.toml, with a remark that says what it is; returns its path."""
    path = root / "content" / HOLDER_FILE
    write_file(path, f'# {remark}\nkey = "{did}"\n'.encode())
    return path


def write_presentation(root: Path, content: bytes) -> Path:
    """Keep a signed presentation; returns its path."""
    path = root / "content" / PRESENTATION_FILE
    write_file(path, content)
    return path
