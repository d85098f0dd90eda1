from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def records() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def documents() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

