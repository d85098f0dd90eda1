"""The shape of each state, the seal, and the crest that stands for a picture: as on the pages, but drawn as pixels.

Every state has a shape of its own, so that none is told by colour alone. The seal is for verified badges.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from wallet.drawing.fonts import SERIF
from wallet.drawing.strokes import Patch, circle, curve, ellipse, turned
from wallet.site.views import CardPicture

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["SEALED", "monogram", "seal", "state_shape"]

SEALED = frozenset({"verified", "verified_dated"})
"""The states that a seal may stand for."""

_LEAN = -7.0
"""A seal that was pressed by hand is never quite upright."""

_CURL = (
    (9.4, 9.9),
    (9.4, 8.4, 10.5, 7.4, 12, 7.4),
    (13.5, 7.4, 14.6, 8.3, 14.6, 9.7),
    (14.6, 11.6, 12, 11.7, 12, 13.6),
)


def state_shape(kind: str, side: int) -> Image:
    """The shape of a state that has no seal; that of a failed check for one without a name here."""
    patch = Patch(side, 24)
    _SHAPES.get(kind, _triangle)(patch)
    return patch.coverage()


def _hourglass(patch: Patch) -> None:
    for end in (2.5, 21.5):
        patch.stroke([(5, end), (19, end)], 1.6)
    for side in (1, -1):
        x = [12 + side * (at - 12) for at in (7, 7, 11.6, 11.6, 11.6, 7, 7)]
        patch.stroke(
            [
                (x[0], 2.5),
                *curve((x[0], 5.7), (x[1], 8.7, x[2], 10.3, x[3], 12), (x[4], 13.7, x[5], 15.3, x[6], 18.3)),
                (x[0], 21.5),
            ],
            1.6,
        )


def _sunrise(patch: Patch) -> None:
    patch.stroke([(1.5, 17.5), (22.5, 17.5)], 1.6)
    patch.stroke([point for point in circle(12, 17.5, 7) if point[1] <= 17.501][:-1], 1.6)
    for start, end in (((12, 4), (12, 7)), ((3.6, 8.6), (5.8, 10.5)), ((20.4, 8.6), (18.2, 10.5)), ((7, 21), (17, 21))):
        patch.stroke([start, end], 1.6)


def _pause(patch: Patch) -> None:
    patch.stroke([(2.5, 2.5), (21.5, 2.5), (21.5, 21.5), (2.5, 21.5), (2.5, 2.5)], 1.6)
    for x in (9, 15):
        patch.stroke([(x, 7.5), (x, 16.5)], 2.2)


def _stop(patch: Patch) -> None:
    corners = [(7.8, 2), (16.2, 2), (22, 7.8), (22, 16.2), (16.2, 22), (7.8, 22), (2, 16.2), (2, 7.8), (7.8, 2)]
    patch.stroke(corners, 1.6)
    patch.stroke([(8.2, 8.2), (15.8, 15.8)], 2.2)
    patch.stroke([(15.8, 8.2), (8.2, 15.8)], 2.2)


def _question(patch: Patch) -> None:
    patch.stroke([(12, 1.6), (22.4, 12), (12, 22.4), (1.6, 12), (12, 1.6)], 1.6, (2.4, 2.5))
    patch.stroke(curve(*_CURL), 2)
    patch.stroke([(12, 16.4), (12, 16.8)], 2)


def _unread(patch: Patch) -> None:
    patch.stroke([(1.8, 5), (22.2, 5), (22.2, 19), (1.8, 19), (1.8, 5)], 1.6, (2, 2.6))
    patch.stroke([(7, 12), (17, 12)], 2.2)


def _triangle(patch: Patch) -> None:
    patch.stroke([(12, 2.4), (22.6, 21), (1.4, 21), (12, 2.4)], 1.6)
    patch.stroke([(12, 9), (12, 15)], 2.2)
    patch.stroke([(12, 17.6), (12, 18)], 2.2)


_SHAPES: Mapping[str, Callable[[Patch], None]] = {
    "expired": _hourglass,
    "not_yet_valid": _sunrise,
    "suspended": _pause,
    "revoked": _stop,
    "undetermined": _question,
    "unsupported": _unread,
}


def seal(stamp: tuple[str, str, str], kind: str, side: int) -> Image:
    """A date stamp, as an office puts on what it has examined; its ring is broken where the status is older."""
    patch = Patch(side, 172, -86)
    patch.stroke(circle(0, 0, 72), 5.5, (16.6, 13.56) if kind == "verified_dated" else None)
    for y in (-19, 19):
        patch.stroke([(-67, y), (67, y)], 3)
    top, date, bottom = stamp
    short = len(top) <= 4
    patch.write(top, SERIF, 27 if short else 19, 0, -31 if short else -32, width=84 if short else 92, bold=0.5)
    patch.write(date, SERIF, 25, 0, 9, width=122 if len(date) > 9 else 108, bold=0.5)
    # Two characters that were spread as widely as a word would no longer be read as one.
    patch.write(bottom, SERIF, 28 if short else 18, 0, 51 if short else 45, width=None if short else 66, bold=0.5)
    return patch.coverage(_LEAN)


def monogram(picture: CardPicture, side: int) -> Image:
    """The first letter in a crest whose petals come from the badge's name."""
    patch = Patch(side, 120, -60)
    patch.stroke(circle(0, 0, 56), 1.6)
    for petal in range(picture.petals):
        outline = ellipse(0, -34, 96 / picture.petals, 17)
        patch.stroke(turned(outline, picture.turn + 360 / picture.petals * petal), 1)
    patch.clear(circle(0, 0, 27))
    patch.stroke(circle(0, 0, 27), 1.6)
    patch.write(picture.letter, SERIF, 31, 0, 11)
    return patch.coverage()
