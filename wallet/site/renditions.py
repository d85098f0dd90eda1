"""Smaller copies of a badge's picture: which sizes are wanted, where they are published, and which a page offers."""

from __future__ import annotations

from fractions import Fraction

from wallet.site.entries import BadgeImage, Rendition
from wallet.site.urls import badge_address
from wallet.site.views import SourceView

__all__ = ["fallback_address", "rendition_address", "sides", "size_within", "source_views"]

_SHARP = 2
"""Pixels of a screen for each pixel of the page, on most phones."""


def sides(image: BadgeImage, size: int) -> tuple[int, ...]:
    """The longer sides of the copies for a square of `size`, plain and sharp, never larger than the picture."""
    longest = max(image.width, image.height)
    return tuple(sorted({min(size, longest), min(_SHARP * size, longest)}))


def size_within(image: BadgeImage, side: int) -> tuple[int, int]:
    """Width and height with `side` as the longer one, in the picture's own proportion."""
    scale = Fraction(side, max(image.width, image.height, 1))
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def rendition_address(slug: str, rendition: Rendition) -> str:
    """Where a copy is published."""
    return badge_address(slug, f"image-{max(rendition.width, rendition.height)}.{rendition.extension}")


def source_views(slug: str, image: BadgeImage, size: int) -> tuple[SourceView, ...]:
    """The WebP copies for a square of `size`, by density; none where one is missing."""
    found = [_of_side(image, side, "webp") for side in sides(image, size)]
    return tuple(
        SourceView(address=rendition_address(slug, one), density=_density(one, size))
        for one in found
        if all(found)
        if one
    )


def fallback_address(slug: str, image: BadgeImage, size: int) -> str | None:
    """A smaller copy in the picture's own format, for browsers that know no WebP."""
    copy = None if image.extension == "webp" else _of_side(image, sides(image, size)[-1], image.extension)
    return rendition_address(slug, copy) if copy else None


def _of_side(image: BadgeImage, side: int, extension: str) -> Rendition | None:
    matching = (one for one in image.renditions if (max(one.width, one.height), one.extension) == (side, extension))
    return next(matching, None)


def _density(rendition: Rendition, size: int) -> str:
    """As in ``srcset``; a picture that is smaller than its place is shown for every screen."""
    return f"{max(1.0, round(max(rendition.width, rendition.height) / size, 2)):g}x"
