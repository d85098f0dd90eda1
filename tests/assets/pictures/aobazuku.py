from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def grade_2() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def grade_pre_1() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

