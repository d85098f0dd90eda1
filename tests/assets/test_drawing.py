from __future__ import annotations

import io
import math

import pytest
from PIL import Image

from tests.assets.drawing.raster import to_rgba
from tests.assets.drawing.shapes import (
    Clip,
    Drawing,
    Fill,
    Gradient,
    Mark,
    Stroke,
    arc,
    circle,
    line,
    polygon,
    rectangle,
    ring,
    turned,
)
from tests.assets.drawing.svg import to_svg
from tests.assets.png import write_png


def _coverage(*marks: Mark, size: int = 40) -> float:
    pixels = to_rgba(Drawing(marks, size=size))
    return sum(pixels[3::4]) / 255


def _pixel(drawing: Drawing, x: int, y: int) -> tuple[int, ...]:
    start = (y * drawing.size + x) * 4
    return tuple(to_rgba(drawing)[start : start + 4])


def test_a_rectangle_covers_its_area() -> None:
    assert _coverage(Fill(rectangle(2.5, 3, 10, 4), "#000000")) == pytest.approx(40, abs=0.2)


def test_a_slanted_edge_covers_half() -> None:
    assert _coverage(Fill(polygon([(0, 0), (30, 0), (0, 30)]), "#000000")) == pytest.approx(450, abs=1)


@pytest.mark.parametrize("radius", [3.0, 8.5, 15.0])
def test_a_circle_covers_its_area(radius: float) -> None:
    assert _coverage(Fill(circle(20, 20, radius), "#000000")) == pytest.approx(math.pi * radius**2, rel=0.02)


def test_a_ring_has_a_hole() -> None:
    drawing = Drawing((Fill(ring(20, 20, 15, 8), "#102030"),), size=40)
    assert _pixel(drawing, 20, 20) == (0, 0, 0, 0)
    assert _pixel(drawing, 20, 8) == (16, 32, 48, 255)


def test_a_stroke_covers_length_times_width_and_round_ends() -> None:
    expected = 20 * 4 + math.pi * 4
    assert _coverage(Stroke(line((10, 20), (30, 20)), "#000000", 4)) == pytest.approx(expected, rel=0.03)


def test_an_arc_stays_on_its_circle() -> None:
    (subpath,) = arc(20, 20, 10, 0, 270).subpaths
    assert subpath.start == (30, 20)
    assert subpath.segments[-1][-1] == (20, 10)


def test_a_clip_limits_what_is_inside() -> None:
    half = Clip(rectangle(0, 0, 20, 40), (Fill(rectangle(0, 0, 40, 40), "#ffffff"),))
    assert _coverage(half) == pytest.approx(800)


def test_a_gradient_runs_from_one_colour_to_the_other() -> None:
    gradient = Gradient((0, 0), ((0, "#000000"), (1, "#ff0000")), end=(40, 0))
    drawing = Drawing((Fill(rectangle(0, 0, 40, 40), gradient),), size=40)
    assert _pixel(drawing, 0, 5)[0] < 5
    assert _pixel(drawing, 20, 5)[0] == pytest.approx(131, abs=3)
    assert _pixel(drawing, 39, 5)[0] > 250


def test_turning_by_a_quarter() -> None:
    (subpath,) = turned(line((10, 0), (20, 0)), angle=90).subpaths
    assert (subpath.start, subpath.segments) == ((0, 10), (((0, 20),),))


def test_svg_names_every_definition_it_uses() -> None:
    gradient = Gradient((0, 0), ((0, "#000000"), (1, "#ff0000")), radius=9)
    marks: tuple[Mark, ...] = (Fill(circle(9, 9, 5), gradient), Fill(circle(20, 9, 5), gradient))
    text = to_svg(Drawing((Clip(rectangle(0, 0, 30, 30), marks),), size=40, title="A & B"))
    assert text.count("<radialGradient") == 1
    assert text.count("url(#d0)") + text.count("url(#d1)") == 3
    assert "<title>A &amp; B</title>" in text


def test_the_file_holds_the_pixels() -> None:
    pixels = to_rgba(Drawing((Fill(circle(20, 20, 15), "#2c5a46"),), size=40))
    with Image.open(io.BytesIO(write_png(40, 40, pixels))) as picture:
        assert picture.mode == "RGBA"
        assert picture.tobytes() == pixels
