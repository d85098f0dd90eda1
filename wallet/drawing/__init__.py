"""Social cards: from what a card shows to the bytes of its picture, the same on every machine."""

from __future__ import annotations

from wallet.drawing.cards import card_key, draw_card

__all__ = ["card_key", "draw_card"]
