"""Smaller copies of a badge's picture for the sizes it is shown at; the picture itself stays as it was signed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from wallet.site.cards import CARD_SIZE, PAGE_SIZE
from wallet.site.entries import BadgeImage, Rendition
from wallet.site.renditions import sides, size_within
from wallet.stages.made_files import CACHE_FOLDER, MadeFiles
from wallet.stages.pictures import Drawing, can_be_drawn, drawn_by

__all__ = ["kept_pictures", "with_renditions"]

_LARGEST_PART = {"webp": 0.95, "png": 0.5, "jpg": 0.5}
"""Of the picture's own bytes. Few browsers know no WebP: a further copy for them has to be worth its place."""


def kept_pictures(root: Path) -> MadeFiles:
    """The pictures that earlier builds of the portfolio have drawn."""
    return MadeFiles(root / CACHE_FOLDER / "pictures")


def with_renditions(image: BadgeImage | None, kept: MadeFiles) -> BadgeImage | None:
    """`image` with its smaller copies, as far as it can be drawn and they save bytes."""
    if image is None or not can_be_drawn(image):
        return image
    found = {(one.extension, one.width, one.height): one for one in _renditions(image, kept)}
    return replace(image, renditions=tuple(found.values()))


def _renditions(image: BadgeImage, kept: MadeFiles) -> Iterator[Rendition]:
    draw = _drawing(image, kept)
    for size in (CARD_SIZE, PAGE_SIZE):
        drawn = [draw(side, "webp") for side in sides(image, size)]
        # A browser that knows WebP looks at nothing else: where the sharp copy saves nothing, the plain one would be
        # shown in its place and be blurred.
        if all(one.content for one in drawn):
            yield from drawn
            if image.extension in ("png", "jpg"):
                fallback = draw(sides(image, size)[-1], image.extension)
                yield from (fallback,) if fallback.content else ()


def _drawing(image: BadgeImage, kept: MadeFiles) -> Callable[[int, str], Rendition]:
    """Draws the picture within a square; without content where that cannot be done or saves too little."""
    source = hashlib.sha256(image.content).hexdigest()
    drawing = Drawing(image)

    def draw(side: int, extension: str) -> Rendition:
        size, largest = size_within(image, side), _LARGEST_PART[extension]
        parts = (source, f"{size[0]}x{size[1]}", drawn_by(extension), str(largest))
        key = hashlib.sha256("\0".join(parts).encode()).hexdigest()

        def make() -> bytes:
            content = drawing.encoded(size, extension) or b""
            return content if len(content) <= len(image.content) * largest else b""

        content = kept.get_or_make(f"{key}.{extension}", make)
        return Rendition(content=content, extension=extension, width=size[0], height=size[1])

    return draw
