"""A badge wherever it is listed: its picture, its state, its card."""

from __future__ import annotations

from dataclasses import dataclass

from wallet.site.views.values import DateView, Run, TitleView

__all__ = ["CardView", "CountView", "ImageView", "PictureView", "SourceView", "StateView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A smaller copy of a picture, and the screens it is for: "1x", "2x"."""

    address: str
    density: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageView:
    """A badge's picture at the size it is shown; `alt` is the issuer's alternative text or ours.

    `sources` are its copies in WebP, which a browser takes instead where it can.
    """

    address: str
    width: int
    height: int
    alt: Run
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture, or the monogram that is drawn where there is none: a letter and a number of petals."""

    image: ImageView | None
    letter: str
    petals: int
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """What the checks amount to. `kind` names the shape: a verdict, or "verified_dated".

    `label` is the state in words, `sentence` what was found, `stamp` the lines of the seal, `date` the one that counts.
    """

    kind: str
    label: str
    sentence: str
    reason: str | None
    date: DateView | None
    stamp: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """How many badges are in one state."""

    kind: str
    label: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A badge in a list."""

    address: str
    slug: str
    title: TitleView
    issuer: Run
    picture: PictureView
    state: StateView
    checked: DateView
    issued: DateView | None
    kind: str | None
    summary: Run | None
