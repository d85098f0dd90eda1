"""Foreign text to HTML, in one place: Markdown, then a sanitiser that knows only what prose needs.

Whoever wrote it, issuer or learner, the result has links to http(s) and mail only, no script, no style and no attribute
that could reach outside the text; the learner's own text may link within the site and show pictures that are published
there. Headings start below those of the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from html import unescape
from urllib.parse import unquote

from markupsafe import Markup, escape

from wallet.language.controls import visible
from wallet.render.prose_limits import BLANK_LINES, is_too_much

__all__ = ["ShownPicture", "render_prose"]

_INLINE = {"br", "em", "strong", "del", "sub", "sup", "code", "a", "ruby", "rb", "rt", "rp"}
_BLOCKS = {"p", "hr", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"}
_TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_LINK_TO_NOWHERE = re.compile(r"<a(?![^>]*\bhref=)[^>]*>")
_PICTURE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-6])>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture by the name that the text gives it; `link` as seen from the page."""

    name: str
    link: str
    width: int
    height: int


@lru_cache(maxsize=4096)
def render_prose(
    source: str, *, top_heading: int = 3, way: str | None = None, pictures: tuple[ShownPicture, ...] = ()
) -> Markup:
    """Safe HTML for Markdown; its headings start at level `top_heading` and skip none.

    Relative links lead on from `way`, an address seen from the page; without one they are taken out, for a stranger's
    would lead astray. Of pictures only `pictures` are shown; any other leaves its words.
    What would take too long to read as Markdown is shown as it is.
    """
    import nh3
    from markdown import markdown

    source = visible(source)
    if is_too_much(source, own=way is not None):
        return _plain(source)
    html = markdown(source, extensions=["tables", "sane_lists", "nl2br"], output_format="html")
    clean = nh3.clean(
        html,
        tags=_INLINE | _BLOCKS | _TABLES | ({"img"} if way else set()),
        attributes=_ATTRIBUTES | {"img": {"src", "alt"}},
        url_schemes=_SCHEMES,
        link_rel="nofollow noopener",
        url_relative="deny" if way is None else partial(_from, way),
    )
    # A link whose target was refused keeps its words; its other attributes mean nothing without one.
    linked = _LINK_TO_NOWHERE.sub("<a>", clean)
    shown = _PICTURE.sub(partial(_picture, way or "", {one.name: one for one in pictures}), linked)
    return Markup(_with_tables(_with_headings(shown, top_heading)))


def _plain(source: str) -> Markup:
    """The whole text, escaped, with its paragraphs and lines."""
    blocks = (block.strip("\n") for block in BLANK_LINES.split(source))
    paragraphs = (Markup("<br>\n").join(escape(line) for line in block.split("\n")) for block in blocks if block)
    return Markup("\n").join(Markup("<p>{}</p>").format(paragraph) for paragraph in paragraphs)


def _from(way: str, target: str) -> str:
    """A relative address that was written to be read from the place at the end of `way`."""
    return target if target.startswith("/") or way == "./" else way + target


def _picture(way: str, pictures: Mapping[str, ShownPicture], found: re.Match[str]) -> str:
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found.group(1))}
    name = unquote(attributes.get("src", "")).removeprefix(way).removeprefix("./")
    words, picture = attributes.get("alt", ""), pictures.get(name)
    if picture is None:
        return str(escape(words))
    return Markup('<img src="{}" alt="{}" width="{}" height="{}" loading="lazy">').format(
        picture.link, words, picture.width, picture.height
    )


def _with_headings(html: str, top: int) -> str:
    """Headings moved below those of the page, in steps of one: a reader's outline has no holes."""
    levels = {int(level) for _slash, level in _HEADING.findall(html)}
    ranks = {level: rank for rank, level in enumerate(sorted(levels))}
    current = top - 1

    def shifted(found: re.Match[str]) -> str:
        nonlocal current
        if not found.group(1):
            current = min(6, current + 1, top + ranks[int(found.group(2))])
        return f"<{found.group(1)}h{current}>"

    return _HEADING.sub(shifted, html)


def _with_tables(html: str) -> str:
    """Header cells that say so, and a box that scrolls, by keyboard too, for a table wider than a phone."""
    boxed = html.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace("</table>", "</table></div>")
    return boxed.replace("<th>", '<th scope="col">')
