"""A badge in a list: its name, picture, issuer and state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from fractions import Fraction

from wallet.language.controls import unmarked
from wallet.language.tags import same_language
from wallet.site.entries import BadgeEntry, BadgeImage
from wallet.site.facts import issued_on, profile_run
from wallet.site.once import once
from wallet.site.reader import Reader
from wallet.site.states import LABELS, state_kind, state_label, state_of
from wallet.site.urls import badge_address, page_address
from wallet.site.views import CardView, CountView, ImageView, PictureView, Run, TitleView
from wallet.site.words import achievement_type

__all__ = ["card_view", "count_views", "image_address", "newest_first", "picture_view", "summary_run", "title_view"]

CARD_SIZE = 112
PAGE_SIZE = 208


@once
def title_view(reader: Reader, entry: BadgeEntry) -> TitleView:
    """The issuer's name for the badge; the learner's translation first where the issuer wrote in another language."""
    name = entry.credential.achievement.name
    original = reader.run(name) if str(name).strip() else Run(text=reader.say("no name stated"))
    translation = _own(entry.choices.name, reader.language)
    if original.language is None or translation is None:
        return TitleView(main=original)
    return TitleView(main=reader.own(translation, reader.language), translated=True, original=original)


def summary_run(reader: Reader, entry: BadgeEntry) -> Run | None:
    """The learner's summary in the page's language."""
    summary = _own(entry.choices.summary, reader.language)
    return reader.own(summary, reader.language) if summary else None


def _own(words: Mapping[str, str], language: str) -> str | None:
    return next((text for tag, text in words.items() if same_language(tag, language) and text.strip()), None)


def image_address(entry: BadgeEntry, image: BadgeImage) -> str:
    """Where the picture is published; a baked picture is its own original and is not published twice."""
    if image.content == entry.original.content:
        return badge_address(entry.slug, entry.original.file_name)
    return badge_address(entry.slug, f"image.{image.extension}")


def picture_view(reader: Reader, entry: BadgeEntry, size: int) -> PictureView:
    """The picture, never cropped, in a square of `size`; or what a monogram is drawn from."""
    seed = hashlib.sha256(entry.slug.encode()).digest()
    title = title_view(reader, entry)
    letter = next((character for character in unmarked(title.main.text) if character.isalnum()), "◦")
    image = _image_view(reader, entry, size) if entry.image else None
    return PictureView(image=image, letter=letter.upper(), petals=5 + seed[0] % 8, turn=seed[1] % 360)


def _image_view(reader: Reader, entry: BadgeEntry, size: int) -> ImageView:
    image = entry.image
    assert image is not None
    scale = Fraction(size, max(image.width, image.height, 1))
    caption = reader.run(image.caption) if image.caption else _default_caption(reader, entry)
    return ImageView(
        address=image_address(entry, image),
        width=max(1, round(image.width * scale)),
        height=max(1, round(image.height * scale)),
        alt=caption,
    )


def _default_caption(reader: Reader, entry: BadgeEntry) -> Run:
    return Run(text=reader.say("Badge image of “{name}”", name=title_view(reader, entry).main.text))


@once
def card_view(reader: Reader, entry: BadgeEntry) -> CardView:
    """The badge in a list."""
    kind = entry.credential.achievement.achievement_type
    issued = issued_on(entry.credential)
    return CardView(
        address=page_address(reader.language, "badges", entry.slug),
        slug=entry.slug,
        title=title_view(reader, entry),
        issuer=profile_run(reader, entry.credential.issuer),
        picture=picture_view(reader, entry, CARD_SIZE),
        state=state_of(reader, entry),
        checked=reader.date(entry.report.checked_at),
        issued=reader.date(issued) if issued else None,
        kind=achievement_type(reader, kind) if kind else None,
        summary=summary_run(reader, entry),
    )


def newest_first(entries: Sequence[BadgeEntry]) -> tuple[BadgeEntry, ...]:
    """By the learner's order where they gave one, then by calendar date, newest first, then by slug."""

    def key(entry: BadgeEntry) -> tuple[int, float, int, str]:
        issued = issued_on(entry.credential)
        given = entry.choices.order
        return (given is None, given or 0, -issued.date().toordinal() if issued else 0, entry.slug)

    return tuple(sorted(entries, key=key))


def count_views(reader: Reader, entries: Sequence[BadgeEntry]) -> tuple[CountView, ...]:
    """How many badges are in each state, in the order of the states' list; states without a badge are left out."""
    kinds = [state_kind(entry.report, entry.verdict) for entry in entries]
    return tuple(
        CountView(kind=kind, label=state_label(reader, kind), number=kinds.count(kind))
        for kind in LABELS
        if kind in kinds
    )
