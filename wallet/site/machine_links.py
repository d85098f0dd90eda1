"""What programs are told to look at beside the pages, and where it stands."""

from __future__ import annotations

from wallet.site.model import HeadLink
from wallet.site.urls import page_address

__all__ = ["INDEX_ADDRESS", "MANIFEST_ADDRESS", "feed_address", "resume_address", "site_links"]

INDEX_ADDRESS = "index.json"
MANIFEST_ADDRESS = "manifest.webmanifest"


def feed_address(language: str) -> str:
    """The address of the feed in one language."""
    return f"{page_address(language)}feed.xml"


def resume_address(language: str) -> str:
    """The address of the résumé in one language."""
    return f"{page_address(language)}resume.json"


def site_links(language: str, title: str, *, has_feed: bool) -> tuple[HeadLink, ...]:
    """The links of every page in one language; `title` is the site's."""
    feed = HeadLink(
        relation="alternate", address=feed_address(language), media_type="application/atom+xml", title=title
    )
    return (
        *((feed,) if has_feed else ()),
        HeadLink(relation="alternate", address=INDEX_ADDRESS, media_type="application/json"),
        HeadLink(relation="manifest", address=MANIFEST_ADDRESS),
    )
