"""Where a page can be shared: each way is a plain link, and nothing is asked of its host before a reader follows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote, urlencode

from wallet.site.reader import Reader
from wallet.site.shortening import shortened, x_weight
from wallet.site.views import LinkView, Run

__all__ = ["encoded", "share_targets"]

X_LIMIT, X_LINK = 280, 23
"""X counts any address as 23 characters; a space stands before it."""

BLUESKY_LIMIT = 300


_quoted = partial(quote, safe="")


def encoded(**fields: str) -> str:
    """Fields of an address in UTF-8; a space is ``%20``, which mail programs read too."""
    return urlencode(fields, quote_via=quote)


def share_targets(reader: Reader, *, title: str, text: str, url: str) -> tuple[LinkView, ...]:
    """The ways for the page at `url`; `text` is what is said of it, `title` what it is called."""
    return tuple(LinkView(url=target, label=Run(text=label)) for label, target in _targets(reader, title, text, url))


def _targets(reader: Reader, title: str, text: str, url: str) -> Iterator[tuple[str, str]]:
    # Each word is encoded once: a large site has thousands of these.
    say, page, told = reader.say, _quoted(url), _quoted(text)
    post, skeet = _post(text), shortened(text, max(1, BLUESKY_LIMIT - len(url) - 1))
    yield say("Post on LinkedIn"), f"https://www.linkedin.com/sharing/share-offsite/?url={page}"
    yield say("Post on X"), f"https://x.com/intent/tweet?text={told if post == text else _quoted(post)}&url={page}"
    yield say("Send by LINE"), f"https://social-plugins.line.me/lineit/share?url={page}&text={told}"
    yield say("Share on Facebook"), f"https://www.facebook.com/sharer/sharer.php?u={page}"
    yield say("Bookmark at Hatena"), f"https://b.hatena.ne.jp/entry/panel/?url={page}&btitle={told}"
    said = told if skeet == text else _quoted(skeet)
    yield say("Post on Bluesky"), f"https://bsky.app/intent/compose?text={said}%20{page}"
    yield say("Send by mail"), f"mailto:?subject={_quoted(title)}&body={told}%0D%0A{page}"


def _post(text: str) -> str:
    limit = X_LIMIT - X_LINK - 1
    return text if 2 * len(text) <= limit else shortened(text, limit, x_weight)
