"""oEmbed: what a page that embeds a badge by its address asks for. The answer is a file, one beside each page.

A static site cannot answer in the size that was asked for: the embedded page is small enough for nearly all.
"""

from __future__ import annotations

import json
from xml.sax.saxutils import quoteattr

from wallet.site.cards import title_view
from wallet.site.editions import Edition
from wallet.site.entries import BadgeEntry
from wallet.site.model import HeadLink, SiteFile
from wallet.site.social import FILE_NAME
from wallet.site.urls import absolute, file_of, page_address

__all__ = ["oembed_file", "oembed_link"]

MEDIA_TYPE = "application/json+oembed"
WIDTH, HEIGHT = 480, 180
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 1200, 630
A_DAY = 86_400


def _address(each: Edition, entry: BadgeEntry) -> str:
    return f"{page_address(each.language, 'badges', entry.slug)}oembed.json"


def oembed_link(each: Edition, entry: BadgeEntry) -> HeadLink:
    """Where a program finds out how to embed the badge; it may take the address as it stands."""
    return HeadLink(
        relation="alternate",
        address=_address(each, entry),
        media_type=MEDIA_TYPE,
        title=title_view(each.reader, entry).main.text,
        whole=True,
    )


def oembed_file(each: Edition, entry: BadgeEntry) -> SiteFile:
    """The answer for the badge's page: its small page in a frame, and its card as the picture."""
    base_url, title = each.site_input.base_url, title_view(each.reader, entry).main.text
    embedded = absolute(base_url, page_address(each.language, "badges", entry.slug, "embed"))
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": each.owner.text,
        "provider_url": absolute(base_url, page_address(each.language)),
        "cache_age": A_DAY,
        "thumbnail_url": absolute(base_url, page_address(each.language, "badges", entry.slug) + FILE_NAME),
        "thumbnail_width": THUMBNAIL_WIDTH,
        "thumbnail_height": THUMBNAIL_HEIGHT,
        "html": _frame(embedded, title),
        "width": WIDTH,
        "height": HEIGHT,
    }
    content = json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    return SiteFile(path=file_of(_address(each, entry)), content=content.encode(), badge=entry.slug)


def _frame(url: str, title: str) -> str:
    return (
        f'<iframe src={quoteattr(url)} title={quoteattr(title)} width="{WIDTH}" height="{HEIGHT}" '
        'frameborder="0" loading="lazy"></iframe>'
    )
