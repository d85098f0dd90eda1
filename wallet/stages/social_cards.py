"""The social cards of a site, drawn when they are not kept from an earlier build."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from wallet.drawing import card_key, draw_card
from wallet.site.model import Site, SiteFile
from wallet.stages.made_files import CACHE_FOLDER, MadeFiles

__all__ = ["card_paths", "kept_cards", "with_cards"]


def kept_cards(root: Path) -> MadeFiles:
    """The cards that earlier builds of the portfolio have drawn."""
    return MadeFiles(root / CACHE_FOLDER / "cards")


def card_paths(site: Site) -> frozenset[str]:
    """The files of the cards that the pages of the site name."""
    return frozenset(page.card.path for page in site.pages if page.card)


def with_cards(site: Site, made: MadeFiles) -> Site:
    """The site with the card of every page among its files."""
    subjects = {page.card.path: (page.card.subject, page.badge) for page in site.pages if page.card}
    drawn = (
        SiteFile(
            path=path, content=made.get_or_make(f"{card_key(subject)}.png", partial(draw_card, subject)), badge=badge
        )
        for path, (subject, badge) in subjects.items()
    )
    return replace(site, files=(*site.files, *drawn))
