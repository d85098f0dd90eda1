from __future__ import annotations

from tests.assets.drawing.shapes import Drawing, Fill, circle


def working_with_data() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def community_data() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))


def statistics() -> Drawing:
    return Drawing((Fill(circle(200, 200, 190), "#224466"),))

