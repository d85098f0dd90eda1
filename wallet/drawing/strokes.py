"""Lines of even width with round ends, whole or dashed, drawn four times as fine as the card and then brought down."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from wallet.drawing.fonts import face, is_european, settable
from wallet.drawing.sheet import FINE

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Patch", "Points", "circle", "curve", "ellipse", "turned"]

Points = Sequence[tuple[float, float]]

_FINER = 2
_STEPS = 96


def ellipse(x: float, y: float, across: float, down: float) -> Points:
    """A closed outline, from its rightmost point on."""
    angles = (2 * math.pi * step / _STEPS for step in range(_STEPS + 1))
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def circle(x: float, y: float, radius: float) -> Points:
    """A closed outline."""
    return ellipse(x, y, radius, radius)


def curve(start: tuple[float, float], *parts: tuple[float, float, float, float, float, float]) -> Points:
    """Cubic curves one after the other, each as two handles and an end."""
    points = [start]
    for ax, ay, bx, by, x, y in parts:
        x0, y0 = points[-1]
        for step in range(1, 13):
            t = step / 12
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            points.append((a * x0 + b * ax + c * bx + d * x, a * y0 + b * ay + c * by + d * y))
    return points


def turned(points: Points, degrees: float) -> Points:
    """The points turned round the origin."""
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x * cosine - y * sine, x * sine + y * cosine) for x, y in points]


class Patch:
    """A square of `side` pixels of the card, whose drawing is `units` wide and high with its corner at `origin`."""

    def __init__(self, side: int, units: float, origin: float = 0.0) -> None:
        from PIL import Image, ImageDraw

        self._image = Image.new("L", (side * FINE * _FINER,) * 2)
        self._draw = ImageDraw.Draw(self._image)
        self._scale = side * FINE * _FINER / units
        self._origin = origin

    def stroke(self, points: Points, width: float, dash: tuple[float, float] | None = None) -> None:
        """A line through all points."""
        half = width * self._scale / 2
        for piece in _dashes(points, *dash) if dash else (points,):
            placed = [self._at(x, y) for x, y in piece]
            self._draw.line(placed, fill=255, width=round(2 * half))
            for x, y in placed:
                self._draw.ellipse((x - half, y - half, x + half, y + half), fill=255)

    def clear(self, points: Points) -> None:
        """Take away what was drawn within an outline."""
        self._draw.polygon([self._at(x, y) for x, y in points], fill=0)

    def write(
        self, text: str, name: str, size: float, x: float, y: float, *, width: float | None = None, bold: float = 0
    ) -> None:
        """A line with its middle at a place, spaced out or smaller to fill `width`; nothing where it cannot be set."""
        if settable(text) is None:
            return
        letters = face(name, max(1, round(size * self._scale)), is_european(text))
        wanted = letters.width(text) if width is None else width * self._scale
        if letters.width(text) > wanted:
            letters = face(name, max(1, int(letters.size * wanted / letters.width(text))), is_european(text))
        gap = (wanted - letters.width(text)) / max(1, len(text) - 1)
        left, middle = self._at(x, y)
        left -= wanted / 2
        for letter in text:
            (piece,) = letters.pieces(letter)
            thick = round(bold * self._scale)
            self._draw.text((left, middle), letter, fill=255, font=piece.font, anchor="ls", stroke_width=thick)
            left += piece.font.getlength(letter) + gap

    def coverage(self, degrees: float = 0.0) -> Image:
        """What was drawn, turned clockwise, in the fine pixels of a sheet."""
        from PIL import Image

        whole = self._image.rotate(-degrees, Image.Resampling.BICUBIC) if degrees else self._image
        return whole.reduce(_FINER)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x - self._origin) * self._scale, (y - self._origin) * self._scale


def _dashes(points: Points, on: float, off: float) -> Iterator[Points]:
    """The line cut into dashes of the length `on` with gaps of the length `off`."""
    drawn, left, dash = True, on, [points[0]]
    for start, end in pairwise(points):
        length, done = math.dist(start, end), 0.0
        while length - done > left:
            done += left
            share = done / length
            cut = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            if drawn:
                yield [*dash, cut]
            drawn, left, dash = not drawn, off if drawn else on, [cut]
        left -= length - done
        dash.append(end)
    if drawn and len(dash) > 1:
        yield dash
