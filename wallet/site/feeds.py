"""The newest badges as an Atom feed (RFC 4287), one in each language.

An entry's identifier is the address of its page. It is updated when the badge was checked: the site has no clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from wallet.language import dates
from wallet.site.cards import card_view
from wallet.site.editions import Edition
from wallet.site.entries import BadgeEntry
from wallet.site.facts import issued_on
from wallet.site.machine_links import feed_address
from wallet.site.model import SiteFile
from wallet.site.originals import published_file
from wallet.site.urls import absolute, page_address
from wallet.site.views import Run

__all__ = ["feed_files"]

MOST_ENTRIES = 50

# XML has no way to write these, not even escaped.
_BEYOND_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def feed_files(each: Edition) -> tuple[SiteFile, ...]:
    """The feed; none where there is no badge, for a feed must say when it was last updated."""
    newest = _newest(each.site_input.badges)
    if not newest:
        return ()
    lines = (*_opening(each, newest), *(line for entry in newest for line in _entry(each, entry)), "</feed>")
    return (SiteFile(path=feed_address(each.language), content=("\n".join(lines) + "\n").encode()),)


def _newest(entries: Sequence[BadgeEntry]) -> tuple[BadgeEntry, ...]:
    def key(entry: BadgeEntry) -> tuple[bool, int, str]:
        issued = issued_on(entry.credential)
        return issued is None, -issued.date().toordinal() if issued else 0, entry.slug

    return tuple(sorted(entries, key=key)[:MOST_ENTRIES])


def _opening(each: Edition, newest: Sequence[BadgeEntry]) -> Iterator[str]:
    base_url = each.site_input.base_url
    home = absolute(base_url, page_address(each.language))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(each.language)}>'
    yield f"<id>{_text(home)}</id>"
    yield _element("title", each.owner)
    yield f"<updated>{dates.exact(max(entry.report.checked_at for entry in newest))}</updated>"
    yield f"<author><name>{_text(each.owner.text)}</name></author>"
    yield _link("self", absolute(base_url, feed_address(each.language)), "application/atom+xml")
    yield _link("alternate", home, "text/html")


def _entry(each: Edition, entry: BadgeEntry) -> Iterator[str]:
    card, issued, base_url = card_view(each.reader, entry), issued_on(entry.credential), each.site_input.base_url
    url, (file, media_type) = absolute(base_url, card.address), published_file(entry)
    yield "<entry>"
    yield f"<id>{_text(url)}</id>"
    yield _element("title", card.title.main)
    yield f"<updated>{dates.exact(entry.report.checked_at)}</updated>"
    if issued is not None:
        yield f"<published>{dates.exact(issued)}</published>"
    yield _link("alternate", url, "text/html")
    yield _link("related", absolute(base_url, file), media_type)
    yield f"<category term={_quoted(entry.verdict.value)} label={_quoted(card.state.label)}/>"
    yield _element("summary", Run(text=_summary(each, entry)))
    yield "</entry>"


def _summary(each: Edition, entry: BadgeEntry) -> str:
    card, description = card_view(each.reader, entry), entry.credential.achievement.description
    told = card.summary or (each.reader.run(description) if description else None)
    return " · ".join(part for part in (card.issuer.text, card.state.label, told.text if told else "") if part)


def _element(name: str, run: Run) -> str:
    language = f" xml:lang={_quoted(run.language)}" if run.language else ""
    return f"<{name}{language}>{_text(run.text)}</{name}>"


def _link(relation: str, url: str, media_type: str) -> str:
    return f"<link rel={_quoted(relation)} type={_quoted(media_type)} href={_quoted(url)}/>"


def _text(text: str) -> str:
    return escape(_BEYOND_XML.sub("\ufffd", text))


def _quoted(text: str) -> str:
    return quoteattr(_BEYOND_XML.sub("\ufffd", text))
