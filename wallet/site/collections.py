"""What the learner chose for somebody: a letter and badges, on a page with its own address and QR code."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.portfolio.model import Collection
from wallet.site.badge import note_view
from wallet.site.cards import card_view, count_views
from wallet.site.entries import BadgeEntry
from wallet.site.qr_codes import qr_view
from wallet.site.reader import Reader
from wallet.site.sharing import page_share
from wallet.site.urls import absolute, page_address
from wallet.site.views import CollectionLink, CollectionView, Run

__all__ = ["chosen_badges", "collection_address", "collection_links", "collection_qr_address", "collection_view"]


def collection_address(language: str, collection: Collection) -> str:
    """The address of the collection's page."""
    return page_address(language, "collections", collection.slug)


def collection_qr_address(language: str, collection: Collection) -> str:
    """Where the QR code is published, beside the page."""
    return f"{collection_address(language, collection)}qr.svg"


def collection_view(
    reader: Reader, collection: Collection, entries: Sequence[BadgeEntry], base_url: str, *, owner: str = ""
) -> CollectionView:
    """The letter, and the chosen badges that are on the site; `owner` is the name of whose they are."""
    chosen = chosen_badges(collection, entries)
    latest = max((entry.report.checked_at for entry in chosen), default=None)
    url = absolute(base_url, collection_address(reader.language, collection))
    title = _title(reader, collection)
    said = " · ".join(part for part in (title.text, owner) if part)
    return CollectionView(
        title=title,
        summary=_summary(reader, collection),
        letter=note_view(reader, collection.letter, "collections", collection.slug),
        cards=tuple(card_view(reader, entry) for entry in chosen),
        counts=count_views(reader, chosen),
        last_checked=reader.date(latest) if latest else None,
        qr=qr_view(reader, collection_qr_address(reader.language, collection), url),
        checking_address=page_address(reader.language, "checking"),
        share=page_share(reader, base_url, ("collections", collection.slug), title=title.text, text=said),
    )


def collection_links(
    reader: Reader, collections: Sequence[Collection], entries: Sequence[BadgeEntry]
) -> tuple[CollectionLink, ...]:
    """Every collection, for the home page."""
    return tuple(
        CollectionLink(
            address=collection_address(reader.language, collection),
            title=_title(reader, collection),
            summary=_summary(reader, collection),
            number=len(chosen_badges(collection, entries)),
        )
        for collection in collections
    )


def chosen_badges(collection: Collection, entries: Sequence[BadgeEntry]) -> tuple[BadgeEntry, ...]:
    """The badges of the collection that are on the site, in the learner's order."""
    by_slug = {entry.slug: entry for entry in entries}
    return tuple(by_slug[slug] for slug in collection.badges if slug in by_slug)


def _title(reader: Reader, collection: Collection) -> Run:
    return reader.own_words(collection.title)


def _summary(reader: Reader, collection: Collection) -> Run | None:
    summary = reader.own_words(collection.summary)
    return summary if summary.text else None
