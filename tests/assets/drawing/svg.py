"""A drawing as SVG: paths and gradients only, nothing that a viewer could run or fetch."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from tests.assets.drawing.shapes import Clip, Drawing, Fill, Gradient, Mark, Outline, Paint, Point, Stroke

__all__ = ["to_svg"]


def to_svg(drawing: Drawing) -> str:
    """The drawing as an SVG document of one line for each mark."""
    writer = _Writer()
    body = writer.marks(drawing.marks)
    size = drawing.size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}">\n'
    title = f"<title>{escape(drawing.title)}</title>\n" if drawing.title else ""
    definitions = f"<defs>{''.join(writer.definitions)}</defs>\n" if writer.definitions else ""
    return f"{head}{title}{definitions}{body}</svg>\n"


class _Writer:
    def __init__(self) -> None:
        self.definitions: list[str] = []

    def marks(self, marks: Iterable[Mark]) -> str:
        return "".join(f"{self._mark(mark)}\n" for mark in marks)

    def _mark(self, mark: Mark) -> str:
        if isinstance(mark, Clip):
            name = self._define(f'<clipPath id="{{id}}"><path d="{_path(mark.outline)}"/></clipPath>')
            return f'<g clip-path="url(#{name})">\n{self.marks(mark.marks)}</g>'
        if isinstance(mark, Fill):
            opacity = "" if mark.opacity == 1 else f' opacity="{_number(mark.opacity)}"'
            return f'<path d="{_path(mark.outline)}" fill={quoteattr(self._paint(mark.paint))}{opacity}/>'
        return _stroke(mark)

    def _paint(self, paint: Paint) -> str:
        if isinstance(paint, str):
            return paint
        return f"url(#{self._define(_gradient(paint))})"

    def _define(self, text: str) -> str:
        known = [made.replace(f'id="d{index}"', 'id="{id}"') for index, made in enumerate(self.definitions)]
        if text in known:
            return f"d{known.index(text)}"
        name = f"d{len(self.definitions)}"
        self.definitions.append(text.replace("{id}", name))
        return name


def _stroke(mark: Stroke) -> str:
    opacity = "" if mark.opacity == 1 else f' opacity="{_number(mark.opacity)}"'
    style = f'fill="none" stroke="{mark.paint}" stroke-width="{_number(mark.width)}"'
    return f'<path d="{_path(mark.outline)}" {style} stroke-linecap="round" stroke-linejoin="round"{opacity}/>'


def _gradient(gradient: Gradient) -> str:
    x, y = (_number(value) for value in gradient.start)
    stops = "".join(f'<stop offset="{_number(at)}" stop-color="{colour}"/>' for at, colour in gradient.stops)
    if gradient.end is None:
        radius = _number(gradient.radius or 0)
        place = f'gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{radius}"'
        return f'<radialGradient id="{{id}}" {place}>{stops}</radialGradient>'
    end_x, end_y = (_number(value) for value in gradient.end)
    place = f'gradientUnits="userSpaceOnUse" x1="{x}" y1="{y}" x2="{end_x}" y2="{end_y}"'
    return f'<linearGradient id="{{id}}" {place}>{stops}</linearGradient>'


def _path(outline: Outline) -> str:
    parts = []
    for subpath in outline.subpaths:
        parts.append(f"M{_point(subpath.start)}")
        parts += [("L" if len(s) == 1 else "C") + " ".join(_point(p) for p in s) for s in subpath.segments]
        parts.append("Z" if subpath.closed else "")
    return "".join(parts)


def _point(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
