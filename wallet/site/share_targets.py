"""Where a page can be shared: each way is a plain link, and nothing is asked of its host before a reader follows it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from wallet.site.reader import Reader
from wallet.site.shortening import shortened, x_weight
from wallet.site.views import LinkView, Run

__all__ = ["encoded", "share_targets"]

X_LIMIT, X_LINK = 280, 23
"""X counts any address as 23 characters; a space stands before it."""

BLUESKY_LIMIT = 300


def encoded(**fields: str) -> str:
    """Fields of an address in UTF-8; a space is ``%20``, which mail programs read too."""
    return urlencode(fields, quote_via=quote)


def share_targets(reader: Reader, *, title: str, text: str, url: str) -> tuple[LinkView, ...]:
    """The ways for the page at `url`; `text` is what is said of it, `title` what it is called."""
    return tuple(LinkView(url=target, label=Run(text=label)) for label, target in _targets(reader, title, text, url))


def _targets(reader: Reader, title: str, text: str, url: str) -> Iterator[tuple[str, str]]:
    say = reader.say
    post = shortened(text, X_LIMIT - X_LINK - 1, x_weight)
    body = f"{text}\r\n{url}"
    skeet = f"{shortened(text, max(1, BLUESKY_LIMIT - len(url) - 1))} {url}"
    yield say("Post on LinkedIn"), f"https://www.linkedin.com/sharing/share-offsite/?{encoded(url=url)}"
    yield say("Post on X"), f"https://x.com/intent/tweet?{encoded(text=post, url=url)}"
    yield say("Send by LINE"), f"https://social-plugins.line.me/lineit/share?{encoded(url=url, text=text)}"
    yield say("Share on Facebook"), f"https://www.facebook.com/sharer/sharer.php?{encoded(u=url)}"
    yield say("Bookmark at Hatena"), f"https://b.hatena.ne.jp/entry/panel/?{encoded(url=url, btitle=text)}"
    yield say("Post on Bluesky"), f"https://bsky.app/intent/compose?{encoded(text=skeet)}"
    yield say("Send by mail"), f"mailto:?{encoded(subject=title, body=body)}"
