"""Baking: a credential put into its picture (Open Badges 3.0, section 5.3)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from tests.assets.png import itxt, with_chunk

__all__ = ["PNG_KEYWORD", "SVG_NAMESPACE", "bake_png", "bake_svg"]

PNG_KEYWORD = "openbadgecredential"
SVG_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"


def bake_png(png: bytes, credential: str, keyword: str = PNG_KEYWORD) -> bytes:
    """The picture with the credential, JSON or compact JWS, in an iTXt chunk."""
    return with_chunk(png, itxt(keyword, credential))


def bake_svg(svg: str, credential: str) -> bytes:
    """The drawing with a credential element first: JSON in its body, a compact JWS in its attribute ``verify``."""
    start = svg.index("<svg") + len("<svg")
    end = svg.index(">", start) + 1
    opening = f' xmlns:openbadges="{SVG_NAMESPACE}"{svg[start:end]}'
    return (svg[:start] + opening + "\n" + _element(credential) + svg[end:]).encode("utf-8")


def _element(credential: str) -> str:
    if not credential.startswith("{"):
        return f"<openbadges:credential verify={quoteattr(credential)}/>\n"
    # A CDATA section cannot contain its own end.
    body = credential.replace("]]>", "]]]]><![CDATA[>")
    return f"<openbadges:credential><![CDATA[{body}]]></openbadges:credential>\n"
