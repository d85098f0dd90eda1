"""The QR codes of a site's short links, drawn when they are not kept from an earlier build."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path

from wallet.site.qr_codes import DrawCode, draw_code, drawn_by
from wallet.stages.made_files import CACHE_FOLDER, MadeFiles

__all__ = ["drawing_once", "kept_codes"]


def kept_codes(root: Path) -> MadeFiles:
    """The codes that earlier builds of the portfolio have drawn."""
    return MadeFiles(root / CACHE_FOLDER / "codes")


def drawing_once(kept: MadeFiles) -> DrawCode:
    """Draws a code that is not among those that are `kept`, and keeps it."""
    means = cache(drawn_by)

    def draw(text: str, kind: str) -> bytes:
        key = hashlib.sha256(f"{means(kind)}\0{text}".encode()).hexdigest()
        return kept.get_or_make(f"{key}.{kind}", partial(draw_code, text, kind))

    return draw
