"""Verifying each badge of the demo, beside one bare check of an Ed25519 signature."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.assets.keys import ed25519_key
from tests.benchmarks.timing import seconds
from tests.browser.site import AT, REPOSITORY
from wallet.documents.extraction import extract
from wallet.portfolio.model import PortfolioBadge
from wallet.portfolio.reading import read_portfolio
from wallet.resolution.fetching import EvidenceFetcher
from wallet.verification.verifier import Verification, verify

__all__ = ["lines"]

MESSAGE = b"m" * 64


def lines() -> Iterator[str]:
    """One line for each badge, and their mean."""
    bare = bare_signature()
    yield f"one bare Ed25519 verification: {bare * 1000:.3f} ms"
    times: list[float] = []
    for badge in read_portfolio(REPOSITORY).badges:
        times.append(seconds(partial(verified, badge), rounds=5))
        kind = f"{verified(badge).securing}, {len(badge.source)} bytes"
        yield f"  {badge.slug}: {times[-1] * 1000:.1f} ms = {times[-1] / bare:.0f} × bare ({kind})"
    mean = sum(times) / len(times)
    yield f"verify, mean of {len(times)} credentials: {mean * 1000:.1f} ms = {mean / bare:.0f} × bare"


def bare_signature() -> float:
    """Seconds of a check of a signature over 64 bytes, which is what a Data Integrity proof signs."""
    key = ed25519_key("benchmark")
    public, signature = key.private.public_key(), key.sign(MESSAGE)
    return seconds(lambda: [public.verify(signature, MESSAGE) for _ in range(100)]) / 100


def verified(badge: PortfolioBadge) -> Verification:
    """Everything from the kept bytes to the report."""
    return verify(extract(badge.source)[0], at=AT, fetcher=EvidenceFetcher(badge.evidence))
