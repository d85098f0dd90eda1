from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def plain_japanese() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def interpreter() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def disaster() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

