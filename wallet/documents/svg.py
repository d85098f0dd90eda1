"""A badge baked into an SVG (Open Badges 3.0 section 5.3.2; Open Badges 2.0 baking specification).

The element is found by namespace and local name, never by prefix. Declarations of entities are refused before
anything is parsed: they are the way to attack an XML reader, and no badge needs one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet.errors import DocumentError

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["BakedElement", "baked_elements", "looks_like_svg", "svg_root"]

_ELEMENTS = frozenset(
    {
        "{https://purl.imsglobal.org/ob/v3p0}credential",
        "{https://purl.imsglobal.org/clr/v2p0}credential",
        "{http://openbadges.org}assertion",
    }
)
_SVG = "{http://www.w3.org/2000/svg}svg"
# What was once taken is never tried another way: else a few dozen comments would keep a reader busy for years.
_BETWEEN = rb"(?:\s|<!--(?:[^-]++|-(?!->))*+-->)*+"
_DOCTYPE = rb"(?:<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\])?\s*+>)?"
_PROLOG = re.compile(rb"\s*+(?:<\?xml[^>]*+>)?" + _BETWEEN + _DOCTYPE + _BETWEEN + rb"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")


def looks_like_svg(content: bytes) -> bool:
    """Whether the first element of `content` is ``svg``; a declaration of a document type may precede it."""
    head = content.removeprefix(b"\xef\xbb\xbf")[:65_536]
    return _PROLOG.match(head) is not None


@dataclass(frozen=True, slots=True)
class BakedElement:
    """The text of one badge element; `address` is that of a hosted assertion whose JSON stands beside it."""

    text: str
    address: str | None = None


def svg_root(content: bytes) -> etree._Element:
    """The outermost element; raises DocumentError for unsafe or broken XML, and for what is no SVG."""
    from lxml import etree

    if re.search(rb"<!\s*(ENTITY|DOCTYPE[^>\[<]*+\[)", content, re.IGNORECASE):
        raise DocumentError("svg.entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DocumentError("svg.malformed") from None
    if root.tag != _SVG:
        raise DocumentError("document.not-a-badge")
    return root


def baked_elements(content: bytes) -> tuple[BakedElement, ...]:
    """Every badge element in document order; raises DocumentError as `svg_root` does."""
    root = svg_root(content)
    elements = [element for element in root.iter() if element.tag in _ELEMENTS]
    return tuple(_element(found.get("verify"), "".join(str(text) for text in found.itertext())) for found in elements)


def _element(verify: str | None, body: str) -> BakedElement:
    if verify is None:
        return BakedElement(body.strip())
    # Open Badges 2.0 bakes a hosted assertion twice: its address, and what stands there.
    if verify.startswith(("https://", "http://")) and body.strip().startswith("{"):
        return BakedElement(body.strip(), verify.strip())
    return BakedElement(verify.strip())
