from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def python() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def visualisation() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def steward() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

