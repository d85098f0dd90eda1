"""Sealing what only the holder of a key or a passphrase may read, so that browsers can open it: AES-256-GCM.

A key is random, or made from a passphrase by PBKDF2 with SHA-256, which is what WebCrypto offers. Whoever has the
sealed bytes may guess for ever: a passphrase has to be long, and each guess dear.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

__all__ = ["ITERATIONS", "SALT_BYTES", "key_of_passphrase", "new_address", "new_key", "open_sealed", "padded", "seal"]

ITERATIONS = 1_000_000
"""Above the 600,000 that OWASP asks for (2023); a phone takes a second or two."""

SALT_BYTES = 16
_KEY_BYTES = 32
_NONCE_BYTES = 12
_ADDRESS_BYTES = 20
_LEAST_SIZE = 65_536


def new_key() -> bytes:
    """A random key of 256 bits."""
    return secrets.token_bytes(_KEY_BYTES)


def new_address() -> str:
    """A name of 160 random bits that can stand in an address and in the name of a file."""
    return secrets.token_hex(_ADDRESS_BYTES)


def key_of_passphrase(passphrase: str, salt: bytes, iterations: int) -> bytes:
    """The key of a passphrase, which is the same however a keyboard composes its characters."""
    composed = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    return hashlib.pbkdf2_hmac("sha256", composed, salt, iterations, _KEY_BYTES)


def padded(text: bytes) -> bytes:
    """JSON with spaces behind it, up to the next doubling of 64 KiB: its size tells nearly nothing of what it holds."""
    size = _LEAST_SIZE
    while size < len(text):
        size *= 2
    return text.ljust(size, b" ")


def seal(content: bytes, key: bytes, bound: bytes) -> bytes:
    """A new random nonce and the encrypted content; `bound` is not in it, and must be the same when it is opened."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound)


def open_sealed(sealed: bytes, key: bytes, bound: bytes) -> bytes | None:
    """What was sealed, or None where the key is another one or anything was changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        return None
