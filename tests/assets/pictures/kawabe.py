"""Kawabe Gakuen: an unfolded map with a river, in indigo, paper and vermilion."""

from __future__ import annotations

from collections.abc import Iterator

from tests.assets.drawing.shapes import (
    Clip,
    Drawing,
    Fill,
    Mark,
    Outline,
    Stroke,
    circle,
    curve,
    line,
    polygon,
    rectangle,
    smooth,
)
from tests.assets.pictures.ornaments import around, downward, leaf

__all__ = ["town_map"]

_INDIGO, _DEEP, _PAPER, _RIVER, _MEADOW, _VERMILION = "#2c4a7c", "#182b4d", "#fbf6e9", "#7fb8d6", "#c9dfb0", "#d8502f"


def _octagon(radius: float) -> Outline:
    return polygon(list(around(8, radius, start=-67.5)))


def _sheet() -> Iterator[Mark]:
    """A sheet of four folds, each second one a little darker."""
    folds = ((72, 0.0), (136, 0.07), (200, 0.0), (264, 0.07))
    yield Fill(polygon([(72, 122), (136, 104), (200, 122), (264, 104), (328, 122), (328, 296), (264, 278), (200, 296),
                        (136, 278), (72, 296)]), _PAPER)  # fmt: skip
    for left, shade in folds:
        if shade:
            yield Fill(rectangle(left, 100, 64, 200), _DEEP, shade)


def _river() -> Iterator[Mark]:
    course = smooth([(40, 262), (104, 236), (150, 250), (206, 214), (240, 168), (300, 158), (360, 120)])
    yield Stroke(course, _RIVER, 26)
    yield Stroke(course, _PAPER, 3, 0.8)


def _streets() -> Iterator[Mark]:
    yield Stroke(line((92, 150), (192, 172), (214, 300)), _INDIGO, 4, 0.45)
    yield Stroke(line((128, 100), (118, 300)), _INDIGO, 4, 0.45)
    yield Stroke(line((250, 96), (272, 300)), _INDIGO, 4, 0.45)
    walked = smooth([(104, 190), (128, 172), (170, 186), (196, 232), (238, 250), (284, 222)])
    yield Stroke(walked, _VERMILION, 6)
    for x, y in ((104, 190), (170, 186), (238, 250)):
        yield Fill(circle(x, y, 8), _PAPER)
        yield Stroke(circle(x, y, 8), _VERMILION, 4)


def _trees() -> Iterator[Mark]:
    for x, y, length in ((160, 142, 30), (182, 140, 24), (304, 262, 30), (146, 282, 26)):
        blade, vein = leaf(x, y, length, -90, 0.5)
        yield Fill(blade, downward("#8fc07a", "#4d8a55", top=y - length, bottom=y))
        yield Stroke(vein, _PAPER, 1.8, 0.8)


def _pin(x: float, y: float) -> Iterator[Mark]:
    body = curve(
        (x, y),
        ((x - 12, y - 30), (x - 34, y - 46), (x - 34, y - 74)),
        ((x - 34, y - 94), (x - 18, y - 108), (x, y - 108)),
        ((x + 18, y - 108), (x + 34, y - 94), (x + 34, y - 74)),
        ((x + 34, y - 46), (x + 12, y - 30), (x, y)),
        closed=True,
    )
    yield Fill(circle(x, y, 10), _DEEP, 0.25)
    yield Fill(body, downward("#ee7a54", _VERMILION, top=y - 108, bottom=y))
    yield Fill(circle(x, y - 72, 14), _PAPER)


def town_map() -> Drawing:
    """A map of a town by a river, the way that was walked, and a pin at its end."""
    meadow = polygon([(40, 300), (120, 250), (210, 268), (360, 240), (360, 320), (40, 320)])
    scene = (
        Fill(rectangle(0, 0, 400, 400), downward("#dfe8f3", "#a9bdd8", top=40, bottom=360)),
        Clip(
            polygon([(72, 122), (136, 104), (200, 122), (264, 104), (328, 122), (328, 296), (264, 278), (200, 296),
                     (136, 278), (72, 296)]),
            (*_sheet(), Fill(meadow, _MEADOW), *_river(), *_streets(), *_trees()),
        ),
        *_pin(284, 222),
    )  # fmt: skip
    return Drawing(
        (
            Fill(_octagon(190), _DEEP),
            Fill(_octagon(184), _VERMILION),
            Fill(_octagon(178), _DEEP),
            Clip(_octagon(172), scene),
        ),
        title="A map with a river and a pin",
    )
