"""A drawing as pixels: exact area coverage for fills, distance for strokes, source-over in sRGB.

Fills gather signed areas of their edges row by row, so an edge costs as many steps as the pixels it crosses. Where
parts of one outline overlap, the sum is limited to full coverage.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tests.assets.drawing.shapes import Clip, Drawing, Fill, Gradient, Mark, Outline, Paint, Point

__all__ = ["to_rgba"]

_STEPS = 14
"""Straight pieces of one curve: finer than a pixel at the sizes drawn here."""

Colour = tuple[float, float, float]

Coverage = dict[int, tuple[int, list[float]]]
"""Row → first column and coverages from there."""


def to_rgba(drawing: Drawing) -> bytes:
    """The pixels as 8-bit RGBA with straight alpha, row by row."""
    size = drawing.size
    pixels = [[0.0, 0.0, 0.0, 0.0] for _ in range(size * size)]
    for mark in drawing.marks:
        _draw(pixels, size, mark, None)
    return bytes(value for pixel in pixels for value in _straight(pixel))


def _straight(pixel: list[float]) -> tuple[int, int, int, int]:
    red, green, blue, alpha = pixel
    if alpha <= 0.0005:
        return (0, 0, 0, 0)
    return (_byte(red / alpha), _byte(green / alpha), _byte(blue / alpha), _byte(alpha * 255))


def _byte(value: float) -> int:
    return max(0, min(255, int(value + 0.5)))


def _draw(pixels: list[list[float]], size: int, mark: Mark, clip: Coverage | None) -> None:
    if isinstance(mark, Clip):
        within = _limited(_filled(mark.outline, size), clip)
        for inner in mark.marks:
            _draw(pixels, size, inner, within)
        return
    coverage = _filled(mark.outline, size) if isinstance(mark, Fill) else _stroked(mark.outline, mark.width, size)
    _paint(pixels, size, _limited(coverage, clip), mark.paint, mark.opacity)


def _limited(coverage: Coverage, clip: Coverage | None) -> Coverage:
    if clip is None:
        return coverage
    limited: Coverage = {}
    for row, (start, values) in coverage.items():
        if row in clip:
            first, allowed = clip[row]
            limited[row] = (start, [value * _value(allowed, start + i - first) for i, value in enumerate(values)])
    return limited


def _value(values: list[float], index: int) -> float:
    return values[index] if 0 <= index < len(values) else 0.0


def _paint(pixels: list[list[float]], size: int, coverage: Coverage, paint: Paint, opacity: float) -> None:
    for row, (start, values) in coverage.items():
        colour_at = _colours(paint, row)
        for column, value in enumerate(values, start):
            alpha = value * opacity
            if alpha >= 1.0:
                pixels[row * size + column] = [*colour_at(column), 1.0]
            elif alpha > 0.0:
                _blend(pixels[row * size + column], colour_at(column), alpha)


def _blend(pixel: list[float], colour: Colour, alpha: float) -> None:
    keep = 1.0 - alpha
    for channel in range(3):
        pixel[channel] = colour[channel] * alpha + pixel[channel] * keep
    pixel[3] = alpha + pixel[3] * keep


def _colours(paint: Paint, row: int) -> Callable[[int], Colour]:
    """The colour of each column in a row; the same all along it unless a gradient runs across."""
    if isinstance(paint, str):
        solid = _channels(paint)
        return lambda column: solid
    if paint.end is not None and paint.end[0] == paint.start[0]:
        level = _gradient_colour(paint, 0.5, row + 0.5)
        return lambda column: level
    return lambda column: _gradient_colour(paint, column + 0.5, row + 0.5)


def _channels(colour: str) -> Colour:
    return (float(int(colour[1:3], 16)), float(int(colour[3:5], 16)), float(int(colour[5:7], 16)))


def _gradient_colour(paint: Gradient, x: float, y: float) -> Colour:
    dx, dy = x - paint.start[0], y - paint.start[1]
    if paint.end is None:
        offset = math.sqrt(dx * dx + dy * dy) / (paint.radius or 1.0)
    else:
        ex, ey = paint.end[0] - paint.start[0], paint.end[1] - paint.start[1]
        offset = (dx * ex + dy * ey) / (ex * ex + ey * ey)
    return _between(paint.stops, offset)


def _between(stops: tuple[tuple[float, str], ...], offset: float) -> Colour:
    if offset <= stops[0][0]:
        return _channels(stops[0][1])
    for (at, colour), (next_at, next_colour) in pairwise(stops):
        if offset <= next_at:
            share = (offset - at) / (next_at - at)
            a, b = _channels(colour), _channels(next_colour)
            return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)
    return _channels(stops[-1][1])


def _flat(outline: Outline) -> Iterator[tuple[list[Point], bool]]:
    for subpath in outline.subpaths:
        points = [subpath.start]
        for segment in subpath.segments:
            points += _pieces(points[-1], segment)
        yield points, subpath.closed


def _pieces(start: Point, segment: tuple[Point, ...]) -> Iterable[Point]:
    if len(segment) == 1:
        return segment
    a, b, c = segment
    pieces = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        x = p * start[0] + q * a[0] + r * b[0] + s * c[0]
        pieces.append((x, p * start[1] + q * a[1] + r * b[1] + s * c[1]))
    return pieces


def _filled(outline: Outline, size: int) -> Coverage:
    edges: list[tuple[Point, Point]] = []
    for points, _ in _flat(outline):
        edges += zip(points, [*points[1:], points[0]], strict=True)
    columns = [x for a, b in edges for x in (a[0], b[0])]
    left, right = max(0, int(min(columns)) - 1), min(size, int(max(columns)) + 2)
    areas: dict[int, list[float]] = {}
    for a, b in edges:
        _gather(areas, a, b, left, right, size)
    return {row: (left, _summed(values)) for row, values in areas.items()}


def _summed(values: list[float]) -> list[float]:
    total, summed = 0.0, []
    for value in values[:-1]:
        total += value
        covered = abs(total)
        summed.append(0.0 if covered < 1e-6 else min(covered, 1.0))
    return summed


def _gather(areas: dict[int, list[float]], a: Point, b: Point, left: int, right: int, size: int) -> None:
    """Add the signed area to the right of one edge, row by row."""
    if a[1] == b[1]:
        return
    sign, (top, bottom) = (1.0, (a, b)) if a[1] < b[1] else (-1.0, (b, a))
    slope = (bottom[0] - top[0]) / (bottom[1] - top[1])
    for row in range(max(0, math.floor(top[1])), min(size, math.ceil(bottom[1]))):
        upper, lower = max(top[1], row), min(bottom[1], row + 1)
        if lower <= upper:
            continue
        x0, x1 = top[0] + (upper - top[1]) * slope, top[0] + (lower - top[1]) * slope
        values = areas.setdefault(row, [0.0] * (right - left + 2))
        _spread(values, min(x0, x1) - left, max(x0, x1) - left, sign * (lower - upper))


def _spread(values: list[float], low: float, high: float, height: float) -> None:
    """Share the height of an edge piece between the columns it crosses, as areas to the right of it."""
    last = len(values) - 2
    low, high = min(max(low, 0.0), float(last)), min(max(high, 0.0), float(last))
    first, final = int(low), int(high)
    if first == final or high - low < 1e-9:
        inside = 1 - ((low + high) / 2 - first)
        values[first] += height * inside
        values[first + 1] += height * (1 - inside)
        return
    density, covered = height / (high - low), 0.0
    for column in range(first, final + 1):
        begin, end = max(low, column), min(high, column + 1)
        piece = density * (end - begin)
        area = piece * (column + 1 - (begin + end) / 2)
        values[column] += area + covered
        covered = piece - area
    values[final + 1] += covered


def _stroked(outline: Outline, width: float, size: int) -> Coverage:
    reach = width / 2
    rows: dict[int, dict[int, float]] = {}
    for points, closed in _flat(outline):
        ends = [*points[1:], points[0]] if closed else points[1:]
        for a, b in zip(points, ends, strict=False):
            _cover(rows, a, b, reach, size)
    return {row: _dense(values) for row, values in rows.items()}


def _dense(values: dict[int, float]) -> tuple[int, list[float]]:
    first, last = min(values), max(values)
    return first, [values.get(column, 0.0) for column in range(first, last + 1)]


def _cover(rows: dict[int, dict[int, float]], a: Point, b: Point, reach: float, size: int) -> None:
    """Coverage of every pixel near one straight piece; thin lines keep their weight by paling."""
    edge, strength = reach + 0.5, min(1.0, reach * 2)
    top, bottom = max(0, int(min(a[1], b[1]) - edge)), min(size - 1, int(max(a[1], b[1]) + edge))
    left, right = max(0, int(min(a[0], b[0]) - edge)), min(size - 1, int(max(a[0], b[0]) + edge))
    for row in range(top, bottom + 1):
        values = rows.setdefault(row, {})
        for column in range(left, right + 1):
            value = edge - _distance((column + 0.5, row + 0.5), a, b)
            if value > 0:
                values[column] = max(values.get(column, 0.0), min(value, 1.0) * strength)
        if not values:
            del rows[row]


def _distance(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    px, py = point[0] - a[0], point[1] - a[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    ex, ey = px - share * dx, py - share * dy
    return math.sqrt(ex * ex + ey * ey)
