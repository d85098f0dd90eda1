"""The pictures in the learner's Markdown: whether each can be shown, and says something to those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from wallet.errors import PortfolioError
from wallet.portfolio.camera_places import tells_place
from wallet.portfolio.content_files import ContentFile
from wallet.portfolio.mentions import Mention, picture_name
from wallet.portfolio.remarks import Kind, Remark

__all__ = ["picture_remarks", "pictures_read", "telling_pictures"]

PAGES = "content/pages/"


def pictures_read(mentions: Sequence[Mention]) -> frozenset[str]:
    """The paths of the pictures that the learner's own pages ask for."""
    names = (picture_name(mention.target) for mention in mentions if mention.path.startswith(PAGES))
    return frozenset(PAGES + name for name in names if name)


def picture_remarks(mentions: Sequence[Mention], files: Sequence[ContentFile]) -> Iterator[Remark]:
    """A remark for each picture without words, and for each that no page can show."""
    there = {file.path for file in files}
    for mention in mentions:
        if not mention.picture:
            continue
        codes = (None if mention.words else "review.picture-without-words", _hindrance(mention, there))
        for code in filter(None, codes):
            facts = {"target": mention.target}
            yield Remark(kind=Kind.PICTURE, code=code, path=mention.path, line=mention.line, facts=facts)


def _hindrance(mention: Mention, there: set[str]) -> str | None:
    if _is_elsewhere(mention.target):
        return "review.picture-elsewhere"
    if not mention.path.startswith(PAGES):
        return "review.picture-not-here"
    name = picture_name(mention.target)
    return None if name and PAGES + name in there else "review.picture-missing"


def _is_elsewhere(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def telling_pictures(files: Sequence[ContentFile], read: frozenset[str]) -> Iterator[Remark]:
    """A remark for each picture of `read` in which anybody could look up where the learner was."""
    for file in files:
        if file.path in read and tells_place(_content(file)):
            yield Remark(kind=Kind.PICTURE, code="review.picture-tells-place", path=file.path)


def _content(file: ContentFile) -> bytes:
    try:
        return file.place.read_bytes()
    except OSError:
        raise PortfolioError("portfolio.file-closed", path=str(file.place)) from None
