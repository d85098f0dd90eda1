"""What the social cards show: the picture that stands for a page where its address is shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wallet.language.controls import unmarked
from wallet.portfolio.model import Collection, OwnerName
from wallet.site.cards import CARD_SIZE, picture_view, title_view
from wallet.site.entries import BadgeEntry, SiteInput
from wallet.site.facts import profile_run
from wallet.site.home import featured, headline_run, last_checked
from wallet.site.model import Card
from wallet.site.names import owner_run
from wallet.site.reader import Reader
from wallet.site.states import state_of
from wallet.site.urls import absolute, file_of, page_address
from wallet.site.views import CardPicture, CardSubject, Run
from wallet.verification.report import Verdict

__all__ = ["badge_card", "card_at", "card_picture", "collection_card", "home_card", "owner_runs", "place_of"]

FILE_NAME = "card.png"
MOST_PICTURES = 4

_SEALED = frozenset({"verified", "verified_dated"})
_NOT_CHECKED = frozenset({"undetermined", "unsupported"})


def home_card(reader: Reader, site_input: SiteInput) -> Card:
    """The card of the home page, and of every page that has none of its own: who, and with how many badges."""
    portfolio, entries = site_input.portfolio, site_input.badges
    headline = headline_run(reader, portfolio)
    subject = CardSubject(
        language=reader.language,
        titles=owner_runs(reader, portfolio.owner),
        subtitles=(headline,) if headline else (),
        place=place_of(site_input.base_url),
        lines=tuple(_counts(reader, entries)),
        pictures=tuple(card_picture(reader, entry) for entry in featured(entries)[:MOST_PICTURES]),
    )
    return card_at(reader, site_input.base_url, (), subject)


def badge_card(reader: Reader, site_input: SiteInput, entry: BadgeEntry) -> Card:
    """The card of a badge's page; only a verified badge has a seal."""
    state, title = state_of(reader, entry), title_view(reader, entry)
    date = reader.date(entry.report.checked_at).text
    when = reader.say("as of {date}", date=date) if state.kind in _NOT_CHECKED else None
    subject = CardSubject(
        language=reader.language,
        titles=_plain(title.main, *([title.original] if title.original else [])),
        subtitles=_plain(profile_run(reader, entry.credential.issuer)),
        owners=owner_runs(reader, site_input.portfolio.owner),
        place=place_of(site_input.base_url),
        lines=(state.label, when or reader.say("checked on {date}", date=date)),
        shape=state.kind,
        stamp=state.stamp if state.kind in _SEALED else None,
        pictures=(card_picture(reader, entry),),
    )
    return replace(card_at(reader, site_input.base_url, ("badges", entry.slug), subject), badge=entry.slug)


def collection_card(
    reader: Reader, site_input: SiteInput, collection: Collection, chosen: Sequence[BadgeEntry]
) -> Card:
    """The card of a collection: what it is called, by whom, and how many of its badges are verified."""
    summary = reader.own_words(collection.summary)
    subject = CardSubject(
        language=reader.language,
        titles=_plain(reader.own_words(collection.title)),
        subtitles=_plain(summary) if summary.text else (),
        owners=owner_runs(reader, site_input.portfolio.owner),
        place=place_of(site_input.base_url),
        lines=tuple(_counts(reader, chosen)),
        pictures=tuple(card_picture(reader, entry) for entry in chosen[:MOST_PICTURES]),
    )
    return card_at(reader, site_input.base_url, ("collections", collection.slug), subject)


def card_at(reader: Reader, base_url: str, parts: tuple[str, ...], subject: CardSubject) -> Card:
    """The card beside the page at ``<language>/<parts>/``; its alternative text are the words that stand on it."""
    address = page_address(reader.language, *parts) + FILE_NAME
    words = [*(run.text for run in (*subject.titles[:1], *subject.subtitles[:1], *subject.owners[:1])), *subject.lines]
    return Card(
        path=file_of(address),
        url=absolute(base_url, address),
        alt=" · ".join(word for word in words if word),
        subject=subject,
    )


def card_picture(reader: Reader, entry: BadgeEntry) -> CardPicture:
    """The badge's picture, and the monogram for where it cannot be drawn."""
    view = picture_view(reader, entry, CARD_SIZE)
    content = entry.image.content if entry.image else None
    return CardPicture(content=content, letter=view.letter, petals=view.petals, turn=view.turn)


def owner_runs(reader: Reader, owner: OwnerName) -> tuple[Run, ...]:
    """The learner's name as this reader sees it, and then in the other script they wrote it in."""
    native = " ".join(part for part in (owner.family, owner.given) if part)
    others = (Run(text=owner.latin or ""), reader.own(native, "ja"))
    found = {run.text: run for run in (*others, owner_run(reader, owner)) if run.text}
    first = owner_run(reader, owner).text
    return _plain(*sorted(found.values(), key=lambda run: run.text != first))


def place_of(base_url: str) -> str:
    """Where the site is, as a reader would write it."""
    return base_url.partition("://")[2].strip("/")


def _counts(reader: Reader, entries: Sequence[BadgeEntry]) -> Iterator[str]:
    checked = last_checked(reader, entries)
    if checked is None:
        return
    verified = sum(entry.verdict is Verdict.VERIFIED for entry in entries)
    yield reader.say("Badges: {number}, verified: {verified}", number=len(entries), verified=verified)
    yield reader.say("last checked on {date}", date=checked.text)


def _plain(*runs: Run) -> tuple[Run, ...]:
    return tuple(replace(run, text=unmarked(run.text)) for run in runs)
