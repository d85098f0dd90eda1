"""Aobazuku Examinations: a midnight hexagon with hemp leaves, and the brown hawk-owl that gave its name."""

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
    ellipse,
    joined,
    polygon,
    smooth,
    turned,
)
from tests.assets.pictures.ornaments import around, asanoha, downward, glow, leaf, star

__all__ = ["grade_2", "grade_pre_1"]

_MIDNIGHT, _BLUE, _SILVER, _GOLD = "#0e1830", "#22365f", "#a9bccf", "#e8b84e"
_BROWN, _UMBER, _CREAM, _BARK = "#6d5543", "#453327", "#f4e7cf", "#8a5f3f"


def _hexagon(radius: float) -> Outline:
    """A hexagon with soft corners."""
    corners = list(around(6, radius))
    segments = []
    for index, corner in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % 6]
        near = tuple(corner[i] + (before[i] - corner[i]) * 0.14 for i in (0, 1))
        far = tuple(corner[i] + (after[i] - corner[i]) * 0.14 for i in (0, 1))
        first = tuple(near[i] + (corner[i] - near[i]) * 0.6 for i in (0, 1))
        second = tuple(far[i] + (corner[i] - far[i]) * 0.6 for i in (0, 1))
        segments += [[(near[0], near[1])], [(first[0], first[1]), (second[0], second[1]), (far[0], far[1])]]
    return curve(segments[0][0], *segments[1:], closed=True)


def _plaque(title: str, metal: str, *scene: Mark) -> Drawing:
    return Drawing(
        (
            Fill(_hexagon(196), _MIDNIGHT),
            Fill(_hexagon(187), metal),
            Fill(_hexagon(179), downward("#2d4678", _BLUE, _MIDNIGHT, top=20, bottom=380)),
            Clip(_hexagon(179), (Stroke(asanoha(60, 196), metal, 1.5, 0.24), *scene)),
        ),
        title=title,
    )


def _eye(x: float, y: float, size: float) -> Iterator[Mark]:
    yield Fill(circle(x, y, size * 1.18), _UMBER)
    yield Fill(circle(x, y, size), downward("#ffe07a", "#f0a020", top=y - size, bottom=y + size))
    yield Fill(circle(x, y, size * 0.56), "#17120f")
    yield Fill(circle(x - size * 0.2, y - size * 0.24, size * 0.17), "#ffffff")


def _face(y: float, size: float) -> Iterator[Mark]:
    """Two eyes, the brows between them and the beak."""
    yield from _eye(200 - size * 1.16, y, size)
    yield from _eye(200 + size * 1.16, y, size)
    brow = curve(
        (200, y + size * 0.2),
        ((200 - size * 0.3, y - size * 0.9), (200 - size * 1.1, y - size * 1.5), (200 - size * 2.1, y - size * 1.2)),
        ((200 - size * 1.0, y - size * 1.75), (200 - size * 0.3, y - size * 1.2), (200, y - size * 0.72)),
        ((200 + size * 0.3, y - size * 1.2), (200 + size * 1.0, y - size * 1.75), (200 + size * 2.1, y - size * 1.2)),
        ((200 + size * 1.1, y - size * 1.5), (200 + size * 0.3, y - size * 0.9), (200, y + size * 0.2)),
        closed=True,
    )
    yield Fill(brow, _CREAM, 0.92)
    beak = curve(
        (200 - size * 0.3, y + size * 0.28),
        ((200 - size * 0.1, y + size * 0.1), (200 + size * 0.1, y + size * 0.1), (200 + size * 0.3, y + size * 0.28)),
        ((200 + size * 0.26, y + size * 0.75), (200 + size * 0.08, y + size * 0.95), (200, y + size * 1.1)),
        (
            (200 - size * 0.08, y + size * 0.95),
            (200 - size * 0.26, y + size * 0.75),
            (200 - size * 0.3, y + size * 0.28),
        ),
        closed=True,
    )
    yield Fill(beak, "#3a3f4a")


def _body(top: float, bottom: float, width: float) -> Outline:
    middle = (top + bottom) / 2
    return curve(
        (200, top),
        ((200 + width * 0.8, top), (200 + width, middle - 50), (200 + width, middle)),
        ((200 + width, bottom - 40), (200 + width * 0.55, bottom), (200, bottom)),
        ((200 - width * 0.55, bottom), (200 - width, bottom - 40), (200 - width, middle)),
        ((200 - width, middle - 50), (200 - width * 0.8, top), (200, top)),
        closed=True,
    )


def _breast(top: float, bottom: float, width: float) -> Iterator[Mark]:
    """A pale breast with drop-shaped spots."""
    yield Fill(ellipse(200, (top + bottom) / 2, width, (bottom - top) / 2), _CREAM)
    rows = ((0.2, 1), (0.42, 2), (0.64, 3), (0.84, 2))
    for share, count in rows:
        for index in range(count):
            x, y = 200 + (index - (count - 1) / 2) * 27, top + (bottom - top) * share
            drop, _ = leaf(x, y - 9, 20, 90, 0.46)
            yield Fill(drop, _BROWN)


def _branch() -> Iterator[Mark]:
    bough = smooth([(30, 318), (110, 300), (200, 308), (290, 296), (380, 312)])
    yield Stroke(bough, _UMBER, 20)
    yield Stroke(bough, _BARK, 14)
    for x, y, length, angle in ((92, 298, 54, -64), (116, 304, 46, 58), (306, 294, 56, -110), (322, 300, 46, 40)):
        blade, vein = leaf(x, y, length, angle)
        yield Fill(blade, downward("#86b57a", "#4c8059", top=y - 50, bottom=y + 50))
        yield Stroke(vein, "#d5e8c5", 2)


def _claws(y: float) -> Iterator[Mark]:
    for x in (164, 178, 222, 236):
        yield Fill(ellipse(x, y, 7, 11), _GOLD)


def grade_2() -> Drawing:
    """An owl on a branch under a thin moon."""
    crescent = curve((300, 76), ((266, 80), (262, 130), (300, 138)), ((280, 122), (282, 92), (300, 76)), closed=True)
    wings = joined(ellipse(132, 226, 25, 68), ellipse(268, 226, 25, 68))
    return _plaque(
        "An owl on a branch",
        _SILVER,
        Fill(crescent, _CREAM),
        *(Fill(star(x, y, size), _CREAM, 0.9) for x, y, size in ((112, 98, 8), (86, 150, 5), (322, 168, 6))),
        Fill(_body(92, 318, 82), downward("#84684f", _BROWN, "#57412f", top=92, bottom=318)),
        Fill(wings, _UMBER),
        *_breast(190, 306, 50),
        *_face(152, 27),
        *_branch(),
        *_claws(302),
    )


def _wing(side: float) -> Iterator[Mark]:
    """A spread wing: long feathers from the outside in, then a row of short ones that covers their roots."""
    for count, length, step, dark, light in (
        (7, 158.0, 15.5, "#4f3c2f", "#5f4a3a"),
        (5, 92.0, 19.0, "#6a5241", "#7a6150"),
    ):
        for index in range(count):
            blade, vein = leaf(170, 190, length - index * 7, 204 - index * step, 0.23)
            placed = [_mirrored(outline) if side > 0 else outline for outline in (blade, vein)]
            yield Fill(placed[0], light if index % 2 else dark)
            yield Stroke(placed[1], _CREAM, 1.6, 0.35)


def _mirrored(outline: Outline) -> Outline:
    return turned(outline, about=(200, 200), mirrored=True)


def grade_pre_1() -> Drawing:
    """An owl with spread wings before the full moon."""
    return _plaque(
        "An owl before the full moon",
        _GOLD,
        *glow(200, 168, 170, "#ffe9b0", 0.4, 6),
        Fill(circle(200, 168, 112), downward("#fff6dc", "#f3d48a", top=56, bottom=280)),
        *(Fill(circle(x, y, size), "#e3bf70", 0.5) for x, y, size in ((150, 100, 14), (262, 120, 10), (250, 84, 7))),
        *_wing(-1),
        *_wing(1),
        Fill(polygon([(160, 286), (240, 286), (226, 350), (200, 358), (174, 350)]), _UMBER),
        *(
            Stroke(curve((168 + i, y), ((185, y + 7), (215, y + 7), (232 - i, y))), _CREAM, 3, 0.6)
            for i, y in ((0, 322), (4, 338))
        ),
        Fill(_body(104, 322, 72), downward("#84684f", _BROWN, "#57412f", top=104, bottom=322)),
        *_breast(196, 312, 46),
        *_face(160, 25),
    )
