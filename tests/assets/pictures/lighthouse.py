"""Lighthouse Commons: a scalloped sun at daybreak, with the tower that watches over the bay."""

from __future__ import annotations

from collections.abc import Iterator

from tests.assets.drawing.shapes import (
    Clip,
    Drawing,
    Fill,
    Mark,
    Stroke,
    circle,
    curve,
    joined,
    polygon,
    rectangle,
)
from tests.assets.pictures.ornaments import around, downward, glow, leaf, waves

__all__ = ["mentor"]

_NAVY, _SLATE, _WHITE, _LAMP, _CORAL = "#1c3354", "#335a85", "#fffaf2", "#ffd76a", "#ee8563"


def _sun(title: str, *scene: Mark) -> Drawing:
    rays = joined(circle(200, 200, 166), *(circle(x, y, 27) for x, y in around(20, 166)))
    return Drawing(
        (
            Fill(rays, _NAVY),
            Fill(circle(200, 200, 163), _LAMP),
            Fill(circle(200, 200, 156), _NAVY),
            Clip(circle(200, 200, 151), scene),
            *(Fill(circle(x, y, 4.5), _LAMP) for x, y in around(20, 178)),
        ),
        title=title,
    )


def _tower() -> Iterator[Mark]:
    """A striped tower with its lamp."""
    shaft = polygon([(170, 300), (182, 138), (222, 138), (234, 300)])
    yield Fill(shaft, downward(_WHITE, "#e9dccb", top=138, bottom=300))
    bands = tuple(Fill(rectangle(150, y, 110, 27), _NAVY) for y in (162, 216, 270))
    shade = Fill(polygon([(208, 138), (222, 138), (234, 300), (214, 300)]), _NAVY, 0.14)
    yield Clip(shaft, (*bands, shade))
    yield Fill(rectangle(172, 128, 60, 12, 4), _NAVY)
    yield Fill(rectangle(184, 100, 36, 30, 4), _LAMP)
    yield Stroke(curve((202, 102), ((202, 128),)), _NAVY, 3)
    yield Fill(curve((178, 102), ((180, 76), (224, 76), (226, 102)), closed=True), _CORAL)
    yield Fill(circle(202, 76, 6), _CORAL)
    yield Fill(rectangle(194, 244, 16, 24, 8), _SLATE)


def _seedling(x: float, y: float) -> Iterator[Mark]:
    yield Stroke(curve((x, y), ((x + 3, y - 18), (x - 2, y - 34), (x, y - 48))), "#2f7a55", 6)
    for length, angle in ((52, -150), (56, -34)):
        blade, vein = leaf(x, y - 44, length, angle, 0.5)
        yield Fill(blade, downward("#a6dd8c", "#4ca36b", top=y - 90, bottom=y - 30))
        yield Stroke(vein, _WHITE, 2.2, 0.85)


def _gull(x: float, y: float, size: float) -> Stroke:
    wings = curve(
        (x - size, y - size * 0.3),
        ((x - size * 0.6, y - size * 0.7), (x - size * 0.2, y - size * 0.5), (x, y)),
        ((x + size * 0.2, y - size * 0.5), (x + size * 0.6, y - size * 0.7), (x + size, y - size * 0.3)),
    )
    return Stroke(wings, _NAVY, 3.4)


def mentor() -> Drawing:
    """A lighthouse whose beam falls on a seedling."""
    beam = polygon([(202, 112), (402, 178), (402, 318)])
    other = polygon([(202, 112), (0, 52), (0, 134)])
    headland = curve(
        (40, 326),
        ((90, 268), (180, 282), (250, 292)),
        ((310, 300), (340, 306), (380, 330)),
        ((380, 420),),
        ((40, 420),),
        closed=True,
    )
    sea: list[Mark] = []
    for index, tone in enumerate(("#4a8fb0", "#2f6f98", _SLATE)):
        water, crest = waves(262 + index * 20, 8, 84, shift=index * 27)
        sea += [Fill(water, tone), Stroke(crest, _WHITE, 2.4, 0.7)]
    return _sun(
        "A lighthouse and a seedling",
        Fill(rectangle(0, 0, 400, 400), downward("#6f86c9", "#f5a98c", "#ffe0a6", top=50, bottom=270)),
        Fill(circle(110, 258, 46), "#fff0c4"),
        *sea,
        Fill(other, "#fff6d0", 0.4),
        Fill(beam, "#fff6d0", 0.55),
        *glow(202, 114, 54, "#fff3b8", 0.7),
        Fill(headland, downward("#7fb069", "#3f7d57", top=280, bottom=360)),
        *_tower(),
        *_seedling(286, 312),
        _gull(118, 150, 17),
        _gull(92, 178, 11),
        _gull(284, 92, 13),
    )
