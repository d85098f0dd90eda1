"""Outlines of lines and cubic curves, paints, and the marks that fill or stroke them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

__all__ = [
    "Clip",
    "Drawing",
    "Fill",
    "Gradient",
    "Mark",
    "Outline",
    "Paint",
    "Point",
    "Stroke",
    "arc",
    "circle",
    "curve",
    "ellipse",
    "joined",
    "line",
    "polygon",
    "rectangle",
    "ring",
    "smooth",
    "turned",
]

Point = tuple[float, float]
Segment = tuple[Point, ...]
"""One point ends a line, three make a cubic curve."""

_QUARTER = 0.5522847498


@dataclass(frozen=True, slots=True)
class Subpath:
    """A start and the segments that follow it."""

    start: Point
    segments: tuple[Segment, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """One or more subpaths; fills are by the nonzero rule, so that a subpath running the other way cuts a hole."""

    subpaths: tuple[Subpath, ...]


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours along a line from `start` to `end`, or around `start` as far as `radius`; stops are (offset, colour)."""

    start: Point
    stops: tuple[tuple[float, str], ...]
    end: Point | None = None
    radius: float | None = None


Paint = str | Gradient
"""A colour "#rrggbb" or a gradient."""


@dataclass(frozen=True, slots=True)
class Fill:
    """An outline filled."""

    outline: Outline
    paint: Paint
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """An outline drawn with round ends and joins."""

    outline: Outline
    paint: str
    width: float
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Clip:
    """Marks shown only within an outline."""

    outline: Outline
    marks: tuple[Mark, ...]


Mark = Fill | Stroke | Clip


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks from back to front on a transparent ground of `size` by `size`."""

    marks: tuple[Mark, ...]
    size: int = 400
    title: str = field(default="")


def _at(x: float, y: float) -> Point:
    return (round(x, 1) + 0.0, round(y, 1) + 0.0)


def polygon(points: Iterable[Point]) -> Outline:
    """A closed figure of straight lines."""
    first, *rest = [_at(*point) for point in points]
    return Outline((Subpath(first, tuple((point,) for point in rest), True),))


def line(*points: Point) -> Outline:
    """An open run of straight lines."""
    first, *rest = [_at(*point) for point in points]
    return Outline((Subpath(first, tuple((point,) for point in rest), False),))


def curve(start: Point, *segments: Sequence[Point], closed: bool = False) -> Outline:
    """A run of segments: one point for a line, three for a cubic curve."""
    return Outline((Subpath(_at(*start), tuple(tuple(_at(*p) for p in s) for s in segments), closed),))


def smooth(points: Sequence[Point], *, closed: bool = False) -> Outline:
    """A curve through all the points (Catmull-Rom)."""
    count = len(points)
    segments = []
    for index in range(count if closed else count - 1):
        before, a, b, after = (_neighbour(points, index + step, closed) for step in (-1, 0, 1, 2))
        first = (a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6)
        second = (b[0] - (after[0] - a[0]) / 6, b[1] - (after[1] - a[1]) / 6)
        segments.append((first, second, b))
    return curve(points[0], *segments, closed=closed)


def _neighbour(points: Sequence[Point], index: int, closed: bool) -> Point:
    return points[index % len(points)] if closed else points[min(max(index, 0), len(points) - 1)]


def ellipse(x: float, y: float, rx: float, ry: float, *, hole: bool = False) -> Outline:
    """An ellipse; as a hole it runs the other way."""
    kx, ky, sign = rx * _QUARTER, ry * _QUARTER, -1.0 if hole else 1.0
    ry, ky = ry * sign, ky * sign
    return curve(
        (x + rx, y),
        ((x + rx, y + ky), (x + kx, y + ry), (x, y + ry)),
        ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y)),
        ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry)),
        ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y)),
        closed=True,
    )


def circle(x: float, y: float, radius: float, *, hole: bool = False) -> Outline:
    """A circle; as a hole it runs the other way."""
    return ellipse(x, y, radius, radius, hole=hole)


def ring(x: float, y: float, outer: float, inner: float) -> Outline:
    """A circle with a round hole."""
    return joined(circle(x, y, outer), circle(x, y, inner, hole=True))


def arc(x: float, y: float, radius: float, start: float, end: float) -> Outline:
    """Part of a circle between two angles in degrees, clockwise from three o'clock."""
    steps = max(1, math.ceil(abs(end - start) / 90))
    step = math.radians(end - start) / steps
    reach = radius * 4 / 3 * math.tan(step / 4)
    segments = []
    for index in range(steps):
        a = math.radians(start) + step * index
        b = a + step
        (ax, ay), (bx, by) = ((x + radius * math.cos(t), y + radius * math.sin(t)) for t in (a, b))
        first = (ax - reach * math.sin(a), ay + reach * math.cos(a))
        segments.append((first, (bx + reach * math.sin(b), by - reach * math.cos(b)), (bx, by)))
    begin = math.radians(start)
    return curve((x + radius * math.cos(begin), y + radius * math.sin(begin)), *segments)


def rectangle(x: float, y: float, width: float, height: float, corner: float = 0.0) -> Outline:
    """A rectangle with round corners."""
    right, bottom, k = x + width, y + height, corner * (1 - _QUARTER)
    if not corner:
        return polygon([(x, y), (right, y), (right, bottom), (x, bottom)])
    return curve(
        (x + corner, y),
        ((right - corner, y),),
        ((right - k, y), (right, y + k), (right, y + corner)),
        ((right, bottom - corner),),
        ((right, bottom - k), (right - k, bottom), (right - corner, bottom)),
        ((x + corner, bottom),),
        ((x + k, bottom), (x, bottom - k), (x, bottom - corner)),
        ((x, y + corner),),
        ((x, y + k), (x + k, y), (x + corner, y)),
        closed=True,
    )


def joined(*outlines: Outline) -> Outline:
    """Several outlines as one."""
    return Outline(tuple(subpath for outline in outlines for subpath in outline.subpaths))


def turned(
    outline: Outline,
    *,
    angle: float = 0.0,
    about: Point = (0.0, 0.0),
    scale: float = 1.0,
    by: Point = (0.0, 0.0),
    mirrored: bool = False,
) -> Outline:
    """The outline mirrored, scaled and turned (degrees, clockwise) about a point, then moved."""
    cos, sin = math.cos(math.radians(angle)) * scale, math.sin(math.radians(angle)) * scale

    def place(point: Point) -> Point:
        x, y = point[0] - about[0], point[1] - about[1]
        x = -x if mirrored else x
        return _at(about[0] + x * cos - y * sin + by[0], about[1] + x * sin + y * cos + by[1])

    return Outline(
        tuple(
            Subpath(place(s.start), tuple(tuple(place(p) for p in segment) for segment in s.segments), s.closed)
            for s in outline.subpaths
        )
    )
