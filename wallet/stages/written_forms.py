"""As what a text may stand in a file, so that it is found wherever this program, or its owner, wrote it.

Each is a way in which a page, a feed, a drawing, a table, JSON or an address writes quotation marks, brackets, breaks
and other scripts. One may be inside another: JSON in an attribute, a page in a feed.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus
from xml.sax.saxutils import quoteattr

from wallet.language.controls import one_line, visible

__all__ = ["written_forms"]

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~#&!]")


def written_forms(text: str) -> frozenset[bytes]:
    """Every form in which the text may stand, the plain one among them."""
    shown = {text, visible(text), one_line(text), " ".join(text.split())}
    written = {form for one in shown for form in _outside_markup(one)}
    marked = {form for one in written for form in _in_markup(one)}
    # A feed, or the code for another website that a page shows, holds markup which is escaped once more.
    again = {form for one in shown for inner in _in_markup(one) for form in _in_markup(inner)}
    return frozenset(form.encode("utf-8", "replace") for form in written | marked | again)


def _outside_markup(text: str) -> Iterator[str]:
    yield text
    for ascii_only in (True, False):
        written = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
        yield written
        # Inside a script element of a page.
        yield written.replace("<", "\\u003c")
    yield text.replace('"', '""')
    yield _MARKDOWN.sub(r"\\\g<0>", text)
    yield quote(text, safe="", errors="replace")
    yield quote(text, errors="replace")
    yield quote_plus(text, errors="replace")


def _in_markup(text: str) -> Iterator[str]:
    """Element text and attributes; each library names the quotation marks otherwise."""
    yield html.escape(text)
    yield html.escape(text, quote=False)
    yield html.escape(text, quote=False).replace('"', "&quot;")
    # As the templates of the pages write it.
    yield html.escape(text, quote=False).replace("'", "&#39;").replace('"', "&#34;")
    yield quoteattr(text)[1:-1]
    yield quoteattr(text + "\"'")[1:-1].removesuffix("&quot;'")
