"""What a status list is verified to be, so that a newer one takes its place only when it stands as firmly.

Anything of the form of a list would otherwise displace one that is signed, and with it what that one says of a badge.
"""

from __future__ import annotations

from datetime import datetime

from wallet.errors import WalletError
from wallet.resolution.fetching import Fetcher, Resource
from wallet.resolution.renewing import Standing
from wallet.verification.status_lists import MIN_LIST_ENTRIES, StatusLists, kind_of_list

__all__ = ["standing_of_lists"]


_LONG = "of full length"
_WEIGHTY = frozenset({"revocation", "suspension"})
"""The purposes on which a verdict rests; others come and go."""


def standing_of_lists(lists: StatusLists, at: datetime) -> Standing:
    """Tells whose a list is and for which purposes, as of `at`; `lists` remembers what the run has read."""

    def standing(answer: Resource, fetcher: Fetcher) -> frozenset[str]:
        kind = kind_of_list(answer)
        if kind is None:
            return frozenset()
        try:
            found = lists.read(answer, kind, at=at, fetcher=fetcher)
        except WalletError:
            return frozenset()
        length = {_LONG} if len(found.bits) * 8 >= MIN_LIST_ENTRIES else set()
        purposes = _WEIGHTY.intersection(found.purposes)
        return frozenset({f"by {found.issuer}", *(f"for {purpose}" for purpose in purposes), *length})

    return standing
