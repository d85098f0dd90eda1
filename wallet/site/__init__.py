"""All pages of the portfolio's site as finished values, in every language; nothing here knows HTML or files."""

from __future__ import annotations

from wallet.site.assemble import assemble, overviews_of
from wallet.site.entries import BadgeEntry, BadgeImage, Original, Part, SharedCollection, SiteInput
from wallet.site.model import Page, Site, SiteFile

__all__ = [
    "BadgeEntry",
    "BadgeImage",
    "Original",
    "Page",
    "Part",
    "SharedCollection",
    "Site",
    "SiteFile",
    "SiteInput",
    "assemble",
    "overviews_of",
]
