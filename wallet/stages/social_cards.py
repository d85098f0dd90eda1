"""The social cards of a site, drawn when they are not kept from an earlier build."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from wallet.drawing import card_key, draw_card
from wallet.site.model import Site, SiteFile
from wallet.stages.made_files import MadeFiles

__all__ = ["with_cards"]


def with_cards(site: Site, made: MadeFiles) -> Site:
    """The site with the card of every page among its files."""
    subjects = {page.card.path: page.card.subject for page in site.pages if page.card}
    drawn = (
        SiteFile(path=path, content=made.get(f"{card_key(subject)}.png", partial(draw_card, subject)))
        for path, subject in subjects.items()
    )
    return replace(site, files=(*site.files, *drawn))
