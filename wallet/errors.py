"""What can go wrong, by layer.

An error carries a stable code and the values its sentence needs, never the sentence: sentences live in the message
catalogs, and only the command line turns an error into one. A bad credential is not an error but a result.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

__all__ = [
    "BuildError",
    "CredentialError",
    "DeployError",
    "DocumentError",
    "FactValue",
    "PortfolioError",
    "PresentingError",
    "RefusalError",
    "ResolutionError",
    "StoreError",
    "ThemeError",
    "WalletError",
]

FactValue: TypeAlias = str | int | float


class WalletError(Exception):
    """A failure that a person can act on; `code` names its sentence, `facts` fill it."""

    def __init__(self, code: str, **facts: FactValue) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, FactValue] = facts

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}" if self.facts else self.code


class DocumentError(WalletError):
    """The bytes hold no badge that can be read."""


class CredentialError(WalletError):
    """The JSON is no credential of a kind that is understood."""


class ResolutionError(WalletError):
    """A URL or an identifier could not be resolved; becomes *undetermined* where checks meet it."""


class RefusalError(WalletError):
    """What was resolved contradicts what was claimed; becomes *failed* where checks meet it."""


class StoreError(WalletError):
    """The private wallet could not be read or written."""


class PortfolioError(WalletError):
    """A file of the portfolio is missing or wrong; facts name the file and, where known, the line."""


class PresentingError(WalletError):
    """Credentials could not be presented in the learner's name."""


class ThemeError(WalletError):
    """A theme is missing or one of its templates is wrong."""


class BuildError(WalletError):
    """The site could not be built or written."""


class DeployError(WalletError):
    """The built site, or a published badge, could not be brought to where the public reads it."""
