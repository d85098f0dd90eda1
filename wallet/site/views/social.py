"""What a picture shows that stands for a page where its address is shared."""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.site.views.values import Run

__all__ = ["CardPicture", "CardSubject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPicture:
    """A badge's picture as its file, or what its monogram is drawn from."""

    content: bytes | None = field(repr=False)
    letter: str
    petals: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSubject:
    """The words and pictures of a social card.

    `titles`, `subtitles` and `owners` are the same thing in other words or another script, best first: the first that
    the card's face can set is drawn. `shape` names a state as in `StateView.kind`, and `stamp` are the lines of its
    seal, which only a verified badge has. `lines` are words to stand beside it, of which the first is the state's.
    """

    language: str
    titles: tuple[Run, ...]
    subtitles: tuple[Run, ...] = ()
    owners: tuple[Run, ...] = ()
    place: str = ""
    lines: tuple[str, ...] = ()
    shape: str | None = None
    stamp: tuple[str, str, str] | None = None
    pictures: tuple[CardPicture, ...] = ()
