"""The demo learner's signed presentation, made as ``wallet present`` makes it, with a key that everybody can compute.

`signed_demo` is for whoever checks our presentations with other software: the same bytes for the same content.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.assets.keys import ed25519_key
from wallet.credentials.reading import parse_credential
from wallet.documents.extraction import extract
from wallet.presenting.composition import presentable_text
from wallet.presenting.holder_keys import HolderKey, key_from_seed
from wallet.presenting.signing import Occasion, sign_presentation

__all__ = ["DEMO_ADDRESS", "DEMO_CHALLENGE", "SIGNED_AT", "holder_key", "presented_texts", "seed_of", "signed_demo"]

DEMO_ADDRESS = "https://shiomi.example/portfolio/"
DEMO_CHALLENGE = "4Yh0cMZ7sVJxQmT2nWbRkA"
SIGNED_AT = datetime(2026, 11, 16, 4, 0, tzinfo=UTC)

_CONTENT = Path(__file__).resolve().parents[2] / "content"


def seed_of(label: str) -> bytes:
    """The private half of the Ed25519 key of this name."""
    return ed25519_key(label).private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def holder_key(label: str = "Shiomi Chizuru") -> HolderKey:
    """The holder's key of this name; by default that of the demo's learner, to whom badges of it were issued."""
    return key_from_seed(seed_of(label))


def presented_texts(sources: Sequence[bytes]) -> tuple[str, ...]:
    """The credentials in badge files, as they stand in a presentation; those that can stand in none are left out."""
    documents = [extract(source)[0] for source in sources]
    found = (presentable_text(document, parse_credential(document).specification) for document in documents)
    return tuple(text for text in found if text is not None)


def signed_demo(
    sources: Sequence[bytes] | None = None,
    *,
    domain: str = DEMO_ADDRESS,
    challenge: str = DEMO_CHALLENGE,
    created: datetime = SIGNED_AT,
    key: HolderKey | None = None,
) -> bytes:
    """The demo's badges, or the given badge files, in a presentation signed by the demo's learner or `key`."""
    if sources is None:
        sources = [path.read_bytes() for path in sorted(_CONTENT.glob("badges/*/credential.*"))]
    occasion = Occasion(domain=domain, challenge=challenge, created=created)
    return sign_presentation(presented_texts(sources), key or holder_key(), occasion).encode()
