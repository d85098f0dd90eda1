"""What the home page says of the learner in the words of schema.org and of link previews.

Where the learner states no name, nobody is described: the page is then a list of badges.
"""

from __future__ import annotations

from collections.abc import Sequence

from wallet.language import dates
from wallet.language.tags import same_language
from wallet.portfolio.model import Portfolio
from wallet.site.cards import newest_first, title_view
from wallet.site.cv_rows import is_genuine
from wallet.site.entries import BadgeEntry, SiteInput
from wallet.site.home import headline_run, latest_check
from wallet.site.model import Property
from wallet.site.names import is_named, name_view, owner_run
from wallet.site.reader import Reader
from wallet.site.structured import Node, list_node, stated
from wallet.site.urls import absolute, page_address, web_url

__all__ = ["home_nodes", "profile_properties", "written_languages"]

MOST_CREDENTIALS = 100
"""A page stays light; index.json names all badges."""


def home_nodes(reader: Reader, site_input: SiteInput) -> tuple[Node, ...]:
    """The learner's profile, or the list of badges where they state no name."""
    portfolio, base_url = site_input.portfolio, site_input.base_url
    url, checked = absolute(base_url, page_address(reader.language)), latest_check(site_input.badges)
    named = is_named(reader, portfolio.owner)
    shown = newest_first(site_input.badges)[:MOST_CREDENTIALS]
    badges = tuple((title_view(reader, entry).main.text, _address(reader, entry)) for entry in shown)
    title = owner_run(reader, portfolio.owner).text
    page = {
        "@type": "ProfilePage" if named else "CollectionPage",
        "name": title,
        "url": url,
        "inLanguage": reader.language,
        "dateModified": dates.exact(checked) if checked else None,
        "mainEntity": _person(reader, site_input, url) if named else list_node(base_url, title, badges),
    }
    return (stated(page),)


def _person(reader: Reader, site_input: SiteInput, url: str) -> Node:
    portfolio, headline = site_input.portfolio, headline_run(reader, site_input.portfolio)
    name, other = owner_run(reader, portfolio.owner).text, name_view(reader, portfolio.owner).other
    return stated(
        {
            "@type": "Person",
            "name": name,
            "alternateName": other.text if other and other.text != name else None,
            "description": headline.text if headline else None,
            "url": url,
            "sameAs": tuple(link.url for link in portfolio.links if link.me and web_url(link.url)),
            "knowsLanguage": written_languages(portfolio),
            "hasCredential": _credentials(reader, site_input),
        }
    )


def written_languages(portfolio: Portfolio) -> tuple[str, ...]:
    """The languages of the site in which the learner wrote of themselves."""
    written = [tag for words in (portfolio.headline, portfolio.profile) for tag, text in words.items() if text.strip()]
    return tuple(tag for tag in portfolio.languages if any(same_language(tag, other) for other in written))


def _credentials(reader: Reader, site_input: SiteInput) -> Sequence[Node]:
    """The badges that were earned, as far as the checks found; of any other a program would conclude too much."""
    genuine = [entry for entry in newest_first(site_input.badges) if is_genuine(entry)]
    return tuple(
        {
            "@type": "EducationalOccupationalCredential",
            "name": title_view(reader, entry).main.text,
            "url": absolute(site_input.base_url, _address(reader, entry)),
        }
        for entry in genuine[:MOST_CREDENTIALS]
    )


def _address(reader: Reader, entry: BadgeEntry) -> str:
    return page_address(reader.language, "badges", entry.slug)


def profile_properties(reader: Reader, portfolio: Portfolio) -> tuple[Property, ...]:
    """The parts of the name as the learner divided it, on a page in its own language."""
    owner = portfolio.owner
    if not same_language(owner.language, reader.language):
        return ()
    parts = (("profile:first_name", owner.given), ("profile:last_name", owner.family))
    return tuple(Property(name=name, content=reader.own(part, owner.language).text) for name, part in parts if part)
