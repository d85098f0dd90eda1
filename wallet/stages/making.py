"""Stages 7 and 8, one edition of the site beside the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from wallet.render import CompiledTemplates, OutputFile, Theme, render, render_pages
from wallet.site import Card, Part, Site, SiteFile, SiteInput, StandingPage, assemble_edition, assemble_shared
from wallet.site.qr_codes import DrawCode, draw_code
from wallet.stages.made_files import MadeFiles
from wallet.stages.processes import can_fork, side_by_side
from wallet.stages.social_cards import drawn_cards

__all__ = ["MANY", "Made", "make_site"]

MANY = 60
"""Badges of a site for which it pays to split a process: with fewer, the pages are made in that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files of a site or of a part; `pages` counts all pages, `untranslated` are messages by language, sorted."""

    files: tuple[OutputFile, ...] = field(repr=False)
    pages: int
    untranslated: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    files: tuple[OutputFile, ...]
    pages: int
    listed: tuple[StandingPage, ...]
    cards: tuple[Card, ...]
    language: str
    untranslated: tuple[str, ...]


def make_site(
    site_input: SiteInput,
    theme: Theme,
    part: Part | None,
    cards: MadeFiles | None,
    draw: DrawCode = draw_code,
    templates: Path | None = None,
) -> Made:
    """The site that `site_input` describes, or `part` of it; pictures for links are drawn where `cards` keeps them.

    QR codes of short links are drawn by `draw`. In the folder `templates` compiled ones are kept.

    Raises BuildError and ThemeError.
    """
    languages = site_input.portfolio.languages
    compiled = CompiledTemplates(templates)
    jobs = [partial(_edition, site_input, theme, part, cards, compiled, language) for language in languages]
    overviews = part is None or part.overviews
    aside = overviews and len(site_input.badges) >= MANY and can_fork()
    editions = side_by_side(jobs) if aside else [job() for job in jobs]
    shared = assemble_shared(site_input, part, [each.listed for each in editions], draw)
    pictures = drawn_cards((*_cards(shared), *(card for each in editions for card in each.cards)), cards)
    files = (
        *render(shared, theme, compiled),
        *(file for each in editions for file in each.files),
        *_published(pictures),
    )
    return Made(
        files=tuple({file.path: file for file in files}.values()),
        pages=len(shared.pages) + shared.standing + sum(each.pages for each in editions),
        untranslated=_untranslated(shared, editions),
    )


def _edition(
    site_input: SiteInput,
    theme: Theme,
    part: Part | None,
    cards: MadeFiles | None,
    compiled: CompiledTemplates,
    language: str,
) -> _Edition:
    site = assemble_edition(site_input, language, part)
    needed = _cards(site)
    # Here they are drawn and kept, beside those of the other editions; whoever puts the site together finds them.
    drawn_cards(needed, cards)
    return _Edition(
        files=(*render_pages(site, theme, compiled), *_published(site.files)),
        pages=len(site.pages) + site.standing,
        listed=site.listed(),
        cards=needed,
        language=language,
        untranslated=site.catalogs[0].untranslated,
    )


def _cards(site: Site) -> tuple[Card, ...]:
    return tuple(page.card for page in site.pages if page.card)


def _published(files: Iterable[SiteFile]) -> tuple[OutputFile, ...]:
    return tuple(OutputFile(path=file.path, content=file.content, badge=file.badge) for file in files)


def _untranslated(shared: Site, editions: Sequence[_Edition]) -> dict[str, tuple[str, ...]]:
    missed = {each.language: dict.fromkeys(each.untranslated) for each in editions}
    for catalog in shared.catalogs:
        missed[catalog.language] |= dict.fromkeys(catalog.untranslated)
    return {language: tuple(sorted(messages)) for language, messages in missed.items()}
