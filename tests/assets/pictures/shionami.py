"""The Shionami exchange association: a plum blossom of five petals over the sea, in teal, shell white and apricot."""

from __future__ import annotations

from collections.abc import Iterator

from tests.assets.drawing.shapes import (
    Clip,
    Drawing,
    Fill,
    Mark,
    Outline,
    Point,
    Stroke,
    arc,
    circle,
    curve,
    ellipse,
    joined,
    line,
    rectangle,
    smooth,
)
from tests.assets.pictures.ornaments import around, downward, glow, speech_bubble, star, waves

__all__ = ["disaster", "interpreter", "plain_japanese"]

_TEAL, _DEEP, _SHELL, _FOAM, _APRICOT, _WOOD = "#1f7a82", "#0d4750", "#eef7f2", "#ffffff", "#f2a65a", "#b8613c"


def _blossom(inset: float) -> Outline:
    petals = [circle(x, y + 6, 98 - inset) for x, y in around(5, 96)]
    return joined(circle(200, 206, 110), *petals)


def _flower(title: str, *scene: Mark) -> Drawing:
    return Drawing(
        (
            Fill(_blossom(0), _DEEP),
            Fill(_blossom(5), _APRICOT),
            Fill(_blossom(9), _DEEP),
            Clip(_blossom(14), scene),
        ),
        title=title,
    )


def _swell(y: float, tones: tuple[str, ...], height: float = 16, gap: float = 26) -> Iterator[Mark]:
    for index, tone in enumerate(tones):
        water, crest = waves(y + index * gap, height, 92, shift=index * 31)
        yield Fill(water, tone)
        yield Stroke(crest, _FOAM, 3, 0.85)


def _morning(*colours: str) -> Fill:
    return Fill(rectangle(0, 0, 400, 400), downward(*colours, top=20, bottom=330))


def _bloom(x: float, y: float, size: float) -> Iterator[Mark]:
    """A small plum blossom."""
    yield Fill(joined(*(circle(px, py, size * 0.62) for px, py in around(5, size * 0.7, x=x, y=y))), "#f6c9b0")
    yield Fill(circle(x, y, size * 0.34), _APRICOT)


def plain_japanese() -> Drawing:
    """A tangled line that leaves a speech bubble straight."""
    tangle: list[Point] = [
        (96, 192), (126, 146), (164, 210), (120, 218), (148, 140), (194, 166), (162, 228), (138, 176),
        (198, 138), (206, 210), (172, 194), (210, 168), (236, 186),
    ]  # fmt: skip
    bubble = speech_bubble(172, 186, 104, 74, (116, 284))
    arrow = line((302, 164), (326, 186), (302, 208))
    return _flower(
        "A tangled line becomes a straight one",
        _morning("#fff6e4", "#d9efe8", "#9fd3cf"),
        Fill(circle(200, 72, 25), "#ffd596"),
        *_swell(292, ("#57a9a9", "#2f8a90", _TEAL, "#155e68"), 14, 28),
        Fill(bubble, _DEEP, 0.18),
        Fill(speech_bubble(172, 182, 104, 74, (116, 280)), _FOAM),
        Stroke(smooth(tangle), _TEAL, 6.5),
        Stroke(line((236, 186), (322, 186)), _APRICOT, 10),
        Stroke(arrow, _APRICOT, 10),
    )


def _bridge() -> Iterator[Mark]:
    """A round wooden bridge with posts and a rail."""
    deck = curve(
        (40, 318),
        ((120, 232), (280, 232), (360, 318)),
        ((334, 324),),
        ((270, 264), (130, 264), (66, 324)),
        closed=True,
    )
    rail = curve((58, 284), ((130, 212), (270, 212), (342, 284)))
    for x, top, bottom in ((92, 258, 294), (128, 240, 276), (164, 232, 264), (200, 230, 260)):
        for place in sorted({x, 400 - x}):
            yield Stroke(line((place, top), (place, bottom)), _WOOD, 8)
    yield Stroke(rail, "#8f4526", 9)
    yield Stroke(rail, _WOOD, 5)
    for x in (120, 280):
        yield Stroke(line((x, 280), (x, 350)), "#8f4526", 12)
    yield Fill(deck, "#8f4526")
    yield Stroke(curve((52, 312), ((130, 234), (270, 234), (348, 312))), "#d98a5c", 4)


def interpreter() -> Drawing:
    """Two speech bubbles that overlap above a bridge."""
    left, right = speech_bubble(146, 148, 74, 54, (84, 218)), speech_bubble(254, 148, 74, 54, (316, 218))
    dots = [Fill(circle(x, 148, 7), _FOAM) for x in (108, 134)] + [Fill(circle(x, 148, 7), _FOAM) for x in (266, 292)]
    return _flower(
        "Two speech bubbles above a bridge",
        _morning("#fff3dc", "#e4f2ea", "#b5dedb"),
        *_bloom(200, 62, 22),
        *_bloom(166, 84, 12),
        *_bloom(236, 88, 9),
        Fill(left, _TEAL),
        Fill(right, _APRICOT),
        Clip(ellipse(146, 148, 74, 54), (Fill(ellipse(254, 148, 74, 54), "#fffaf0"),)),
        *dots,
        Fill(circle(200, 148, 7), _DEEP),
        *_bridge(),
        *_swell(314, ("#4fa3a5", "#2a848b", "#155e68"), 13, 26),
    )


def _breaker() -> Iterator[Mark]:
    """A great wave that curls over from the left."""
    body = curve(
        (0, 400),
        ((0, 200),),
        ((30, 120), (110, 84), (176, 118)),
        ((206, 134), (214, 168), (192, 184)),
        ((188, 160), (160, 150), (138, 166)),
        ((110, 188), (120, 246), (176, 276)),
        ((240, 308), (320, 300), (420, 286)),
        ((420, 400),),
        closed=True,
    )
    yield Fill(body, downward("#3f9aa3", "#17606b", "#0c3d49", top=90, bottom=380))
    for shift, opacity in ((0, 0.9), (22, 0.5), (44, 0.32)):
        inner = curve(
            (16 + shift, 300 + shift * 0.4),
            ((20 + shift, 220), (50 + shift * 0.7, 150 + shift * 0.5), (112 + shift * 0.3, 132 + shift * 0.6)),
        )
        yield Stroke(inner, _SHELL, 4, opacity)
    crest = curve((0, 200), ((30, 120), (110, 84), (176, 118)), ((206, 134), (214, 168), (192, 184)))
    yield Stroke(crest, _FOAM, 14)
    fingers = (
        (40, 148, 9),
        (62, 132, 10),
        (86, 121, 10),
        (110, 115, 11),
        (134, 117, 11),
        (156, 124, 10),
        (174, 138, 10),
    )
    yield from (Fill(circle(x, y, size), _FOAM) for x, y, size in (*fingers, (186, 156, 9), (190, 176, 9)))
    yield from (Fill(circle(x, y, size), _TEAL, 0.55) for x, y, size in ((74, 124, 3), (122, 108, 3.5), (166, 124, 3)))
    yield from (Fill(circle(x, y, size), _FOAM, 0.85) for x, y, size in ((218, 140, 4), (224, 162, 3), (206, 116, 3)))


def _lantern(x: float, y: float) -> Iterator[Mark]:
    """A paper lantern with its light."""
    yield from glow(x, y, 104, "#ffd38a", 0.75, 6)
    yield Stroke(arc(x, y - 54, 22, 190, 350), _APRICOT, 5)
    paper = ellipse(x, y, 46, 54)
    yield Fill(paper, downward("#fff2c9", "#ffcf7d", "#f2a04d", top=y - 54, bottom=y + 54))
    for step in (-36, -18, 0, 18, 36):
        width = 46 * (1 - (step / 54) ** 2) ** 0.5
        bow = curve(
            (x - width, y + step), ((x - width / 2, y + step + 7), (x + width / 2, y + step + 7), (x + width, y + step))
        )
        yield Stroke(bow, "#c9762f", 2, 0.7)
    for top in (y - 60, y + 48):
        yield Fill(rectangle(x - 25, top, 50, 13, 4), "#5b2f1c")


def disaster() -> Drawing:
    """A lantern that shines beside a great wave."""
    return _flower(
        "A lantern beside a great wave",
        _morning("#0d2b3d", "#12485a", "#1c6570"),
        *(Fill(star(x, y, size), _SHELL, 0.85) for x, y, size in ((190, 52, 7), (236, 44, 5), (120, 66, 5))),
        *_breaker(),
        *_lantern(268, 178),
        *_swell(318, ("#1b6f79", "#115560"), 12, 30),
    )
