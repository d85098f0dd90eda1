"""The pages that are handed to somebody, and the files beside them, in one language's edition."""

from __future__ import annotations

from collections.abc import Iterator

from wallet.portfolio.model import Collection
from wallet.site.collections import chosen_badges, collection_view
from wallet.site.cv import cv_view
from wallet.site.cv_files import cv_csv, cv_text
from wallet.site.editions import Edition, Head
from wallet.site.model import Page, SiteFile
from wallet.site.qr_codes import draw_code
from wallet.site.resume import resume_file, resume_link
from wallet.site.social import collection_card
from wallet.site.structured import list_node
from wallet.site.views import CollectionView, QrView

__all__ = ["dossier_files", "dossier_pages"]


def dossier_pages(each: Edition) -> Iterator[Page]:
    """A page for each collection, and the CV."""
    for collection in each.site_input.portfolio.collections:
        yield _collection_page(each, collection)
    say = each.reader.say
    told = say("Certifications and badges that anyone can check, for printing, and as text and table for pasting")
    head = Head(title=say("Curriculum vitae"), description=told, links=(resume_link(each.language),))
    yield each.page(("cv",), "cv.html", cv_view(each.reader, each.site_input), head)


def dossier_files(each: Edition) -> Iterator[SiteFile]:
    """The QR codes, and the CV as text, as table and for programs."""
    for collection in each.site_input.portfolio.collections:
        yield _qr_file(_collection(each, collection).qr)
    view = cv_view(each.reader, each.site_input)
    yield _qr_file(view.qr)
    yield SiteFile(path=view.text_address, content=cv_text(each.reader, view))
    yield SiteFile(path=view.csv_address, content=cv_csv(each.reader, view))
    yield resume_file(each, view)


def _collection(each: Edition, collection: Collection) -> CollectionView:
    site_input = each.site_input
    owner = each.owner.text
    return collection_view(each.reader, collection, site_input.badges, site_input.base_url, owner=owner)


def _collection_page(each: Edition, collection: Collection) -> Page:
    view = _collection(each, collection)
    told = view.summary.text if view.summary else each.reader.say("Badges chosen by the learner, with a letter")
    chosen = chosen_badges(collection, each.site_input.badges)
    card = collection_card(each.reader, each.site_input, collection, chosen)
    badges = tuple((found.title.main.text, found.address) for found in view.cards)
    nodes = (list_node(each.site_input.base_url, view.title.text, badges),)
    head = Head(title=view.title.text, description=told, card=card, nodes=nodes)
    return each.page(("collections", collection.slug), "collection.html", view, head)


def _qr_file(qr: QrView) -> SiteFile:
    return SiteFile(path=qr.address, content=draw_code(qr.url, "svg"))
