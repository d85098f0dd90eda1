"""The pictures that the learner's own pages show: files of content/pages that a page mentions."""

from __future__ import annotations

import re
from pathlib import Path

from wallet.errors import PortfolioError
from wallet.portfolio.mentions import mentions_in, picture_name
from wallet.portfolio.model import Portfolio
from wallet.site.entries import PagePicture
from wallet.stages.images import MAX_IMAGE_BYTES, measure_picture

__all__ = ["page_pictures"]

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SAME_KIND = {"jpeg": "jpg"}


def page_pictures(portfolio: Portfolio) -> tuple[PagePicture, ...]:
    """Each mentioned picture that is there, by name; raises PortfolioError for one that no page can show."""
    bodies = (body for page in portfolio.pages for body in page.body.values())
    names = {picture_name(mention.target) for body in bodies for mention in mentions_in(body, "")}
    places = (portfolio.root / "content" / "pages" / name for name in sorted(name for name in names if name))
    return tuple(_picture(place) for place in places if place.is_file())


def _picture(place: Path) -> PagePicture:
    if not _NAME.fullmatch(place.name):
        raise PortfolioError("portfolio.picture-name", path=str(place))
    try:
        content = place.read_bytes()
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(place)) from None
    if len(content) > MAX_IMAGE_BYTES:
        raise PortfolioError("portfolio.picture-too-large", path=str(place), limit=MAX_IMAGE_BYTES // 1_000_000)
    found, said = measure_picture(content), place.suffix[1:].lower()
    # A server tells a browser the kind by the name alone.
    if found is None or found[0] != _SAME_KIND.get(said, said):
        raise PortfolioError("portfolio.picture-unreadable", path=str(place))
    return PagePicture(name=place.name, content=content, width=found[1], height=found[2])
