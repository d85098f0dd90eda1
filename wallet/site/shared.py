"""Collections that are not for everybody: their pages stand in no navigation, index or feed, and ask not to be indexed.

What is locked comes as encrypted bytes, made when it was shared. What is unlisted is made at every build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from wallet.site.badge import note_view
from wallet.site.cards import CARD_SIZE, picture_view, title_view
from wallet.site.editions import Edition, Head
from wallet.site.entries import BadgeEntry, SharedCollection
from wallet.site.facts import badge_facts, profile_run
from wallet.site.model import Page, SiteFile
from wallet.site.originals import size_text
from wallet.site.reader import Reader
from wallet.site.states import LABELS, state_label, state_of
from wallet.site.urls import host_of, page_address, shared_address
from wallet.site.views import (
    DateView,
    EndedView,
    LockedView,
    SharedBadge,
    SharedFile,
    SharedPicture,
    SharedView,
    View,
)

__all__ = ["shared_files", "shared_page", "shared_pages", "shared_view"]


def shared_pages(each: Edition) -> Iterator[Page]:
    """One page for each address that was shared, also where nothing is shown there any more."""
    yield from (shared_page(each, shared) for shared in each.site_input.shared)


def shared_page(each: Edition, shared: SharedCollection) -> Page:
    """The page at a shared address. Its head says nothing of the content but to whoever may read it."""
    template, view, title = _shown(each.reader, shared)
    page = each.page(("shared", shared.address), template, view, Head(title=title, description=""))
    return replace(page, canonical=None, alternates=(), other_locales=(), card=None)


def _shown(reader: Reader, shared: SharedCollection) -> tuple[str, View, str]:
    if shared.ended:
        view = EndedView(home=page_address(reader.language))
        return "ended.html", view, reader.say("This link has ended")
    if shared.sealed is not None:
        return "locked.html", _locked_view(reader, shared), reader.say("A locked page")
    open_view = shared_view(reader, shared)
    return "shared.html", open_view, open_view.title.text


def shared_files(shared: SharedCollection) -> Iterator[SiteFile]:
    """What is published beside the page: encrypted bytes, or originals and pictures; nothing once it has ended."""
    if shared.ended:
        return
    if shared.sealed is not None:
        yield SiteFile(path=shared_address(f"{shared.address}.json"), content=shared.sealed)
        return
    for entry in shared.entries:
        yield SiteFile(path=_file(shared, entry, entry.original.file_name), content=entry.original.content)
        if entry.image and entry.image.content != entry.original.content:
            yield SiteFile(path=_picture_file(shared, entry), content=entry.image.content)


def shared_view(reader: Reader, shared: SharedCollection) -> SharedView:
    """The letter and the badges, complete without any other page."""
    words = shared.words
    summary = reader.own_words(words.summary)
    return SharedView(
        title=reader.own_words(words.title),
        summary=summary if summary.text else None,
        letter=note_view(reader, words.letter, "shared", shared.address),
        badges=tuple(_badge(reader, shared, entry) for entry in shared.entries),
        until=_last_day(reader, shared),
        end=_end(shared),
        checking_address=page_address(reader.language, "checking"),
    )


def _locked_view(reader: Reader, shared: SharedCollection) -> LockedView:
    return LockedView(
        address=shared.address,
        content_address=shared_address(f"{shared.address}.json"),
        asks=shared.asks,
        until=_last_day(reader, shared),
        end=_end(shared),
        kinds=tuple(LABELS),
        expired=state_label(reader, "expired"),
        checking_address=page_address(reader.language, "checking"),
    )


def _last_day(reader: Reader, shared: SharedCollection) -> DateView | None:
    return reader.date(shared.until - timedelta(seconds=1)) if shared.until else None


def _end(shared: SharedCollection) -> str | None:
    return shared.until.isoformat() if shared.until else None


def _badge(reader: Reader, shared: SharedCollection, entry: BadgeEntry) -> SharedBadge:
    credential = entry.credential
    description, until = credential.achievement.description, credential.valid_until
    issuer_id = credential.issuer.id
    return SharedBadge(
        title=title_view(reader, entry),
        issuer=profile_run(reader, credential.issuer),
        issuer_at=reader.run(host_of(issuer_id) or issuer_id).text if issuer_id else None,
        state=state_of(reader, entry),
        checked=reader.date(entry.report.checked_at),
        expires=until.isoformat() if until else None,
        picture=_picture(reader, shared, entry),
        description=reader.paragraphs(description) if description else (),
        facts=badge_facts(reader, credential),
        original=_original(reader, shared, entry),
    )


def _picture(reader: Reader, shared: SharedCollection, entry: BadgeEntry) -> SharedPicture | None:
    image = picture_view(reader, entry, CARD_SIZE).image
    if image is None:
        return None
    address = _picture_file(shared, entry)
    return SharedPicture(address=address, width=image.width, height=image.height, alt=image.alt)


def _original(reader: Reader, shared: SharedCollection, entry: BadgeEntry) -> SharedFile:
    original = entry.original
    return SharedFile(
        address=_file(shared, entry, original.file_name),
        name=original.file_name,
        size=size_text(reader, len(original.content)),
        digest=original.digest,
    )


def _file(shared: SharedCollection, entry: BadgeEntry, name: str) -> str:
    return shared_address(shared.address, entry.slug, name)


def _picture_file(shared: SharedCollection, entry: BadgeEntry) -> str:
    image = entry.image
    assert image is not None
    # A baked picture is its own original and is not published twice.
    if image.content == entry.original.content:
        return _file(shared, entry, entry.original.file_name)
    return _file(shared, entry, f"image.{image.extension}")
