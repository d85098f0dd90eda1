"""The social cards of a site, drawn when they are not kept from an earlier build."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from wallet.drawing import card_key, draw_card
from wallet.site.model import Card, Site, SiteFile
from wallet.stages.made_files import CACHE_FOLDER, CARDS_FOLDER, MadeFiles

__all__ = ["card_paths", "drawn_cards", "kept_cards"]


def kept_cards(root: Path) -> MadeFiles:
    """The cards that earlier builds of the portfolio have drawn."""
    return MadeFiles(root / CACHE_FOLDER / CARDS_FOLDER)


def card_paths(site: Site) -> frozenset[str]:
    """The files of the cards that the pages of the site name."""
    return frozenset(page.card.path for page in site.pages if page.card)


def drawn_cards(cards: Iterable[Card], made: MadeFiles | None) -> tuple[SiteFile, ...]:
    """The file of each card, once; none where nothing is to be drawn."""
    if made is None:
        return ()
    by_path = {card.path: card for card in cards}
    return tuple(
        SiteFile(
            path=path,
            content=made.get_or_make(f"{card_key(card.subject)}.png", partial(draw_card, card.subject)),
            badge=card.badge,
        )
        for path, card in by_path.items()
    )
