"""A look over the whole portfolio: its files, and the links of the site that would be built from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin

from wallet.language.catalogs import load_catalog
from wallet.portfolio.holder import PRESENTATION_FILE
from wallet.portfolio.mentions import Mention
from wallet.portfolio.model import Portfolio
from wallet.portfolio.reading import read_portfolio
from wallet.portfolio.remarks import Kind, Remark
from wallet.portfolio.review import review_files
from wallet.render import load_theme, render
from wallet.render.links import Fault, LinkFault, link_faults, page_place
from wallet.site import BadgeEntry, SiteInput, assemble
from wallet.site.cards import title_view
from wallet.site.reader import Reader
from wallet.site.urls import page_address
from wallet.stages.building import entries_of
from wallet.stages.page_pictures import page_pictures
from wallet.stages.presented import Presented, presented
from wallet.stages.social_cards import card_paths

__all__ = ["review"]

_KINDS = list(Kind)
_IN_TEXT = {
    Fault.MISSING: "review.link-missing",
    Fault.NO_PLACE: "review.link-no-place",
    Fault.OUTSIDE: "review.link-outside",
}
_IN_PAGE = {
    **dict.fromkeys((Fault.MISSING, Fault.OUTSIDE), "review.page-link-missing"),
    Fault.NO_PLACE: "review.page-link-no-place",
    Fault.FOREIGN: "review.page-loads-foreign",
    Fault.ID_TWICE: "review.page-id-twice",
}


def review(root: Path, at: datetime) -> tuple[Remark, ...]:
    """What the learner should mend, in order; raises what `build` raises for a portfolio that cannot be read.

    The site is made in memory with the badges as they are at `at`; nothing is written and no network is used.
    """
    portfolio = read_portfolio(root)
    remarks, mentions = review_files(portfolio)
    entries = entries_of(portfolio, at)
    found = {*map(_key, remarks)}
    texts = {entry.slug: entry.original.presentable for entry in entries}
    state = presented(portfolio, texts, portfolio.url, at)
    further = (*_broken_links(portfolio, entries, mentions, state), *_names(portfolio, entries), *_unpresented(state))
    unseen = {_key(remark): remark for remark in further if _key(remark) not in found}
    return tuple(sorted((*remarks, *unseen.values()), key=_order))


def _key(remark: Remark) -> tuple[str, int | None, str]:
    # A link that is malformed is broken on the page as well, and said once.
    return remark.path, remark.line, str(remark.facts.get("target", remark.facts))


def _order(remark: Remark) -> tuple[bool, int, str, int]:
    return remark.hint, _KINDS.index(remark.kind), remark.path, remark.line or 0


def _unpresented(state: Presented) -> Iterator[Remark]:
    """What the learner signed and should sign again."""
    if state.remark is not None:
        path = f"content/{PRESENTATION_FILE}"
        yield Remark(kind=Kind.UNFINISHED, code=state.remark, path=path, hint=state.remark == "present.holds-less")


def _broken_links(
    portfolio: Portfolio, entries: Sequence[BadgeEntry], mentions: Sequence[Mention], state: Presented
) -> Iterator[Remark]:
    pictures = page_pictures(portfolio)
    given = SiteInput(portfolio=portfolio, badges=tuple(entries), base_url=portfolio.url, pictures=pictures)
    site = assemble(replace(given, holder=state.holder, presentation=state.file))
    files = {file.path: file.content for file in render(site, load_theme(portfolio.theme, portfolio.root))}
    # What stands on a card is drawn by a build alone.
    files |= dict.fromkeys(card_paths(site), b"")
    for fault in link_faults(files, portfolio.url):
        yield from _located(fault, mentions, portfolio.url)


def _located(fault: LinkFault, mentions: Sequence[Mention], base_url: str) -> Iterator[Remark]:
    """The fault where the learner wrote it; where nobody did, it is a theme's, and the page is named."""
    language, wanted = fault.page.split("/")[0], _whole(base_url, page_place(fault.page), fault.target)
    sources = [one for one in mentions if _whole(base_url, _seat(one, language), one.target) == wanted]
    if fault.fault in _IN_TEXT and sources:
        for source in sources:
            facts = {"target": source.target}
            yield Remark(kind=Kind.LINK, code=_IN_TEXT[fault.fault], path=source.path, line=source.line, facts=facts)
    else:
        facts = {"target": fault.target}
        yield Remark(kind=Kind.LINK, code=_IN_PAGE[fault.fault], path=f"output/{fault.page}", facts=facts)


def _whole(base_url: str, place: str, target: str) -> str | None:
    try:
        return unquote(urljoin(base_url + place, target))
    except ValueError:
        return None


def _seat(mention: Mention, language: str) -> str:
    """The address from which relative links of the text count, in an edition of the site."""
    _content, *folders, name = mention.path.split("/")
    stem = name.split(".")[0]
    own = () if stem == "profile" else folders if stem == "note" else (*folders, stem)
    return page_address(language, *own)


def _names(portfolio: Portfolio, entries: Sequence[BadgeEntry]) -> Iterator[Remark]:
    """A hint for each badge that a reader meets under a name in another language than the page's."""
    for language in portfolio.languages:
        reader = Reader(catalog=load_catalog(language))
        for entry in entries:
            title = title_view(reader, entry)
            if title.main.language is not None:
                path = f"content/badges/{entry.slug}/badge.toml"
                facts = {"language": language, "name": title.main.text}
                yield Remark(kind=Kind.TRANSLATION, code="review.name-untranslated", path=path, facts=facts, hint=True)
