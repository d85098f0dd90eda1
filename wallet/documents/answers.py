"""What servers and sites give in place of a badge: a web page about it, or an error in the form of JSON."""

from __future__ import annotations

import re

from wallet.documents.json_text import parse_json
from wallet.errors import DocumentError
from wallet.fields import JsonObject

__all__ = ["is_error_answer", "is_no_answer", "is_web_page"]

# What was once taken for a comment is never tried as a part of a longer one: that would take years for a few dozen.
_WEB_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>)?(?:\s|<!--(?:[^-]++|-(?!->))*+-->)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)

MAX_PREAMBLE_BYTES = 4_096
"""A web page begins with its first element; what stands further down is not looked at."""


def is_web_page(content: bytes) -> bool:
    """Whether `content` is HTML."""
    return _WEB_PAGE.match(content.removeprefix(b"\xef\xbb\xbf")[:MAX_PREAMBLE_BYTES]) is not None


def is_error_answer(members: JsonObject) -> bool:
    """Whether a JSON object is an error that a server sent, some of them with the HTTP status 200."""
    if "type" in members or "@context" in members or "badge" in members:
        return False
    status = members.get("status")
    return bool(members.get("errors")) or (isinstance(status, int) and status >= 400)


def is_no_answer(content: bytes) -> bool:
    """Whether a server that was asked for data sent a web page or an error instead."""
    if is_web_page(content):
        return True
    try:
        value = parse_json(content)
    except DocumentError:
        return False
    return isinstance(value, dict) and is_error_answer(value)
