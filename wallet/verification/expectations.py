"""What a proof must have been made for, as the one who asks knows it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ASSERTION", "AUTHENTICATION", "Expectations"]

ASSERTION = "assertionMethod"
"""The purpose of a credential's proof: its issuer states something (Controlled Identifiers 1.0, section 2.3.2)."""

AUTHENTICATION = "authentication"
"""The purpose of a presentation's proof: its holder shows who they are (Controlled Identifiers 1.0, section 2.3.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """The purpose that a proof must have, and the domain and challenge that it must repeat where they are given.

    VC Data Integrity 1.0, section 4.4, steps 5 to 7. None for `domain` or `challenge` asks for nothing.
    """

    purpose: str = ASSERTION
    domain: str | None = None
    challenge: str | None = None
