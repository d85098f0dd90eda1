"""Sharing a private collection: from the wallet to an address that nobody guesses.

An unlisted one is made by builds on the machine that has the wallet. A locked one is encrypted now, and its file goes
into the portfolio, from which any machine can build the page without being able to read it.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.locked import locked_bytes, locked_file, read_locked_file
from wallet.portfolio.model import LockedCollection, Portfolio
from wallet.portfolio.private_collections import LOCKED, PrivateCollection, private_folder, read_private
from wallet.portfolio.reading import published_slugs, read_portfolio
from wallet.resolution.sealing import new_address, new_key
from wallet.site import BadgeEntry, SharedCollection
from wallet.site.urls import absolute, page_address
from wallet.stages.building import entries_of
from wallet.stages.disclosure import Disclosure, disclosures
from wallet.stages.locking import content_of, sealed_with_key, sealed_with_passphrase
from wallet.stages.private_ending import leave_ended, share_of
from wallet.stages.shared_collections import PrivateBadges
from wallet.store.files import write_file
from wallet.store.shares import Share, write_share
from wallet.verification.moments import Watch

__all__ = ["MIN_PASSPHRASE", "SharePlan", "links_of", "plan_share", "share"]

MIN_PASSPHRASE = 12
"""Whoever has the encrypted file may guess at leisure; four common words are longer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePlan:
    """What sharing would do; `disclosures` are what unpublished badges reveal, by name."""

    portfolio: Portfolio = field(repr=False)
    home: Path
    collection: PrivateCollection
    entries: tuple[BadgeEntry, ...] = field(repr=False)
    disclosures: dict[str, tuple[Disclosure, ...]]
    earlier: Share | None
    until: datetime | None
    at: datetime


def plan_share(root: Path, home: Path, name: str, at: datetime) -> SharePlan:
    """Look at a private collection as its readers would get it; raises PortfolioError or StoreError."""
    collection = read_private(home, name)
    if not collection.words.badges:
        raise PortfolioError("private.no-badges", path=str(collection.file))
    until = _end_of(collection.until)
    if until is not None and until <= at:
        raise PortfolioError("private.over-already", path=str(collection.file), until=str(collection.until))
    chosen = set(published_slugs(root)) & set(collection.words.badges)
    portfolio = read_portfolio(root, chosen)
    badges = PrivateBadges(portfolio, entries_of(portfolio, at), home, Watch(at))
    entries = badges.of(collection)
    found = {
        handle: disclosures(judged.verification.document, judged.credential, judged.verification.members)
        for handle, judged in badges.judged.items()
    }
    return SharePlan(
        portfolio=portfolio,
        home=home,
        collection=collection,
        entries=entries,
        disclosures=found,
        earlier=share_of(home, name, portfolio),
        until=until,
        at=at,
    )


def _end_of(until: date | None) -> datetime | None:
    """The moment after the last day, where the learner is."""
    return datetime.combine(until + timedelta(days=1), time()).astimezone() if until else None


def share(plan: SharePlan, passphrase: str | None = None) -> Share:
    """Make the collection readable at its address; raises PortfolioError or StoreError, and then nothing changed."""
    collection, earlier = plan.collection, plan.earlier
    going_on = earlier if earlier and not earlier.ended and earlier.kind == collection.kind else None
    asks = collection.kind == LOCKED and collection.asks
    made = Share(
        site=plan.portfolio.url,
        kind=collection.kind,
        address=going_on.address if going_on else new_address(),
        asks=asks,
        shared_at=plan.at.isoformat(),
        until=plan.until.isoformat() if plan.until else None,
        key=None if asks or collection.kind != LOCKED else (going_on and going_on.key) or _text(new_key()),
        ended_addresses=_ended_before(earlier, going_on),
    )
    if collection.kind == LOCKED:
        _lock(plan, made, passphrase)
    if earlier and earlier.kind == LOCKED and going_on is None:
        leave_ended(plan.portfolio.root, earlier.address)
    write_share(private_folder(plan.home, collection.name), made)
    return made


def _ended_before(earlier: Share | None, going_on: Share | None) -> tuple[str, ...]:
    if earlier is None:
        return ()
    left = earlier is not going_on and earlier.kind != LOCKED
    return (*earlier.ended_addresses, *((earlier.address,) if left else ()))


def _lock(plan: SharePlan, made: Share, passphrase: str | None) -> None:
    words, name = plan.collection.words, plan.collection.name
    shared = SharedCollection(address=made.address, until=plan.until, words=words, entries=plan.entries)
    content = content_of(plan.portfolio, shared, name)
    file = locked_file(plan.portfolio.root, made.address)
    standing = read_locked_file(file) if file.is_file() else None
    blank = LockedCollection(address=made.address, until=plan.until)
    if made.key is not None:
        locked = sealed_with_key(blank, content, _key(made.key), standing)
    else:
        _require_long(passphrase)
        locked = sealed_with_passphrase(blank, content, passphrase or "", standing)
    write_file(file, locked_bytes(locked))


def _require_long(passphrase: str | None) -> None:
    if passphrase is None or len(passphrase) < MIN_PASSPHRASE:
        raise PortfolioError("private.passphrase-short", limit=MIN_PASSPHRASE)


def links_of(made: Share, languages: tuple[str, ...]) -> dict[str, str]:
    """The link to give away, by language; the key of a locked page is its end, which no server is sent."""
    end = f"#{made.key}" if made.key else ""
    return {tag: absolute(made.site, page_address(tag, "shared", made.address)) + end for tag in languages}


def _text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).rstrip(b"=").decode()


def _key(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
