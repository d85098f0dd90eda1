"""The collections of a build that are not for everybody: locked ones of the portfolio, unlisted ones of the wallet.

Where the wallet is not, as on a server that builds the site, there are locked ones alone.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.locked import locked_bytes
from wallet.portfolio.model import BadgeChoices, LockedCollection, Portfolio, PortfolioBadge
from wallet.portfolio.private_collections import (
    UNLISTED,
    PrivateCollection,
    private_folder,
    private_names,
    read_private,
)
from wallet.portfolio.reading import published_slugs
from wallet.site import BadgeEntry, SharedCollection
from wallet.stages.build_record import LeftOut
from wallet.stages.judging import Judged, judge
from wallet.stages.showing import shown_badge
from wallet.store.shares import Share, read_share
from wallet.store.wallet import Wallet, WalletEntry
from wallet.verification.moments import Watch, WatchedMoment

__all__ = ["PrivateBadges", "shared_collections"]


class PrivateBadges:
    """The badges that a private collection may name, as of the watch's moment: published ones, and the wallet's own."""

    def __init__(self, portfolio: Portfolio, entries: Sequence[BadgeEntry], home: Path, watch: Watch) -> None:
        self.judged: dict[str, Judged] = {}
        self._portfolio, self._home, self._watch = portfolio, home, watch
        self._published = {entry.slug: entry for entry in entries}
        self._slugs = {badge.slug for badge in portfolio.badges}
        self._wallet: dict[str, WalletEntry] | None = None

    def of(self, collection: PrivateCollection) -> tuple[BadgeEntry, ...]:
        """The badges in the learner's order; raises PortfolioError for one that is not there or may not be shown."""
        found = (self._one(collection, name) for name in collection.words.badges)
        return tuple(entry for entry in found if entry is not None)

    def _one(self, collection: PrivateCollection, name: str) -> BadgeEntry | None:
        if name in self._slugs:
            # A build tells of a published badge that is left out.
            return self._published.get(name)
        entry = self._kept().get(name)
        if entry is None:
            raise self._missing(collection, name)
        judged = judge(self._badge(entry), self._portfolio, WatchedMoment.of(self._watch.moment, self._watch))
        if isinstance(judged, LeftOut):
            raise PortfolioError("private.badge-not-shown", path=str(collection.file), name=name)
        self.judged[name] = judged
        return shown_badge(judged, self._watch, None)

    def _kept(self) -> dict[str, WalletEntry]:
        if self._wallet is None:
            self._wallet = {entry.handle: entry for entry in Wallet(self._home).entries()}
        return self._wallet

    def _badge(self, entry: WalletEntry) -> PortfolioBadge:
        return PortfolioBadge(
            slug=entry.handle,
            folder=self._home / "badges" / entry.key,
            file_name=entry.file_name,
            source=entry.source,
            choices=BadgeChoices(),
            notes={},
            evidence=entry.evidence,
        )

    def _missing(self, collection: PrivateCollection, name: str) -> PortfolioError:
        known = [*published_slugs(self._portfolio.root), *self._kept()]
        near = difflib.get_close_matches(name, known, 1, cutoff=0.4)
        facts = {"path": str(collection.file), "name": name[:80]}
        if near:
            return PortfolioError("private.no-such-badge-meant", meant=near[0], **facts)
        return PortfolioError("private.no-such-badge", **facts)


def shared_collections(
    portfolio: Portfolio, entries: Sequence[BadgeEntry], home: Path | None, watch: Watch
) -> tuple[SharedCollection, ...]:
    """Every shared address of the site, in order; `watch` learns when one ends."""
    locked = [_locked(one, watch) for one in portfolio.locked]
    unlisted = list(_unlisted(portfolio, entries, home, watch)) if home is not None else []
    return tuple(sorted((*locked, *unlisted), key=lambda shared: shared.address))


def _locked(one: LockedCollection, watch: Watch) -> SharedCollection:
    if one.sealed is None or _is_over(one.until, watch):
        return SharedCollection(address=one.address, ended=True)
    sealed = locked_bytes(one)
    return SharedCollection(address=one.address, until=one.until, asks=one.iterations is not None, sealed=sealed)


def _unlisted(
    portfolio: Portfolio, entries: Sequence[BadgeEntry], home: Path, watch: Watch
) -> Iterator[SharedCollection]:
    badges = PrivateBadges(portfolio, entries, home, watch)
    for name in private_names(home):
        share = read_share(private_folder(home, name))
        if share is None or share.kind != UNLISTED or share.site != portfolio.url:
            continue
        yield from (SharedCollection(address=address, ended=True) for address in share.ended_addresses)
        yield _of_share(badges, read_private(home, name), share, watch)


def _of_share(badges: PrivateBadges, collection: PrivateCollection, share: Share, watch: Watch) -> SharedCollection:
    until = datetime.fromisoformat(share.until) if share.until else None
    if share.ended or _is_over(until, watch):
        return SharedCollection(address=share.address, ended=True)
    entries = badges.of(collection)
    return SharedCollection(address=share.address, until=until, words=collection.words, entries=entries)


def _is_over(until: datetime | None, watch: Watch) -> bool:
    if until is None:
        return False
    watch.compared_at(until)
    return until <= watch.moment
