"""The operating system's own keyring, by way of the library ``keyring`` where that is installed and has one to ask.

It is optional: on servers and in containers there is mostly no keyring, and a file then serves as well.
"""

from __future__ import annotations

from typing import Any

__all__ = ["has_keyring", "keep_in_keyring", "read_from_keyring"]

_SERVICE = "learner-wallet"
_RECOMMENDED = 1
"""Backends of lower priority keep nothing, or keep it in plain text, and say so by it."""


def has_keyring() -> bool:
    """Whether a secret can be kept there."""
    return _backend() is not None


def keep_in_keyring(name: str, text: str) -> bool:
    """Keep `text` under `name`; False where the keyring would not, because it is locked for instance."""
    backend = _backend()
    if backend is None:
        return False
    try:
        backend.set_password(_SERVICE, name, text)
        # Some backends only pretend.
        return bool(backend.get_password(_SERVICE, name) == text)
    except Exception:  # Each backend raises what its platform raises.
        return False


def read_from_keyring(name: str) -> str | None:
    """What is kept under `name`; None where there is nothing, or where the keyring stays shut."""
    backend = _backend()
    try:
        found = backend.get_password(_SERVICE, name) if backend is not None else None
    except Exception:
        return None
    return found if isinstance(found, str) else None


def _backend() -> Any:
    try:
        import keyring
    except ImportError:
        return None
    try:
        backend = keyring.get_keyring()
        return backend if backend.priority >= _RECOMMENDED else None
    except Exception:
        return None
