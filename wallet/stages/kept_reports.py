"""The report that was kept beside a published badge."""

from __future__ import annotations

from pathlib import Path

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.verification.serialization import KeptVerification, verification_from_json

__all__ = ["kept_verification"]


def kept_verification(folder: Path) -> KeptVerification | None:
    """The kept report of the badge in `folder`; None where there is none that can be read."""
    try:
        document = parse_json((folder / "verification.json").read_bytes())
    except (OSError, DocumentError):
        return None
    return verification_from_json(document) if isinstance(document, dict) else None
