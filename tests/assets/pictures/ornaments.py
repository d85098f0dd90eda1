"""Patterns and small figures that several pictures share."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tests.assets.drawing.shapes import (
    Fill,
    Gradient,
    Mark,
    Outline,
    Paint,
    Point,
    Stroke,
    arc,
    circle,
    curve,
    ellipse,
    joined,
    line,
    polygon,
    smooth,
)

__all__ = ["around", "asanoha", "downward", "glow", "leaf", "speech_bubble", "star", "wave_scales", "waves"]


def around(count: int, radius: float, *, x: float = 200, y: float = 200, start: float = -90) -> Iterator[Point]:
    """Points spread evenly on a circle, clockwise; the first stands at `start` degrees."""
    for index in range(count):
        angle = math.radians(start + 360 * index / count)
        yield (x + radius * math.cos(angle), y + radius * math.sin(angle))


def downward(*colours: str, top: float = 0, bottom: float = 400) -> Gradient:
    """Colours at even distances from top to bottom."""
    last = len(colours) - 1
    stops = tuple((index / last, colour) for index, colour in enumerate(colours))
    return Gradient((200, top), stops, end=(200, bottom))


def glow(x: float, y: float, radius: float, colour: str, strength: float = 0.5, rings: int = 5) -> Iterator[Mark]:
    """Light around a point, in rings that add up towards it."""
    for index in range(rings):
        yield Fill(circle(x, y, radius * (rings - index) / rings), colour, strength / rings)


def wave_scales(
    top: float, bottom: float, radius: float, ground: Paint, lines: str, *, width: float = 2.0
) -> Iterator[Mark]:
    """Seigaiha within the round window of the picture: rows of overlapping scales with two inner arcs each."""
    row, y = 0, top + radius
    while y - radius < bottom:
        reach = _half_chord(y - radius / 2) + radius
        columns = [index * 2 * radius + (radius if row % 2 else 0) for index in range(-1, math.ceil(200 / radius) + 1)]
        inside = [x for x in columns if abs(x - 200) < reach]
        if inside:
            yield Fill(joined(*(circle(x, y, radius) for x in inside)), ground)
            yield Stroke(joined(*(outline for x in inside for outline in _scale(x, y, radius, width))), lines, width)
        row, y = row + 1, y + radius / 2


def _half_chord(y: float) -> float:
    return math.sqrt(max(0.0, 168.0**2 - (y - 200) ** 2))


def _scale(x: float, y: float, radius: float, width: float) -> Iterator[Outline]:
    for share in (1.0, 0.68, 0.36):
        # What lies lower is hidden by the next row.
        low = 30 if share == 1.0 else 12
        yield arc(x, y, radius * share - width / 2, 180 + low, 360 - low)


def asanoha(side: float, reach: float) -> Outline:
    """The hemp-leaf pattern around the middle of the picture: triangles, and in each three lines to its middle."""
    height = side * math.sqrt(3) / 2
    return joined(
        *(
            figure
            for row in range(-1, math.ceil(400 / height) + 1)
            for column in range(-1, math.ceil(400 / side) + 2)
            for triangle in _triangles(column * side + (side / 2 if row % 2 else 0), row * height, side, height)
            for figure in _hemp_leaf(triangle, reach)
        )
    )


def _triangles(x: float, y: float, side: float, height: float) -> Iterator[Sequence[Point]]:
    right, below, beside = (x + side, y), (x + side / 2, y + height), (x + 1.5 * side, y + height)
    yield ((x, y), right, below)
    yield (below, beside, right)


def _hemp_leaf(triangle: Sequence[Point], reach: float) -> Iterator[Outline]:
    a, b, c = triangle
    middle = (sum(p[0] for p in triangle) / 3, sum(p[1] for p in triangle) / 3)
    if math.hypot(middle[0] - 200, middle[1] - 200) > reach:
        return
    yield line(a, middle, b)
    yield line(c, middle)
    # The other two sides belong to the neighbours; each triangle that stands on its point draws all of its own.
    if c[1] > a[1]:
        yield line(a, b, c, a)


def waves(
    y: float, height: float, length: float, *, shift: float = 0.0, bottom: float = 420
) -> tuple[Outline, Outline]:
    """A swell across the whole ground: the water below it, and its crest as a line."""
    points: list[Point] = []
    x = -length + shift
    while x < 400 + length:
        points += [(x, y), (x + length / 4, y - height / 2), (x + length / 2, y), (x + length * 0.75, y + height / 2)]
        x += length
    crest = smooth(points)
    (subpath,) = crest.subpaths
    water = curve(subpath.start, *subpath.segments, ((points[-1][0], bottom),), ((points[0][0], bottom),), closed=True)
    return water, crest


def star(x: float, y: float, radius: float, points: int = 4, waist: float = 0.32) -> Outline:
    """A star with narrow rays."""
    tips = list(around(points, radius, x=x, y=y))
    dips = list(around(points, radius * waist, x=x, y=y, start=-90 + 180 / points))
    return polygon([point for pair in zip(tips, dips, strict=True) for point in pair])


def leaf(x: float, y: float, length: float, angle: float, breadth: float = 0.42) -> tuple[Outline, Outline]:
    """A pointed leaf that grows from (x, y) at `angle` degrees, and its middle vein."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def at(along: float, aside: float) -> Point:
        return (x + length * (along * cos - aside * sin), y + length * (along * sin + aside * cos))

    blade = curve(
        (x, y),
        (at(0.2, -breadth), at(0.7, -breadth * 0.9), at(1, 0)),
        (at(0.7, breadth * 0.9), at(0.2, breadth), (x, y)),
        closed=True,
    )
    return blade, line(at(0.04, 0), at(0.82, 0))


def speech_bubble(x: float, y: float, rx: float, ry: float, tail: Point) -> Outline:
    """An oval bubble whose tail ends at `tail`."""
    dx, dy = tail[0] - x, tail[1] - y
    length = math.sqrt(dx * dx + dy * dy)
    across = (-dy / length, dx / length)
    width = min(rx, ry) * 0.34
    base = (x + dx / length * min(rx, ry) * 0.6, y + dy / length * min(rx, ry) * 0.6)
    first = (base[0] + across[0] * width, base[1] + across[1] * width)
    second = (base[0] - across[0] * width, base[1] - across[1] * width)
    corner = polygon([first, tail, second]) if _clockwise(first, tail, second) else polygon([second, tail, first])
    return Outline((*ellipse(x, y, rx, ry).subpaths, *corner.subpaths))


def _clockwise(a: Point, b: Point, c: Point) -> bool:
    """Whether the points turn the way in which ellipses are drawn, so that overlapping parts add up."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
