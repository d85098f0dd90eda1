"""The two pages that belong to no language: the chooser at the top of the site, and the one for a wrong address."""

from __future__ import annotations

from collections.abc import Sequence

from wallet.language.catalogs import SOURCE_LANGUAGE
from wallet.language.marks import N_
from wallet.language.tags import autonym, locale_of, same_language
from wallet.site.editions import Edition, alternates, page_direction
from wallet.site.home import headline_run
from wallet.site.model import Page
from wallet.site.social import home_card
from wallet.site.structured import Node, graph_text, stated
from wallet.site.urls import absolute, page_address
from wallet.site.views import ChooserView, LanguageChoice, NavigationLink, NotFoundPart, NotFoundView

__all__ = ["chooser_page", "invitation", "not_found_page"]

_INVITATION = N_("Read in English")


def chooser_page(editions: Sequence[Edition]) -> Page:
    """`/`: a link into each language, in that language."""
    first = editions[0]
    base_url = first.site_input.base_url
    return Page(
        path="index.html",
        address="",
        template="chooser.html",
        language=first.language,
        direction=page_direction(first.language),
        title=" / ".join(dict.fromkeys(edition.owner.text for edition in editions)),
        description=" / ".join(
            edition.reader.say("A portfolio of badges that anyone can check") for edition in editions
        ),
        canonical=absolute(base_url, ""),
        locale=locale_of(first.language),
        other_locales=first.other_locales,
        alternates=alternates(first.site_input, ()),
        frame=first.frame(()),
        card=home_card(first.reader, first.site_input),
        links=first.links,
        structured=graph_text(_whole_site(editions)),
        view=ChooserView(choices=tuple(_choice(edition, first) for edition in editions)),
    )


def _whole_site(editions: Sequence[Edition]) -> Node:
    first, *others = dict.fromkeys(edition.owner.text for edition in editions)
    return stated(
        {
            "@type": "WebSite",
            "name": first,
            "alternateName": tuple(others),
            "url": absolute(editions[0].site_input.base_url, ""),
            "inLanguage": tuple(edition.language for edition in editions),
        }
    )


def _choice(edition: Edition, first: Edition) -> LanguageChoice:
    headline = headline_run(edition.reader, edition.site_input.portfolio)
    return LanguageChoice(
        language=edition.language,
        label=autonym(edition.language),
        address=page_address(edition.language),
        name=edition.owner,
        headline=headline if headline and headline.language is None else None,
        invitation=invitation(edition),
        direction=first.reader.facing(edition.language),
    )


def invitation(edition: Edition) -> str:
    """The words that lead into the edition, in its language."""
    # Without a translation it would invite to English; the language's own name cannot mislead.
    said = edition.reader.say(_INVITATION)
    foreign = said == _INVITATION and not same_language(edition.language, SOURCE_LANGUAGE)
    return autonym(edition.language) if foreign else said


def not_found_page(editions: Sequence[Edition]) -> Page:
    """`404.html`: shown in place of every missing page, so its links start from the base path."""
    first = editions[0]
    return Page(
        path="404.html",
        address="404.html",
        template="404.html",
        language=first.language,
        direction=page_direction(first.language),
        title=" / ".join(edition.reader.say("Page not found") for edition in editions),
        description="",
        canonical=None,
        locale=locale_of(first.language),
        other_locales=first.other_locales,
        alternates=(),
        frame=first.frame(()),
        links=first.links,
        view=NotFoundView(parts=tuple(_part(edition, first) for edition in editions)),
        absolute_links=True,
    )


def _part(edition: Edition, first: Edition) -> NotFoundPart:
    say, language = edition.reader.say, edition.language
    return NotFoundPart(
        language=language,
        direction=first.reader.facing(language),
        heading=say("Page not found"),
        sentence=say("There is no page at this address. It may have been moved, or the badge was taken off the site."),
        home=NavigationLink(address=page_address(language), label=say("Profile")),
        badges=NavigationLink(address=page_address(language, "badges"), label=say("Badges")),
    )
