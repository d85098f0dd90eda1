"""What another website or a text can carry to show a badge: HTML, Markdown, and a frame.

HTML and Markdown stay as they were copied. So they say nothing of what was found, which can change; the frame does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from wallet.site.reader import Reader
from wallet.site.shortening import without_breaks
from wallet.site.urls import absolute, embed_address
from wallet.site.views import CardView, SnippetView

__all__ = ["EMBED_HEIGHT", "EMBED_WIDTH", "snippets"]

EMBED_WIDTH, EMBED_HEIGHT = 480, 180

_MARKS = re.compile(r"[\\`*_\[\]<>|~#&!]")


def snippets(reader: Reader, card: CardView, base_url: str) -> tuple[SnippetView, ...]:
    """The badge in each form."""
    return tuple(SnippetView(label=label, text=text) for label, text in _forms(reader, card, base_url))


def _forms(reader: Reader, card: CardView, base_url: str) -> Iterator[tuple[str, str]]:
    title, issuer = without_breaks(card.title.main.text), without_breaks(card.issuer.text)
    url, image = absolute(base_url, card.address), card.picture.image
    picture = absolute(base_url, image.address) if image else None
    shown = (
        f'<img src="{escape(picture)}" alt="" width="{image.width}" height="{image.height}"><br>'
        if picture and image
        else ""
    )
    yield (
        "HTML",
        f'<p lang="{reader.language}"><a href="{escape(url)}">{shown}{escape(title)}</a><br>{escape(issuer)}</p>',
    )
    pictured = f"[![{_plain(title)}](<{picture}>)](<{url}>)\n\n" if picture else ""
    yield "Markdown", f"{pictured}[{_plain(title)}](<{url}>) — {_plain(issuer)}"
    frame = escape(absolute(base_url, embed_address(reader.language, card.slug)))
    size = f'width="{EMBED_WIDTH}" height="{EMBED_HEIGHT}"'
    yield (
        reader.say("Frame (iframe), which shows what the last check found"),
        f'<iframe src="{frame}" title="{escape(title)}" {size} style="border: 0; max-width: 100%" '
        f'loading="lazy"></iframe>',
    )


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", text)
