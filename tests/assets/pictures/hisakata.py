"""Hisakata University: a round window in gold on an indigo sky, with sea scales at its foot."""

from __future__ import annotations

import math
from collections.abc import Iterator

from tests.assets.drawing.shapes import (
    Clip,
    Drawing,
    Fill,
    Mark,
    Outline,
    Point,
    Stroke,
    circle,
    curve,
    rectangle,
    ring,
    smooth,
)
from tests.assets.pictures.ornaments import around, downward, glow, star, wave_scales

__all__ = ["community_data", "statistics", "working_with_data"]

_INDIGO, _NIGHT, _GOLD, _PALE, _IVORY = "#1b2a63", "#121c47", "#d8ae5e", "#f0d79b", "#fdf6e3"


def _medallion(title: str, rank: int, *scene: Mark) -> Drawing:
    """The frame around a scene; `rank` lamps are lit at its foot."""
    frame: list[Mark] = [
        Fill(circle(200, 200, 194), _NIGHT),
        Fill(ring(200, 200, 190, 184), _GOLD),
        Fill(circle(200, 200, 166), _INDIGO),
        Clip(circle(200, 200, 164), scene),
        Fill(ring(200, 200, 167, 162.5), _GOLD),
    ]
    return Drawing((*frame, *_beads(rank)), title=title)


def _beads(rank: int) -> Iterator[Mark]:
    for index, (x, y) in enumerate(around(36, 175.3, start=90)):
        turn = min(index, 36 - index)
        if turn > 2:
            yield Fill(circle(x, y, 2.4), _GOLD, 0.65)
    for index in range(rank):
        angle = math.radians(90 + (index - (rank - 1) / 2) * 8)
        yield Fill(circle(200 + 175.3 * math.cos(angle), 200 + 175.3 * math.sin(angle), 5.6), _PALE)


def _sea(top: float) -> tuple[Mark, ...]:
    water = downward("#2b3f8c", "#16225a", top=top, bottom=370)
    return (Fill(rectangle(0, top + 12, 400, 200), "#1a2868"), *wave_scales(top, 372, 25, water, _PALE, width=1.7))


def _stars(*places: tuple[float, float, float]) -> tuple[Mark, ...]:
    return tuple(Fill(star(x, y, size), _IVORY, 0.9) for x, y, size in places)


def working_with_data() -> Drawing:
    """A sun that rises behind three bars."""
    sky = Fill(rectangle(0, 0, 400, 400), downward("#15205a", "#2c429a", "#8078b8", "#f3b984", top=36, bottom=280))
    bars = [
        mark
        for x, top in ((88, 216), (150, 172), (212, 118))
        for mark in (
            Fill(rectangle(x, top, 48, 330 - top, 9), _PALE),
            Fill(rectangle(x + 3, top + 3, 42, 327 - top, 7), downward("#4257b4", "#1c2b6b", top=top, bottom=290)),
        )
    ]
    return _medallion(
        "Sunrise behind three bars",
        1,
        sky,
        *_stars((110, 96, 9), (160, 70, 6), (86, 150, 5), (318, 118, 5)),
        *glow(262, 176, 118, "#ffe2ae", 0.55),
        Fill(circle(262, 176, 62), downward("#fff3cf", "#ffc46b", top=114, bottom=238)),
        *bars,
        *_sea(262),
    )


def _contour(scale: float) -> Outline:
    shape = (1.0, 0.86, 1.08, 1.02, 0.82, 0.98, 1.12, 0.9, 1.02, 1.1, 0.88, 0.96)
    points: list[Point] = []
    for index, stretch in enumerate(shape):
        angle = math.radians(360 * index / len(shape) + scale * 0.1)
        reach = scale * stretch
        points.append(
            (206 + (200 - scale) * 0.08 + reach * math.cos(angle) * 1.15, 172 + reach * math.sin(angle) * 0.8)
        )
    return smooth(points, closed=True)


def _pin(x: float, y: float, size: float) -> Iterator[Mark]:
    """A marker whose point stands at (x, y)."""
    head = y - size * 1.62
    drop = curve(
        (x, y),
        ((x - size * 0.28, y - size * 0.62), (x - size, head + size * 0.72), (x - size, head)),
        ((x - size, head - size * 0.56), (x - size * 0.56, head - size), (x, head - size)),
        ((x + size * 0.56, head - size), (x + size, head - size * 0.56), (x + size, head)),
        ((x + size, head + size * 0.72), (x + size * 0.28, y - size * 0.62), (x, y)),
        closed=True,
    )
    yield Fill(drop, downward("#ffe3a3", "#e9a64a", top=head - size, bottom=y))
    yield Fill(circle(x, head, size * 0.42), _NIGHT)


def community_data() -> Drawing:
    """Three markers on contour lines above the sea."""
    tones = ("#2f6a74", "#3d7f7f", "#54968a", "#74ad95", "#9cc5a4", "#c7dbb5")
    hills: list[Mark] = []
    for index, tone in enumerate(tones):
        outline = _contour(176 - index * 29)
        hills += [Fill(outline, tone), Stroke(outline, _IVORY, 1.8, 0.55)]
    path = smooth([(112, 214), (150, 176), (206, 196), (246, 132), (288, 176)])
    return _medallion(
        "Three markers on a contour map",
        2,
        Fill(rectangle(0, 0, 400, 400), downward("#23408a", "#2f5f92", top=40, bottom=260)),
        *hills,
        Stroke(path, _NIGHT, 4, 0.55),
        *_pin(112, 216, 20),
        *_pin(246, 134, 29),
        *_pin(288, 200, 20),
        *_sea(266),
    )


def _bell(height: float, spread: float, middle: float, base: float = 300) -> tuple[Outline, Outline]:
    xs = range(20, 381, 12)
    points = [(float(x), base - height * math.exp(-(((x - middle) / spread) ** 2) / 2)) for x in xs]
    crest = smooth(points)
    (subpath,) = crest.subpaths
    return curve(subpath.start, *subpath.segments, ((380, 400),), ((20, 400),), closed=True), crest


def statistics() -> Drawing:
    """A mountain of scattered values with the moon above its mean."""
    sky = Fill(rectangle(0, 0, 400, 400), downward("#0f1747", "#27347f", "#6c5f9f", top=36, bottom=290))
    far, near = _bell(104, 86, 272), _bell(158, 60, 186)
    snow, _ = _bell(158, 60, 186)
    samples = ((112, 176), (78, 214), (136, 128), (254, 166), (290, 196), (316, 170), (98, 136), (268, 120))
    mean = [Fill(circle(186, y, 2.6), _NIGHT, 0.8) for y in range(158, 262, 13)]
    return _medallion(
        "The moon above a bell-shaped mountain",
        3,
        sky,
        *_stars((258, 78, 7), (120, 84, 6), (300, 128, 8), (86, 138, 5)),
        *glow(186, 100, 76, "#fff1c9", 0.5),
        Fill(circle(186, 100, 33), downward("#fffbe9", "#f6dfa0", top=66, bottom=134)),
        Fill(far[0], "#565b9c"),
        Fill(near[0], downward("#8f9bd0", "#3c4a93", top=142, bottom=300)),
        Clip(snow, (Fill(_snowcap(), _IVORY),)),
        Stroke(near[1], _IVORY, 3, 0.9),
        *mean,
        *(Fill(circle(x, y, 4.2), _PALE, 0.95) for x, y in samples),
        *_sea(266),
    )


def _snowcap() -> Outline:
    edge = [(112, 196), (136, 188), (150, 204), (166, 186), (184, 208), (204, 186), (220, 202), (238, 186), (262, 196)]
    (subpath,) = smooth([(float(x), float(y)) for x, y in edge]).subpaths
    return curve(subpath.start, *subpath.segments, ((262, 120),), ((112, 120),), closed=True)
