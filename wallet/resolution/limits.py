"""Limits of one fetch, each with its reason, and which HTTP answers count as an answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from wallet.errors import ResolutionError

__all__ = [
    "CONNECT_SECONDS",
    "MAX_ADDRESSES",
    "MAX_REDIRECTS",
    "MAX_RESOURCE_BYTES",
    "MAX_WAITING_SECONDS",
    "READ_SECONDS",
    "SWIFT_SECONDS",
    "TOTAL_SECONDS",
    "WAITING_STATUSES",
    "AskedToWaitError",
    "accept_status",
]

MAX_RESOURCE_BYTES = 10_000_000
"""A status list of a million badges with messages and a large badge image stay below it."""

MAX_ADDRESSES = 4
"""Two of each kind; a host with more of them is reached by one of these or by none."""

MAX_REDIRECTS = 5
"""Issuers behind a permanent-URL service need two or three."""

CONNECT_SECONDS = 10.0
"""Slow university servers answer within seconds; a dead one must not hold up a whole wallet."""

READ_SECONDS = 10.0
"""Silence between two blocks longer than this counts as no answer."""

TOTAL_SECONDS = 30.0
"""A server that sends one byte at a time must not hold a build for ever; redirects share the time."""

SWIFT_SECONDS = 2.0
"""What a server takes that is well, and what is not counted as waiting."""

MAX_WAITING_SECONDS = 600.0
"""A file may name a hundred servers that each take as long as they may; twenty of them hold a run for so long."""

WAITING_STATUSES = (429, 503)
"""Too many requests; not available for now. Both may say for how long."""

_GONE = 410


class AskedToWaitError(ResolutionError):
    """A server turned us away at the moment `at`, and wants to be asked again at the moment `until`."""

    def __init__(self, url: str, status: int, *, at: datetime, until: datetime) -> None:
        super().__init__("resolution.http-status", url=url, status=status)
        self.until = until
        self.wait: timedelta = until - at


def accept_status(url: str, status: int) -> None:
    """Accept 200, and 410, by which an issuer says that something was withdrawn; raise ResolutionError otherwise."""
    if status not in (200, _GONE):
        raise ResolutionError("resolution.http-status", url=url, status=status)
