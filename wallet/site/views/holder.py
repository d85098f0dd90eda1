"""Who presents the badges: what a signature of the learner's shows, and what it does not."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ControlView", "PresentationView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentationView:
    """The file with all badges, if there is one, and whose signature it carries.

    `told` comes before the `question` to ask in turn, None where nothing was signed; `did` is the identifier of the
    key, `site_did` that of the site, whose document is at `document_address`.
    """

    address: str | None
    told: tuple[str, ...]
    missing: tuple[str, ...]
    did: str | None
    site_did: str | None
    document_address: str | None
    command: str
    question: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlView:
    """Whether the owner of the site showed that the badge's own recipient is who signed for this site."""

    shown: bool
    sentence: str
