"""An SVG that is nothing but shapes, written anew from what was recognised; anything else is refused.

A picture may be hostile: styles, scripts, text, filters, patterns, links and files of any kind are not taken over, and
what could keep a renderer busy is counted. What is drawn is what was read here, and not the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from wallet.documents.svg import svg_root
from wallet.errors import DocumentError

__all__ = ["PlainSvg", "plain_svg"]

LONGEST = 400_000
MOST_SHAPES = 1_500
MOST_CLIPPED = 40
DEEPEST = 16
NARROWEST = 4
"""A picture is at most this many times as wide as high, or as high as wide."""

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_SILENT = frozenset({"title", "desc", "metadata"})
_ELEMENTS = re.compile(
    "svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|clipPath"
)
# Dashes are not among them: a short one on a long line takes for ever.
_ATTRIBUTES = re.compile(
    "id|d|points|x|y|x1|y1|x2|y2|cx|cy|r|rx|ry|fx|fy|width|height|viewBox|version|transform|offset|"
    "fill|fill-opacity|fill-rule|clip-rule|stroke|stroke-width|stroke-linejoin|stroke-linecap|stroke-miterlimit|"
    "stroke-opacity|opacity|stop-color|stop-opacity|gradientUnits|gradientTransform|spreadMethod|clip-path|"
    "clipPathUnits"
)
_LOCAL = re.compile(r"url\(#[A-Za-z_][\w.-]*\)(?: [a-zA-Z0-9#]+)?")
_NUMBER = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:px)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSvg:
    """The picture as SVG text, and the size it gives itself."""

    text: str
    width: float
    height: float


class _RefusedError(Exception):
    pass


def plain_svg(content: bytes) -> PlainSvg | None:
    """The shapes of a picture; None for a file that is anything more, or no SVG at all."""
    if len(content) > LONGEST:
        return None
    try:
        root = svg_root(content)
        width, height = _size({str(name): str(value) for name, value in root.attrib.items()})
        parts = list(_written(root, 0, clipping=False))
    except (DocumentError, _RefusedError):
        return None
    if len(parts) > 2 * MOST_SHAPES or sum("clip-path=" in part for part in parts) > MOST_CLIPPED:
        return None
    return PlainSvg(text="".join(parts), width=width, height=height)


def _size(attributes: Mapping[str, str]) -> tuple[float, float]:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    stated = [attributes.get(name) for name in ("width", "height")]
    sides = box[2:] if stated == [None, None] and len(box) == 4 else stated
    found = [_NUMBER.fullmatch(side or "") for side in sides]
    width, height = (float(side[1]) if side else 0.0 for side in found)
    if not (0 < width <= NARROWEST * height and height <= NARROWEST * width):
        raise _RefusedError
    return width, height


def _written(element: Any, depth: int, *, clipping: bool) -> Iterator[str]:
    """The element and what is in it; foreign elements, such as a baked badge, are left out."""
    if not isinstance(element.tag, str) or not element.tag.startswith(_NAMESPACE):
        return
    name = element.tag.removeprefix(_NAMESPACE)
    if name in _SILENT:
        return
    if not _ELEMENTS.fullmatch(name) or depth > DEEPEST or (name == "svg") is (depth > 0):
        raise _RefusedError
    clipping = clipping or name == "clipPath"
    declared = ' xmlns="http://www.w3.org/2000/svg"' if depth == 0 else ""
    yield f"<{name}{declared}{''.join(_attributes(element.attrib, clipping))}>"
    for child in element:
        yield from _written(child, depth + 1, clipping=clipping)
    yield f"</{name}>"


def _attributes(attributes: Mapping[str, str], clipping: bool) -> Iterator[str]:
    for name, value in attributes.items():
        if name.startswith("{http://www.w3.org/XML/"):
            continue
        # Clips that are clipped in turn multiply.
        if not _ATTRIBUTES.fullmatch(name) or (clipping and name == "clip-path"):
            raise _RefusedError
        if "url" in value.lower() and not _LOCAL.fullmatch(value):
            raise _RefusedError
        yield f" {name}={quoteattr(value)}"
