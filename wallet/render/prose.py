"""Foreign text to HTML, in one place: Markdown, then a sanitiser that knows only what prose needs.

Whoever wrote it, issuer or learner, the result has links to http(s) and mail only, no picture, no script, no style and
no attribute that could reach outside the text. Headings start below those of the page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

from wallet.language.controls import visible

__all__ = ["render_prose"]

_TAGS = frozenset(
    [
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "del",
        "sub",
        "sup",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "h3",
        "h4",
        "h5",
        "h6",
        "ruby",
        "rb",
        "rt",
        "rp",
    ]
)
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}}
_SCHEMES = frozenset({"http", "https", "mailto"})
_HEADING = re.compile(r"<(/?)h([1-6])>")
_HEADER_CELL = re.compile(r"<th\b[^>]*>")


@lru_cache(maxsize=4096)
def render_prose(source: str, *, top_heading: int = 3) -> Markup:
    """Safe HTML for Markdown; a first-level heading becomes one of `top_heading`."""
    import nh3
    from markdown import markdown

    html = markdown(visible(source), extensions=["tables", "sane_lists", "nl2br"], output_format="html")
    shifted = _HEADING.sub(lambda found: _shifted(found, top_heading), html)
    clean = nh3.clean(
        _HEADER_CELL.sub('<th scope="col">', shifted),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="nofollow noopener",
        url_relative="deny",
    )
    # A table wider than a phone scrolls in its own box and can be reached with the keyboard.
    clean = clean.replace("<table>", '<div class="scroll" tabindex="0"><table>').replace("</table>", "</table></div>")
    return Markup(clean)


def _shifted(found: re.Match[str], top: int) -> str:
    level = min(6, int(found.group(2)) + top - 1)
    return f"<{found.group(1)}h{level}>"
