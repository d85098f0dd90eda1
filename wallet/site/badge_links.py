"""What stands at the other end of a badge's links: its short link, and its page for frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wallet.language.tags import locale_of
from wallet.site.bilingual import invitation
from wallet.site.cards import card_view, title_view
from wallet.site.editions import Edition, page_direction
from wallet.site.entries import BadgeEntry
from wallet.site.facts import profile_run
from wallet.site.model import Page, StandingPage
from wallet.site.short_links import leading, short_address
from wallet.site.social import badge_card, place_of
from wallet.site.urls import absolute, embed_address, file_of, page_address
from wallet.site.views import EmbedView, Frame, ShortChoice, ShortView

__all__ = ["embed_pages", "short_pages"]


_STANDING = StandingPage(canonical=None, alternates=())


def short_pages(editions: Sequence[Edition], wanted: Sequence[BadgeEntry]) -> Iterator[Page | StandingPage]:
    """The page behind each short link, made for the `wanted` badges."""
    slugs, frame = {entry.slug for entry in wanted}, editions[0].frame(())
    for entry in leading(editions[0].site_input.badges).values():
        yield _short_page(editions, entry, frame) if entry.slug in slugs else _STANDING


def embed_pages(each: Edition, wanted: Sequence[BadgeEntry]) -> Iterator[Page | StandingPage]:
    """The page for frames of each badge, made for the `wanted` ones."""
    slugs, frame = {entry.slug for entry in wanted}, each.frame(())
    for entry in each.site_input.badges:
        yield _embed_page(each, entry, frame) if entry.slug in slugs else _STANDING


def _short_page(editions: Sequence[Edition], entry: BadgeEntry, frame: Frame) -> Page:
    """A link into each language, one of which a script follows; not for search engines, which find the pages."""
    first, address = editions[0], short_address(entry)
    choices = tuple(_choice(each, first, entry) for each in editions)
    titles = " / ".join(dict.fromkeys(choice.title.text for choice in choices))
    return Page(
        path=file_of(address),
        address=address,
        template="short.html",
        language=first.language,
        direction=page_direction(first.language),
        title=f"{titles} | {first.owner.text}",
        description=" / ".join(dict.fromkeys(choice.issuer.text for choice in choices)),
        canonical=absolute(first.site_input.base_url, address),
        locale=locale_of(first.language),
        other_locales=first.other_locales,
        alternates=(),
        frame=frame,
        card=badge_card(first.reader, first.site_input, entry),
        view=ShortView(choices=choices),
        badge=entry.slug,
        indexed=False,
    )


def _choice(each: Edition, first: Edition, entry: BadgeEntry) -> ShortChoice:
    return ShortChoice(
        language=each.language,
        address=page_address(each.language, "badges", entry.slug),
        title=title_view(each.reader, entry).main,
        issuer=profile_run(each.reader, entry.credential.issuer),
        invitation=invitation(each),
        direction=first.reader.facing(each.language),
    )


def _embed_page(each: Edition, entry: BadgeEntry, frame: Frame) -> Page:
    address = embed_address(each.language, entry.slug)
    card, site_input = card_view(each.reader, entry), each.site_input
    return Page(
        path=file_of(address),
        address=address,
        template="embed.html",
        language=each.language,
        direction=page_direction(each.language),
        title=f"{card.title.main.text} | {each.owner.text}",
        description="",
        canonical=None,
        locale=locale_of(each.language),
        other_locales=(),
        alternates=(),
        frame=frame,
        view=EmbedView(card=card, owner=each.owner, place=place_of(site_input.base_url)),
        badge=entry.slug,
        indexed=False,
    )
