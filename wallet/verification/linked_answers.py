"""What a signed assertion of Open Badges 2.0 is checked with: objects that it links to, the issuer's keys and list."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.errors import WalletError
from wallet.fields import JsonObject
from wallet.resolution.fetching import EvidenceFetcher, Fetcher, Resource
from wallet.resolution.issuer_keys import listed_keys, read_key
from wallet.resolution.linked import LinkedObject, follow_badge

__all__ = ["linked_addresses"]


def linked_addresses(assertion: JsonObject, evidence: Sequence[Resource]) -> frozenset[str]:
    """The addresses that are asked for when the assertion is checked, as far as `evidence` leads."""
    fetcher = _Noting(EvidenceFetcher(evidence))
    issuer = follow_badge(assertion, fetcher).issuer
    if isinstance(issuer, LinkedObject):
        _ask_for_keys(issuer, fetcher)
        fetcher.asked.add(str(issuer.members.get("revocationList")))
    return frozenset(fetcher.asked)


def _ask_for_keys(issuer: LinkedObject, fetcher: Fetcher) -> None:
    try:
        entries = listed_keys(issuer, None, legacy=False)
    except WalletError:
        return
    for entry in entries:
        try:
            read_key(entry, issuer, fetcher)
        except WalletError:
            # A key that is unusable now may have been renewed at its address when somebody asks there.
            continue


class _Noting:
    """Asks another and takes note of the addresses."""

    def __init__(self, inner: Fetcher) -> None:
        self._inner = inner
        self.asked: set[str] = set()

    def fetch(self, url: str) -> Resource:
        self.asked.add(url)
        return self._inner.fetch(url)
