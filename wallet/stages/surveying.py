"""How things stand: what the wallet holds, what is published, and what a build would show or leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wallet.portfolio.model import Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.presenting.composition import presentable_text
from wallet.stages.build_record import LeftOut
from wallet.stages.judging import Judged, judge
from wallet.stages.pages_remarks import PagesRemark, pages_remarks
from wallet.stages.presented import presented
from wallet.stages.publishing import published_keys
from wallet.store.wallet import Wallet, WalletEntry
from wallet.verification.verifier import RunMemory

__all__ = ["Survey", "survey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """`published` is None where there is no portfolio; `private` are the wallet's badges without a published copy.

    `presentation` is the code of what stands against the signed presentation, "" where nothing does, None without one;
    `pages` is what would go wrong on GitHub Pages.
    """

    entries: tuple[WalletEntry, ...]
    published: tuple[Judged | LeftOut, ...] | None
    private: tuple[WalletEntry, ...]
    presentation: str | None = None
    pages: tuple[PagesRemark, ...] = ()


def survey(wallet: Wallet, root: Path, at: datetime, environment: Mapping[str, str]) -> Survey:
    """Look at the wallet and at the portfolio in `root`, if there is one; raises StoreError or PortfolioError."""
    entries = wallet.entries()
    if not (root / "content" / "portfolio.toml").is_file():
        return Survey(entries=entries, published=None, private=entries)
    portfolio = read_portfolio(root)
    keys = set(published_keys(root).values())
    memory = RunMemory()
    published = tuple(judge(badge, portfolio, at, memory=memory) for badge in portfolio.badges)
    private = tuple(entry for entry in entries if entry.key not in keys)
    return Survey(
        entries=entries,
        published=published,
        private=private,
        presentation=_presentation(portfolio, published, at),
        pages=pages_remarks(root, portfolio.url, wallet.home, private, environment),
    )


def _presentation(portfolio: Portfolio, badges: tuple[Judged | LeftOut, ...], at: datetime) -> str | None:
    if portfolio.presentation is None:
        return None
    shown = [badge for badge in badges if isinstance(badge, Judged)]
    texts = {one.badge.slug: presentable_text(one.verification.document, one.credential.specification) for one in shown}
    return presented(portfolio, texts, portfolio.url, at).remark or ""
