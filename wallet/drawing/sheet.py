"""The sheet a card is drawn on: a layer of coverage for each ink, and the pictures, which keep their own colours.

Layers are twice as fine as the card and are brought together at the end, so that a colour is on the card only if
something was drawn in it.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from wallet.drawing.fonts import Face
from wallet.drawing.png import encode

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["FINE", "HEIGHT", "WIDTH", "Ink", "Sheet"]

WIDTH, HEIGHT = 1200, 630
FINE = 2
"""Layers have this many pixels to one of the card's."""

STEPS = 10
"""Shades of an ink between the paper and full colour."""

MOST_COLOURS = 110
"""For the pictures: with more, a card takes longer to load and looks no better."""

PAPER = (255, 255, 255)

Colour = tuple[int, int, int]


class Ink(Enum):
    """The colours a card is drawn in; vermilion is the seal's alone."""

    RULE = (216, 211, 200)
    SOFT = (91, 87, 80)
    INDIGO = (31, 58, 110)
    INK = (29, 28, 26)
    VERMILION = (191, 51, 28)


class Sheet:
    """One card in the making; all places and sizes are in the card's own pixels."""

    def __init__(self) -> None:
        self._layers: dict[Ink, Image] = {}
        self._pictures: list[tuple[Image, int, int]] = []

    def layer(self, ink: Ink) -> Image:
        """The coverage of an ink, `FINE` times as large as the card."""
        from PIL import Image

        if ink not in self._layers:
            self._layers[ink] = Image.new("L", (WIDTH * FINE, HEIGHT * FINE))
        return self._layers[ink]

    def write(self, text: str, face: Face, x: float, baseline: float, ink: Ink) -> None:
        """A line of text from `x` on; `face` is `FINE` times as large as it shall look."""
        from PIL import ImageDraw

        draw = ImageDraw.Draw(self.layer(ink))
        for piece in face.pieces(text):
            place = (round(x * FINE + piece.x), round(baseline * FINE))
            draw.text(place, piece.text, fill=255, font=piece.font, anchor="ls")

    def rule(self, left: int, right: int, y: int, ink: Ink, thickness: int = 1) -> None:
        """A horizontal line."""
        box = (left * FINE, y * FINE, right * FINE, (y + thickness) * FINE)
        self.layer(ink).paste(255, box)

    def press(self, coverage: Image, x: int, y: int, ink: Ink) -> None:
        """Lay a drawing of coverage, in fine pixels, on a layer with its corner at a place of the card."""
        self.layer(ink).paste(255, (x * FINE, y * FINE), coverage)

    def place(self, picture: Image, x: int, y: int) -> None:
        """A picture without transparency, in the card's own pixels."""
        self._pictures.append((picture, x, y))

    def png(self) -> bytes:
        """The finished card."""
        canvas, palette = self._with_inks()
        palette += self._with_pictures(canvas, len(palette))
        return encode(WIDTH, HEIGHT, canvas.tobytes(), palette)

    def _with_inks(self) -> tuple[Image, list[Colour]]:
        from PIL import Image

        canvas, palette = Image.new("L", (WIDTH, HEIGHT)), [PAPER]
        for ink in (ink for ink in Ink if ink in self._layers):
            shades = self._layers[ink].reduce(FINE).point([round(value * STEPS / 255) for value in range(256)])
            start = len(palette) - 1
            indices = shades.point([start + shade for shade in range(256 - start)] + [0] * start)
            canvas.paste(indices, (0, 0), shades.point([0] + [255] * 255))
            palette += [_shade(ink.value, step) for step in range(1, STEPS + 1)]
        return canvas, palette

    def _with_pictures(self, canvas: Image, start: int) -> list[Colour]:
        from PIL import Image, ImageChops

        if not self._pictures:
            return []
        gathered = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        for picture, x, y in self._pictures:
            gathered.paste(picture, (x, y))
        few = gathered.quantize(MOST_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        flat = few.getpalette() or []
        bands = [ImageChops.invert(band).point([0] + [255] * 255) for band in gathered.split()]
        inked = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
        indices = Image.frombytes("L", few.size, few.tobytes()).point([min(255, start + old) for old in range(256)])
        canvas.paste(indices, (0, 0), inked)
        return [(flat[at], flat[at + 1], flat[at + 2]) for at in range(0, len(flat) - 2, 3)]


def _shade(colour: Colour, step: int) -> Colour:
    red, green, blue = (round(paper + (full - paper) * step / STEPS) for full, paper in zip(colour, PAPER, strict=True))
    return red, green, blue
