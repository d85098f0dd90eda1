"""The guild "Shiori": a tall bookmark in forest green with a cord, cream paper and brass."""

from __future__ import annotations

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
    line,
    rectangle,
    ring,
    smooth,
)
from tests.assets.pictures.ornaments import downward, leaf

__all__ = ["documents", "records"]

_FOREST, _DEEP, _CREAM, _PAPER, _BRASS, _SHADE = "#2c5a46", "#1b3b2f", "#f3e9d2", "#fffaf0", "#c99a4b", "#d9cbaa"


def _ribbon(inset: float) -> Outline:
    left, right, top, bottom, corner = 62 + inset, 338 - inset, 14 + inset, 392 - inset * 1.5, 34 - inset * 0.6
    k = corner * 0.45
    return curve(
        (left + corner, top),
        ((right - corner, top),),
        ((right - k, top), (right, top + k), (right, top + corner)),
        ((right, bottom),),
        ((200, bottom - 44),),
        ((left, bottom),),
        ((left, top + corner),),
        ((left, top + k), (left + k, top), (left + corner, top)),
        closed=True,
    )


def _bookmark(title: str, *scene: Mark) -> Drawing:
    stripes = [Stroke(line((x, 0), (x, 400)), _DEEP, 1.6, 0.32) for x in range(66, 340, 12)]
    return Drawing(
        (
            Fill(_ribbon(0), _DEEP),
            Fill(_ribbon(7), downward("#3d7358", _FOREST, "#234a3a", top=14, bottom=392)),
            Clip(_ribbon(7), tuple(stripes)),
            Stroke(_ribbon(15), _BRASS, 2.6),
            Clip(_ribbon(16), scene),
            *_cord(),
        ),
        title=title,
    )


def _cord() -> tuple[Mark, ...]:
    cord = smooth([(200, 50), (214, 26), (262, 8), (318, 30), (352, 84), (356, 140)])
    threads = [Stroke(line((356, 150), (356 + x, 196)), _BRASS, 3.4) for x in (-9, -4.5, 0, 4.5, 9)]
    return (
        Fill(ring(200, 52, 17, 9), _BRASS),
        Stroke(cord, _DEEP, 7),
        Stroke(cord, _BRASS, 4),
        *threads,
        Fill(circle(356, 146, 9), _BRASS),
    )


def _page(side: float, rise: float = 0) -> Outline:
    """One page of the open book, to the left (-1) or right (1) of the fold."""

    def at(x: float, y: float) -> Point:
        return (200 + side * x, y - 14 - rise)

    return curve(
        at(0, 226),
        (at(26, 204), at(66, 200), at(108, 214)),
        (at(108, 318),),
        (at(66, 304), at(26, 308), at(0, 330)),
        closed=True,
    )


def _lines(side: float) -> tuple[Mark, ...]:
    made: list[Mark] = []
    for index in range(5):
        y = 226 + index * 16
        places = ((18, 0), (40, -11), (66, -13), (92, -8)) if index < 4 else ((18, 0), (36, -9.5), (54, -12.5))
        points: list[Point] = [(200 + side * x, y + dy) for x, dy in places]
        made.append(Stroke(smooth(points), _SHADE, 4.4))
    return tuple(made)


def records() -> Drawing:
    """A line chart that grows out of an open book."""
    chart: list[Point] = [(112, 184), (146, 150), (178, 166), (216, 118), (250, 136), (288, 90)]
    grid = [Stroke(line((100, y), (300, y)), _CREAM, 1.6, 0.22) for y in (90, 120, 150, 180)]
    return _bookmark(
        "A line chart rising from an open book",
        *grid,
        Stroke(line(*chart), _DEEP, 12, 0.4),
        Stroke(line(*chart), _BRASS, 6),
        *(mark for x, y in chart for mark in (Fill(circle(x, y, 9), _PAPER), Fill(circle(x, y, 5), _BRASS))),
        *(Fill(_page(side, -10), _DEEP, 0.55) for side in (-1, 1)),
        *(Fill(_page(side, -5), _SHADE) for side in (-1, 1)),
        *(Fill(_page(side), downward(_PAPER, _CREAM, top=200, bottom=330)) for side in (-1, 1)),
        *_lines(-1),
        *_lines(1),
        Stroke(line((200, 214), (200, 314)), _BRASS, 2.4, 0.8),
    )


def _rows(pitch: float, height: float, colour: str) -> tuple[Mark, ...]:
    """Lines of a text as rounded bars, word by word."""
    words = ((40, 26, 58), (22, 52, 34, 20), (60, 30, 38), (30, 44, 46), (48, 24, 30, 26), (36, 58, 28))
    made: list[Mark] = []
    for row, widths in enumerate(words):
        x = 104.0
        for width in widths:
            made.append(Fill(rectangle(x, 114 + row * pitch, width, height, height / 2), colour))
            x += width + 10
    return tuple(made)


def documents() -> Drawing:
    """A page of text, and a lens in which the text is large."""
    lens = circle(222, 214, 66)
    large = [
        Fill(rectangle(x, y, width, 22, 11), colour)
        for y, parts in ((164, ((150, 66), (228, 70))), (203, ((146, 46), (204, 96))), (242, ((150, 84), (246, 44))))
        for (x, width), colour in zip(parts, (_FOREST, _BRASS), strict=True)
    ]
    blade, vein = leaf(112, 302, 44, -34)
    return _bookmark(
        "A lens over a page of text",
        Fill(rectangle(90, 96, 226, 222, 14), _DEEP, 0.45),
        Fill(rectangle(86, 90, 226, 222, 14), downward(_PAPER, _CREAM, top=92, bottom=326)),
        *_rows(32, 10, _SHADE),
        Fill(blade, "#7fa98b"),
        Stroke(vein, _PAPER, 2),
        Stroke(line((272, 262), (312, 304)), _DEEP, 22),
        Stroke(line((272, 262), (312, 304)), _BRASS, 14),
        Fill(lens, "#ffffff"),
        Clip(lens, tuple(large)),
        Fill(ring(222, 214, 75, 64), _BRASS),
        Fill(ring(222, 214, 66, 62.5), _DEEP, 0.5),
    )
