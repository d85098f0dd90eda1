from __future__ import annotations

import pytest

from tests.assets import badge_svg
from wallet.documents.svg_shapes import plain_svg

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inner: str, size: str = 'viewBox="0 0 20 10"') -> bytes:
    return f"<svg {NAMESPACE} {size}>{inner}</svg>".encode()


def test_shapes_are_written_anew_and_all_else_that_is_silent_left_out() -> None:
    found = plain_svg(
        svg(
            "<title>&lt;b></title><metadata><x/></metadata><!-- a --><defs><clipPath id='c'><circle r='2'/></clipPath>"
            "</defs><g clip-path='url(#c)'><path d='M0 0h1' fill='&quot;red'/></g><b:c xmlns:b='urn:b'><svg/></b:c>"
        )
    )
    assert found is not None
    assert (found.width, found.height) == (20, 10)
    assert found.text == (
        f'<svg {NAMESPACE} viewBox="0 0 20 10"><defs><clipPath id="c"><circle r="2"></circle></clipPath></defs>'
        """<g clip-path="url(#c)"><path d="M0 0h1" fill='"red'></path></g></svg>"""
    )


def test_a_baked_picture_keeps_its_shapes_and_loses_its_badge() -> None:
    found = plain_svg(badge_svg())
    assert found is not None
    assert "credential" not in found.text


@pytest.mark.parametrize(
    "inner",
    [
        "<script>1</script>",
        "<style>*{fill:red}</style>",
        "<text>A</text>",
        "<image href='/etc/passwd'/>",
        "<use href='#a'/>",
        "<g xmlns:x='http://www.w3.org/1999/xlink'><path x:href='#a'/></g>",
        "<filter/>",
        "<mask/>",
        "<pattern/>",
        "<foreignObject/>",
        "<svg/>",
        "<path style='fill:red'/>",
        "<path onload='1'/>",
        "<path fill='url(https://tracker.example/a#b)'/>",
        "<path fill='URL(file:///etc/passwd)'/>",
        "<path stroke-dasharray='0.001'/>",
        "<clipPath><path clip-path='url(#c)'/></clipPath>",
        "<path clip-path='url(#c)'/>" * 41,
        "<path/>" * 1_501,
        "<g>" * 20 + "</g>" * 20,
    ],
)
def test_a_picture_that_is_more_than_shapes_is_refused(inner: str) -> None:
    assert plain_svg(svg(inner)) is None


@pytest.mark.parametrize(
    "size",
    ["", "width='1'", "width='1' height='5'", "viewBox='0 0 0 0'", "width='1e9' height='1e9'", "width='9%' height='9'"],
)
def test_a_size_that_cannot_be_laid_out_is_refused(size: str) -> None:
    assert plain_svg(svg("<path/>", size)) is None


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", b"<svg", b"\x89PNG", b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(""), svg(" " * 400_000)]
)
def test_what_is_no_safe_svg_is_refused(content: bytes) -> None:
    assert plain_svg(content) is None
