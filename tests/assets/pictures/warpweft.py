"""Warpweft Open Academy: a woven diamond in plum, with threads of mint, saffron and lilac."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    joined,
    line,
    rectangle,
    smooth,
    turned,
)
from tests.assets.pictures.ornaments import downward, glow, leaf

__all__ = ["python", "steward", "visualisation"]

_PLUM, _DARK, _MINT, _SAFFRON, _LILAC, _PALE = "#4a2463", "#28123a", "#7fdcb8", "#f6b84b", "#c3a5e8", "#f7f0ff"


def _diamond(inset: float) -> Outline:
    side = 290 - inset * 2
    square = rectangle(200 - side / 2, 200 - side / 2, side, side, max(52 - inset * 0.7, 8))
    return turned(square, angle=45, about=(200, 200))


def _woven(title: str, *scene: Mark) -> Drawing:
    return Drawing(
        (
            Fill(_diamond(0), _DARK),
            Clip(_diamond(3), tuple(_band())),
            Fill(_diamond(22), _DARK),
            Fill(_diamond(26), downward("#6a3a8c", _PLUM, "#331848", top=30, bottom=370)),
            Clip(_diamond(26), scene),
        ),
        title=title,
    )


def _band() -> Iterator[Mark]:
    """A border of stitches in turn, shifted by one colour halfway down."""
    for turn, colour in enumerate((_MINT, _SAFFRON, _LILAC)):
        upper = [line((x, 0), (x, 200)) for x in range(13 * turn, 400, 39)]
        lower = [line((x, 200), (x, 400)) for x in range(13 * ((turn + 2) % 3), 400, 39)]
        yield Stroke(joined(*upper, *lower), colour, 7.5)


def _weave(columns: Sequence[float], rows: Sequence[float], reach: float, colours: tuple[str, str]) -> Iterator[Mark]:
    """Threads that pass over and under each other."""
    left, right, top, bottom = columns[0] - reach, columns[-1] + reach, rows[0] - reach, rows[-1] + reach
    for x in columns:
        yield from _thread((x, top), (x, bottom), colours[0])
    for y in rows:
        yield from _thread((left, y), (right, y), colours[1])
    for i, x in enumerate(columns):
        for j, y in enumerate(rows):
            if (i + j) % 2:
                yield from _thread((x, y - 10), (x, y + 10), colours[0])


def _thread(start: Point, end: Point, colour: str) -> Iterator[Mark]:
    yield Stroke(line(start, end), _DARK, 14)
    yield Stroke(line(start, end), colour, 9)


def _brace(x: float, side: float) -> Outline:
    """A curly brace whose tip points away from the middle."""
    return curve(
        (x - side * 34, 140),
        ((x - side * 2, 140), (x - side * 12, 186), (x + side * 26, 200)),
        ((x - side * 12, 214), (x - side * 2, 260), (x - side * 34, 260)),
    )


def python() -> Drawing:
    """A pair of braces around a piece of weaving."""
    braces = []
    for x, side, colour in ((106.0, -1.0, _MINT), (294.0, 1.0, _SAFFRON)):
        braces += [Stroke(_brace(x, side), _DARK, 25), Stroke(_brace(x, side), colour, 17)]
    lines = (174, 200, 226)
    return _woven(
        "Two braces around a woven square",
        *glow(200, 200, 150, "#a46fd0", 0.35),
        *braces,
        *_weave(lines, lines, 20, (_LILAC, _PALE)),
    )


def _hill(points: Sequence[Point]) -> Outline:
    (subpath,) = smooth(points).subpaths
    return curve(subpath.start, *subpath.segments, ((420, 420),), ((-20, 420),), closed=True)


def visualisation() -> Drawing:
    """Layers of an area chart hung with the threads of a loom."""
    layers: tuple[tuple[tuple[float, ...], str], ...] = (
        ((214, 176, 150, 178, 128, 106, 140), _LILAC),
        ((250, 222, 202, 214, 182, 168, 196), "#8f7fd6"),
        ((282, 264, 242, 252, 232, 222, 240), _MINT),
        ((312, 298, 286, 284, 276, 270, 276), _SAFFRON),
    )
    warp = joined(*(line((x, 0), (x, 400)) for x in range(14, 400, 12)))
    hills: list[Mark] = [Stroke(warp, _PALE, 1.6, 0.3)]
    for heights, colour in layers:
        points: list[Point] = [(-20 + 440 * index / (len(heights) - 1), y) for index, y in enumerate(heights)]
        outline = _hill(points)
        hills += [Fill(outline, colour), Stroke(smooth(points), _PALE, 3, 0.9)]
        hills.append(Clip(outline, (Stroke(warp, _DARK, 1.6, 0.28),)))
    return _woven(
        "Layers of an area chart on a loom",
        *hills,
        Stroke(line((90, 96), (310, 96)), _DARK, 16),
        Stroke(line((90, 96), (310, 96)), _SAFFRON, 10),
    )


def _circuit(points: Sequence[Point]) -> Iterator[Mark]:
    yield Stroke(line(*points), _DARK, 3.6)
    yield Fill(circle(*points[-1], 6.4), _DARK)
    yield Fill(circle(*points[-1], 3), _PALE)


def steward() -> Drawing:
    """A seedling with circuits for veins."""
    left, _ = leaf(198, 214, 104, -158, 0.5)
    right, _ = leaf(202, 190, 112, -34, 0.5)
    stem = curve((200, 322), ((204, 280), (194, 240), (200, 176)))
    soil = curve((60, 306), ((130, 272), (270, 272), (340, 306)), ((340, 420),), ((60, 420),), closed=True)
    weft = [
        Stroke(curve((40, y + 24), ((130, y - 8), (270, y - 8), (360, y + 24))), _SAFFRON, 5) for y in (306, 326, 346)
    ]
    return _woven(
        "A seedling whose leaves carry circuits",
        *glow(200, 170, 140, "#ffdf9a", 0.5),
        Fill(soil, _DARK),
        Clip(soil, tuple(weft)),
        Stroke(stem, _DARK, 15),
        Stroke(stem, _MINT, 9),
        Fill(left, downward("#a9efd0", "#48b48f", top=130, bottom=214)),
        Fill(right, downward("#c5f5df", "#5cc49f", top=96, bottom=190)),
        *_circuit([(194, 211), (166, 202), (148, 205), (132, 198)]),
        *_circuit([(166, 202), (154, 186), (138, 184)]),
        *_circuit([(206, 187), (232, 170), (252, 165), (268, 151)]),
        *_circuit([(232, 170), (238, 150), (252, 142)]),
        *_circuit([(220, 178), (240, 182), (252, 179)]),
        Fill(circle(200, 176, 9), _SAFFRON),
    )
