from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def mentor() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

