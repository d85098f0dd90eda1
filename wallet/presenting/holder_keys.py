"""The learner's own key: an Ed25519 key with its did:key, and the text by which it is kept.

The text is a Multikey with its private half (Controlled Identifiers 1.0, section 2.2.2), which other wallets read too.
Nothing here prints or writes it, and a key does not show its private half when it is shown itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from wallet.documents.json_text import parse_json_text
from wallet.errors import DocumentError, ResolutionError, StoreError
from wallet.resolution.multibase import decode_multibase, encode_base58

__all__ = ["HolderKey", "key_from_seed", "key_from_text", "text_of"]

SEED_BYTES = 32

_PUBLIC, _SECRET = b"\xed\x01", b"\x80\x26"
"""Multicodec prefixes of Ed25519 keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderKey:
    """A key pair; `multikey` is its public half."""

    seed: bytes = field(repr=False)
    multikey: str

    @property
    def did(self) -> str:
        """The identifier that is the key itself."""
        return f"did:key:{self.multikey}"

    @property
    def method(self) -> str:
        """The key's URL in the document of its identifier."""
        return f"{self.did}#{self.multikey}"

    def sign(self, message: bytes) -> bytes:
        """The signature (Ed25519, RFC 8032) over `message`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def key_from_seed(seed: bytes) -> HolderKey:
    """The key that these 32 octets make."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
    return HolderKey(seed=seed, multikey=_written(_PUBLIC + public))


def text_of(key: HolderKey) -> str:
    """The key as it is kept, with its private half."""
    secret = _written(_SECRET + key.seed)
    return json.dumps({"type": "Multikey", "publicKeyMultibase": key.multikey, "secretKeyMultibase": secret})


def key_from_text(text: str, place: str) -> HolderKey:
    """The key that was kept as `text`; raises StoreError("holder.key-damaged") that names `place`."""
    try:
        kept = parse_json_text(text)
        secret = kept.get("secretKeyMultibase") if isinstance(kept, dict) else None
        octets = decode_multibase(secret) if isinstance(secret, str) else b""
    except (DocumentError, ResolutionError):
        raise StoreError("holder.key-damaged", path=place) from None
    if octets[:2] != _SECRET or len(octets) != 2 + SEED_BYTES:
        raise StoreError("holder.key-damaged", path=place)
    key = key_from_seed(octets[2:])
    # A public half that belongs to another key would let the learner publish one key and sign with another.
    if not isinstance(kept, dict) or kept.get("publicKeyMultibase") != key.multikey:
        raise StoreError("holder.key-damaged", path=place)
    return key


def _written(octets: bytes) -> str:
    return f"z{encode_base58(octets)}"
