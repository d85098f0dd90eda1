"""Where the wallet is, and which identities the learner has told it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from wallet.errors import StoreError
from wallet.verification.identity import Identity

__all__ = ["read_identities", "wallet_home"]

IDENTITIES = "identities.toml"


def wallet_home(environment: Mapping[str, str]) -> Path:
    """``$WALLET_HOME``, else the platform's folder for a user's own data."""
    if environment.get("WALLET_HOME"):
        return Path(environment["WALLET_HOME"]).expanduser()
    from platformdirs import user_data_path

    return user_data_path("learner-wallet", appauthor=False)


def read_identities(home: Path) -> tuple[Identity, ...]:
    """The learner's identities from ``identities.toml``: identity type = a value or a list; raises StoreError."""
    path = home / IDENTITIES
    if not path.is_file():
        return ()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise StoreError("store.identities-damaged", path=str(path)) from None
    found = []
    for kind, values in table.items():
        for value in values if isinstance(values, list) else [values]:
            if not isinstance(value, str):
                raise StoreError("store.identities-damaged", path=str(path))
            found.append(Identity(type=kind, value=value))
    return tuple(found)
