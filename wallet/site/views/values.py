"""The values that views are made of: text with its language, dates, links, and labelled statements."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DateView", "Fact", "LinkView", "NoteView", "PlacedPicture", "Prose", "Run", "TitleView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of text; `language` only where it differs from the page's, `direction` where the writer named it."""

    text: str
    language: str | None = None
    direction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture within the learner's Markdown: its name there, its address, and its size in CSS pixels."""

    name: str
    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown; `language` and `direction` as in `Run`; `seat` is the address from which relative links count, None for
    a stranger's words, which have none and no `pictures` either."""

    source: str
    language: str | None = None
    direction: str | None = None
    seat: str | None = None
    pictures: tuple[PlacedPicture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """A date as it is read, and the exact value for machines."""

    text: str
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A link that leaves the site."""

    url: str
    label: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One labelled statement of the file, in one or more values; `date` for a time of its own.

    `claim` names what it repeats of the file, where that is compared again with what was signed.
    """

    label: str
    values: tuple[Run, ...] = ()
    date: DateView | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """The learner's words about a badge or themselves, perhaps only in another language."""

    body: Prose
    other_language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleView:
    """A badge's name; when `translated`, `main` is the learner's translation and `original` the issuer's words.

    Where the learner divided the issuer's name, `main` is one part of it and `divided` the whole, piece by piece.
    """

    main: Run
    translated: bool = False
    original: Run | None = None
    divided: tuple[Run, ...] = ()
