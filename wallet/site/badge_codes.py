"""The QR codes of short links: for pages and paper in lines, for other programs in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.site.entries import BadgeEntry
from wallet.site.model import SiteFile
from wallet.site.qr_codes import DrawCode, draw_code
from wallet.site.sharing import CODE_PNG, CODE_SVG
from wallet.site.short_links import short_address
from wallet.site.urls import absolute, badge_address, file_of

__all__ = ["code_files"]

_KINDS = ((CODE_SVG, "svg"), (CODE_PNG, "png"))


def code_files(entries: Sequence[BadgeEntry], base_url: str, draw: DrawCode = draw_code) -> Iterator[SiteFile]:
    """The short link of each badge as a code, in lines and in points, as `draw` draws it."""
    for entry in entries:
        url = absolute(base_url, short_address(entry))
        for name, kind in _KINDS:
            address = badge_address(entry.slug, name)
            yield SiteFile(path=file_of(address), content=draw(url, kind), badge=entry.slug)
