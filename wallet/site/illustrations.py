"""Pictures in the learner's own pages: which a text shows, and where they are published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wallet.portfolio.mentions import mentions_in, picture_name
from wallet.site.entries import PagePicture
from wallet.site.model import Page, SiteFile
from wallet.site.urls import file_of, page_picture_address
from wallet.site.views import NoteView, OwnPageView, PlacedPicture

__all__ = ["illustrated", "picture_files"]


def illustrated(note: NoteView | None, pictures: Sequence[PagePicture]) -> NoteView | None:
    """The words with those of the pictures that they mention."""
    if note is None:
        return None
    names = {picture_name(mention.target) for mention in mentions_in(note.body.source, "")}
    placed = tuple(_placed(picture) for picture in pictures if picture.name in names)
    return replace(note, body=replace(note.body, pictures=placed))


def _placed(picture: PagePicture) -> PlacedPicture:
    address = page_picture_address(picture.name)
    return PlacedPicture(name=picture.name, address=address, width=picture.width, height=picture.height)


def picture_files(pictures: Sequence[PagePicture], pages: Sequence[Page]) -> Iterator[SiteFile]:
    """The pictures that a page shows, once for all languages; what no page shows is not published."""
    bodies = (page.view.body for page in pages if isinstance(page.view, OwnPageView))
    shown = {placed.name for body in bodies if body is not None for placed in body.body.pictures}
    for picture in pictures:
        if picture.name in shown:
            yield SiteFile(path=file_of(page_picture_address(picture.name)), content=picture.content)
