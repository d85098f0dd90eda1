"""A look over the portfolio's own files, without building anything."""

from __future__ import annotations

from wallet.portfolio.content_files import content_files
from wallet.portfolio.mentions import Mention, malformed_links, mentions_of
from wallet.portfolio.model import Portfolio
from wallet.portfolio.pictures import picture_remarks, pictures_read, telling_pictures
from wallet.portfolio.remarks import Remark
from wallet.portfolio.strays import stray_files
from wallet.portfolio.translations import untranslated_texts, untranslated_words
from wallet.portfolio.unfinished import unfinished_parts

__all__ = ["review_files"]


def review_files(portfolio: Portfolio) -> tuple[tuple[Remark, ...], tuple[Mention, ...]]:
    """What is to be mended in the files, and every link and picture in them; raises PortfolioError."""
    files = content_files(portfolio.root)
    mentions = mentions_of(files, portfolio)
    read = pictures_read(mentions)
    remarks = (
        *stray_files(files, portfolio.languages, read),
        *untranslated_texts(files, portfolio.languages),
        *untranslated_words(files, portfolio.languages),
        *malformed_links(mentions),
        *picture_remarks(mentions, files),
        *telling_pictures(files, read),
        *unfinished_parts(files, portfolio),
    )
    return remarks, mentions
