"""E-mail addresses in a text, of every script and however they are escaped.

Whoever wrote the text may want whoever searches it to wait. So each sign that parts an address is looked at once, with
no more on either side than an address can have.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

__all__ = ["mail_addresses"]

LONGEST_NAME, LONGEST_HOST = 64, 253
"""What SMTP and DNS allow before the sign and behind it (RFC 5321, section 4.5.3.1)."""

_AT = re.compile("[@＠]")

# What no address has. Marks that stand above and below letters, as in Hindi, are no letters to `re`, and belong to it.
_SIGNS = (
    r"\s\x00-\x2c/\x3a-\x40\x5b-\x5e\x60\x7b-\xbf\u2000-\u206f"
    r"\u3000-\u3004\u3008-\u3020\u30fb\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
# Japanese and Chinese are written without spaces: beside Latin letters, their signs belong to the sentence.
_IDEOGRAPHS = "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NAME = re.compile(rf"(?:[^{_SIGNS}{_IDEOGRAPHS}]|[%+])+|(?:[^{_SIGNS}]|[%+])+")
_LABEL = re.compile(rf"[^{_SIGNS}.]+")
_LATIN = re.compile(rf"[^{_SIGNS}{_IDEOGRAPHS}.]+")
_TOP = re.compile(r"xn--.+|[^0-9\uff10-\uff19]{2,}")
"""A top-level domain: two letters at least, and no digits but where it is another script in disguise."""


def mail_addresses(text: str) -> Iterator[str]:
    """Every address in the text, in order; what is escaped as in a URL is unescaped first."""
    text = unquote(html.unescape(text))
    for at in _AT.finditer(text):
        # Backwards from the sign, so that nothing is tried twice.
        name = _NAME.match(text[max(0, at.start() - LONGEST_NAME) : at.start()][::-1])
        host = _host(text[at.end() : at.end() + LONGEST_HOST])
        if name is not None and host is not None and (local := name.group()[::-1].strip(".")):
            yield f"{local}@{host}"


def _host(text: str) -> str | None:
    """The host at the beginning of a text, of two labels at least."""
    labels: list[str] = []
    for part in re.split("[.．]", text):
        label = _LABEL.match(part)
        if label is None:
            break
        labels.append(label.group())
        if label.end() < len(part):
            break
    if len(labels) < 2:
        return None
    found = _LATIN.match(labels[-1])
    last = found.group() if found else labels[-1]
    # A price at so much each, or the version of a program.
    return ".".join([*labels[:-1], last]) if _TOP.fullmatch(last) else None
