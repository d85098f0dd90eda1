"""The home page and the list of badges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from wallet.language import dates
from wallet.portfolio.model import Link, Portfolio
from wallet.site.badge import note_view
from wallet.site.cards import card_view, count_views, newest_first
from wallet.site.collections import collection_links
from wallet.site.entries import BadgeEntry
from wallet.site.facts import issued_on
from wallet.site.listing import filter_views, place_views
from wallet.site.names import name_view, owner_run
from wallet.site.pathways import pathway_links
from wallet.site.reader import Reader
from wallet.site.sharing import page_share
from wallet.site.skills import skills_view, top_skills
from wallet.site.urls import page_address, web_url
from wallet.site.views import BadgesView, DateView, HomeView, LinkView, Run, ShareView, YearView
from wallet.verification.report import Verdict

__all__ = [
    "badges_view",
    "featured",
    "headline_run",
    "home_view",
    "last_checked",
    "latest_check",
    "link_views",
]

# The home page shows this many badges when the learner has chosen none.
FEATURED_BY_DEFAULT = 3


def home_view(
    reader: Reader,
    portfolio: Portfolio,
    entries: Sequence[BadgeEntry],
    base_url: str,
    *,
    history: bool,
    holder: str | None = None,
) -> HomeView:
    """Who this is, what they can do, and what was checked; `history` says whether the site has that page, and `holder`
    what they showed of themselves."""
    return HomeView(
        name=name_view(reader, portfolio.owner),
        headline=headline_run(reader, portfolio),
        introduction=note_view(reader, portfolio.profile),
        counts=count_views(reader, entries),
        total=len(entries),
        last_checked=last_checked(reader, entries),
        featured=tuple(card_view(reader, entry) for entry in featured(entries)),
        years=_years(reader, entries),
        links=link_views(reader, portfolio),
        collections=collection_links(reader, portfolio.collections, entries),
        skills=top_skills(skills_view(reader, entries)),
        skills_address=page_address(reader.language, "skills"),
        history_address=page_address(reader.language, "history") if history else None,
        badges_address=page_address(reader.language, "badges"),
        checking_address=page_address(reader.language, "checking"),
        pathways=pathway_links(reader, portfolio, entries),
        cv_address=page_address(reader.language, "cv"),
        share=_share(reader, portfolio, base_url),
        holder=holder,
    )


def _share(reader: Reader, portfolio: Portfolio, base_url: str) -> ShareView:
    name = owner_run(reader, portfolio.owner).text
    told = f"{name} · {reader.say('A portfolio of badges that anyone can check')}"
    return page_share(reader, base_url, (), title=name, text=told)


def badges_view(reader: Reader, entries: Sequence[BadgeEntry]) -> BadgesView:
    """Every badge, in the learner's order and then newest first."""
    cards = tuple(card_view(reader, entry) for entry in newest_first(entries))
    return BadgesView(
        cards=cards,
        places=place_views(reader, entries),
        filters=filter_views(reader, entries),
        told=reader.say("{shown} of {total} badges", shown="{shown}", total=len(entries)),
        counts=count_views(reader, entries),
    )


def headline_run(reader: Reader, portfolio: Portfolio) -> Run | None:
    """The learner's headline; None when they wrote none."""
    headline = reader.own_words(portfolio.headline)
    return headline if headline.text else None


def latest_check(entries: Sequence[BadgeEntry]) -> datetime | None:
    """The moment of the latest report."""
    return max((entry.report.checked_at for entry in entries), default=None)


def last_checked(reader: Reader, entries: Sequence[BadgeEntry]) -> DateView | None:
    """The date of the latest report."""
    latest = latest_check(entries)
    return reader.date(latest) if latest else None


def link_views(reader: Reader, portfolio: Portfolio) -> tuple[LinkView, ...]:
    """The learner's links, but for those that no page may carry."""
    return tuple(link for link in (_link(reader, found) for found in portfolio.links) if link is not None)


def featured(entries: Sequence[BadgeEntry]) -> tuple[BadgeEntry, ...]:
    """The badges the learner chose to show first, else the newest verified ones."""
    ordered = newest_first(entries)
    chosen = tuple(entry for entry in ordered if entry.choices.featured)
    verified = tuple(entry for entry in ordered if entry.verdict is Verdict.VERIFIED)
    return chosen or verified[:FEATURED_BY_DEFAULT]


def _years(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[YearView, ...]:
    def key(entry: BadgeEntry) -> tuple[bool, int, str]:
        issued = issued_on(entry.credential)
        return issued is None, -issued.date().toordinal() if issued else 0, entry.slug

    years: dict[str | None, list[BadgeEntry]] = {}
    for entry in sorted(entries, key=key):
        issued = issued_on(entry.credential)
        years.setdefault(dates.format_year(issued, reader.language) if issued else None, []).append(entry)
    return tuple(
        YearView(year=year, cards=tuple(card_view(reader, entry) for entry in found)) for year, found in years.items()
    )


def _link(reader: Reader, found: Link) -> LinkView | None:
    url = found.url if found.url.startswith("mailto:") else web_url(found.url)
    if url is None:
        return None
    label = reader.own_words(found.label)
    return LinkView(url=url, label=label if label.text else Run(text=url), me=found.me)
