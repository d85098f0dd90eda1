"""A dictionary of URL → bytes in place of the network."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from wallet.resolution.fetching import EvidenceFetcher, Resource

__all__ = ["FETCHED_AT", "responses"]

FETCHED_AT = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)


def responses(contents: Mapping[str, bytes], status: int = 200) -> EvidenceFetcher:
    """A fetcher that knows these URLs and no others."""
    return EvidenceFetcher(
        Resource(url=url, content=content, media_type="application/json", retrieved_at=FETCHED_AT, status=status)
        for url, content in contents.items()
    )
