"""All pages of the portfolio's site as finished values, in every language; nothing here knows HTML or files."""

from __future__ import annotations

from wallet.site.assemble import assemble, assemble_edition, assemble_shared, overviews_of, with_overviews
from wallet.site.entries import BadgeEntry, BadgeImage, Original, Part, SharedCollection, SiteInput
from wallet.site.model import Card, Page, Site, SiteFile, StandingPage

__all__ = [
    "BadgeEntry",
    "BadgeImage",
    "Card",
    "Original",
    "Page",
    "Part",
    "SharedCollection",
    "Site",
    "SiteFile",
    "SiteInput",
    "StandingPage",
    "assemble",
    "assemble_edition",
    "assemble_shared",
    "overviews_of",
    "with_overviews",
]
