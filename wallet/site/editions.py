"""One language's edition of the site: what its pages have in common."""

from __future__ import annotations

from dataclasses import dataclass, field

from wallet.language.catalogs import available_languages, load_catalog
from wallet.language.tags import autonym, direction_of, locale_of, script_of
from wallet.portfolio.model import OwnPage, Portfolio
from wallet.site.entries import SiteInput
from wallet.site.machine_links import site_links
from wallet.site.model import Alternate, Card, HeadLink, Page, Property, StandingPage
from wallet.site.names import owner_run
from wallet.site.pathways import pathways_target
from wallet.site.reader import Reader
from wallet.site.social import home_card
from wallet.site.structured import Node, breadcrumb_node, graph_text
from wallet.site.urls import absolute, file_of, page_address
from wallet.site.views import Frame, LanguageLink, NavigationLink, Run, View

__all__ = ["Edition", "Head", "alternates", "edition", "has_catalog", "page_direction"]

# A description is for a line or two under a link in a search result or a message.
LONGEST_DESCRIPTION = 160

_HAN_SCRIPTS = ("Jpan", "Hans", "Hant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says of itself to programs: `card` is a picture of its own to show with a link, `nodes` what
    schema.org has a word for."""

    title: str
    description: str
    kind: str = "website"
    card: Card | None = None
    links: tuple[HeadLink, ...] = ()
    properties: tuple[Property, ...] = ()
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The site in the language of `reader`; every page has `links` in its head."""

    site_input: SiteInput = field(repr=False)
    reader: Reader
    links: tuple[HeadLink, ...] = ()

    @property
    def language(self) -> str:
        """The language tag."""
        return self.reader.language

    @property
    def owner(self) -> Run:
        """The learner's name in one line."""
        return owner_run(self.reader, self.site_input.portfolio.owner)

    @property
    def other_locales(self) -> tuple[str, ...]:
        """The locales of the other editions, as link previews name them."""
        languages = self.site_input.portfolio.languages
        return tuple(locale_of(language) for language in languages if language != self.language)

    def page(self, parts: tuple[str, ...], template: str, view: View, head: Head, *, badge: str | None = None) -> Page:
        """The page at ``<language>/<parts>/``, with the same page in every other language as alternates."""
        address, base_url = page_address(self.language, *parts), self.site_input.base_url
        frame = self.frame(parts)
        return Page(
            path=file_of(address),
            address=address,
            template=template,
            language=self.language,
            direction=page_direction(self.language),
            title=f"{head.title} | {self.owner.text}" if parts else head.title,
            description=_shortened(head.description),
            canonical=absolute(base_url, address),
            locale=locale_of(self.language),
            other_locales=self.other_locales,
            alternates=alternates(self.site_input, parts),
            frame=frame,
            view=view,
            kind=head.kind,
            card=head.card or home_card(self.reader, self.site_input),
            badge=badge,
            links=(*self.links, *head.links),
            properties=head.properties,
            structured=graph_text(
                *head.nodes, *((breadcrumb_node(frame, base_url, address, head.title),) if parts else ())
            ),
        )

    def standing(self, parts: tuple[str, ...]) -> StandingPage:
        """The same page where it is not made again."""
        canonical = absolute(self.site_input.base_url, page_address(self.language, *parts))
        return StandingPage(canonical=canonical, alternates=alternates(self.site_input, parts))

    def frame(self, parts: tuple[str, ...]) -> Frame:
        """The navigation as seen from the page at `parts`."""
        portfolio = self.site_input.portfolio
        return Frame(
            site_name=self.owner,
            home=page_address(self.language),
            navigation=tuple(
                _navigation_link(page_address(self.language, *target), label, current=target == parts)
                for target, label in self._destinations()
            ),
            languages=tuple(
                LanguageLink(
                    language=language,
                    label=autonym(language),
                    address=page_address(language, *parts),
                    current=language == self.language,
                )
                for language in portfolio.languages
            ),
        )

    def _destinations(self) -> tuple[tuple[tuple[str, ...], Run | str], ...]:
        say, shown = self.reader.say, self.site_input.overviews or ()
        own = tuple((("pages", page.slug), _title(self.reader, page)) for page in self.site_input.portfolio.pages)
        pathways = pathways_target(self.site_input.portfolio)
        return (
            ((), say("Profile")),
            (("badges",), say("Badges")),
            *(((("skills",), say("Skills")),) if "skills" in shown else ()),
            *(((("history",), say("History")),) if "history" in shown else ()),
            *(((pathways, say("Pathways") if len(pathways) == 1 else say("Pathway")),) if pathways else ()),
            *own,
            (("checking",), say("About checking")),
        )


def _navigation_link(address: str, label: Run | str, *, current: bool) -> NavigationLink:
    run = label if isinstance(label, Run) else Run(text=label)
    return NavigationLink(address=address, label=run.text, language=run.language, current=current)


def _title(reader: Reader, page: OwnPage) -> Run:
    title = reader.own_words(page.title)
    return title if title.text else Run(text=page.slug)


def alternates(site_input: SiteInput, parts: tuple[str, ...]) -> tuple[Alternate, ...]:
    """The page in each language, and the one for readers of none of them: the chooser for home pages."""
    languages, base_url = site_input.portfolio.languages, site_input.base_url
    fallback = absolute(base_url, page_address(languages[0], *parts) if parts else "")
    return (
        *(Alternate(language=tag, url=absolute(base_url, page_address(tag, *parts))) for tag in languages),
        Alternate(language="x-default", url=fallback),
    )


def edition(site_input: SiteInput, language: str) -> Edition:
    """The site in one of the languages that have a catalog: the learner's own one, else the package's."""
    portfolio = site_input.portfolio
    own = next((catalog for catalog in portfolio.catalogs if catalog.language == language), None)
    reader = Reader(catalog=own or load_catalog(language), han=_han(portfolio))
    title = owner_run(reader, portfolio.owner).text
    return Edition(
        site_input=site_input, reader=reader, links=site_links(language, title, has_feed=bool(site_input.badges))
    )


def has_catalog(portfolio: Portfolio, language: str) -> bool:
    """Whether a site can speak the language."""
    return language in available_languages() or any(found.language == language for found in portfolio.catalogs)


def page_direction(language: str) -> str | None:
    """ "rtl" for pages in a language that is written from right to left, else None."""
    direction = direction_of(language)
    return direction if direction == "rtl" else None


def _han(portfolio: Portfolio) -> str:
    # Text in Han characters alone is most likely in the first of the site's languages that is written in them.
    written = (tag for tag in portfolio.languages if script_of(tag) in _HAN_SCRIPTS)
    return next(written, portfolio.owner.language)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_DESCRIPTION else line[: LONGEST_DESCRIPTION - 1].rstrip() + "…"
