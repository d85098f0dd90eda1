"""Ending what was shared: the address says so from the next build on, or is not found any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.locked import locked_bytes, locked_file
from wallet.portfolio.model import LockedCollection, Portfolio
from wallet.portfolio.private_collections import LOCKED, private_folder, read_private
from wallet.portfolio.reading import read_portfolio
from wallet.store.files import remove_folder, write_file
from wallet.store.shares import Share, read_share, write_share

__all__ = ["end_share", "leave_ended", "remove_private", "share_of"]


def share_of(home: Path, name: str, portfolio: Portfolio) -> Share | None:
    """As what it was shared; raises PortfolioError where it belongs to another portfolio."""
    found = read_share(private_folder(home, name))
    if found is not None and found.site != portfolio.url:
        raise PortfolioError("private.another-site", name=name, site=found.site)
    return found


def end_share(root: Path, home: Path, name: str) -> Share:
    """From the next build on, the address says that the link has ended; raises PortfolioError or StoreError."""
    read_private(home, name)
    portfolio = read_portfolio(root, ())
    found = share_of(home, name, portfolio)
    if found is None:
        raise PortfolioError("private.not-shared", name=name)
    if found.kind == LOCKED:
        leave_ended(root, found.address)
    ended = replace(found, ended=True, key=None)
    write_share(private_folder(home, name), ended)
    return ended


def leave_ended(root: Path, address: str) -> None:
    """The file of a locked collection without its content."""
    write_file(locked_file(root, address), locked_bytes(LockedCollection(address=address)))


def remove_private(root: Path, home: Path, name: str) -> Share | None:
    """Remove it from the wallet, and its encrypted file from the portfolio: its address will not be found."""
    folder = private_folder(home, name)
    if not (folder / "collection.toml").is_file():
        raise PortfolioError("private.no-such-collection", name=name)
    found = read_share(folder)
    if found is not None and found.kind == LOCKED:
        share_of(home, name, read_portfolio(root, ()))
        locked_file(root, found.address).unlink(missing_ok=True)
    remove_folder(folder)
    return found
